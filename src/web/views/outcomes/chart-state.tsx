/** What the outcome charts share. */
import { computed } from '@preact/signals'
import type { IntervalRow } from '../../charts/interval-rows.js'
import type { LegendItem } from '../../export/chart-picture.js'
import { corridorName, countryName, messages } from '../../i18n/messages.js'
import { answer, type Selection, selection } from '../../state/lab.js'
import { incomeAtWaits, type RowContext } from './outcome-rows.js'
import { lastRanges, wording } from './wording-state.js'

export const rowContext = computed<RowContext>(() => ({
  wording: wording.value,
  words: messages.value.outcomes,
  quality: messages.value.data.quality,
  countryName,
  corridorName,
  last: lastRanges.value,
  atWaits: answer.value.full === undefined ? new Map() : incomeAtWaits(answer.value.full),
}))

/** The one form of every effect, explained. */
export function effectLegend(): LegendItem[] {
  const { legend } = messages.value.outcomes
  return [
    { mark: 'dot', token: 'gain-3', label: legend.gain },
    { mark: 'dot', token: 'loss-3', label: legend.loss },
    { mark: 'dot', token: 'ink-2', label: legend.zero },
    { mark: 'hollow', token: 'ink-2', label: legend.estimated },
    { mark: 'bar', token: 'gain-1', label: legend.bar },
  ]
}

/** The same, and the line of other waits where a row has one. */
export function incomeLegend(rows: readonly IntervalRow[]): LegendItem[] {
  const item: LegendItem = { mark: 'line', token: 'ink-2', label: messages.value.assumptions.legend }
  return hasLine(rows) ? [...effectLegend(), item] : effectLegend()
}

/** What stands beside the title of real incomes. */
export function incomeUnit(rows: readonly IntervalRow[]): string {
  return hasLine(rows) ? messages.value.assumptions.unit : messages.value.outcomes.incomeShort
}

const hasLine = (rows: readonly IntervalRow[]): boolean => rows.some(({ line }) => line !== undefined)

type Figure = Extract<Selection, { readonly kind: 'figure' }>['figure']

/** A title that opens the derivation of its figure. */
export function figureTitle(title: string, figure: Figure) {
  return (
    <button
      type="button"
      class="figure-title"
      aria-label={messages.value.outcomes.why(title)}
      onClick={() => {
        selection.value = { kind: 'figure', figure }
      }}
    >
      {title}
    </button>
  )
}
