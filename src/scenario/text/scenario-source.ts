/** What a scenario is resolved from, whatever it was written in. */
import type { Issue, IssuePlace } from '../../errors.js'
import { formatPath, type Path } from './path.js'

export interface ScenarioSource {
  readonly value: unknown
  /**
   * Place of a value (or of the key itself with `key: true`); of the nearest parent where the path has none.
   */
  readonly locate: (path: Path, options?: { readonly key?: boolean }) => IssuePlace
  /** Faults of the writing itself; `value` is then undefined. */
  readonly issues: readonly Issue[]
}

/** A value that stands in no text: its places are fields, without lines. */
export function plainSource(value: unknown, file: string | undefined): ScenarioSource {
  const locate = (path: Path): IssuePlace => {
    const field = formatPath(path)
    return { ...(file !== undefined && { file }), ...(field !== '' && { field }) }
  }
  return { value, locate, issues: [] }
}
