/**
 * Lanes: which pair of gateways carries which part of the trade of which pair of countries, and which rule of
 * avoidance applies to it.
 */
import type { AvoidanceRule, Country, ModalRule, NetworkTables } from '../../dataset/dataset.js'
import { KeruenError } from '../../errors.js'
import { sum } from '../../numeric/sum.js'
import { type ChoiceSet, gatewayPairs } from '../choice-set/choice-set.js'
import { BARRED_USES, bindingsOf, modalRuleOf, NO_TRANSIT, NOT_BOUND } from '../choice-set/modes-used.js'
import { landElements, routesThrough } from '../choice-set/passing.js'
import { REFERENCE_TIME_VALUE } from '../choice-set/seeds.js'
import type { RouteTotals } from './route-totals.js'

/**
 * One row for each lane; lanes of a country pair stand together. Where part of a pair's cargo is bound to a mode, that part
 * is a lane of its own between the same gateways.
 */
export interface Lanes {
  readonly count: number
  /** Index of the country pair: exporter × economies + importer. */
  readonly countryPair: Int32Array
  /** Pair of the choice set. */
  readonly gatewayPair: Int32Array
  /** Part of the country pair's general cargo; parts of a pair sum to one (less where both ends share a gateway). */
  readonly weight: Float64Array
  /** 1 where no cargo goes, wherever the parts bound to the lorry stand in their ranges: nothing chooses there. */
  readonly isEmpty: Uint8Array
  /** How that cargo is bound to a mode, see `BINDINGS`. */
  readonly binding: Uint8Array
  /** What it asks on top for a mode that it does not take, USD per TEU; zero where it is bound to none, or has no way by its own. */
  readonly reluctanceUsd: Float64Array
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
 * @param today     what routes take in the baseline, from which it is read how reluctant bound cargo is.
 * @throws KeruenError `network.unknown-gateway` where the choice set was built for other gateways.
 */
export function buildLanes(
  choiceSet: ChoiceSet,
  network: NetworkTables,
  economies: readonly string[],
  countries: readonly Country[],
  rules: readonly AvoidanceRule[],
  today?: RouteTotals,
): Lanes {
  const { indexOf, pairOf } = gatewayPairs(choiceSet)
  const region = new Map(countries.map(country => [country.iso3, country.region]))
  const gatesOf = economies.map(iso3 =>
    network.gateways
      .filter(gate => gate.iso3 === iso3)
      .map(gate => {
        const index = indexOf(gate.placeId)
        return index < 0 ? unknownGateway(gate.placeId) : { ...gate, index }
      }),
  )
  const rows: LaneRow[] = []
  economies.forEach((exporter, i) =>
    economies.forEach((importer, j) => {
      if (i === j) return
      const rule = ruleOfPair(rules, exporter, importer, region)
      const modal = modalRuleOf(network.modalRules ?? [], exporter, importer)
      const parts = boundParts(modal)
      const ends = [boundParts(modal, -1), boundParts(modal, 1)]
      for (const from of gatesOf[i]) {
        for (const to of gatesOf[j]) {
          const gateway = pairOf(from.index, to.index)
          if (gateway < 0) continue
          const weight = from.share * to.share
          for (const [k, { binding, part }] of parts.entries()) {
            rows.push({
              pair: i * economies.length + j,
              gateway,
              weight: weight * part,
              isEmpty: part === 0 && ends.every(end => end[k].part === 0),
              binding,
              switchUsd: binding === NOT_BOUND ? 0 : modal!.switchUsdPerTeu,
              hours: from.hinterlandHours + to.hinterlandHours,
              usd: from.hinterlandUsdPerTeu + to.hinterlandUsdPerTeu,
              rule,
            })
          }
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
    isEmpty: Uint8Array.from(rows, row => (row.isEmpty ? 1 : 0)),
    binding: Uint8Array.from(rows, row => row.binding),
    reluctanceUsd: Float64Array.from(rows, ({ gateway, binding, switchUsd }) =>
      binding === NOT_BOUND || today === undefined
        ? switchUsd
        : reluctance(choiceSet, today, gateway, binding, switchUsd),
    ),
    hinterlandHours: Float64Array.from(rows, row => row.hours),
    hinterlandUsd: Float64Array.from(rows, row => row.usd),
    rule: Int16Array.from(rows, row => row.rule),
    shareStart,
  }
}

/**
 * What bound cargo asks for another mode: at least what it gives up today by its own, at the reference value of time, which it
 * shows by staying; and the rest before it leaves.
 */
function reluctance(
  { routeStart, modes }: ChoiceSet,
  { usd, hours, open }: RouteTotals,
  gateway: number,
  binding: number,
  switchUsd: number,
): number {
  let [own, other] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let r = routeStart[gateway]; r < routeStart[gateway + 1]; r++) {
    if (open[r] === 0) continue
    const cost = usd[r] + (REFERENCE_TIME_VALUE / 24) * hours[r]
    if ((modes[r] & BARRED_USES[binding]) === 0) own = Math.min(own, cost)
    else other = Math.min(other, cost)
  }
  if (own === Number.POSITIVE_INFINITY) return 0
  return other === Number.POSITIVE_INFINITY ? switchUsd : switchUsd + Math.max(0, own - other)
}

interface LaneRow {
  readonly pair: number
  readonly gateway: number
  readonly weight: number
  readonly isEmpty: boolean
  readonly binding: number
  readonly switchUsd: number
  readonly hours: number
  readonly usd: number
  readonly rule: number
}

/**
 * Parts of a pair's cargo by how they are bound, that which is not bound first: it is there even where it is nothing, and so
 * is what is bound to the lorry at the high end of its range.
 *
 * @param position of the part that is bound to the lorry in its range, −1 to 1.
 */
function boundParts(
  rule: ModalRule | undefined,
  position = 0,
): { readonly binding: number; readonly part: number }[] {
  if (rule === undefined) return [{ binding: NOT_BOUND, part: 1 }]
  const { noTrain, noTransit, lorryHigh } = rule
  const bound = bindingsOf(rule)
  const end = position < 0 ? rule.lorryLow : lorryHigh
  const lorry = rule.lorry + Math.abs(position) * (end - rule.lorry)
  return [
    { binding: NOT_BOUND, part: (1 - lorry) * (1 - noTrain) * (1 - noTransit) },
    ...(lorryHigh > 0 ? [{ binding: bound.byLorry, part: lorry }] : []),
    ...(noTrain > 0 ? [{ binding: bound.noTrain, part: (1 - lorry) * noTrain }] : []),
    ...(noTransit > 0 ? [{ binding: NO_TRANSIT, part: (1 - lorry) * (1 - noTrain) * noTransit }] : []),
  ]
}

/**
 * What `weight` of lanes is where the parts that are bound to the lorry stand elsewhere in their ranges.
 *
 * @param economies as the lanes were built for.
 * @param position −1 to 1, see `FigurePositions`.
 */
export function weightsWithLorries(
  lanes: Lanes,
  rules: readonly ModalRule[],
  economies: readonly string[],
  position: number,
): Float64Array {
  const weight = lanes.weight.slice()
  const n = economies.length
  for (let l = 0; l < lanes.count; ) {
    const pair = lanes.countryPair[l]
    const rule = modalRuleOf(rules, economies[Math.floor(pair / n)], economies[pair % n])
    const parts = boundParts(rule, position)
    for (; l < lanes.count && lanes.countryPair[l] === pair; l += parts.length) {
      const whole = sum(lanes.weight, l, l + parts.length)
      parts.forEach(({ part }, k) => {
        weight[l + k] = whole * part
      })
    }
  }
  return weight
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
