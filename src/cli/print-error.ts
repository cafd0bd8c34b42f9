import { formatIssue, type Issue, KeruenError } from '../errors.js'

/** A run that the person stopped; nothing was written. */
export class Interrupted extends Error {}

/** Prints what went wrong and what to do, one line for each issue, never a stack trace. */
export function printError(error: unknown): void {
  process.stderr.write(`${describeError(error)}\n`)
}

/** 2 when the person can mend it (usage, input), 1 otherwise. */
export function exitCodeOf(error: unknown): 1 | 2 {
  return error instanceof KeruenError && error.kind !== 'failure' ? 2 : 1
}

function describeError(error: unknown): string {
  if (error instanceof KeruenError) return describeIssues(error.issues)
  if (error instanceof Interrupted) {
    return 'keruen: interrupted; nothing was written and an earlier result is as it was.'
  }
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return `keruen: a fault of the program itself, not of your input (${reason}). Please report it with the command and the scenario.`
}

/** A dataset can have thousands of faults; more than these would push the first ones off the screen. */
const SHOWN = 50

function describeIssues(issues: readonly Issue[]): string {
  const lines = issues.slice(0, SHOWN).map(issue => `keruen: ${formatIssue(issue)}`)
  const more = issues.length - SHOWN
  if (more > 0)
    lines.push(
      issues[0]!.code.startsWith('network.')
        ? `keruen: … and ${more} more; keruen network check FILE lists every fault of a network.`
        : `keruen: … and ${more} more; keruen data check DIR lists every fault of a dataset.`,
    )
  return lines.join('\n')
}
