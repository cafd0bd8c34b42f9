/** The records in which the why panel's contents are told, without markup. */
import type { CentralResult, Dataset, Measure, Quality, Range, Result } from '../../../index.js'
import type { Worded } from '../../../report/words.js'
import type { Language } from '../../i18n/languages.js'
import type { Messages } from '../../i18n/later-messages.js'
import type { PageWording } from '../../i18n/wording.js'
import type { Movable } from '../../scenario/lever-for.js'
import type { StepId } from '../method/steps.js'

export interface SubjectContext {
  readonly dataset: Dataset
  readonly result: CentralResult
  /** The whole result, where it is there. */
  readonly full: Result | undefined
  readonly language: Language
  readonly wording: PageWording
  readonly words: Messages
  readonly countryName: (iso3: string) => string
  readonly corridorName: (id: string) => string
}

/** A figure as it is drawn: today's bar in grey above the scenario's; a range of one point is drawn as a dot alone. */
export interface Level {
  readonly label: string
  readonly before?: Range
  readonly after: Range
  /** In words. */
  readonly beforeText?: string
  readonly afterText: string
  readonly unit: string
  readonly interval: string
  readonly token: 'gain' | 'loss' | 'zero' | 'delay'
  readonly estimated: boolean
}

export interface Fact {
  readonly label: string
  /** Today's, where it is another. */
  readonly before?: string
  readonly after: string
  readonly interval?: string
}

/** What the dataset says of a row. */
export interface RowSource {
  readonly label: string
  readonly quality: Quality
  readonly source: string
}

/** Of which figure the measures' contributions are told. */
export type Contributed =
  | { readonly kind: 'country'; readonly iso3: string }
  | { readonly kind: 'real-income' | 'turnover' | 'transit' }

export interface Subject {
  /** What it is. */
  readonly kicker: string
  readonly title: string
  readonly level?: Level
  readonly facts: readonly Fact[]
  readonly notes: readonly string[]
  /** Of the whole answer, where the subject is of it. */
  readonly notices?: readonly string[]
  /** First the one that the figure stands on. */
  readonly rows: readonly RowSource[]
  /** Tables of the dataset behind it. */
  readonly tables: readonly string[]
  readonly contributed: Contributed
  /** Whether a measure acts on it by itself. */
  readonly acts: (measure: Measure) => boolean
  readonly steps: readonly StepId[]
  /** What a lever could move; undefined where none can. */
  readonly movable?: Movable
}

/** A change with its interval. */
export function rangeFact(label: string, { value, interval }: Worded, unit = ''): Fact {
  return { label, after: `${value}${unit}`, ...(interval !== '' && { interval }) }
}

/** A level today and in the scenario; one number where they are the same to the digit. */
export function levelFact(label: string, before: string, after: string, interval?: string): Fact {
  return { label, after, ...(before !== after && { before }), ...(interval !== undefined && { interval }) }
}

export function point(value: number): Range {
  return { value, low: value, high: value }
}
