/** What a closing does to the bulk of one lane that goes by sea: another way by sea, or none. */
import type { Link } from '../dataset/dataset.js'
import type { ChoiceSet } from '../network/choice-set/choice-set.js'
import { BULK_TIME_VALUE } from '../network/choice-set/seeds.js'
import type { RouteTotals } from '../network/route-choice/route-totals.js'
import { type LandKm, landKmOfRoutes, mayCarryBulk } from '../network/traffic/bulk.js'
import type { LaneCases } from './closure-cases.js'
import type { ClosureLevers } from './closure-situation.js'
import { waysOfPair } from './lane-ways.js'

/** USD per TEU by sea, today and after a closing; Infinity where no way is left. */
export interface ClosedBulk {
  readonly before: number
  readonly after: number
}

/** @param capacity most routes of a pair. */
export function closureBulk(
  choiceSet: ChoiceSet,
  links: readonly Link[],
  { open, usd, hours }: RouteTotals,
  capacity: number,
  levers: ClosureLevers,
) {
  const { routeStart, maritime } = choiceSet
  const kmOf = landKmOfRoutes(choiceSet, links)
  const ways = levers.ways?.bulk
  const rows = waysOfPair(levers.count)
  const closed = new Uint8Array(capacity)
  /** The lane's routes, the cheapest by land, and the number of the cheapest by sea. */
  const lane = { from: 0, count: 0, land: 0, sea: -1 }
  let km: LandKm = { road: 0, land: 0 }

  /** Without the premium of a territory, which bulk does not pay. */
  const cost = (r: number): number => usd[lane.from + r] + (BULK_TIME_VALUE / 24) * hours[lane.from + r]

  /** Finds the cheapest routes of a lane, of a pair of gateways, by land and by sea. */
  function begin(pair: number): void {
    const from = routeStart[pair]
    const count = routeStart[pair + 1] - from
    Object.assign(lane, { from, count, land: Number.POSITIVE_INFINITY, sea: -1 })
    rows.begin(ways, pair)
    for (let r = 0; r < count; r++) {
      if (open[from + r] === 0) continue
      if (maritime[from + r] === 0) lane.land = Math.min(lane.land, cost(r))
      else if (lane.sea < 0 || cost(r) < cost(lane.sea)) lane.sea = r
    }
    if (lane.sea >= 0) km = kmOf(from + lane.sea)
  }

  /** Undefined where the bulk does not go by sea and through the case today. */
  function after(cases: LaneCases, c: number): ClosedBulk | undefined {
    const { from, count, sea, land } = lane
    if (sea < 0 || cost(sea) > land) return undefined
    let next = Number.POSITIVE_INFINITY
    const end = cases.start[c + 1]
    for (let k = cases.start[c]; k < end; k++) closed[cases.route[k]] = 1
    const isClosed = closed[sea] === 1
    if (isClosed) {
      for (let r = 0; r < count; r++) {
        if (open[from + r] === 0 || maritime[from + r] === 0 || closed[r] === 1) continue
        if (cost(r) < next && mayCarryBulk(km, kmOf(from + r))) next = cost(r)
      }
    }
    for (let k = cases.start[c]; k < end; k++) closed[cases.route[k]] = 0
    return isClosed ? { before: cost(sea), after: next } : undefined
  }

  /** USD per TEU by the best way by sea round a lever, where it closes the best; Infinity where none may carry bulk. */
  function roundOf(lever: number): number {
    if (ways === undefined || rows.first[lever] < 0) return Number.POSITIVE_INFINITY
    const [money, time, road, land] = ways.amounts
    let least = Number.POSITIVE_INFINITY
    for (let row = rows.first[lever]; row < rows.end[lever]; row++) {
      const there = money[row] + (BULK_TIME_VALUE / 24) * time[row]
      if (there < least && mayCarryBulk(km, { road: road[row], land: land[row] })) least = there
    }
    return least
  }

  return { begin, after, roundOf }
}
