/** Trade among members: the total with its range, and the pairs that change most. */
import type { ComponentChild } from 'preact'
import { IntervalChart } from '../../charts/interval-chart.js'
import { number } from '../../i18n/locale.js'
import { language, messages } from '../../i18n/messages.js'
import { result, selection } from '../../state/lab.js'
import { effectLegend, figureTitle, rowContext } from './chart-state.js'
import { inUnit, pairRow, tickWriter, toldIn } from './outcome-rows.js'
import { mostChangedPairs } from './pair-changes.js'
import { pairTable } from './tables.js'

const SHAPE = { height: 28, stacked: true, least: 10 }
const PAIRS = 4

export function TurnoverChart({ head }: { readonly head?: ComponentChild }) {
  const words = messages.value.outcomes
  const context = rowContext.value
  const pairs = mostChangedPairs(result.value)
  const change = (pair: (typeof pairs)[number]) => pair.turnoverChangeMusd.value
  // largest gain to largest loss, of those that change most
  const rows = pairs
    .filter(pair => Math.abs(change(pair)) >= 0.5)
    .slice(0, PAIRS)
    .sort((p, q) => change(q) - change(p))
    .map(pair => pairRow(context, pair))
  return (
    <IntervalChart
      title={words.turnover}
      head={head ?? figureTitle(words.turnover, 'turnover')}
      unitBelow={head !== undefined}
      unit={words.turnoverUnit}
      rows={rows}
      shape={SHAPE}
      tickLabel={tickWriter(context.wording, 1000, '')}
      table={pairTable(context, words.turnover, pairs)}
      sources={['trade', 'network-links', 'parameters']}
      legend={effectLegend()}
      onSelect={() => {
        selection.value = { kind: 'figure', figure: 'turnover' }
      }}
      lead={<Total />}
      note={rows.length === 0 && <p class="chart-note">{words.noPairs}</p>}
    />
  )
}

function Total() {
  const words = messages.value.outcomes
  const { wording } = rowContext.value
  const { turnoverChangeMusd, turnoverBeforeMusd } = result.value.bloc
  const { value, interval } = toldIn(wording, turnoverChangeMusd, inUnit(turnoverChangeMusd, 1000, 2))
  const today = number(language.value, turnoverBeforeMusd / 1000)
  return (
    <p class="chart-total">
      <button
        type="button"
        class="figure"
        onClick={() => {
          selection.value = { kind: 'figure', figure: 'turnover' }
        }}
      >
        {value}
      </button>
      <span>{words.onToday(interval, today)}</span>
    </p>
  )
}
