/** The scoreboard of corridors, as corridor monitoring measures them. */
import type { CorridorResult, CorridorScore } from '../../scenario/result/result.js'
import { dashed, type ReportContext, shutWord } from '../context.js'
import { html, type Markup } from '../html.js'
import { pairedHeadings } from './tables.js'

/** Rows of the corridors that are open before or after. */
export function scoreboard(context: ReportContext, corridors: readonly CorridorResult[]): Markup {
  const t = context.messages.tables.scoreboard
  const head = pairedHeadings(context, [t.name], [t.moving, t.inAll, t.border, t.usd], [], [t.kg])
  const open = corridors.filter(({ score }) => score.before !== null || score.after !== null)
  return html`${head}<tbody>${open.map(corridor => row(context, corridor))}</tbody>`
}

function row({ messages: m, hasRanges, numbers }: ReportContext, { name, score }: CorridorResult): Markup {
  const { fixed, meanHours } = numbers
  const pair = (text: (score: CorridorScore) => string) => {
    const was = score.before === null ? m.notOpen : text(score.before)
    const is = score.after === null ? shutWord({ messages: m }, score.before) : text(score.after)
    return html`<td class="num">${was}</td><td class="num">${was === is ? is : html`<b>${is}</b>`}</td>`
  }
  // Which links the corridor takes does not change, so neither does what it emits.
  const { kgCo2ePerTeu: kg, kgCo2ePerTeuRange: ends } = (score.after ?? score.before)!
  const range = hasRanges ? m.range(fixed(ends.low, 0), fixed(ends.high, 0)) : ''
  return html`<tr><th scope="row">${dashed(name)}</th>${pair(of => fixed(of.speedWithoutDelayKmh, 0))}${pair(of => fixed(of.speedWithDelayKmh, 1))}${pair(of => (of.borders === 0 ? m.tables.scoreboard.noBorder : meanHours(of.hoursPerBorder)))}${pair(of => fixed(of.usdPer500KmAnd20Tonnes, 0))}<td class="num">${fixed(kg, 0)}${range !== '' && html` <span class="interval">${range}</span>`}</td></tr>`
}
