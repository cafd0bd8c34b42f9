/** Which way round a closing the cargo of one lane would take, of those that `closureWays` found. */
import type { AvoidanceRule } from '../dataset/dataset.js'
import { NOT_BOUND } from '../network/choice-set/modes-used.js'
import type { Lanes } from '../network/route-choice/lanes.js'
import type { ClosureLevers } from './closure-situation.js'
import type { WaysRound } from './closure-ways.js'

/** Rows of one pair by lever: first[l] … end[l] − 1, none where first is −1. `begin` turns to another pair. */
export function waysOfPair(levers: number) {
  const first = new Int32Array(levers).fill(-1)
  const end = new Int32Array(levers)
  const met: number[] = []

  function begin(ways: WaysRound | undefined, pair: number): void {
    for (const lever of met) first[lever] = -1
    met.length = 0
    if (ways === undefined) return
    for (let row = ways.start[pair]; row < ways.start[pair + 1]; row++) {
      const lever = ways.lever[row]
      if (first[lever] < 0) {
        first[lever] = row
        met.push(lever)
      }
      end[lever] = row + 1
    }
  }

  return { first, end, begin }
}

/** What a lane asks on top for a kind of way, and where its rows lie. */
interface KindOfWay {
  ways: WaysRound | undefined
  readonly rows: ReturnType<typeof waysOfPair>
  /** USD per TEU. */
  onTop: number
}

/** A way round at a value of time. */
export interface WayRound {
  /** USD per TEU with the worth of its time; Infinity where there is none. */
  readonly cost: number
  readonly hours: number
  /** Most of it is by sea. */
  readonly isSea: boolean
}

/** Kinds of ways of a lane: anywhere by its own modes and by any, then outside the territory likewise. */
const KINDS = 4
const OUTSIDE = 2

/**
 * Finds the way round that a lane's cargo would take. `begin` turns to another lane.
 *
 * Cargo that is bound to a mode takes another at the price of its reluctance; who does not avoid a territory pays its premium
 * there, or goes round it.
 */
export function laneWays(lanes: Lanes, rules: readonly AvoidanceRule[], { count, ways }: ClosureLevers) {
  const kinds = Array.from(
    { length: KINDS },
    (): KindOfWay => ({ ways: undefined, rows: waysOfPair(count), onTop: 0 }),
  )
  const found = { cost: Number.POSITIVE_INFINITY, hours: 0, isSea: false }

  function begin(lane: number): void {
    const [rule, binding, pair] = [lanes.rule[lane], lanes.binding[lane], lanes.gatewayPair[lane]]
    const premium = rule < 0 ? 0 : rules[rule].premiumUsdPerTeu
    const outside = rule < 0 ? undefined : ways?.avoiding[rule]
    for (let k = 0; k < KINDS; k++) {
      const tables = k < OUTSIDE ? ways?.free : outside
      const isAny = k % 2 === 1
      // Those who are bound to no mode have one table of each.
      kinds[k].ways = isAny && binding === NOT_BOUND ? undefined : tables?.[isAny ? NOT_BOUND : binding]
      kinds[k].onTop = (k < OUTSIDE ? premium : 0) + (isAny ? lanes.reluctanceUsd[lane] : 0)
      kinds[k].rows.begin(kinds[k].ways, pair)
    }
  }

  /** @param isOutside of cargo that avoids the territory. Returns one record that is used again. */
  function find(lever: number, timeValue: number, isOutside: boolean): WayRound {
    found.cost = Number.POSITIVE_INFINITY
    for (let k = isOutside ? OUTSIDE : 0; k < KINDS; k++) {
      const { ways: table, rows, onTop } = kinds[k]
      if (table === undefined || rows.first[lever] < 0) continue
      const [usd, hours, sea] = table.amounts
      for (let row = rows.first[lever]; row < rows.end[lever]; row++) {
        const cost = onTop + usd[row] + timeValue * hours[row]
        if (!(cost < found.cost)) continue
        found.cost = cost
        found.hours = hours[row]
        found.isSea = sea[row] === 1
      }
    }
    return found
  }

  return { begin, find }
}
