/** Cases of one lane: sets of routes that a closing would take away, each with the levers that take just these. */
import type { ChoiceSet } from '../network/choice-set/choice-set.js'
import { integerMark } from '../numeric/integer-mark.js'
import type { ClosureLevers } from './closure-situation.js'

/** The series of marks of a lane's routes. */
const ROUTES = 3

/** The first `count` cases count; arrays are used again for the next lane. */
export interface LaneCases {
  count: number
  /** Routes of case c, numbered within the lane: route[start[c]] … */
  readonly start: Int32Array
  readonly route: Uint16Array
  /** Levers of case c: lever[leverStart[c]] … */
  readonly leverStart: Int32Array
  readonly lever: Int16Array
}

/**
 * Finds the cases of one lane after the other.
 *
 * A set of routes is known by the sum of marks below 2⁴⁴, one for each route of the lane (fewer than 512 of them).
 *
 * @param capacity most routes of a pair.
 */
export function closureCases(
  { elementStart, elements }: ChoiceSet,
  { count: leverCount, leverOf }: ClosureLevers,
  capacity: number,
): (from: number, count: number, open: Uint8Array) => LaneCases {
  const marks = Float64Array.from({ length: capacity }, (_, r) => integerMark(r, ROUTES))
  const routesOf = Array.from({ length: leverCount }, (): number[] => [])
  const mark = new Float64Array(leverCount)
  const met: number[] = []
  const caseOf = new Map<number, number>()
  const leversOf: number[][] = []
  const cases: LaneCases = {
    count: 0,
    start: new Int32Array(leverCount + 1),
    route: new Uint16Array(leverCount * capacity),
    leverStart: new Int32Array(leverCount + 1),
    lever: new Int16Array(leverCount),
  }
  return (from, count, open) => {
    for (let r = 0; r < count; r++) {
      if (open[r] === 0) continue
      for (let e = elementStart[from + r]; e < elementStart[from + r + 1]; e++) {
        const lever = leverOf[elements[e]]
        if (lever < 0) continue
        const routes = routesOf[lever]
        if (routes.length === 0) met.push(lever)
        else if (routes[routes.length - 1] === r) continue
        routes.push(r)
        mark[lever] += marks[r]
      }
    }
    caseOf.clear()
    cases.count = 0
    for (const lever of met) {
      let c = caseOf.get(mark[lever])
      if (c === undefined) {
        c = cases.count++
        caseOf.set(mark[lever], c)
        leversOf[c] = []
        let at = cases.start[c]
        for (const r of routesOf[lever]) cases.route[at++] = r
        cases.start[c + 1] = at
      }
      leversOf[c].push(lever)
    }
    let at = 0
    for (let c = 0; c < cases.count; c++) {
      for (const lever of leversOf[c]) cases.lever[at++] = lever
      cases.leverStart[c + 1] = at
    }
    for (const lever of met) {
      routesOf[lever].length = 0
      mark[lever] = 0
    }
    met.length = 0
    return cases
  }
}
