/**
 * Bulk that goes by sea: what a closed (or opened) strait, port or lane does to it. Never put on trains or lorries.
 *
 * A pair's bulk goes by sea where its cheapest open route at a low value of time is a sea route; other bulk has its
 * own chain (pipeline, bulk train), which the measures of a corridor do not touch.
 */
import type { ChoiceSet } from './choice-set.js'
import type { Lanes } from './lanes.js'
import type { RouteTotals } from './route-totals.js'
import { BULK_TIME_VALUE } from './seeds.js'

/**
 * Ratio of (value + sea freight) after and before, n × n; 1 where nothing opened or closed on the way, Infinity where
 * no sea route is left.
 *
 * @param before totals in the baseline; also the costs after, so that only opening and closing acts on bulk.
 * @param openAfter state of every route after the measures.
 * @param value  USD per TEU-equivalent of bulk.
 */
export function bulkBySeaHat(
  choiceSet: ChoiceSet,
  lanes: Lanes,
  before: RouteTotals,
  openAfter: Uint8Array,
  economies: number,
  value: number,
): Float64Array {
  const hat = new Float64Array(economies * economies).fill(1)
  for (let l = 0; l < lanes.count; ) {
    const pair = lanes.countryPair[l]
    let change = 0
    let cutOff = 0
    for (; l < lanes.count && lanes.countryPair[l] === pair; l++) {
      const gateway = lanes.gatewayPair[l]
      const from = choiceSet.routeStart[gateway]
      const to = choiceSet.routeStart[gateway + 1]
      if (sameStates(before.open, openAfter, from, to)) continue
      const old = cheapest(choiceSet, before, before.open, from, to, 0)
      const oldSea = cheapest(choiceSet, before, before.open, from, to, 1)
      if (oldSea > old) continue
      const newSea = cheapest(choiceSet, before, openAfter, from, to, 1)
      if (newSea === Number.POSITIVE_INFINITY) cutOff += lanes.weight[l]
      else change += lanes.weight[l] * ((value + newSea) / (value + oldSea) - 1)
    }
    const left = 1 - cutOff
    hat[pair] = left < 1e-9 ? Number.POSITIVE_INFINITY : 1 + change / left
  }
  return hat
}

/**
 * Part of each pair's bulk that goes by sea today on a way that closes, n × n.
 *
 * @param before and @param openAfter as for `bulkBySeaHat`.
 */
export function bulkOnClosedWays(
  choiceSet: ChoiceSet,
  lanes: Lanes,
  before: RouteTotals,
  openAfter: Uint8Array,
  economies: number,
): Float64Array {
  const part = new Float64Array(economies * economies)
  const stillOpen = before.open.map((open, r) => open & openAfter[r])
  for (let l = 0; l < lanes.count; l++) {
    const gateway = lanes.gatewayPair[l]
    const from = choiceSet.routeStart[gateway]
    const to = choiceSet.routeStart[gateway + 1]
    if (sameStates(before.open, openAfter, from, to)) continue
    const oldSea = cheapest(choiceSet, before, before.open, from, to, 1)
    if (oldSea > cheapest(choiceSet, before, before.open, from, to, 0)) continue
    if (cheapest(choiceSet, before, stillOpen, from, to, 1) > oldSea)
      part[lanes.countryPair[l]] += lanes.weight[l]
  }
  return part
}

function sameStates(a: Uint8Array, b: Uint8Array, from: number, to: number): boolean {
  for (let r = from; r < to; r++) if (a[r] !== b[r]) return false
  return true
}

/** Least cost among the open routes; with `sea` = 1 among the sea routes only. */
function cheapest(
  choiceSet: ChoiceSet,
  totals: RouteTotals,
  open: Uint8Array,
  from: number,
  to: number,
  sea: 0 | 1,
): number {
  let best = Number.POSITIVE_INFINITY
  for (let r = from; r < to; r++) {
    if (open[r] === 0 || choiceSet.maritime[r] < sea) continue
    const cost = totals.usd[r] + (BULK_TIME_VALUE / 24) * totals.hours[r]
    if (cost < best) best = cost
  }
  return best
}
