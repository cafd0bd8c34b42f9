/** Whatever goes wrong becomes `{ issues }`, never a stack trace. */
import { randomBytes } from 'node:crypto'
import { type Issue, KeruenError } from '../errors.js'
import { LIMITS } from './limits.js'

/** A request that is answered by a status of its own. */
export class HttpFault extends Error {
  readonly status: number
  readonly issue: Issue
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, issue: Issue, headers: Readonly<Record<string, string>> = {}) {
    super(issue.code)
    this.status = status
    this.issue = issue
    this.headers = headers
  }
}

/** One line for whoever runs the server. */
export type Log = (line: string) => void

export interface FaultAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: { readonly issues: readonly Issue[] }
}

export function answerOf(fault: unknown, log: Log): FaultAnswer {
  if (fault instanceof HttpFault) {
    return { status: fault.status, headers: fault.headers, body: { issues: shortened([fault.issue]) } }
  }
  if (fault instanceof KeruenError) {
    // What the person sent, or else a folder or a model that failed them here.
    const status = fault.kind === 'input' ? 422 : 500
    return { status, headers: {}, body: { issues: shortened(fault.issues) } }
  }
  return { status: 500, headers: {}, body: { issues: [unexpected(fault, log)] } }
}

/** A fault of the program itself: a number for the person, the same number and the reason for the log. */
export function unexpected(fault: unknown, log: Log): Issue {
  const number = randomBytes(4).toString('hex')
  const reason = fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault)
  log(`keruen: fault ${number} of the program itself: ${reason.replaceAll(/\s+/g, ' ').slice(0, 500)}`)
  return {
    code: 'lab.unexpected',
    found: `a fault of the program itself, number ${number}`,
    mend: 'The line with this number where the lab was started says more; please report it',
  }
}

/** Issues as they are sent: neither their number nor their texts grow with what was sent. */
export function shortened(issues: readonly Issue[]): Issue[] {
  const shown = issues.slice(0, LIMITS.issues).map(({ code, at, expected, found, mend }) => ({
    code,
    ...(at === undefined
      ? {}
      : { at: { ...at, ...(at.field === undefined ? {} : { field: cut(at.field) }) } }),
    ...(expected === undefined ? {} : { expected: cut(expected) }),
    ...(found === undefined ? {} : { found: cut(found) }),
    ...(mend === undefined ? {} : { mend: cut(mend) }),
  }))
  const more = issues.length - shown.length
  return more === 0 ? shown : [...shown, { code: 'lab.more-issues', found: `${more} more` }]
}

function cut(text: string): string {
  return text.length <= LIMITS.issueLength ? text : `${text.slice(0, LIMITS.issueLength)}…`
}
