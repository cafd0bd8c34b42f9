/** What each measure changes, how many pairs it touches by itself, and what it costs. */
import type { NetworkTables } from '../../dataset/dataset.js'
import { getParameter } from '../../dataset/parameters.js'
import { borderParts } from '../../measures/apply.js'
import { applyToNetwork } from '../../measures/apply-network.js'
import { annualCost } from '../../measures/cost.js'
import type { Measure } from '../../measures/measure.js'
import { type ElementCosts, type ElementIndex, elementCosts } from '../../network/elements/elements.js'
import { changedElements } from '../../network/route-choice/route-totals.js'
import type { World } from '../stages/world.js'
import type { Bounds, MeasureResult } from './result.js'

export function measureRows(world: World): MeasureResult[] {
  const { scenario, effect } = world
  const touched = touchedPairs(world)
  const discountRate = getParameter(scenario.parameters, 'discountRate')
  const upkeepShare = getParameter(scenario.parameters, 'upkeepShare')
  const cost = (measure: Measure, at: 'value' | 'low' | 'high'): number | null =>
    annualCost(measure, discountRate[at], upkeepShare[at]) ?? null
  return scenario.measures.map((measure, m) => ({
    id: measure.id,
    title: measure.title,
    changedRows: effect.changedRows.get(measure.id) ?? 0,
    touchedPairs: touched[m],
    owners: measure.owners,
    capitalMusd: measure.capitalMusd ?? null,
    annualCostMusd: cost(measure, 'value'),
    annualCostRangeMusd: bounds(cost(measure, 'low'), cost(measure, 'high')),
    year: measure.year ?? null,
  }))
}

/** Sums over the measures that state a cost; null where none does. */
export function packageCost(measures: readonly MeasureResult[]) {
  const total = (of: (measure: MeasureResult) => number | null): number | null => {
    const known = measures.map(of).filter(value => value !== null)
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)
  }
  return {
    capitalMusd: total(m => m.capitalMusd),
    annualCostMusd: total(m => m.annualCostMusd),
    annualCostRangeMusd: bounds(
      total(m => m.annualCostRangeMusd?.low ?? null),
      total(m => m.annualCostRangeMusd?.high ?? null),
    ),
  }
}

function bounds(low: number | null, high: number | null): Bounds | null {
  return low === null || high === null ? null : { low, high }
}

/** Country pairs that have a route through what each measure changes (or whose tariff, cost or rule it changes). */
function touchedPairs(world: World): number[] {
  const { scenario, network, effect } = world
  const masks = changedElementMasks(world)
  const counts = scenario.measures.map(() => 0)
  const { lanes, choiceSet } = network
  const words = masks.length
  const seen = new Int32Array(words)
  for (let l = 0; l < lanes.count; ) {
    const pair = lanes.countryPair[l]
    seen.fill(0)
    for (; l < lanes.count && lanes.countryPair[l] === pair; l++) {
      const gateway = lanes.gatewayPair[l]
      const from = choiceSet.elementStart[choiceSet.routeStart[gateway]]
      const to = choiceSet.elementStart[choiceSet.routeStart[gateway + 1]]
      for (let w = 0; w < words; w++) seen[w] |= union(masks[w], choiceSet.elements, from, to)
    }
    scenario.measures.forEach((_, m) => {
      if ((seen[m >> 5] & (1 << (m & 31))) !== 0) counts[m]++
    })
  }
  scenario.measures.forEach((measure, m) => {
    if (measure.kind === 'tariff' || measure.kind === 'non-tariff')
      counts[m] = effect.changedRows.get(measure.id) ?? 0
    if (measure.kind === 'avoidance') counts[m] = pairsOfRules(world, measure.ruleIds)
  })
  return counts
}

/** All bits of some elements. */
function union(mask: Int32Array, elements: Uint16Array, from: number, to: number): number {
  let bits = 0
  for (let e = from; e < to; e++) bits |= mask[elements[e]]
  return bits
}

/** Bit m of word m ÷ 32 of an element: measure m changes it, applied after those before it. */
function changedElementMasks(world: World): Int32Array[] {
  const { scenario, baseline, network } = world
  const limits = borderParts(scenario.parameters)
  const words = Math.max(1, Math.ceil(scenario.measures.length / 32))
  const masks = Array.from({ length: words }, () => new Int32Array(network.index.count))
  let before: ElementCosts = network.before
  let tables = baseline.network
  scenario.measures.forEach((_, m) => {
    const applied = applyToNetwork(baseline.network, scenario.measures.slice(0, m + 1), limits)
    const after = elementCosts(applied.network, network.index, applied.closedPlaces)
    changedElements(before, after).forEach((changed, element) => {
      if (changed === 1) masks[m >> 5][element] |= 1 << (m & 31)
    })
    // A capacity changes no cost by itself, but speaks of every pair that passes there.
    for (const element of changedCapacities(tables, applied.network, network.index)) {
      masks[m >> 5][element] |= 1 << (m & 31)
    }
    before = after
    tables = applied.network
  })
  return masks
}

/** Elements whose stated capacity differs. */
function changedCapacities(
  before: NetworkTables,
  after: NetworkTables,
  { crossingStart, terminalStart }: ElementIndex,
): number[] {
  const differs = (row: { capacityKteu?: number }, next: { capacityKteu?: number }) =>
    row.capacityKteu !== next.capacityKteu
  return [
    ...before.links.flatMap((link, k) => (differs(link, after.links[k]) ? [k] : [])),
    ...before.crossings.flatMap((row, k) => (differs(row, after.crossings[k]) ? [crossingStart + k] : [])),
    ...before.terminals.flatMap((row, k) =>
      row.limit === after.terminals[k].limit ? [] : [terminalStart + k],
    ),
  ]
}

function pairsOfRules({ network, baseline }: World, ruleIds: readonly string[]): number {
  const rows = new Set(ruleIds.map(id => baseline.avoidance.findIndex(rule => rule.id === id)))
  const pairs = new Set<number>()
  network.lanes.rule.forEach((rule, l) => {
    if (rows.has(rule)) pairs.add(network.lanes.countryPair[l])
  })
  return pairs.size
}
