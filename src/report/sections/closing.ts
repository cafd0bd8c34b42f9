/** How good the data is, sources and credits, the scenario itself, and notices. */
import type { CountryResult } from '../../scenario/result/result.js'
import { countryName, economyNote, type ReportContext } from '../context.js'
import { html, type Markup, userText } from '../html.js'
import { noticeText } from '../notice-text.js'
import { headings, linked, scrollTable } from './tables.js'

export function qualitySection(context: ReportContext): Markup {
  const { messages: m, members } = context
  const t = m.tables.quality
  const rows = [...members]
    .sort((a, b) => a.measuredTradeShare - b.measuredTradeShare || (a.iso3 < b.iso3 ? -1 : 1))
    .map(
      country =>
        html`<tr><th scope="row">${country.name}</th><td class="num">${context.numbers.sharePercent(country.measuredTradeShare)}</td><td>${t.words[country.quality] ?? country.quality}</td><td>${careWords(context, country)}</td></tr>`,
    )
  return html`<section id="quality"><h2>${t.title}</h2>${rows.length > 0 && scrollTable(t.tableTitle, html`${headings([t.name, t.share, t.weakest, t.cautions], new Set([1]))}<tbody>${rows}</tbody>`)}</section>`
}

function careWords(context: ReportContext, country: CountryResult): string {
  const t = context.messages.tables.quality
  // notes are on the dataset's own trade, which a many-sector baseline replaces
  const note = context.result.sectors === null ? economyNote(context, country.iso3) : undefined
  const codes = country.cautions
    .filter(code => code !== 'data-caution' || note === undefined)
    .map(code => t.cautionWords[code] ?? code)
  return note === undefined && codes.length === 0
    ? t.none
    : [...(note === undefined ? [] : [note]), ...codes].join(context.messages.semicolon)
}

export function sourcesSection(context: ReportContext): Markup {
  const { messages: m, dataset, result } = context
  const t = m.tables.sources
  const brought = (result.sectors?.sources ?? []).map(
    source =>
      html`<tr><th scope="row">${source.title}</th><td>${source.licence}</td><td>${source.attribution} <span class="under">${t.brought}</span></td></tr>`,
  )
  const rows = dataset.sources.map(
    source =>
      html`<tr><th scope="row">${linked(source.address, source.title)}</th><td>${linked(source.licenceAddress, source.licence)}</td><td>${source.attribution}${source.changes !== '' && html` <span class="under">${source.changes}</span>`}</td></tr>`,
  )
  return html`<section id="sources"><h2>${t.title}</h2><p>${t.dataset(dataset.title, dataset.version, dataset.hash.slice(0, 16))} ${t.shapes}</p>${rows.length === 0 ? html`<p>${t.none}</p>` : scrollTable(t.title, html`${headings([t.name, t.licence, t.credit], new Set())}<tbody>${brought}${rows}</tbody>`, undefined, 'wide-first untitled')}</section>`
}

export function scenarioSection(context: ReportContext, scenarioYaml: string): Markup {
  const { messages: m, result } = context
  const t = m.tables.scenario
  const { scenario, convergence } = result
  const facts: readonly (readonly [string, string])[] = [
    [t.hash, result.hash],
    [t.program, `${result.program.name} ${result.program.version}`],
    ...(result.sectors === null ? [] : [[t.sectors, t.sectorsText(result.sectors)] as const]),
    [t.draws, String(result.uncertainty.draws)],
    [t.seed, String(result.uncertainty.seed)],
    [
      t.members(result.bloc.id, result.bloc.asOf),
      result.bloc.members.map(iso3 => countryName(context, iso3)).join(m.comma),
    ],
    [
      t.convergence,
      t.convergenceText(String(convergence.passes), convergence.largestMarketClearingError.toExponential(0)),
    ],
  ]
  return html`<section id="scenario"><h2>${t.title}</h2>${scenario.description !== '' && html`<p>${userText(scenario.description)}</p>`}<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>${scenarioYaml !== '' && html`<pre class="scroll" role="region" tabindex="0" aria-label="${t.title}"><code>${scenarioYaml}</code></pre>`}<p class="source">${t.note}</p></section>`
}

export function noticesSection(context: ReportContext): Markup {
  const { messages: m, result } = context
  const t = m.tables.notices
  if (result.notices.length === 0)
    return html`<section id="notices"><h2>${t.title}</h2><p>${t.none}</p></section>`
  return html`<section id="notices"><h2>${t.title}</h2><ul class="notices">${result.notices.map(notice => html`<li>${noticeText(context, notice)} <code>${notice.code}</code></li>`)}</ul></section>`
}
