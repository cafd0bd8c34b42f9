/** What a run and its helper thread say to each other. */

/** A task is opened once with what its jobs read; a job names the opening that it belongs to. */
export type HelperRequest =
  | { readonly kind: 'open'; readonly opening: number; readonly task: string; readonly context: unknown }
  | { readonly kind: 'job'; readonly opening: number; readonly id: number; readonly job: unknown }

/** A job that failed says so only: it is done again on the other side, where its error is told. */
export interface HelperAnswer {
  readonly id: number
  readonly isDone: boolean
  readonly done?: unknown
}
