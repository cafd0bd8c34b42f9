/** The state of the lab, as signals: each view reads what it shows and changes nothing but by the functions of this folder. */
import { computed, signal } from '@preact/signals'
import type { CentralResult, Dataset, Result } from '../../index.js'
import { withNames } from '../../report/reader-names.js'
import type { Fault } from '../engine/protocol.js'
import { TODAY, type WrittenScenario } from '../scenario/written.js'
import { names } from './names.js'

/** An answer of the model to a scenario. */
export interface Answer {
  readonly written: WrittenScenario
  /** Central values alone, or the whole with its ranges. */
  readonly central: CentralResult
  /** Undefined until the ranges have arrived. */
  readonly full: Result | undefined
}

export type View = 'lab' | 'bloc' | 'data' | 'method'

/** What is clicked on the map or in a list; the why panel speaks of it. */
export type Selection =
  | { readonly kind: 'country'; readonly iso3: string }
  | { readonly kind: 'crossing' | 'terminal'; readonly placeId: string }
  | { readonly kind: 'link'; readonly linkId: string }
  | { readonly kind: 'corridor'; readonly corridorId: string }
  | { readonly kind: 'figure'; readonly figure: 'real-income' | 'turnover' | 'transit' }

export interface EngineStatus {
  /** `loading` the routes; `ready`; `failed` for good. */
  readonly state: 'loading' | 'ready' | 'failed'
  readonly message?: string
  /** Of the ranges that are being computed, 0–1; undefined where none are. */
  readonly rangeProgress?: number
}

/** The dataset as the model has it, in English: set before anything is shown. */
export const embedded = signal<Dataset>(undefined as never)
/** The same with names in the reader's language: what is shown. */
export const dataset = computed<Dataset>(() =>
  names.value === undefined ? embedded.value : withNames(embedded.value, names.value),
)
/** The scenario as the reader has it now. */
export const scenario = signal<WrittenScenario>(TODAY)
/** The newest answer; the one of today's world before any. It stays until the next has come. */
export const answer = signal<Answer>(undefined as never)
/** Why the newest scenario has no answer; the answer shown is then an older one's. */
export const fault = signal<Fault | undefined>(undefined)
export const engine = signal<EngineStatus>({ state: 'loading' })
export const view = signal<View>('lab')
export const selection = signal<Selection | undefined>(undefined)
/** True while a hand drags a lever: nothing is eased, and ranges wait. */
export const dragging = signal(false)

/** The whole result where it is there, else the central part. */
export const result = computed<CentralResult>(() => answer.value.full ?? answer.value.central)
/** Whether every figure shown has its range. */
export const hasRanges = computed(() => (answer.value.full?.uncertainty.draws ?? 0) > 0)
/** Whether what is shown is today's world, with nothing changed. */
export const showsToday = computed(() => (answer.value.written.measures ?? []).length === 0)
/** Whether what is shown answers the scenario as it is now. */
export const isCurrent = computed(() => answer.value.written === scenario.value)
