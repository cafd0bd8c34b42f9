/** What the server and its threads of the model say to each other. */
import type { Issue, IssueKind, RunProgress } from '../index.js'
import type { AskedRun, CheckedScenario, FinishedRun } from './model.js'

export type ModelRequest =
  | { readonly kind: 'check'; readonly text: string; readonly file: string }
  | { readonly kind: 'run'; readonly run: AskedRun }

export type ModelAnswer =
  | { readonly kind: 'checked'; readonly checked: CheckedScenario }
  | { readonly kind: 'progress'; readonly progress: RunProgress }
  | { readonly kind: 'finished'; readonly finished: FinishedRun }
  /** A KeruenError without its class. */
  | {
      readonly kind: 'fault'
      readonly fault: { readonly kind: IssueKind; readonly issues: readonly Issue[] }
    }
