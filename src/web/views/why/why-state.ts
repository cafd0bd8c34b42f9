/** What the why panel shows, and what was asked of the model for it. */
import { computed, signal } from '@preact/signals'
import type { ContributionResult, PairUse } from '../../../index.js'
import { askContributions, askUsers } from '../../engine/engine.js'
import { corridorName, countryName, language, messages } from '../../i18n/later-messages.js'
import type { WrittenScenario } from '../../scenario/written.js'
import { answer, dataset, result, selection } from '../../state/lab.js'
import { wording } from '../outcomes/wording-state.js'
import { subjectOf } from './subject.js'

export const subject = computed(() =>
  selection.value === undefined
    ? undefined
    : subjectOf(selection.value, {
        dataset: dataset.value,
        result: result.value,
        full: answer.value.full,
        language: language.value,
        wording: wording.value,
        words: messages.value,
        countryName,
        corridorName,
      }),
)

/** Contributions of the measures of one scenario: on the way (0–1), there, or not to be told. */
type Asked =
  | { readonly state: 'asking'; readonly done: number }
  | { readonly state: 'there'; readonly rows: readonly ContributionResult[] }
  | { readonly state: 'too-many' | 'failed' }

const asked = signal<{ readonly written: WrittenScenario; readonly is: Asked } | undefined>(undefined)

/** Of the scenario that is answered now. */
export const contributions = computed<Asked | undefined>(() =>
  asked.value?.written === answer.value.written ? asked.value.is : undefined,
)

export async function tellApart(): Promise<void> {
  const { written } = answer.peek()
  const keep = (is: Asked | undefined) => {
    asked.value = is && { written, is }
  }
  keep({ state: 'asking', done: 0 })
  const reply = await askContributions(written, done => keep({ state: 'asking', done }))
  if (reply === undefined) keep(undefined)
  else if (!('issues' in reply)) keep({ state: 'there', rows: reply })
  else
    keep({
      state: reply.issues.some(({ code }) => code === 'scenario.attribution-players') ? 'too-many' : 'failed',
    })
}

interface Users {
  readonly written: WrittenScenario
  readonly id: string
  /** `asking`, or undefined where it is not known. */
  readonly pairs: readonly PairUse[] | 'asking' | undefined
}

const users = signal<Users | undefined>(undefined)

/** Who uses a link or place in the scenario that is answered now. */
export function usersOf(id: string): Users['pairs'] {
  const known = users.value
  return known?.id === id && known.written === answer.value.written ? known.pairs : 'asking'
}

export async function countUsers(id: string): Promise<void> {
  const { written } = answer.peek()
  if (users.peek()?.id === id && users.peek()?.written === written) return
  users.value = { written, id, pairs: 'asking' }
  const pairs = await askUsers(written, id)
  if (users.peek()?.id === id && users.peek()?.written === written) users.value = { written, id, pairs }
}
