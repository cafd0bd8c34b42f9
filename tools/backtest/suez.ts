/**
 * Backtest: from Suez to the Cape in 2024. What the model says from data before the event, one piece after the other,
 * beside what was observed on rail between China and Europe.
 */

import type { RouteTotals } from '../../src/network/route-choice/route-totals.js'
import {
  type CorridorFlows,
  type CorridorWorld,
  chosenShares,
  flowsByGroup,
  mixedFlows,
  WAYS,
} from '../calibrate/corridor-flows.js'
import type { Setting } from '../calibrate/setting.js'

/** What happens at sea and on rail, from China to Europe; the way back keeps its rates, as it did. */
export interface SuezAssumption {
  /** Part of ships that sail around the Cape, 0–1; the rest keep to the canal. */
  readonly diverted: number
  /** USD per TEU more by sea, and by rail. */
  readonly seaUsd: number
  readonly railUsd: number
}

/** Part of ships by the Cape in 2024, as tonnage through the canal fell by (UNCTAD, IMF PortWatch). */
export const DIVERTED = 0.7

/** What a backtest at sea needs of the setting. */
export type SeaSetting = Pick<Setting, 'world' | 'embedded' | 'open' | 'withoutSuez'>

/** Flows between China and Europe under an assumption, with avoidance as since 2022. */
export function flowsWithCape(
  setting: SeaSetting,
  { diverted, seaUsd, railUsd }: SuezAssumption,
): CorridorFlows {
  const { world, embedded, open, withoutSuez } = setting
  const of = (totals: RouteTotals): CorridorFlows =>
    mixedFlows(flowsByGroup(world, withRates(world, totals, seaUsd, railUsd), embedded), embedded.since)
  if (diverted === 0) return of(open)
  if (diverted === 1) return of(withoutSuez)
  return mixedFlows([of(open), of(withoutSuez)], diverted)
}

/**
 * What rail from China must cost more (a price or a wait, in USD per TEU) for its traffic to grow by `factor` and no
 * more: a uniform shadow price in place of a capacity, by bisection to one dollar.
 *
 * @returns 0 where traffic stays below without it; undefined where even `most` is not enough.
 */
export function railPriceFor(
  setting: SeaSetting,
  assumption: Omit<SuezAssumption, 'railUsd'>,
  factor: number,
  most = 10_000,
): number | undefined {
  const usual = flowsWithCape(setting, { diverted: 0, seaUsd: 0, railUsd: 0 }).out.north
  const grows = (railUsd: number): boolean =>
    flowsWithCape(setting, { ...assumption, railUsd }).out.north > factor * usual
  if (!grows(0)) return 0
  if (grows(most)) return undefined
  let [low, high] = [0, most]
  while (high - low > 1) {
    const middle = (low + high) / 2
    if (grows(middle)) low = middle
    else high = middle
  }
  return high
}

/** Mean journey by sea from China to Europe: days, USD per TEU and km, ends excluded. */
export function seaJourney(
  { world, dataset, embedded }: Setting,
  totals: RouteTotals,
): { readonly days: number; readonly usd: number; readonly km: number } {
  const { choiceSet, lanes, asked, outbound, boxes, way } = world
  const { share, start } = chosenShares(world, totals, embedded, embedded.since)
  const { links } = dataset.network
  let [teu, hours, usd, km] = [0, 0, 0, 0]
  for (let k = 0; k < asked.length; k++) {
    if (outbound[k] === 0) continue
    const first = choiceSet.routeStart[lanes.gatewayPair[asked[k]!]!]! - start[k]!
    for (let at = start[k]!; at < start[k + 1]!; at++) {
      const part = boxes[k]! * share[at]!
      if (part === 0 || way[first + at] !== WAYS.indexOf('sea')) continue
      teu += part
      hours += part * totals.hours[first + at]!
      usd += part * totals.usd[first + at]!
      for (let e = choiceSet.elementStart[first + at]!; e < choiceSet.elementStart[first + at + 1]!; e++) {
        km += part * (links[choiceSet.elements[e]!]?.lengthKm ?? 0)
      }
    }
  }
  return { days: hours / teu / 24, usd: usd / teu, km: km / teu }
}

/** The totals with other rates on the routes from the first side to the second. */
function withRates(
  { choiceSet, lanes, asked, outbound, way }: CorridorWorld,
  totals: RouteTotals,
  seaUsd: number,
  railUsd: number,
): RouteTotals {
  if (seaUsd === 0 && railUsd === 0) return totals
  const usd = totals.usd.slice()
  const pairs = new Set(
    Array.from(asked).flatMap((l, k) => (outbound[k] === 1 ? [lanes.gatewayPair[l]!] : [])),
  )
  for (const pair of pairs) {
    for (let r = choiceSet.routeStart[pair]!; r < choiceSet.routeStart[pair + 1]!; r++) {
      usd[r] = usd[r]! + (way[r] === WAYS.indexOf('sea') ? seaUsd : railUsd)
    }
  }
  return { ...totals, usd }
}
