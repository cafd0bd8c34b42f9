/** Collects the faults of a package, so that all of them are reported at once. */
import type { Issue } from '../../errors.js'

export interface IssueList {
  readonly issues: Issue[]
  add(issue: Issue): void
}

export function issueList(): IssueList {
  const issues: Issue[] = []
  return { issues, add: issue => issues.push(issue) }
}

/** A cell or word as it is shown in a message, cut when long. */
export function shown(cell: string): string {
  return JSON.stringify(cell.length > 60 ? `${cell.slice(0, 57)}…` : cell)
}
