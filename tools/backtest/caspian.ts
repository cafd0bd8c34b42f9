/**
 * Backtest: from the Northern corridor to the Middle Corridor. The share of cargo that avoids the territory is read off
 * the North alone, with all else as in the year before; what it says of the Middle is held against the Caspian.
 */
import type { RouteTotals } from '../../src/network/route-choice/route-totals.js'
import { bothWays, flowsByGroup, mixedFlows, WAYS } from '../calibrate/corridor-flows.js'
import type { Setting } from '../calibrate/setting.js'
import type { SeaSetting } from './suez.js'

/**
 * Both shares from two ratios, since against before, of traffic on the North and on the Middle.
 *
 * Traffic on the North is (1 − φ) times what cargo that never avoids sends there, and the Middle is next to only φ times
 * what cargo that avoids sends there, whatever median, spread and dispersion are. So N = (1 − φ₁)/(1 − φ₀) and
 * M = φ₁/φ₀, and φ₀ = (1 − N)/(M − N), φ₁ = M φ₀. The ratios tell the shares without the calibration, and the calibration
 * without the shares.
 *
 * @returns undefined where no pair of shares between 0 and 1 gives both.
 */
export function sharesFromRatios(
  north: number,
  middle: number,
): { readonly before: number; readonly since: number } | undefined {
  const before = (1 - north) / (middle - north)
  const since = middle * before
  return before >= 0 && before <= 1 && since >= 0 && since <= 1 ? { before, since } : undefined
}

/** Share that avoids when the North falls to `ratio` of what it was at the share `before`, all else equal. */
export function shareFromNorth(before: number, ratio: number): number {
  return 1 - (1 - before) * ratio
}

/** Traffic on the Middle at one share of avoidance over that at another. */
export function middleGrowth({ world, open, embedded }: Setting, before: number, since: number): number {
  const groups = flowsByGroup(world, open, embedded)
  const middle = (avoiding: number): number => bothWays(mixedFlows(groups, avoiding)).middle
  return middle(since) / middle(before)
}

/**
 * TEU a year from China by the Middle Corridor, with avoidance as since 2022, where its journey takes `moreDays` than in
 * the network (whose waits are of 2024 and later) and a part of ships sails around the Cape.
 */
export function middleFromChina(
  { world, embedded, open, withoutSuez }: SeaSetting,
  moreDays: number,
  diverted: number,
): number {
  const of = (totals: RouteTotals): number => {
    const hours = totals.hours.map((usual, r) =>
      world.way[r] === WAYS.indexOf('middle') ? usual + 24 * moreDays : usual,
    )
    const groups = flowsByGroup(world, { ...totals, hours }, embedded)
    return mixedFlows(groups, embedded.since).out.middle
  }
  return (1 - diverted) * of(open) + diverted * of(withoutSuez)
}
