/** What the outcome charts share. */
import { computed } from '@preact/signals'
import type { LegendItem } from '../../export/chart-picture.js'
import { corridorName, countryName, messages } from '../../i18n/messages.js'
import { type Selection, selection } from '../../state/lab.js'
import type { RowContext } from './outcome-rows.js'
import { lastRanges, wording } from './wording-state.js'

export const rowContext = computed<RowContext>(() => ({
  wording: wording.value,
  words: messages.value.outcomes,
  quality: messages.value.data.quality,
  countryName,
  corridorName,
  last: lastRanges.value,
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
