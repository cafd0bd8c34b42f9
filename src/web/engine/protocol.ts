/**
 * What the page and its workers say to each other. Two workers run the same program: one answers at once, at the central
 * parameters; the other computes the ranges. In both the newest request wins.
 */
import type { ContributionResult, Issue, IssueKind, PairUse, Result, RunProgress } from '../../index.js'
import type { WrittenScenario } from '../scenario/written.js'
import type { RecordChanges } from './record-changes.js'

/** A fault, as records that cross threads: a KeruenError without its class. */
export interface Fault {
  readonly kind: IssueKind
  readonly issues: readonly Issue[]
}

export type ToWorker =
  /** Where the page's data are; the worker answers `ready` or `failed`. */
  | { readonly kind: 'open'; readonly base: string }
  /** A scenario as JSON; `central` and `full` are answered by `central` and `full`, `fault` or, where a newer request came, nothing. */
  | { readonly kind: 'central' | 'full'; readonly ticket: number; readonly json: string }
  /** A YAML text of which nobody knows yet whether it is a scenario: answered by `checked` or `fault`, whatever else is asked. */
  | { readonly kind: 'check'; readonly ticket: number; readonly text: string; readonly file?: string }
  /** The scenario has changed: what is being computed is of no use any more. */
  | { readonly kind: 'drop' }
  | Question

/** Asked beside the answers, and answered by `contributions`, `users` or `fault`; `overtaken` where a newer scenario came. */
export type Question =
  /** How much each measure of a scenario contributes. */
  | { readonly kind: 'contributions'; readonly ticket: number; readonly json: string }
  /** Whose cargo passes a link or place. */
  | { readonly kind: 'users'; readonly ticket: number; readonly json: string; readonly id: string }

export type FromWorker =
  | { readonly kind: 'ready' }
  /** The data could not be loaded. */
  | { readonly kind: 'failed'; readonly message: string }
  /** A `CentralResult`, as what it differs in from the last that this worker sent. */
  | { readonly kind: 'central'; readonly ticket: number; readonly changes: RecordChanges }
  | { readonly kind: 'full'; readonly ticket: number; readonly result: Result }
  | { readonly kind: 'progress'; readonly ticket: number; readonly progress: RunProgress }
  | { readonly kind: 'checked'; readonly ticket: number; readonly written: WrittenScenario }
  | {
      readonly kind: 'contributions'
      readonly ticket: number
      readonly contributions: readonly ContributionResult[]
    }
  | { readonly kind: 'users'; readonly ticket: number; readonly users: readonly PairUse[] }
  | { readonly kind: 'overtaken'; readonly ticket: number }
  | { readonly kind: 'fault'; readonly ticket: number; readonly fault: Fault }
