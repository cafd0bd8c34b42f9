/** How the newest answer's numbers are put into words, and the ranges that were the last to be known. */
import { computed } from '@preact/signals'
import type { Result } from '../../../index.js'
import { language, messages } from '../../i18n/messages.js'
import { pageWording } from '../../i18n/wording.js'
import { answer, hasRanges } from '../../state/lab.js'

export const wording = computed(() =>
  pageWording(language.value, messages.value.outcomes.numbers, hasRanges.value),
)

let last: Result | undefined
/** The newest result with ranges, also while the next is being computed: its bars stay, pale. */
export const lastRanges = computed(() => {
  const { full } = answer.value
  if (full !== undefined && full.uncertainty.draws > 0) last = full
  return last
})
