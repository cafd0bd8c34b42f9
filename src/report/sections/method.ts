/** Method with equations in words and symbols, the parameters, and what all of this cannot tell. */
import type { ReportContext } from '../context.js'
import { html, join, type Markup } from '../html.js'
import { headings, scrollTable } from './tables.js'

export function methodSection(context: ReportContext): Markup {
  const { messages: m, result } = context
  const balances = m.method.balances[result.scenario.balances]
  const steps = stepsOf(context).map(
    step =>
      html`<li><h3>${step.title}</h3><p>${step.text}${step.id === 'equilibrium' && ` ${balances}`}</p>${step.symbols !== '' && html`<p class="symbols">${symbols(step.symbols)}</p>`}<p class="source">${m.method.where(step.where)}</p></li>`,
  )
  return html`<section id="method"><h2>${m.method.title}</h2><p>${m.method.lead}</p><ol class="steps">${steps}</ol>${parameterTable(context)}</section>`
}

function stepsOf({ messages: m, result }: ReportContext) {
  return result.sectors === null
    ? m.method.steps
    : m.method.steps.map(step => (step.id === 'equilibrium' ? m.method.manySectors : step))
}

function parameterTable(context: ReportContext): Markup {
  const { messages: m, result, numbers } = context
  const t = m.method
  const rows = result.scenario.parameters.map(
    parameter =>
      html`<tr><th scope="row">${parameter.meaning} <code>${parameter.id}</code></th><td class="num">${numbers.plain(parameter.value)}</td><td class="num">${parameter.low === parameter.high ? '' : m.range(numbers.plain(parameter.low), numbers.plain(parameter.high))}</td><td>${parameter.unit}</td><td>${m.tables.quality.words[parameter.quality] ?? parameter.quality}</td><td>${parameter.source}</td></tr>`,
  )
  if (rows.length === 0) return html``
  return html`<details><summary>${t.parameters}</summary>${scrollTable(
    t.parameters,
    html`${headings([t.parameter, t.value, t.range, t.unit, t.quality, t.source], new Set([1, 2]))}<tbody>${rows}</tbody>`,
    undefined,
    'wide-first',
  )}</details>`
}

export function limitsSection(context: ReportContext): Markup {
  const { messages: m, result } = context
  const ofModel = result.sectors === null ? m.method.oneSectorLimit : m.method.manySectorsLimit
  const items = (list: readonly (readonly [string, string])[]) =>
    list.map(([head, text]) => html`<div><dt>${head}</dt><dd>${text}</dd></div>`)
  return html`<section id="limits"><h2>${m.method.limitsTitle}</h2><dl class="pairs">${items([ofModel, ...m.method.limits])}</dl><h3>${m.method.prioritiesTitle}</h3><dl class="pairs">${items(m.method.priorities)}</dl></section>`
}

/** Equations are written with `_{…}` for what stands low and `^{…}` for what stands high. */
function symbols(text: string): Markup {
  const parts = text.split(/([_^]\{[^}]*\})/)
  return join(
    parts.map(part => {
      if (part.startsWith('_{')) return html`<sub>${part.slice(2, -1)}</sub>`
      if (part.startsWith('^{')) return html`<sup>${part.slice(2, -1)}</sup>`
      return part
    }),
  )
}
