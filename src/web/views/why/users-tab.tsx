/** Who uses it: the trade that passes a link or place, a country's partners, what a corridor's traffic pays on its way. */
import { useEffect } from 'preact/hooks'
import type { Range } from '../../../index.js'
import { countryName, language, messages } from '../../i18n/later-messages.js'
import { number } from '../../i18n/locale.js'
import { answer, result, selection } from '../../state/lab.js'
import { toldIn } from '../outcomes/outcome-rows.js'
import { mostChangedPairs, partnerChanges } from '../outcomes/pair-changes.js'
import { wording } from '../outcomes/wording-state.js'
import { countUsers, usersOf } from './why-state.js'

/** Rows that stand open; the others are summed in one. */
const ROWS = 14

export function UsersTab() {
  const chosen = selection.value
  switch (chosen?.kind) {
    case 'crossing':
    case 'terminal':
      return <PassingTrade id={chosen.placeId} />
    case 'link':
      return <PassingTrade id={chosen.linkId} />
    case 'country':
      return <Partners iso3={chosen.iso3} />
    case 'corridor':
      return <Earnings corridorId={chosen.corridorId} />
    case 'figure':
      return chosen.figure === 'turnover' ? <Pairs /> : <Members figure={chosen.figure} />
    default:
      return null
  }
}

function PassingTrade({ id }: { readonly id: string }) {
  const { users: words } = messages.value.why
  const { written } = answer.value
  useEffect(() => void countUsers(id), [id, written])
  const pairs = usersOf(id)
  if (pairs === 'asking') return <p role="status">{words.asking}</p>
  if (pairs === undefined) return <p>{words.unknown}</p>
  if (pairs.length === 0) return <p>{words.nobody}</p>
  const rows = pairs.map(({ a, b, teu }) => ({
    name: messages.value.outcomes.pair(countryName(a), countryName(b)),
    before: teu.before / 1000,
    after: teu.after / 1000,
  }))
  return <LevelTable title={words.pairs} head={words.pair} rows={rows} decimals={1} />
}

function Partners({ iso3 }: { readonly iso3: string }) {
  const { users: words } = messages.value.why
  const rows = partnerChanges(result.value.flows, iso3).map(({ partner, beforeMusd, afterMusd }) => ({
    name: countryName(partner),
    before: beforeMusd / 1000,
    after: afterMusd / 1000,
  }))
  return <LevelTable title={words.partners} head={words.partner} rows={rows} decimals={2} />
}

function Pairs() {
  const { why, outcomes } = messages.value
  const rows = mostChangedPairs(result.value).map(({ a, b, turnoverBeforeMusd, turnoverChangeMusd }) => ({
    name: outcomes.pair(countryName(a), countryName(b)),
    before: turnoverBeforeMusd / 1000,
    after: (turnoverBeforeMusd + turnoverChangeMusd.value) / 1000,
    interval: intervalOf(turnoverChangeMusd),
  }))
  return (
    <LevelTable
      title={why.users.partners}
      head={why.users.pair}
      rows={rows}
      decimals={2}
      interval={intervalOf(result.value.bloc.turnoverChangeMusd)}
    />
  )
}

/** Of a change in billion USD; undefined while it is computed. */
function intervalOf(range: Range): string | undefined {
  const { interval } = toldIn(wording.value, range, { unit: 1000, decimals: 2, step: 1 })
  return interval === '' ? undefined : interval
}

function Members({ figure }: { readonly figure: 'real-income' | 'transit' }) {
  const { why, whyWords } = messages.value
  const members = new Set(result.value.bloc.members)
  const rows = result.value.countries
    .filter(({ iso3 }) => members.has(iso3))
    .flatMap((country): LevelRow[] => {
      const name = countryName(country.iso3)
      if (figure === 'real-income')
        return [{ name, before: undefined, after: country.realIncomeChangeMusd.value }]
      const { transitRevenueBeforeMusd: before, transitRevenueChangeMusd: change } = country
      return before === undefined || change === undefined
        ? []
        : [{ name, before, after: before + change.value }]
    })
    .sort((a, b) => b.after - (b.before ?? 0) - (a.after - (a.before ?? 0)))
  if (rows.length === 0) return <p>{why.noTransit}</p>
  const title = figure === 'transit' ? whyWords.labels.revenue : why.users.members
  return <LevelTable title={title} head={why.users.country} rows={rows} decimals={1} />
}

function Earnings({ corridorId }: { readonly corridorId: string }) {
  const { users: words } = messages.value.why
  const corridor = result.value.corridors.find(({ id }) => id === corridorId)
  const rows = (corridor?.earnings ?? []).map(({ iso3, usdPerTeu }) => ({
    name: countryName(iso3),
    before: usdPerTeu.before,
    after: usdPerTeu.after,
  }))
  return (
    <>
      {rows.length > 0 && <LevelTable title={words.earnings} head={words.country} rows={rows} decimals={0} />}
      <p class="chart-note">{words.legs}</p>
    </>
  )
}

interface LevelRow {
  readonly name: string
  /** Undefined where the figure is a change in itself. */
  readonly before: number | undefined
  readonly after: number
  /** Of the change, where it is known. */
  readonly interval?: string | undefined
}

interface LevelTableProps {
  readonly title: string
  readonly head: string
  readonly rows: readonly LevelRow[]
  readonly decimals: number
  /** Of the change of all. */
  readonly interval?: string | undefined
}

/** From here on decimals say nothing. */
const LARGE = 1000

function LevelTable({ title, head, rows, decimals: wanted, interval }: LevelTableProps) {
  const decimals = rows.some(row => Math.max(row.before ?? 0, row.after) >= LARGE) ? 0 : wanted
  const words = messages.value.why.users
  const write = (value: number, signed = false) => number(language.value, value, { decimals, signed })
  const isChange = rows.every(({ before }) => before === undefined)
  const rest = rows.slice(ROWS)
  const sum = (of: readonly LevelRow[], side: 'before' | 'after') =>
    of.reduce((total, row) => total + (row[side] ?? 0), 0)
  const summed = (name: string, of: readonly LevelRow[]): LevelRow => ({
    name,
    before: isChange ? undefined : sum(of, 'before'),
    after: sum(of, 'after'),
  })
  const shown = [
    ...rows.slice(0, ROWS),
    ...(rest.length > 0 ? [summed(words.others(rest.length), rest)] : []),
    { ...summed(words.all, rows), interval },
  ]
  return (
    <table class="level-table">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {!isChange && (
            <>
              <th scope="col">{words.before}</th>
              <th scope="col">{words.after}</th>
            </>
          )}
          <th scope="col">{words.change}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ name, before, after, interval: range }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {before !== undefined && (
              <>
                <td>{write(before)}</td>
                <td>{write(after)}</td>
              </>
            )}
            <td>
              {write(after - (before ?? 0), true)}
              {range !== undefined && <span class="facts-interval">{range}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
