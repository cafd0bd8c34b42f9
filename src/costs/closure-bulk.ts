/** What each closing does to the bulk of one country pair that goes by sea: another way by sea, or none. */
import { BULK_TIME_VALUE } from '../network/choice-set/seeds.js'
import { type LandKm, landKmOfRoutes, mayCarryBulk, wayBySea } from '../network/traffic/bulk.js'
import { BY_GATEWAY, FROM_OUTLET } from '../network/traffic/bulk-lanes.js'
import type { ClosureLevers, ClosureSituation } from './closure-situation.js'
import { waysOfPair } from './lane-ways.js'

/** Sums over the lanes of one pair's bulk by lever, parts of all its bulk; those met are listed. See `BulkSums`. */
export interface BulkRows {
  readonly met: number[]
  readonly isMet: Uint8Array
  /** Parts that go by gateways and from outlets, whatever closes. */
  byGateways: number
  byOutlets: number
  /** Part that goes by sea and passes. */
  readonly bulkPassing: Float64Array
  readonly bulkCutOff: Float64Array
  readonly bulkCutOffOutlets: Float64Array
  readonly bulkTurned: Float64Array
  readonly bulkChange: Float64Array
  readonly bulkChangeOutlets: Float64Array
}

/**
 * @param bulkValue USD per TEU-equivalent of bulk.
 * @returns a function that adds what each closing does to one lane of bulk to the rows of its country pair.
 */
export function closureBulk(
  { choiceSet, bulkLanes, links, bulkTotals }: ClosureSituation,
  levers: ClosureLevers,
  bulkValue: number,
): (lane: number, rows: BulkRows) => void {
  const { routeStart, elementStart, elements, maritime, pairOrigin } = choiceSet
  const { open, hours, usd } = bulkTotals
  const kmOf = landKmOfRoutes(choiceSet, links)
  const ways = levers.ways?.bulk
  const rounds = waysOfPair(levers.count)
  /** Levers on the best way by sea, and what bulk pays where one of them closes. */
  const passed: number[] = []
  const after = new Float64Array(levers.count)
  /** The last route that was seen to pass a lever. */
  const passedBy = new Int32Array(levers.count).fill(-1)

  /** Without the premium of a territory, which bulk does not pay. */
  const cost = (route: number): number => usd[route] + (BULK_TIME_VALUE / 24) * hours[route]

  function mark(route: number): void {
    for (let e = elementStart[route]; e < elementStart[route + 1]; e++) {
      const lever = levers.leverOf[elements[e]]
      if (lever >= 0) passedBy[lever] = route
    }
  }

  function listPassed(sea: number): void {
    for (let e = elementStart[sea]; e < elementStart[sea + 1]; e++) {
      const lever = levers.leverOf[elements[e]]
      if (lever < 0 || passedBy[lever] === sea) continue
      passedBy[lever] = sea
      passed.push(lever)
      after[lever] = Number.POSITIVE_INFINITY
    }
  }

  /** Another stored way for every lever that closes the best. */
  function findOthers(from: number, to: number, sea: number, km: LandKm): void {
    for (let r = from; r < to; r++) {
      if (r === sea || open[r] === 0 || maritime[r] === 0 || !mayCarryBulk(km, kmOf(r))) continue
      mark(r)
      const paid = cost(r)
      for (const lever of passed) if (passedBy[lever] !== r && paid < after[lever]) after[lever] = paid
    }
  }

  /** USD per TEU by the best way by sea round a lever that no stored route is; Infinity where none may carry bulk. */
  function roundOf(lever: number, km: LandKm): number {
    if (ways === undefined || rounds.first[lever] < 0) return Number.POSITIVE_INFINITY
    const [money, time, road, land] = ways.amounts
    let least = Number.POSITIVE_INFINITY
    for (let row = rounds.first[lever]; row < rounds.end[lever]; row++) {
      const there = money[row] + (BULK_TIME_VALUE / 24) * time[row]
      if (there < least && mayCarryBulk(km, { road: road[row], land: land[row] })) least = there
    }
    return least
  }

  /** Lists the levers on the best way by sea, and what bulk pays where each closes. */
  function findRounds(pair: number, from: number, to: number, sea: number): void {
    const km = kmOf(sea)
    rounds.begin(ways, pair)
    listPassed(sea)
    findOthers(from, to, sea, km)
    for (const lever of passed) after[lever] = Math.min(after[lever], roundOf(lever, km))
  }

  return (lane, rows) => {
    const pair = bulkLanes.gatewayPair[lane]
    const part = bulkLanes.weight[lane]
    const origin = bulkLanes.origin[lane]
    const fromOutlet = origin !== BY_GATEWAY
    if (fromOutlet) rows.byOutlets += part
    else rows.byGateways += part
    const [from, to] = [routeStart[pair], routeStart[pair + 1]]
    const sea = wayBySea([from, to], open, maritime, cost, fromOutlet)
    passed.length = 0
    if (sea >= 0) findRounds(pair, from, to, sea)
    const outlet = fromOutlet ? (levers.ofGateway?.[pairOrigin[pair]] ?? -1) : -1
    if (outlet >= 0) {
      if (!passed.includes(outlet)) passed.push(outlet)
      after[outlet] = Number.POSITIVE_INFINITY
    }
    const cutOffOutlets = origin === FROM_OUTLET ? rows.bulkCutOffOutlets : rows.bulkTurned
    const [cutOff, change] = fromOutlet
      ? [cutOffOutlets, rows.bulkChangeOutlets]
      : [rows.bulkCutOff, rows.bulkChange]
    for (const lever of passed) {
      if (rows.isMet[lever] === 0) rows.met.push(lever)
      rows.isMet[lever] = 1
      rows.bulkPassing[lever] += part
      if (after[lever] === Number.POSITIVE_INFINITY) cutOff[lever] += part
      else change[lever] += (part * (after[lever] - cost(sea))) / (bulkValue + cost(sea))
    }
    for (const lever of passed) passedBy[lever] = -1
  }
}
