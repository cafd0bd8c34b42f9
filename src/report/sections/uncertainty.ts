/** How sure it is: which assumption causes the range, and the headline under other assumptions. */

import type { ParameterInfluence } from '../../scenario/result/result.js'
import { intervalScale } from '../charts/interval.js'
import { countryName, parameterName, type ReportContext } from '../context.js'
import { html, type Markup } from '../html.js'
import { wordedMusd, wordedPercent } from '../words.js'
import { intervalChart } from './members.js'
import { headings, scrollTable } from './tables.js'

export function uncertaintySection(context: ReportContext): Markup {
  const { messages: m, result, hasRanges } = context
  const { draws, percentiles } = result.uncertainty
  const t = m.tables.influence
  return html`<section id="range"><h2>${t.title}</h2><p>${hasRanges ? m.answer.bars(draws, percentiles[0], percentiles[1]) : m.answer.noRanges}</p>${influence(context)}${sensitivities(context)}</section>`
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

function influence(context: ReportContext): Markup {
  const { messages: m, result, hasRanges, numbers } = context
  const t = m.tables.influence
  const moving = result.uncertainty.parameters.filter(parameter => parameter.shareOfRange > 0)
  if (!hasRanges || moving.length === 0) return html`<p>${hasRanges ? t.none : t.off}</p>`
  const centre = result.bloc.realIncomeChangeMusd.value
  const rangeOf = (parameter: ParameterInfluence) => ({
    value: centre,
    low: Math.min(parameter.atLowMusd, parameter.atHighMusd, centre),
    high: Math.max(parameter.atLowMusd, parameter.atHighMusd, centre),
  })
  const scale = intervalScale(moving.map(rangeOf))
  return intervalChart(
    context,
    {
      title: t.chartTitle,
      unit: t.unit,
      source: m.tables.members.source(result.dataset.title),
      note: t.note,
    },
    { name: t.name, bar: m.tables.members.bar, value: t.share },
    moving.map(parameter => {
      const swing = wordedMusd({ ...context, hasRanges: true }, rangeOf(parameter))
      return {
        name: capital(parameterName(context, parameter)),
        under: `${m.range(numbers.plain(parameter.low), numbers.plain(parameter.high))} ${parameter.unit}${parameter.quality === 'estimated' ? `, ${m.estimated}` : ''}`,
        range: rangeOf(parameter),
        words: { value: numbers.sharePercent(parameter.shareOfRange), interval: swing.interval },
        bar: { verdict: 'plain', estimated: parameter.quality === 'estimated' },
      }
    }),
    tick => (scale.ticks.length === 0 ? '' : numbers.signed(tick, 0)),
  )
}

/** Runs with the network's figures at the ends of their ranges. */
const FIGURE_ENDS = new Set(['waits-short', 'speeds-slow', 'charges-low'])

function sensitivities(context: ReportContext): Markup {
  const { messages: m, result, members } = context
  const t = m.tables.sensitivity
  const single = { ...context, hasRanges: false }
  const one = (value: number) => ({ value, low: value, high: value })
  const leader = members[0]
  const rows = result.sensitivities.map(
    sensitivity =>
      html`<tr><th scope="row">${m.sensitivities[sensitivity.id] ?? sensitivity.label}</th><td class="num">${wordedMusd(single, one(sensitivity.blocRealIncomeChangeMusd)).value}</td><td class="num">${wordedMusd(single, one(sensitivity.blocTurnoverChangeMusd)).value}</td><td>${countryName(context, sensitivity.leader.iso3)} ${wordedPercent(single, one(sensitivity.leader.realIncomeChangePercent)).value}${m.percentSign}</td></tr>`,
  )
  if (rows.length === 0) return html``
  const hasFigures = result.sensitivities.some(({ id }) => FIGURE_ENDS.has(id))
  const headline = html`<tr><th scope="row">${t.headline}</th><td class="num"><b>${wordedMusd(single, one(result.bloc.realIncomeChangeMusd.value)).value}</b></td><td class="num"><b>${wordedMusd(single, one(result.bloc.turnoverChangeMusd.value)).value}</b></td><td>${leader !== undefined && html`<b>${countryName(context, leader.iso3)} ${wordedPercent(single, one(leader.realIncomeChangePercent.value)).value}${m.percentSign}</b>`}</td></tr>`
  return scrollTable(
    t.title,
    html`${headings([t.name, t.income, t.turnover, t.leader], new Set([1, 2]))}<tbody>${headline}${rows}</tbody>`,
    [t.note, hasFigures ? t.figures : '', t.avoidance].filter(part => part !== '').join(m.betweenSentences),
    'wide-first',
  )
}
