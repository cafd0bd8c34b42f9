/**
 * The one error that Keruen throws on purpose.
 *
 * A failure is a list of issues, each with a stable dotted code, a place, what was expected, what was found and the
 * mend. Sentences for people are made from them at the doors (`formatIssue`); codes never change their meaning.
 */

/** usage and input end the program with exit code 2, failure with 1. */
export type IssueKind = 'usage' | 'input' | 'failure'

/** Where an issue stands; every part that is known is given. */
export interface IssuePlace {
  readonly file?: string
  /** 1-based. */
  readonly line?: number
  /** 1-based. */
  readonly column?: number
  /** Path of the field or name of the column, e.g. `measures[0].hours`. */
  readonly field?: string
}

/** One fault, in parts. */
export interface Issue {
  /** Stable and dotted, e.g. `scenario.unknown-place`, `dataset.missing-column`, `numeric.not-converged`. */
  readonly code: string
  readonly at?: IssuePlace
  readonly expected?: string
  readonly found?: string
  /** What to type or do instead. */
  readonly mend?: string
}

/** Carries one or more issues of one kind. */
export class KeruenError extends Error {
  readonly kind: IssueKind
  readonly issues: readonly Issue[]

  constructor(kind: IssueKind, issues: Issue | readonly Issue[]) {
    const list: readonly Issue[] = Array.isArray(issues) ? issues : [issues as Issue]
    super(list.map(formatIssue).join('\n'))
    this.name = 'KeruenError'
    this.kind = kind
    this.issues = list
  }

  /** Code of the first issue. */
  get code(): string {
    return this.issues[0]?.code ?? 'unknown'
  }
}

/** One issue as a sentence: `file:line:column: field: expected …, found …. Mend (code)`. */
export function formatIssue(issue: Issue): string {
  const { file, line, column, field } = issue.at ?? {}
  const position = [file, line, column].filter(part => part !== undefined).join(':')
  const place = [position, field].filter(part => part !== undefined && part !== '').join(': ')
  const facts = [
    issue.expected === undefined ? undefined : `expected ${issue.expected}`,
    issue.found === undefined ? undefined : `found ${issue.found}`,
  ]
    .filter(part => part !== undefined)
    .join(', ')
  const sentence = [facts, issue.mend].filter(part => part !== undefined && part !== '').join('. ')
  return `${place === '' ? '' : `${place}: `}${sentence} (${issue.code})`
}
