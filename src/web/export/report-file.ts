/** The whole result as files: what `keruen run` writes, made in the page. Loaded when one is asked for. */
import type { Dataset, Language, Result } from '../../index.js'
import { scenarioToYaml } from '../../index.js'
import type { FontFile, FontSubset } from '../../report/fonts.js'
import type { Atlas } from '../../report/map/atlas.js'
import { loadMessages } from '../../report/messages/load.js'
import { renderReport } from '../../report/report.js'
import { keptFile, keptText } from '../engine/kept-files.js'
import type { Names } from '../state/names.js'

export { corridorsCsv, countriesCsv, flowsCsv } from '../../report/csv.js'
export { networkGeojson } from '../../report/geojson.js'
export { resultJson } from '../../report/json.js'
export { loadMessages } from '../../report/messages/load.js'

const SUBSETS: readonly FontSubset[] = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek']

/**
 * The report as one page that opens anywhere: the same as the command line writes.
 *
 * @param dataset with English names.
 * @param names   the reader's; undefined in English.
 */
export async function reportFile(
  result: Result,
  dataset: Dataset,
  language: Language,
  names: Names | undefined,
): Promise<string> {
  const [atlas, fonts, messages] = await Promise.all([
    keptText('atlas'),
    reportFonts(),
    loadMessages(language),
  ])
  const scenarioYaml = `# scenario ${result.hash}\n${scenarioToYaml(result.scenario)}`
  return renderReport(result, dataset, JSON.parse(atlas) as Atlas, {
    scenarioYaml,
    fonts,
    messages,
    names: names && { ...names, language, modes: messages.modes },
  })
}

/** Files of the page's own style sheet. */
export async function reportFonts(): Promise<FontFile[]> {
  const addresses = [...document.styleSheets].flatMap(sheet =>
    [...sheet.cssRules]
      .map(rule => /source-sans-3-[\w-]+\.woff2/.exec(rule.cssText)?.[0] && fontAddress(rule, sheet))
      .filter(address => address !== undefined && address !== ''),
  )
  return await Promise.all(
    SUBSETS.map(async subset => {
      const address = addresses.find(each => each.pathname.includes(`source-sans-3-${subset}-wght-normal`))!
      return { subset, bytes: await keptFile(address) }
    }),
  )
}

function fontAddress(rule: CSSRule, sheet: CSSStyleSheet): URL {
  const file = /url\("?([^")]+)"?\)/.exec(rule.cssText)![1]!
  return new URL(file, sheet.href ?? document.baseURI)
}
