/** The folder that a run leaves behind. */
import type { Dataset } from '../dataset/dataset.js'
import type { Result } from '../scenario/result/result.js'
import { scenarioToYaml } from '../scenario/text/write.js'
import {
  contributionsCsv,
  corridorsCsv,
  countriesCsv,
  diversionCsv,
  flowsCsv,
  observedCsv,
  sectorsCsv,
  transitCsv,
  turnoverCsv,
  welfareCsv,
} from './csv.js'
import type { FontFile } from './fonts.js'
import { networkGeojson } from './geojson.js'
import { resultJson } from './json.js'
import type { Atlas } from './map/atlas.js'
import { type ReportOptions, renderReport } from './report.js'
import { capacitiesCsv, freightRatesCsv } from './scarcity-csv.js'
import type { FindGeography } from './sections/map.js'
import { sensitivitiesCsv } from './sensitivities-csv.js'

/**
 * Names of the files, the page first; `capacities.csv` only where one is stated, `freight-rates.csv` only where rates answer
 * demand, `observed.csv` only where the dataset has counts, `contributions.csv` only where contributions were asked for,
 * `sectors.csv` and `welfare.csv` only with many sectors.
 */
export const RESULT_FILES = [
  'report.html',
  'countries.csv',
  'flows.csv',
  'turnover.csv',
  'corridors.csv',
  'transit.csv',
  'capacities.csv',
  'freight-rates.csv',
  'observed.csv',
  'sensitivities.csv',
  'diversion.csv',
  'contributions.csv',
  'sectors.csv',
  'welfare.csv',
  'network.geojson',
  'result.json',
  'scenario.yaml',
] as const
export type ResultFile = (typeof RESULT_FILES)[number]

/** What the page carries inside itself, and its language; a door reads it from where it is installed. */
export interface ResultAssets extends Pick<ReportOptions, 'messages' | 'names'> {
  readonly atlas: Atlas
  readonly fonts: readonly FontFile[]
  readonly findGeography?: FindGeography
}

/** Every file of a result as text, in the order of their names above. */
export function renderResult(
  result: Result,
  dataset: Dataset,
  assets: ResultAssets,
): Map<ResultFile, string> {
  const scenarioYaml = `# scenario ${result.hash}\n${scenarioToYaml(result.scenario)}`
  const texts: Readonly<Record<ResultFile, string | undefined>> = {
    'report.html': renderReport(result, dataset, assets.atlas, { scenarioYaml, ...assets }),
    'countries.csv': countriesCsv(result),
    'flows.csv': flowsCsv(result),
    'turnover.csv': turnoverCsv(result),
    'corridors.csv': corridorsCsv(result),
    'transit.csv': transitCsv(result),
    'capacities.csv': result.capacities.length === 0 ? undefined : capacitiesCsv(result.capacities),
    'freight-rates.csv':
      result.freightMarkets.length === 0 ? undefined : freightRatesCsv(result.freightMarkets),
    'observed.csv': result.trafficPoints.length === 0 ? undefined : observedCsv(result.trafficPoints),
    'sensitivities.csv': sensitivitiesCsv(result),
    'diversion.csv': diversionCsv(result),
    'contributions.csv': result.contributions === null ? undefined : contributionsCsv(result.contributions),
    'sectors.csv': result.flows.sectors && sectorsCsv(result.flows.sectors),
    'welfare.csv': result.flows.sectors && welfareCsv(result.flows.sectors),
    'network.geojson': networkGeojson(result, dataset),
    'result.json': resultJson(result),
    'scenario.yaml': scenarioYaml,
  }
  return new Map(
    RESULT_FILES.flatMap(name => {
      const text = texts[name]
      return text === undefined ? [] : [[name, text] as const]
    }),
  )
}
