/** Cargo that is bound to the lorry, or that takes no train over a border: its lanes, its routes, and what happens when they close. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Crossing, Link, ModalRule } from '../../src/dataset/dataset.js'
import type { ChoiceSet } from '../../src/network/choice-set/choice-set.js'
import { withDetours } from '../../src/network/choice-set/detours.js'
import {
  BARRED_USES,
  BINDINGS,
  BOUND,
  BY_LORRY,
  barredElements,
  bindingsOf,
  modalRuleOf,
  modesUsed,
  NO_TRAIN,
  NO_TRANSIT,
  NOT_BOUND,
} from '../../src/network/choice-set/modes-used.js'
import { BOUND_TIME_VALUES } from '../../src/network/choice-set/seeds.js'
import {
  baselineChoice,
  type NetworkBaseline,
  networkBaseline,
} from '../../src/network/comparison/network-baseline.js'
import { compareNetworks } from '../../src/network/comparison/network-change.js'
import { elementCosts, indexElements } from '../../src/network/elements/elements.js'
import { buildGraph } from '../../src/network/least-cost/graph.js'
import { bestState, searchArcs, searchTree, treeWorkspace } from '../../src/network/least-cost/least-cost.js'
import { weightsWithLorries } from '../../src/network/route-choice/lanes.js'
import { chooseChangedRoutes } from '../../src/network/route-choice/route-choice.js'
import { BINS, timeValueGrid } from '../../src/network/route-choice/time-values.js'
import { touchedLanes } from '../../src/network/route-choice/touched-lanes.js'
import { BY_GATEWAY } from '../../src/network/traffic/bulk-lanes.js'
import { embeddedChoiceSet } from '../choice-set.js'
import { embeddedDataset } from '../embedded.js'

const dataset = embeddedDataset()
const { network, trade, countries } = dataset
const { economies } = trade
const rules = dataset.avoidance.filter(rule => rule.regime === '2024')
const index = indexElements(network)
const today = { tables: network, closedPlaces: new Set<string>(), rules }
const costs = elementCosts(network, index, today.closedPlaces)
const DISPERSION = 200
const grid = timeValueGrid([{ median: 12, spread: 1.4 }], 0)
const parameters = { timeValues: grid, dispersion: DISPERSION, seaDispersion: 60 }
let choiceSet: ChoiceSet
let baseline: NetworkBaseline
beforeAll(async () => {
  choiceSet = await embeddedChoiceSet()
  baseline = networkBaseline(choiceSet, today, economies, countries)
})

const pairOf = (from: string, to: string): number =>
  economies.indexOf(from) * economies.length + economies.indexOf(to)
const lanesOf = (from: string, to: string): number[] =>
  Array.from(baseline.lanes.countryPair.keys()).filter(
    l => baseline.lanes.countryPair[l] === pairOf(from, to),
  )

describe('rules', () => {
  const rule = (fields: Partial<ModalRule>): ModalRule => ({
    id: 'rule',
    endsA: ['CHN'],
    endsB: ['KAZ', 'KGZ'],
    precision: 1,
    lorry: 0.5,
    lorryLow: 0.4,
    lorryHigh: 0.6,
    noTrain: 0,
    noTransit: 0,
    switchUsdPerTeu: 1000,
    quality: 'estimated',
    source: 'test',
    ...fields,
  })
  const both = [rule({ id: 'region' }), rule({ id: 'pair', endsB: ['KGZ'], precision: 2 })]

  test('fit either way round, the more precise first; other pairs have none', () => {
    expect(modalRuleOf(both, 'CHN', 'KAZ')?.id).toBe('region')
    expect(modalRuleOf(both, 'KAZ', 'CHN')?.id).toBe('region')
    expect(modalRuleOf(both, 'KGZ', 'CHN')?.id).toBe('pair')
    expect(modalRuleOf(both, 'KAZ', 'KGZ')).toBeUndefined()
  })
})

describe('lanes', () => {
  test('parts of a pair sum to one, and so does its bulk, which is bound to nothing, but for what has its own chain', () => {
    const { lanes, bulkLanes } = baseline
    const [general, bulk] = [new Map<number, number>(), new Map<number, number>()]
    const fromOutlets = new Map<number, number>()
    lanes.countryPair.forEach((pair, l) => {
      general.set(pair, (general.get(pair) ?? 0) + lanes.weight[l]!)
    })
    bulkLanes.countryPair.forEach((pair, l) => {
      const of = bulkLanes.origin[l] !== BY_GATEWAY ? fromOutlets : bulk
      of.set(pair, (of.get(pair) ?? 0) + bulkLanes.weight[l]!)
    })
    const ownChain = new Map(
      network.bulkChains!.flatMap(chain =>
        chain.exporters.flatMap(from =>
          chain.importers.filter(to => economies.includes(to)).map(to => [pairOf(from, to), chain] as const),
        ),
      ),
    )
    expect(ownChain.get(pairOf('RUS', 'CHN'))?.ownChain).toBe(0.71)
    for (const [pair, total] of general) {
      const chain = ownChain.get(pair)
      // What the gateways can stand in for counts with them.
      const byGateways = chain?.otherWays === 'both' ? 1 : 1 - (chain?.ownChain ?? 0)
      expect(total * byGateways).toBeCloseTo(bulk.get(pair) ?? 0, 12)
    }
    expect(bulk.get(pairOf('SAU', 'CHN'))).toBeCloseTo(1, 12)
    expect(fromOutlets.get(pairOf('KAZ', 'ITA'))).toBeCloseTo(0.8, 12)
    expect(fromOutlets.get(pairOf('ITA', 'KAZ'))).toBeUndefined()
    for (const [pair, total] of fromOutlets) expect(total).toBeCloseTo(ownChain.get(pair)!.ownChain, 12)
  })

  test('hold what the rules say, and at the ends of its range', () => {
    const { lanes } = baseline
    const partOf = (weight: Float64Array, binding: number, from: string, to: string): number =>
      lanesOf(from, to).reduce((sum, l) => sum + (lanes.binding[l] === binding ? weight[l]! : 0), 0)
    const at = (position: number) => weightsWithLorries(lanes, network.modalRules!, economies, position)
    for (const [from, to] of [
      ['CHN', 'KAZ'],
      ['TUR', 'DEU'],
      ['GEO', 'RUS'],
      ['TUR', 'RUS'],
    ] as const) {
      const rule = modalRuleOf(network.modalRules!, from, to)!
      // what some of the cargo keeps out of, all of that by lorry and without trains keeps out of
      const { byLorry, noTrain } = bindingsOf(rule)
      expect(byLorry === BY_LORRY).toBe(rule.noTransit === 0)
      expect(partOf(lanes.weight, byLorry, from, to)).toBeCloseTo(rule.lorry, 12)
      expect(partOf(lanes.weight, noTrain, from, to)).toBeCloseTo((1 - rule.lorry) * rule.noTrain, 12)
      const rest = (1 - rule.lorry) * (1 - rule.noTrain)
      expect(partOf(lanes.weight, NO_TRANSIT, from, to)).toBeCloseTo(rest * rule.noTransit, 12)
      expect(partOf(at(-1), byLorry, from, to)).toBeCloseTo(rule.lorryLow, 12)
      expect(partOf(at(1), byLorry, from, to)).toBeCloseTo(rule.lorryHigh, 12)
      expect(partOf(at(0.5), byLorry, from, to)).toBeCloseTo((rule.lorry + rule.lorryHigh) / 2, 12)
    }
    at(0).forEach((weight, l) => {
      expect(weight).toBeCloseTo(lanes.weight[l]!, 12)
    })
  })

  test('are empty where no part of the cargo is left to them, and then never touched', () => {
    const { lanes } = baseline
    const emptyOf = (from: string, to: string, binding: number) =>
      lanesOf(from, to).flatMap(l => (lanes.binding[l] === binding ? [lanes.isEmpty[l]] : []))
    // all that Türkiye and Kazakhstan trade keeps out of some borders; a rule whose range begins above nothing leaves some cargo free
    expect(new Set(emptyOf('TUR', 'KAZ', NOT_BOUND))).toEqual(new Set([1]))
    expect(new Set(emptyOf('TUR', 'KAZ', NO_TRANSIT))).toEqual(new Set([0]))
    expect(new Set(emptyOf('CHN', 'KAZ', NOT_BOUND))).toEqual(new Set([0]))
    lanes.isEmpty.forEach((isEmpty, l) => {
      if (isEmpty === 1) expect(lanes.weight[l]).toBe(0)
    })
    const before = { totals: baseline.totals, rules }
    const after = { ...before, rules: rules.map(rule => ({ ...rule, share: rule.share / 2 })) }
    const none = new Uint8Array(baseline.totals.open.length)
    const touched = touchedLanes(choiceSet, lanes, baseline.territory, before, after, none, DISPERSION)
    expect(touched.length).toBeGreaterThan(1000)
    expect(Array.from(touched).some(l => lanes.isEmpty[l] === 1)).toBe(false)
  })

  test('pairs without a rule have one lane between two gateways', () => {
    expect(modalRuleOf(network.modalRules!, 'CHN', 'DEU')).toBeUndefined()
    const pairs = lanesOf('CHN', 'DEU').map(l => baseline.lanes.gatewayPair[l])
    expect(new Set(pairs).size).toBe(pairs.length)
  })
})

describe('routes', () => {
  test('of bound cargo hardly use the modes that it is reluctant to take, wherever there is another way', () => {
    const { lanes } = baseline
    const { share } = baselineChoice(choiceSet, baseline, rules, parameters)
    let [bound, most, all, outsideAll] = [0, 0, 0, 0]
    for (let l = 0; l < lanes.count; l++) {
      const barred = BARRED_USES[lanes.binding[l]!]!
      if (barred === 0) continue
      const from = choiceSet.routeStart[lanes.gatewayPair[l]!]!
      const routes = Array.from(
        { length: lanes.shareStart[l + 1]! - lanes.shareStart[l]! },
        (_, r) => from + r,
      )
      const own = routes.filter(r => baseline.totals.open[r] === 1 && (choiceSet.modes[r]! & barred) === 0)
      if (own.length === 0) continue
      bound++
      const outside = routes.reduce(
        (sum, r, k) => sum + ((choiceSet.modes[r]! & barred) === 0 ? 0 : share[lanes.shareStart[l]! + k]!),
        0,
      )
      outsideAll += lanes.weight[l]! * outside
      all += lanes.weight[l]!
      most = Math.max(most, outside)
    }
    expect(bound).toBeGreaterThan(1000)
    // those whose time is worth little, where lorries cost most beside trains
    expect(most).toBeLessThan(0.25)
    expect(outsideAll / all).toBeLessThan(0.03)
  })

  test.each(BOUND.flatMap(binding => BOUND_TIME_VALUES.map(v => [binding, v] as const)))(
    'the best stored one is the least cost without what they bar (binding %d, %d USD a day)',
    (binding, timeValue) => {
      const barred = barredElements(network, index, binding)
      const weight = costs.usd.map((usd, e) =>
        costs.open[e] === 1 && !barred.has(e)
          ? usd + (timeValue / 24) * costs.hours[e]!
          : Number.POSITIVE_INFINITY,
      )
      const graph = buildGraph(network, index)
      const arcs = searchArcs(graph, weight, new Float64Array(index.count), 'forward')
      const placeAt = new Map(network.places.map((place, at) => [place.id, at]))
      const places = choiceSet.gateways.map(id => placeAt.get(id)!)
      const { lanes, totals } = baseline
      const asked = new Set(
        Array.from(lanes.gatewayPair).filter((_, l) => lanes.binding[l] === binding && lanes.weight[l]! > 0),
      )
      const wrong: string[] = []
      let turning = 0
      const trees = new Map<number, ReturnType<typeof searchTree>>()
      for (const pair of asked) {
        const [origin, destination] = [choiceSet.pairOrigin[pair]!, choiceSet.pairDestination[pair]!]
        const tree = trees.get(origin) ?? searchTree(arcs, places[origin]!, treeWorkspace())
        trees.set(origin, tree)
        const end = bestState(graph, tree, places[destination]!)
        const least = end < 0 ? Number.POSITIVE_INFINITY : tree.cost[end]!
        if (goesBack(graph, tree, end)) {
          turning++
          continue
        }
        let best = Number.POSITIVE_INFINITY
        for (let r = choiceSet.routeStart[pair]!; r < choiceSet.routeStart[pair + 1]!; r++) {
          if (totals.open[r] === 1 && (choiceSet.modes[r]! & BARRED_USES[binding]!) === 0)
            best = Math.min(best, totals.usd[r]! + (timeValue / 24) * totals.hours[r]!)
        }
        // Sums in another order differ by a few units in the last place.
        if (!(best === least || Math.abs(best - least) <= 1e-9 * least))
          wrong.push(`${choiceSet.gateways[origin]}–${choiceSet.gateways[destination]} ${best} ${least}`)
      }
      expect(asked.size).toBeGreaterThan(50)
      expect(wrong).toEqual([])
      expect(turning).toBeLessThan(5)
    },
  )
})

/** Whether a least cost goes along a link and back, as by ship to the next port for the train from there: no way that is stored. */
function goesBack(
  { arcElement, arcFrom }: ReturnType<typeof buildGraph>,
  { arc }: ReturnType<typeof searchTree>,
  end: number,
): boolean {
  let last = -1
  for (let state = end; state >= 0 && arc[state]! >= 0; state = arcFrom[arc[state]!]!) {
    if (arcElement[arc[state]!] === last) return true
    last = arcElement[arc[state]!]!
  }
  return false
}

describe('after a change', () => {
  const change = (tables: typeof network, set = choiceSet, prepared = baseline) =>
    compareNetworks(set, today, { ...today, tables }, economies, countries, DISPERSION, prepared)

  test('shorter waits of trains leave cargo that is bound to the lorry alone', () => {
    const faster = {
      ...network,
      crossings: network.crossings.map(row =>
        row.placeId === 'khorgos-altynkol' ? { ...row, hours: row.hours / 2 } : row,
      ),
    }
    const { touched, lanes } = change(faster)
    expect(touched.length).toBeGreaterThan(0)
    const bound = Array.from(touched).filter(l => {
      const from = choiceSet.routeStart[lanes.gatewayPair[l]!]!
      const to = choiceSet.routeStart[lanes.gatewayPair[l]! + 1]!
      const own = (r: number) =>
        baseline.totals.open[r] === 1 && (choiceSet.modes[r]! & BARRED_USES[BY_LORRY]!) === 0
      return lanes.binding[l] === BY_LORRY && Array.from({ length: to - from }, (_, k) => from + k).some(own)
    })
    // but for the few lanes where some of it takes the train all the same
    expect(bound.length / touched.length).toBeLessThan(0.05)
  })

  test('shorter waits of lorries are worth more to it than to the rest', () => {
    const faster = {
      ...network,
      crossings: network.crossings.map(row =>
        row.mode === 'road' && [row.fromCountry, row.toCountry].includes('CHN') ? { ...row, hours: 0 } : row,
      ),
    }
    const made = change(faster)
    const choices = chooseChangedRoutes(made.situation, parameters, made.touched)
    const gain = (binding: number): number => {
      const rows = Array.from(choices.asked.keys()).filter(
        k =>
          made.lanes.binding[choices.asked[k]!] === binding &&
          made.lanes.countryPair[choices.asked[k]!] === pairOf('CHN', 'KAZ'),
      )
      const classes = choices.groups * BINS
      const each = rows.map(k => choices.costBefore[k * classes]! - choices.costAfter[k * classes]!)
      return each.reduce((sum, value) => sum + value, 0) / Math.max(1, each.length)
    }
    expect(gain(BY_LORRY)).toBeGreaterThan(0)
    expect(gain(BY_LORRY)).toBeGreaterThan(gain(NOT_BOUND))
  })

  test('where the last way by lorry closes cargo takes other modes, and never gains', () => {
    const suspended = <Row extends Crossing | Link>(row: Row): Row => ({ ...row, status: 'suspended' })
    const closed = {
      ...network,
      crossings: network.crossings.map(row =>
        row.mode === 'road' && [row.fromCountry, row.toCountry].includes('KAZ') ? suspended(row) : row,
      ),
      links: network.links.map(link => (link.mode === 'ferry' ? suspended(link) : link)),
    }
    const open = elementCosts(closed, index, today.closedPlaces).open
    const found = withDetours(choiceSet, network, costs, open, [['BLR', 'RUS']])
    const made = change(closed, found, networkBaseline(found, today, economies, countries))
    const choices = chooseChangedRoutes(made.situation, parameters, made.touched)
    let moved = 0
    choices.asked.forEach((l, k) => {
      if (made.lanes.countryPair[l] !== pairOf('CHN', 'KAZ') || made.lanes.binding[l] !== BY_LORRY) return
      moved++
      const [from, to] = [choices.shareStart[k]!, choices.shareStart[k + 1]!]
      const first = found.routeStart[made.lanes.gatewayPair[l]!]!
      const byOthers = Array.from({ length: to - from }, (_, r) =>
        (found.modes[first + r]! & BARRED_USES[BY_LORRY]!) === 0 ? 0 : choices.shareAfter[0]![from + r]!,
      )
      expect(byOthers.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
      for (const of of ['cost', 'hours'] as const) {
        const [before, after] =
          of === 'cost' ? [choices.costBefore, choices.costAfter] : [choices.hoursBefore, choices.hoursAfter]
        const first = k * choices.groups * BINS
        expect(after[first]! - before[first]!).toBeGreaterThanOrEqual(0)
      }
    })
    expect(moved).toBeGreaterThan(0)
  })

  test('where a border closes to lorries, ways round by lorry are found', () => {
    const closedPlaces = new Set(['verkhny-lars'])
    const open = elementCosts(network, index, closedPlaces).open
    const found = withDetours(choiceSet, network, costs, open, [['BLR', 'RUS']])
    const rest = networkBaseline(found, today, economies, countries)
    const byLorry = lanesOf('GEO', 'RUS').filter(l => rest.lanes.binding[l] === BY_LORRY)
    expect(byLorry.length).toBeGreaterThan(0)
    for (const l of byLorry) {
      const pair = rest.lanes.gatewayPair[l]!
      const ways = Array.from(
        { length: found.routeStart[pair + 1]! - found.routeStart[pair]! },
        (_, k) => found.routeStart[pair]! + k,
      ).filter(r => {
        const passed = found.elements.subarray(found.elementStart[r], found.elementStart[r + 1])
        return found.modes[r] === 0 && passed.every(e => open[e] === 1)
      })
      expect(ways.length).toBeGreaterThan(0)
    }
  })

  test('bindings have names and modes', () => {
    expect(BINDINGS.map((_, binding) => BARRED_USES[binding])).toEqual([0, 3, 8, 4, 7, 12])
  })

  test('a train between port and inland is none over a border, one that meets a lorry or a ferry is', () => {
    const link = (mode: string) => network.links.findIndex(row => row.mode === mode)
    const crossing = index.crossingStart + network.crossings.findIndex(({ mode }) => mode === 'rail')
    const change = (a: string, b: string) =>
      index.terminalStart +
      network.terminals.findIndex(({ modeA, modeB }) => [modeA, modeB].sort().join() === [a, b].sort().join())
    const isBarred = (...elements: number[]) =>
      (modesUsed(network, index, Uint16Array.from(elements)) & BARRED_USES[NO_TRAIN]!) !== 0
    expect(isBarred(link('rail'), change('rail', 'sea'), link('sea'))).toBe(false)
    expect(isBarred(link('rail'), change('rail', 'inland_waterway'))).toBe(false)
    expect(isBarred(link('road'), change('ferry', 'road'), link('ferry'))).toBe(false)
    expect(isBarred(link('rail'), crossing)).toBe(true)
    expect(isBarred(link('rail'), change('rail', 'road'), link('road'))).toBe(true)
    expect(isBarred(link('rail'), change('ferry', 'rail'), link('ferry'))).toBe(true)
    // the lorry-bound take none of them
    expect(modesUsed(network, index, Uint16Array.of(link('rail'))) & BARRED_USES[BY_LORRY]!).not.toBe(0)
  })
})
