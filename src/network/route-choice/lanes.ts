/**
 * Lanes: which pair of gateways carries which part of the trade of which pair of countries, and which rule of
 * avoidance applies to it.
 */
import type { AvoidanceRule, Country, NetworkTables } from '../../dataset/dataset.js'
import { KeruenError } from '../../errors.js'
import type { ChoiceSet } from '../choice-set/choice-set.js'
import { landElements, routesThrough } from '../choice-set/passing.js'

/** One row for each lane; lanes of a country pair stand together. */
export interface Lanes {
  readonly count: number
  /** Index of the country pair: exporter × economies + importer. */
  readonly countryPair: Int32Array
  /** Pair of the choice set. */
  readonly gatewayPair: Int32Array
  /** Part of the country pair's cargo; parts of a pair sum to one (less where both ends share a gateway). */
  readonly weight: Float64Array
  /** Hinterland at both ends, hours and USD per TEU. */
  readonly hinterlandHours: Float64Array
  readonly hinterlandUsd: Float64Array
  /** Row of the avoidance rules, or −1 where none applies. */
  readonly rule: Int16Array
  /** Lane l's routes have their shares at shareStart[l] …; the last entry is the total. */
  readonly shareStart: Uint32Array
}

/**
 * Lanes of all ordered pairs of economies that have gateways.
 *
 * @param economies sorted, the axis of trade; those without a gateway (the rest of the world) have no lanes.
 * @param rules     one regime's rules; the first that fits a pair applies.
 * @throws KeruenError `network.unknown-gateway` where the choice set was built for other gateways.
 */
export function buildLanes(
  choiceSet: ChoiceSet,
  network: NetworkTables,
  economies: readonly string[],
  countries: readonly Country[],
  rules: readonly AvoidanceRule[],
): Lanes {
  const gatewayIndex = new Map(choiceSet.gateways.map((id, at) => [id, at]))
  const pairAt = new Int32Array(choiceSet.gateways.length * choiceSet.gateways.length).fill(-1)
  choiceSet.pairOrigin.forEach((origin, pair) => {
    pairAt[origin * choiceSet.gateways.length + choiceSet.pairDestination[pair]] = pair
  })
  const region = new Map(countries.map(country => [country.iso3, country.region]))
  const gatesOf = economies.map(iso3 =>
    network.gateways
      .filter(gate => gate.iso3 === iso3)
      .map(gate => ({ ...gate, index: gatewayIndex.get(gate.placeId) ?? unknownGateway(gate.placeId) })),
  )
  const rows: { pair: number; gateway: number; weight: number; hours: number; usd: number; rule: number }[] =
    []
  economies.forEach((exporter, i) =>
    economies.forEach((importer, j) => {
      if (i === j) return
      const rule = ruleOfPair(rules, exporter, importer, region)
      for (const from of gatesOf[i]) {
        for (const to of gatesOf[j]) {
          const gateway =
            from.index === to.index ? -1 : pairAt[from.index * choiceSet.gateways.length + to.index]
          if (gateway < 0) continue
          rows.push({
            pair: i * economies.length + j,
            gateway,
            weight: from.share * to.share,
            hours: from.hinterlandHours + to.hinterlandHours,
            usd: from.hinterlandUsdPerTeu + to.hinterlandUsdPerTeu,
            rule,
          })
        }
      }
    }),
  )
  const shareStart = new Uint32Array(rows.length + 1)
  rows.forEach((row, l) => {
    shareStart[l + 1] =
      shareStart[l] + choiceSet.routeStart[row.gateway + 1] - choiceSet.routeStart[row.gateway]
  })
  return {
    count: rows.length,
    countryPair: Int32Array.from(rows, row => row.pair),
    gatewayPair: Int32Array.from(rows, row => row.gateway),
    weight: Float64Array.from(rows, row => row.weight),
    hinterlandHours: Float64Array.from(rows, row => row.hours),
    hinterlandUsd: Float64Array.from(rows, row => row.usd),
    rule: Int16Array.from(rows, row => row.rule),
    shareStart,
  }
}

/** The rule of a pair: none with an end in the territory; named regions before "every other pair". */
export function ruleOfPair(
  rules: readonly AvoidanceRule[],
  exporter: string,
  importer: string,
  region: ReadonlyMap<string, string>,
): number {
  const a = region.get(exporter)
  const b = region.get(importer)
  const fits = (rule: AvoidanceRule): boolean => {
    const one = rule.regionsA as readonly (string | undefined)[]
    const other = rule.regionsB as readonly (string | undefined)[]
    return (one.includes(a) && other.includes(b)) || (one.includes(b) && other.includes(a))
  }
  const exempt = (rule: AvoidanceRule): boolean =>
    rule.territory.includes(exporter) || rule.territory.includes(importer)
  const named = rules.findIndex(rule => rule.regionsA.length > 0 && fits(rule))
  const at =
    named >= 0 ? named : rules.findIndex(rule => rule.regionsA.length === 0 && rule.regionsB.length === 0)
  return at < 0 || exempt(rules[at]) ? -1 : at
}

function unknownGateway(placeId: string): never {
  throw new KeruenError('failure', {
    code: 'network.unknown-gateway',
    expected: 'a choice set built for this dataset',
    found: `no gateway "${placeId}" in it`,
    mend: 'delete the stored choice set; it is built again when it is missing',
  })
}

/**
 * For each rule and route whether the route passes the rule's territory by land.
 *
 * @returns one Uint8Array of route flags for each rule (equal territories share one).
 */
export function territoryFlags(
  choiceSet: ChoiceSet,
  network: NetworkTables,
  rules: readonly AvoidanceRule[],
): readonly Uint8Array[] {
  const known = new Map<string, Uint8Array>()
  return rules.map(rule => {
    const key = [...rule.territory].sort().join(';')
    const made = known.get(key) ?? routesThrough(choiceSet, landElements(network, new Set(rule.territory)))
    known.set(key, made)
    return made
  })
}

/** The other lanes, ascending. */
export function othersThan(touched: Int32Array, count: number): Int32Array {
  const isTouched = new Uint8Array(count)
  for (const lane of touched) isTouched[lane] = 1
  return Int32Array.from({ length: count }, (_, l) => l).filter(l => isTouched[l] === 0)
}
