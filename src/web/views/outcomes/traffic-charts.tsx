/** Traffic by corridor; transit and its revenue by member, once the ranges are there. */
import type { ComponentChild } from 'preact'
import { IntervalChart } from '../../charts/interval-chart.js'
import { messages } from '../../i18n/messages.js'
import { corridorShort } from '../../i18n/short-names.js'
import { answer, result, selection } from '../../state/lab.js'
import { effectLegend, figureTitle, rowContext } from './chart-state.js'
import { changedTraffic, corridorRow, revenueRow, tickWriter, transitRow } from './outcome-rows.js'
import { trafficTable, transitTable } from './tables.js'

const SHAPE = { height: 34, stacked: true, least: 1000 }
const REVENUE_SHAPE = { ...SHAPE, least: 1 }
const CORRIDORS = 4
const MEMBERS = 4

export function TrafficChart({ head }: { readonly head?: ComponentChild }) {
  const words = messages.value.outcomes
  const context = rowContext.value
  const rows = changedTraffic(result.value, CORRIDORS)
    .sort((a, b) => b.teu.after - b.teu.before - (a.teu.after - a.teu.before))
    .map(corridor => corridorRow(context, corridor, corridorShort(context.corridorName(corridor.id))))
  return (
    <IntervalChart
      title={words.traffic}
      head={head}
      unitBelow={head !== undefined}
      unit={words.trafficUnit}
      rows={rows}
      shape={SHAPE}
      tickLabel={tickWriter(context.wording, 1000, '')}
      table={trafficTable(context, words.traffic, result.value)}
      sources={['network-corridors', 'network-links', 'trade']}
      legend={effectLegend()}
      onSelect={({ key }) => {
        selection.value = { kind: 'corridor', corridorId: key }
      }}
      note={rows.length === 0 && <p class="chart-note">{words.noCorridors}</p>}
    />
  )
}

interface TransitChartProps {
  readonly of: 'teu' | 'revenue'
  readonly head?: ComponentChild
}

export function TransitChart({ of, head }: TransitChartProps) {
  const words = messages.value.outcomes
  const context = rowContext.value
  const isTeu = of === 'teu'
  const title = isTeu ? words.transit : words.revenue
  const { full } = answer.value
  const members = new Set(result.value.bloc.members)
  const change = (country: NonNullable<typeof full>['countries'][number]) =>
    (isTeu ? country.transitTeuChange : country.transitRevenueChangeMusd).value
  const countries = (full?.countries ?? [])
    .filter(({ iso3 }) => members.has(iso3))
    .sort((a, b) => change(b) - change(a))
  const most = [...countries].sort((a, b) => Math.abs(change(b)) - Math.abs(change(a))).slice(0, MEMBERS)
  const row = isTeu ? transitRow : revenueRow
  return (
    <IntervalChart
      title={title}
      head={head ?? figureTitle(title, 'transit')}
      unitBelow={head !== undefined}
      unit={isTeu ? words.transitUnit : words.revenueUnit}
      rows={countries.filter(country => most.includes(country)).map(country => row(context, country))}
      shape={isTeu ? SHAPE : REVENUE_SHAPE}
      tickLabel={tickWriter(context.wording, isTeu ? 1000 : 1, '')}
      table={transitTable(context, title, countries, of)}
      sources={['network-corridors', 'network-links', 'trade']}
      legend={effectLegend()}
      onSelect={({ key }) => {
        selection.value = { kind: 'country', iso3: key }
      }}
      note={full === undefined && <p class="chart-note">{words.transitLater}</p>}
    />
  )
}
