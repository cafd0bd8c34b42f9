/** Up to four scenarios side by side, in place of the outcomes of one. */

import { IntervalChart } from '../../charts/interval-chart.js'
import type { IntervalRow } from '../../charts/interval-rows.js'
import type { ChartTable } from '../../export/csv.js'
import { corridorName, countryName, language, messages } from '../../i18n/messages.js'
import { pageWording } from '../../i18n/wording.js'
import type { WrittenScenario } from '../../scenario/written.js'
import {
  type Compared,
  compared,
  compareScenario,
  comparing,
  LETTERS,
  type Letter,
  leaveComparison,
  toggleComparison,
} from '../../state/compare.js'
import { scenario } from '../../state/lab.js'
import { openScenario } from '../../state/levers.js'
import { inReadersWords } from '../../state/names.js'
import { effectLegend, rowContext } from '../outcomes/chart-state.js'
import { tickWriter } from '../outcomes/outcome-rows.js'
import { RemoveButton } from '../remove-button.js'
import { type Answered, daysRows, incomeRows, turnoverRows } from './compare-rows.js'

const SHAPE = { height: 17, stacked: false }
const TALL = { height: 28, stacked: true }

/** In the top bar: puts the scenario beside the others, or goes back to one. */
export function CompareButton() {
  return (
    <button
      type="button"
      class="button tool-compare"
      aria-pressed={comparing.value}
      onClick={toggleComparison}
    >
      {messages.value.compare.button}
    </button>
  )
}

export function ComparePanel() {
  const words = messages.value.compare
  const answered = compared.value.flatMap(answeredOf)
  const names = { countryName, corridorName, today: words.today }
  const incomes = incomeRows(answered, names)
  const days = daysRows(answered, names)
  return (
    <section class="compare" aria-label={words.region}>
      <ComparedList />
      <div class="compare-charts">
        <CompareChart
          title={words.income}
          unit={messages.value.outcomes.incomeShort}
          rows={incomes}
          scale={1}
        />
        <div>
          <CompareChart
            title={words.turnover}
            unit={messages.value.outcomes.turnoverUnit}
            rows={turnoverRows(answered, letter => titleOf(writtenOf(letter)))}
            scale={1000}
          />
          {days.length === 0 ? (
            <p class="chart-note">{words.none}</p>
          ) : (
            <CompareChart title={words.days} unit={words.daysUnit} rows={days} scale={1} isTall />
          )}
        </div>
      </div>
    </section>
  )
}

function answeredOf({ letter, answer }: Compared): Answered[] {
  if (answer === undefined) return []
  const hasRanges = (answer.full?.uncertainty.draws ?? 0) > 0
  return [
    {
      letter,
      result: answer.full ?? answer.central,
      wording: pageWording(language.value, messages.value.outcomes.numbers, hasRanges),
    },
  ]
}

function writtenOf(letter: Letter): WrittenScenario {
  return compared.value.find(each => each.letter === letter)!.written
}

function titleOf(written: WrittenScenario): string {
  return written.title === undefined ? messages.value.compare.untitled : inReadersWords(written.title)
}

function ComparedList() {
  const words = messages.value.compare
  const isThere = compared.value.some(({ written }) => written === scenario.value)
  const isFull = compared.value.length === LETTERS.length
  return (
    <header class="compare-head">
      <ul>
        {compared.value.map(({ letter, written, answer }) => (
          <li key={letter} class={written === scenario.value ? 'is-open' : undefined}>
            <button
              type="button"
              class="compare-open"
              aria-label={`${words.open(letter)}: ${titleOf(written)}`}
              title={titleOf(written)}
              onClick={() => openScenario(written)}
            >
              <b>{letter}</b>
              <span>{titleOf(written)}</span>
            </button>
            {answer === undefined && <span class="chart-note">{words.waiting}</span>}
            <RemoveButton label={words.leave(letter)} onClick={() => leaveComparison(letter)} />
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="button"
        disabled={isThere || isFull}
        onClick={() => compareScenario(scenario.peek())}
      >
        {words.add}
      </button>
      {(isThere || isFull) && <span class="chart-note">{isThere ? words.there : words.full}</span>}
      <button
        type="button"
        class="button bare"
        onClick={() => {
          comparing.value = false
        }}
      >
        {words.stop}
      </button>
    </header>
  )
}

interface CompareChartProps {
  readonly title: string
  readonly unit: string
  readonly rows: readonly IntervalRow[]
  /** Units of the rows in one unit of the axis. */
  readonly scale: number
  readonly isTall?: boolean
}

function CompareChart({ title, unit, rows, scale, isTall = false }: CompareChartProps) {
  return (
    <IntervalChart
      title={title}
      unit={unit}
      rows={rows}
      shape={isTall ? TALL : SHAPE}
      tickLabel={tickWriter(rowContext.value.wording, scale, '')}
      table={tableOf(title, rows, scale)}
      sources={['trade', 'network-links', 'parameters']}
      legend={effectLegend()}
      onSelect={({ key }) => {
        const letter = LETTERS.find(each => key.endsWith(each))
        if (letter !== undefined) openScenario(writtenOf(letter))
      }}
    />
  )
}

function tableOf(title: string, rows: readonly IntervalRow[], scale: number): ChartTable {
  const { columns } = messages.value.outcomes
  return {
    title,
    columns: [
      { title: messages.value.compare.scenario },
      { title: columns.value, numeric: true },
      { title: columns.low, numeric: true },
      { title: columns.high, numeric: true },
    ],
    rows: rows.map(({ name, range, bar }) => [
      name,
      range.value / scale,
      bar === 'known' ? range.low / scale : null,
      bar === 'known' ? range.high / scale : null,
    ]),
  }
}
