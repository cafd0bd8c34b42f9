/** Carries what was prepared of a baseline over to the same choice set with ways round added. */

import type { ChoiceSet } from '../choice-set/choice-set.js'
import { landElements } from '../choice-set/passing.js'
import { elementCosts, indexElements } from '../elements/elements.js'
import type { NetworkSituation } from '../route-choice/network-state.js'
import type { NetworkBaseline } from './network-baseline.js'

const lastExtended = new WeakMap<
  ChoiceSet,
  { readonly prepared: NetworkBaseline; readonly extended: NetworkBaseline }
>()

/**
 * The same record as `networkBaseline` makes of the extended set, bit for bit, in a tenth of the time; shares of the
 * added routes are zero.
 *
 * @param extended as `withDetours` returns it at the same situation: the added routes of a pair stand after its others.
 */
export function extendBaseline(
  prepared: NetworkBaseline,
  extended: ChoiceSet,
  today: NetworkSituation,
): NetworkBaseline {
  const last = lastExtended.get(extended)
  if (last?.prepared === prepared) return last.extended
  const made = extendAnew(prepared, extended, today)
  lastExtended.set(extended, { prepared, extended: made })
  return made
}

function extendAnew(
  prepared: NetworkBaseline,
  extended: ChoiceSet,
  { tables, closedPlaces, rules }: NetworkSituation,
): NetworkBaseline {
  const { lanes, totals, choice } = prepared
  const { routeStart, elementStart, elements } = extended
  const detour = extended.detour!
  const routes = detour.length
  const costs = elementCosts(tables, indexElements(tables), closedPlaces)
  const spread = <Values extends Float64Array | Uint8Array>(old: Values, made: Values): Values => {
    for (let route = 0, from = 0; route < routes; route++) if (detour[route] === 0) made[route] = old[from++]
    return made
  }
  const next = {
    hours: spread(totals.hours, new Float64Array(routes)),
    usd: spread(totals.usd, new Float64Array(routes)),
    open: spread(totals.open, new Uint8Array(routes)),
  }
  const flagsOf = new Map(prepared.territory.map(flags => [flags, spread(flags, new Uint8Array(routes))]))
  const inside = rules.map(rule => landElements(tables, new Set(rule.territory)))
  for (let route = 0; route < routes; route++) {
    if (detour[route] === 0) continue
    for (let e = elementStart[route]; e < elementStart[route + 1]; e++) {
      next.hours[route] += costs.hours[elements[e]]
      next.usd[route] += costs.usd[elements[e]]
      inside.forEach((territory, rule) => {
        if (territory.has(elements[e])) flagsOf.get(prepared.territory[rule])![route] = 1
      })
    }
  }
  const shareStart = new Uint32Array(lanes.count + 1)
  for (let l = 0; l < lanes.count; l++) {
    const pair = lanes.gatewayPair[l]
    shareStart[l + 1] = shareStart[l] + routeStart[pair + 1] - routeStart[pair]
  }
  return {
    ...prepared,
    lanes: { ...lanes, shareStart },
    territory: prepared.territory.map(flags => flagsOf.get(flags)!),
    totals: next,
    ...(choice && { choice: { ...choice, share: spreadShares(choice.share, lanes.shareStart, shareStart) } }),
  }
}

function spreadShares(share: Float64Array, from: Uint32Array, to: Uint32Array): Float64Array {
  const lanes = from.length - 1
  const made = new Float64Array(to[lanes])
  for (let l = 0; l < lanes; l++) made.set(share.subarray(from[l], from[l + 1]), to[l])
  return made
}
