/** What a check finds: faults, after which nothing is computed, and warnings, with which it may be. */
import type { Country, NetworkRows } from '../../dataset/dataset.js'
import { type Candidate, nearestNames } from '../../dataset/nearest.js'
import type { Issue, IssuePlace } from '../../errors.js'

export interface NetworkFindings {
  readonly faults: readonly Issue[]
  readonly warnings: readonly Issue[]
}

/** One record of any table of a network. */
export type NetworkRow = NonNullable<NetworkRows[keyof NetworkRows]>[number]

/** Where a field of a row stands, in the words of the file that it was read from. */
export type Locate = (table: keyof NetworkRows, row: NetworkRow, field: string) => IssuePlace

/** What the rules look names up in. */
export interface CheckOptions {
  /** Where a field of a row stands. */
  readonly locate: Locate
  /** Known countries; left out: any code of three letters is taken. */
  readonly countries?: readonly Country[]
}

/** Gathers findings. */
export interface FindingList extends NetworkFindings {
  fault(issue: Issue): void
  warn(issue: Issue): void
  /** No more faults are taken; reading may stop. */
  isFull(): boolean
  /** What to write in place of a name that is not there: `{ mend }`, or nothing where none is near. */
  suggest(written: string, candidates: readonly (string | Candidate)[]): { mend?: string }
}

/** A file with more faults than these is wrong as a whole; a hostile one could name millions. */
const MOST_FAULTS = 2_000

/** Names that are compared in all: a large file of nothing but misspelt names must not take long. */
const MOST_COMPARISONS = 200_000

export function findingList(file: string | undefined): FindingList {
  const faults: Issue[] = []
  const warnings: Issue[] = []
  let comparisons = 0
  return {
    faults,
    warnings,
    fault(issue) {
      if (faults.length < MOST_FAULTS) faults.push(printable(issue))
      else if (faults.length === MOST_FAULTS) {
        faults.push({
          code: 'network.more-faults',
          ...(file === undefined ? {} : { at: { file } }),
          expected: `at most ${MOST_FAULTS} faults`,
          found: 'more, which are not listed',
          mend: 'Mend these first',
        })
      }
    },
    warn(issue) {
      if (warnings.length < MOST_FAULTS) warnings.push(printable(issue))
    },
    isFull: () => faults.length > MOST_FAULTS,
    suggest(written, candidates) {
      comparisons += candidates.length
      if (comparisons > MOST_COMPARISONS) return {}
      const [nearest] = nearestNames(written, candidates)
      return nearest === undefined ? {} : { mend: `Write ${nearest}` }
    },
  }
}

/** Names in a file may hold signs that steer a terminal; in a message they are boxes. */
function printable(issue: Issue): Issue {
  const clean = (text: string | undefined) => text?.replace(/\p{Control}/gu, '\uFFFD')
  const { at, expected, found, mend } = issue
  return {
    ...issue,
    ...(at?.field === undefined ? {} : { at: { ...at, field: clean(at.field)! } }),
    ...(expected === undefined ? {} : { expected: clean(expected)! }),
    ...(found === undefined ? {} : { found: clean(found)! }),
    ...(mend === undefined ? {} : { mend: clean(mend)! }),
  }
}
