/** The files of the export menu, by name. Loaded with the first of them. */
import type { Dataset, Result } from '../../index.js'
import { language } from '../i18n/messages.js'
import type { WrittenScenario } from '../scenario/written.js'
import { scenarioText } from '../scenario/yaml.js'
import { names } from '../state/names.js'
import { fileName } from './file-name.js'
import { saveFile } from './save-file.js'

/** Files made from the whole result, ranges included. */
export const RESULT_FILES = ['report', 'members', 'corridors', 'flows', 'geojson', 'json'] as const
export type ResultFile = (typeof RESULT_FILES)[number]

/** @throws Error when a part of the report could not be loaded. */
export async function saveResultFile(file: ResultFile, result: Result, dataset: Dataset): Promise<void> {
  const make = await import('./report-file.js')
  const name = (what: string, extension: string) => fileName([result.scenario.title, what], extension)
  switch (file) {
    case 'report':
      return saveFile(
        name('report', 'html'),
        await make.reportFile(result, dataset, language.peek(), names.peek()),
        'text/html',
      )
    case 'members':
      return saveFile(name('countries', 'csv'), make.countriesCsv(result), 'text/csv')
    case 'corridors':
      return saveFile(name('corridors', 'csv'), make.corridorsCsv(result), 'text/csv')
    case 'flows':
      return saveFile(name('flows', 'csv'), make.flowsCsv(result), 'text/csv')
    case 'geojson':
      return saveFile(
        name('network', 'geojson'),
        make.networkGeojson(result, dataset),
        'application/geo+json',
      )
    case 'json':
      return saveFile(name('result', 'json'), make.resultJson(result), 'application/json')
  }
}

export function scenarioFileName(written: WrittenScenario): string {
  return fileName([written.title ?? written.name ?? 'scenario'], 'yaml')
}

export async function saveScenario(written: WrittenScenario): Promise<void> {
  saveFile(scenarioFileName(written), await scenarioText(written), 'application/yaml')
}
