/** What a run writes, by name. */
import { type Dataset, type Result, scenarioToYaml } from '../index.js'
import { loadAtlas, loadFonts } from '../platform/node/report-assets.js'
import { renderReport } from '../report/report.js'

/** Names of all files of a result folder. */
export const RESULT_FILES = ['report.html', 'result.json', 'scenario.yaml'] as const

/** Content of every file of a result folder. */
export async function resultFiles(
  result: Result,
  dataset: Dataset,
): Promise<Map<(typeof RESULT_FILES)[number], string>> {
  const [atlas, fonts] = await Promise.all([loadAtlas(), loadFonts()])
  const scenarioYaml = `# hash: ${result.hash}\n${scenarioToYaml(result.scenario)}`
  return new Map([
    ['report.html', renderReport(result, dataset, atlas, { scenarioYaml, fonts })],
    ['result.json', resultJson(result)],
    ['scenario.yaml', scenarioYaml],
  ])
}

function resultJson(result: Result): string {
  const { flows: _flows, ...rest } = result
  return `${JSON.stringify(rest, null, 2)}\n`
}
