/** Today's world in figures, while nothing is changed: levels in place of changes. */
import type { ComponentChild } from 'preact'
import { IntervalChart } from '../../charts/interval-chart.js'
import type { LegendItem } from '../../export/chart-picture.js'
import { number, percent } from '../../i18n/locale.js'
import { language, messages } from '../../i18n/messages.js'
import { corridorShort } from '../../i18n/short-names.js'
import { answer, dataset, result, selection } from '../../state/lab.js'
import { figureTitle, rowContext } from './chart-state.js'
import {
  type LevelContext,
  membersByShare,
  pairLevelRow,
  pairLevelTable,
  pairsBySize,
  shareRow,
  shareTable,
  teuText,
  trafficLevelRow,
  trafficLevelTable,
  trafficToday,
  transitLevelRow,
  transitLevelTable,
} from './level-rows.js'
import { tickWriter } from './outcome-rows.js'

const SHARES = { height: 16, stacked: false }
const FOLDED_SHARES = { height: 23, stacked: false }
const ROWS = { height: 28, stacked: true }
const PAIRS = 4
const CORRIDORS = 4
const MEMBERS = 4
/** Shares that stand open on a phone. */
const OPEN_SHARES = 4

const context = (): LevelContext => ({ ...rowContext.value, today: messages.value.today })
const year = () => result.value.dataset.year
const ticks = (unit: number, suffix = '') =>
  tickWriter(rowContext.value.wording, unit, suffix, { signed: false })

function levelLegend(): LegendItem[] {
  const { today, outcomes } = messages.value
  return [
    { mark: 'dot', token: 'ink-2', label: today.legend },
    { mark: 'hollow', token: 'ink-2', label: outcomes.legend.estimated },
  ]
}

const selectCountry = ({ key }: { readonly key: string }) => {
  selection.value = { kind: 'country', iso3: key }
}

const selectTurnover = () => {
  selection.value = { kind: 'figure', figure: 'turnover' }
}

/** @param folded on a phone, the largest alone */
export function ShareToday({ folded }: { readonly folded: boolean }) {
  const words = messages.value.today
  const members = membersByShare(result.value)
  const shown = folded ? members.slice(0, OPEN_SHARES) : members
  return (
    <IntervalChart
      title={words.share}
      unit={words.shareUnit(year())}
      unitBelow={folded}
      rows={shown.map(country => shareRow(rowContext.value, country))}
      shape={folded ? FOLDED_SHARES : SHARES}
      tickLabel={ticks(1, language.value === 'zh' ? '%' : '\u00a0%')}
      table={shareTable(context(), words.share, members)}
      sources={['trade']}
      legend={levelLegend()}
      onSelect={selectCountry}
      note={<p class="chart-note">{words.incomeLater}</p>}
    />
  )
}

export function TurnoverToday({ head }: { readonly head?: ComponentChild }) {
  const words = messages.value.today
  const title = messages.value.outcomes.turnover
  const pairs = pairsBySize(result.value)
  const { turnoverBeforeMusd, turnoverShareBeforePercent } = result.value.bloc
  const share = percent(language.value, turnoverShareBeforePercent, { decimals: 0 })
  return (
    <IntervalChart
      title={title}
      head={head ?? figureTitle(title, 'turnover')}
      unitBelow
      unit={words.turnoverUnit(year())}
      rows={pairs.slice(0, PAIRS).map(pair => pairLevelRow(rowContext.value, pair))}
      shape={ROWS}
      tickLabel={ticks(1000)}
      table={pairLevelTable(context(), title, pairs)}
      sources={['trade']}
      legend={levelLegend()}
      onSelect={selectTurnover}
      lead={
        <p class="chart-total">
          <button type="button" class="figure" onClick={selectTurnover}>
            {number(language.value, turnoverBeforeMusd / 1000)}
          </button>
          <span>{words.ofMembersTrade(share)}</span>
        </p>
      }
      note={<p class="chart-note">{words.largestPairs(Math.min(PAIRS, pairs.length), pairs.length)}</p>}
    />
  )
}

export function TrafficToday({ head }: { readonly head?: ComponentChild }) {
  const words = messages.value.today
  const title = messages.value.outcomes.traffic
  const { corridors } = dataset.value.network
  const isBySea = (id: string) =>
    corridors.find(each => each.id === id)?.modes.every(mode => mode === 'sea') ?? false
  const { land, sea } = trafficToday(result.value, isBySea, CORRIDORS)
  const { corridorName } = rowContext.value
  return (
    <IntervalChart
      title={title}
      head={head}
      unitBelow={head !== undefined}
      unit={words.trafficUnit(year())}
      rows={land.map(each => trafficLevelRow(rowContext.value, each, corridorShort(corridorName(each.id))))}
      shape={ROWS}
      tickLabel={ticks(1000)}
      table={trafficLevelTable(context(), title, result.value)}
      sources={['network-corridors', 'network-links', 'trade']}
      legend={levelLegend()}
      onSelect={({ key }) => {
        selection.value = { kind: 'corridor', corridorId: key }
      }}
      note={sea.slice(0, 1).map(({ id, teu }) => (
        <p class="chart-note" key={id}>
          {words.bySea(corridorName(id), teuText(rowContext.value, teu.before))}
        </p>
      ))}
    />
  )
}

interface TransitProps {
  readonly of: 'teu' | 'revenue'
  readonly head?: ComponentChild
}

export function TransitToday({ of, head }: TransitProps) {
  const words = messages.value
  const isTeu = of === 'teu'
  const title = isTeu ? words.outcomes.transit : words.outcomes.revenue
  const { full } = answer.value
  const members = new Set(result.value.bloc.members)
  const level = (country: NonNullable<typeof full>['countries'][number]) =>
    isTeu ? country.transitTeuBefore : country.transitRevenueBeforeMusd
  const countries = (full?.countries ?? [])
    .filter(({ iso3 }) => members.has(iso3))
    .sort((a, b) => level(b) - level(a))
  return (
    <IntervalChart
      title={title}
      head={head ?? figureTitle(title, 'transit')}
      unitBelow={head !== undefined}
      unit={isTeu ? words.today.trafficUnit(year()) : words.today.revenueUnit(year())}
      rows={countries.slice(0, MEMBERS).map(country => transitLevelRow(rowContext.value, country, of))}
      shape={ROWS}
      tickLabel={ticks(isTeu ? 1000 : 1)}
      table={transitLevelTable(context(), title, countries, of)}
      sources={['network-corridors', 'network-links', 'trade']}
      legend={levelLegend()}
      onSelect={selectCountry}
      note={full === undefined && <p class="chart-note">{words.outcomes.transitLater}</p>}
    />
  )
}
