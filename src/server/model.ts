/** What the server asks of the model, which works on threads of its own: no scenario, however odd, holds up an answer. */
import type { Language, RunProgress } from '../index.js'

/** A scenario that can be run. */
export interface CheckedScenario {
  readonly name: string
  readonly title: string
  readonly draws: number
}

export interface AskedRun {
  /** YAML of the scenario. */
  readonly text: string
  /** Name in messages, and of a scenario that gives itself none. */
  readonly file: string
  /** Of the report. */
  readonly language: Language
}

export interface FinishedRun {
  /** Of the scenario, as in `result.json`. */
  readonly hash: string
  /** `bloc` of `result.json`. */
  readonly bloc: unknown
  /** Files of the result by name, see `RESULT_FILES`. */
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>
}

export interface RunningModel {
  /** Rejects with a KeruenError where the model says what is wrong, with another error where its thread is gone. */
  readonly done: Promise<FinishedRun>
  readonly stop: () => void
}

export interface Model {
  /**
   * @param file name in messages, and of a scenario that gives itself none.
   * @throws KeruenError: its issues; HttpFault where it takes too long or too many wait.
   */
  check(text: string, file: string): Promise<CheckedScenario>
  run(asked: AskedRun, onProgress: (progress: RunProgress) => void): RunningModel
  close(): void
}
