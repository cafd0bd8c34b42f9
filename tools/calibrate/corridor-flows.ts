/**
 * Cargo between two sides (China and Europe) by the corridor it takes, from the model's own choice of routes on the
 * stored choice set. Only the lanes between the two sides are chosen: some hundredths of a second for each call.
 */
import type { AvoidanceRule, Country, NetworkTables } from '../../src/dataset/dataset.js'
import type { ChoiceSet } from '../../src/network/choice-set/choice-set.js'
import { routesThrough } from '../../src/network/choice-set/passing.js'
import { buildLanes, type Lanes, territoryFlags } from '../../src/network/route-choice/lanes.js'
import { chooseBaselineRoutes, packedStarts } from '../../src/network/route-choice/route-choice.js'
import type { RouteTotals } from '../../src/network/route-choice/route-totals.js'
import { timeValueGrid } from '../../src/network/route-choice/time-values.js'

/** Sea: more than half of the way. North: by rail through Russia or Belarus. Middle: by vessel from Aktau or Kuryk to Alat. */
export const WAYS = ['sea', 'north', 'middle', 'other'] as const
export type Way = (typeof WAYS)[number]

/** What a calibration sets. */
export interface Calibration {
  /** USD per TEU and day. */
  readonly median: number
  /** Standard deviation of the logarithm. */
  readonly spread: number
  /** USD per TEU. */
  readonly dispersion: number
  readonly seaDispersion: number
  /** USD per TEU, paid on the way through the territory by cargo that does not avoid it. */
  readonly premium: number
}

export interface CorridorWorld {
  readonly choiceSet: ChoiceSet
  readonly lanes: Lanes
  readonly territory: readonly Uint8Array[]
  readonly rules: readonly AvoidanceRule[]
  /** Lanes between the two sides, ascending, and for each whether it leads from the first to the second. */
  readonly asked: Int32Array
  readonly outbound: Uint8Array
  /** TEU a year of each asked lane. */
  readonly boxes: Float64Array
  /** Index in WAYS of every route. */
  readonly way: Uint8Array
}

/** TEU a year by way, from the first side to the second and back. */
export interface CorridorFlows {
  readonly out: Readonly<Record<Way, number>>
  readonly back: Readonly<Record<Way, number>>
}

/**
 * @param boxes n × n, TEU a year.
 * @param first and @param second economies of the two sides.
 * @param rules of one regime; their shares and premiums are replaced by those of a calibration.
 */
export function corridorWorld(
  { choiceSet, network, economies, countries, boxes, rules }: CorridorInput,
  first: ReadonlySet<string>,
  second: ReadonlySet<string>,
): CorridorWorld {
  const n = economies.length
  const lanes = buildLanes(choiceSet, network, economies, countries, rules)
  const leads = (from: ReadonlySet<string>, to: ReadonlySet<string>, pair: number): boolean =>
    from.has(economies[Math.floor(pair / n)]!) && to.has(economies[pair % n]!)
  const asked = Int32Array.from(lanes.countryPair.keys()).filter(
    l => leads(first, second, lanes.countryPair[l]!) || leads(second, first, lanes.countryPair[l]!),
  )
  return {
    choiceSet,
    lanes,
    territory: territoryFlags(choiceSet, network, rules),
    rules,
    asked,
    outbound: Uint8Array.from(asked, l => (leads(first, second, lanes.countryPair[l]!) ? 1 : 0)),
    boxes: Float64Array.from(asked, l => boxes[lanes.countryPair[l]!]! * lanes.weight[l]!),
    way: waysOfRoutes(choiceSet, network),
  }
}

export interface CorridorInput {
  readonly choiceSet: ChoiceSet
  readonly network: NetworkTables
  readonly economies: readonly string[]
  readonly countries: readonly Country[]
  readonly boxes: Float64Array
  readonly rules: readonly AvoidanceRule[]
}

/** Index in WAYS of every route of the choice set. */
function waysOfRoutes(choiceSet: ChoiceSet, { links }: NetworkTables): Uint8Array {
  const elementsOf = (isWanted: (link: (typeof links)[number]) => boolean): Set<number> =>
    new Set(links.flatMap((link, at) => (isWanted(link) ? [at] : [])))
  const north = routesThrough(
    choiceSet,
    elementsOf(({ mode, country }) => mode === 'rail' && (country === 'RUS' || country === 'BLR')),
  )
  const middle = routesThrough(
    choiceSet,
    elementsOf(({ id }) => /^(ferry|sea)-(aktau|kuryk)--alat$/.test(id)),
  )
  return Uint8Array.from(choiceSet.maritime, (maritime, r) => {
    if (maritime === 1) return WAYS.indexOf('sea')
    if (north[r] === 1) return WAYS.indexOf('north')
    return WAYS.indexOf(middle[r] === 1 ? 'middle' : 'other')
  })
}

/** Flows of cargo that never avoids the territory, and of cargo that always does. */
export function flowsByGroup(
  world: CorridorWorld,
  totals: RouteTotals,
  calibration: Calibration,
): readonly [CorridorFlows, CorridorFlows] {
  return [chosenFlows(world, totals, calibration, 0), chosenFlows(world, totals, calibration, 1)]
}

/** Flows where a share of cargo avoids: traffic is linear in it. */
export function mixedFlows(
  [never, always]: readonly [CorridorFlows, CorridorFlows],
  avoiding: number,
): CorridorFlows {
  const mix = (side: 'out' | 'back'): Record<Way, number> =>
    byWay(way => (1 - avoiding) * never[side][way] + avoiding * always[side][way])
  return { out: mix('out'), back: mix('back') }
}

/** Both directions together. */
export function bothWays({ out, back }: CorridorFlows): Readonly<Record<Way, number>> {
  return byWay(way => out[way] + back[way])
}

/** Shares of the routes of the asked lanes, one lane after the other; those of a lane begin at `start`. */
export function chosenShares(
  { choiceSet, lanes, territory, rules, asked }: CorridorWorld,
  totals: RouteTotals,
  { median, spread, dispersion, seaDispersion, premium }: Calibration,
  avoiding: number,
): { readonly share: Float64Array; readonly start: Uint32Array } {
  const state = {
    totals,
    rules: rules.map(rule => ({ ...rule, share: avoiding, premiumUsdPerTeu: premium })),
  }
  const situation = { choiceSet, lanes, territory, before: state, after: state, switches: false }
  const timeValues = timeValueGrid([{ median, spread }], 0)
  return {
    share: chooseBaselineRoutes(situation, { timeValues, dispersion, seaDispersion }, asked),
    start: packedStarts(lanes, asked),
  }
}

function chosenFlows(
  world: CorridorWorld,
  totals: RouteTotals,
  calibration: Calibration,
  avoiding: number,
): CorridorFlows {
  const { choiceSet, lanes, asked, outbound, boxes, way } = world
  const { share, start } = chosenShares(world, totals, calibration, avoiding)
  const sums = [new Float64Array(WAYS.length), new Float64Array(WAYS.length)]
  for (let k = 0; k < asked.length; k++) {
    const sum = sums[outbound[k] === 1 ? 0 : 1]!
    const first = choiceSet.routeStart[lanes.gatewayPair[asked[k]!]!]! - start[k]!
    for (let at = start[k]!; at < start[k + 1]!; at++) {
      const kind = way[first + at]!
      sum[kind] = sum[kind]! + boxes[k]! * share[at]!
    }
  }
  const [out, back] = sums.map(sum => byWay(name => sum[WAYS.indexOf(name)]!))
  return { out: out!, back: back! }
}

function byWay(value: (way: Way) => number): Record<Way, number> {
  return { sea: value('sea'), north: value('north'), middle: value('middle'), other: value('other') }
}
