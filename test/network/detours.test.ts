import { beforeAll, describe, expect, test } from 'vitest'
import type { ChoiceSet } from '../../src/network/choice-set/choice-set.js'
import { withDetours } from '../../src/network/choice-set/detours.js'
import { extendBaseline } from '../../src/network/comparison/extend-baseline.js'
import { networkBaseline } from '../../src/network/comparison/network-baseline.js'
import { compareNetworks } from '../../src/network/comparison/network-change.js'
import { elementCosts, indexElements } from '../../src/network/elements/elements.js'
import { buildGraph } from '../../src/network/least-cost/graph.js'
import { bestState, leastCostTree, treeWorkspace } from '../../src/network/least-cost/least-cost.js'
import { chooseChangedRoutes } from '../../src/network/route-choice/route-choice.js'
import { routeTotals } from '../../src/network/route-choice/route-totals.js'
import { BINS, timeValueGrid } from '../../src/network/route-choice/time-values.js'
import { embeddedChoiceSet } from '../choice-set.js'
import { embeddedDataset } from '../embedded.js'

const dataset = embeddedDataset()
const { network, trade, countries } = dataset
const index = indexElements(network)
const none: ReadonlySet<string> = new Set()
const before = elementCosts(network, index, none)
const territory = ['BLR', 'RUS']
let choiceSet: ChoiceSet
beforeAll(async () => {
  choiceSet = await embeddedChoiceSet()
})

const closedLink = (id: string) => ({
  ...network,
  links: network.links.map(link => (link.id === id ? { ...link, status: 'suspended' as const } : link)),
})

test('nothing closes: the same record', () => {
  expect(withDetours(choiceSet, network, before, before.open, [territory])).toBe(choiceSet)
})

test('what is open decides which ways round there are, and closing anew brings the same back', () => {
  const closing = (...ids: string[]) => elementCosts(network, index, new Set(ids)).open
  const find = (open: Uint8Array, costs = before) => withDetours(choiceSet, network, costs, open, [territory])
  const first = find(closing('sadakhlo-ayrum'))
  expect(find(closing('sadakhlo-ayrum')) === first).toBe(true)
  const both = find(closing('sadakhlo-ayrum', 'khorgos-altynkol'))
  expect(both.elements.length).toBeGreaterThan(first.elements.length)
  const again = find(closing('sadakhlo-ayrum'))
  expect(again === first).toBe(false)
  const bytes = ({ elements, overlap }: ChoiceSet) =>
    [elements, overlap].map(view => Buffer.from(view.buffer, view.byteOffset, view.byteLength))
  bytes(again).forEach((each, k) => {
    expect(each.equals(bytes(first)[k]!)).toBe(true)
  })
  const slower = { ...before, hours: before.hours.map(hours => 3 * hours) }
  expect(find(closing('sadakhlo-ayrum'), slower).elements.length).not.toBe(first.elements.length)
})

test('law: cheaper or faster passing never raises a cost, with a border closed', () => {
  const closedPlaces = new Set(['khorgos-altynkol'])
  const open = elementCosts(network, index, closedPlaces).open
  const found = withDetours(choiceSet, network, before, open, [territory])
  const eased = {
    ...network,
    crossings: network.crossings.map(row => ({ ...row, hours: row.hours / 2 })),
    terminals: network.terminals.map(row => ({ ...row, usdPerTeu: 0.8 * row.usdPerTeu })),
  }
  const rules = dataset.avoidance.filter(rule => rule.regime === '2024')
  const today = { tables: network, closedPlaces: none, rules }
  const parameters = {
    timeValues: timeValueGrid([{ median: 12, spread: 1.4 }], 0),
    dispersion: 200,
    seaDispersion: 25,
  }
  const [closed, cheaper] = [network, eased].map(tables =>
    compareNetworks(found, today, { tables, closedPlaces, rules }, trade.economies, countries, 200),
  )
  const asked = cheaper!.touched.filter((_, k) => k % 7 === 0)
  const [dear, cheap] = [closed!, cheaper!].map(
    ({ situation }) => chooseChangedRoutes(situation, parameters, asked).costAfter,
  )
  expect(dear!.length).toBeGreaterThan(1000)
  expect(cheap!.filter((cost, k) => cost > dear![k]! + 1e-9)).toEqual(new Float64Array(0))
})

describe.each([
  ['the railway border of Armenia and Georgia', network, new Set(['sadakhlo-ayrum']), true],
  // Lorries go on among the stored routes.
  ['a railway on the way to Mongolia', closedLink('rail-choir--erenhot-zamyn-uud'), none, false],
  ['a sea leg of West Africa', closedLink('sea-abidjan--dakar'), none, true],
] as const)('%s closed', (_, tables, closedPlaces, cutsStored) => {
  const after = elementCosts(tables, index, closedPlaces)

  test.each([3, 12, 500])('the best route of every pair is the least cost at %d USD a day', timeValue => {
    const found = withDetours(choiceSet, network, before, after.open, [territory])
    expect(found.detour!.includes(1)).toBe(true)
    const totals = routeTotals({ ...found, detour: undefined }, after)
    const graph = buildGraph(tables, index)
    const places = new Map(tables.places.map((place, at) => [place.id, at]))
    const weight = after.usd.map((usd, e) =>
      after.open[e] === 1 ? usd + (timeValue / 24) * after.hours[e] : Number.POSITIVE_INFINITY,
    )
    const trees = found.gateways.map(id =>
      leastCostTree(
        graph,
        weight,
        new Float64Array(index.count),
        places.get(id)!,
        'forward',
        treeWorkspace(),
      ),
    )
    const wrong: string[] = []
    found.pairOrigin.forEach((origin, pair) => {
      const destination = found.gateways[found.pairDestination[pair]]!
      const end = bestState(graph, trees[origin]!, places.get(destination)!)
      const least = end < 0 ? Number.POSITIVE_INFINITY : trees[origin]!.cost[end]!
      let best = Number.POSITIVE_INFINITY
      for (let r = found.routeStart[pair]!; r < found.routeStart[pair + 1]!; r++)
        if (totals.open[r] === 1) best = Math.min(best, totals.usd[r]! + (timeValue / 24) * totals.hours[r]!)
      if (best !== least && !(Math.abs(best - least) <= 1e-9 * least))
        wrong.push(`${found.gateways[origin]}–${destination} ${best} ${least}`)
    })
    expect(wrong).toEqual([])
  })

  test('costs and hours never fall, nothing moves before, and who finds a way round is not cut off', () => {
    const rules = dataset.avoidance.filter(rule => rule.regime === '2024')
    const compare = (routes: ChoiceSet) =>
      compareNetworks(
        routes,
        { tables: network, closedPlaces: none, rules },
        { tables, closedPlaces, rules },
        trade.economies,
        countries,
        200,
      )
    const parameters = {
      timeValues: timeValueGrid([{ median: 12, spread: 1.4 }], 0),
      dispersion: 200,
      seaDispersion: 25,
    }
    const found = withDetours(choiceSet, network, before, after.open, [territory])
    const change = compare(found)
    const choices = chooseChangedRoutes(change.situation, parameters, change.touched)
    const plain = compare(choiceSet)
    const known = chooseChangedRoutes(plain.situation, parameters, plain.touched)
    let cheaper = 0
    choices.costAfter.forEach((cost, at) => {
      if (
        !(cost >= choices.costBefore[at]! - 1e-9) ||
        !(choices.hoursAfter[at]! >= choices.hoursBefore[at]! - 1e-9)
      )
        cheaper++
    })
    expect(cheaper).toBe(0)
    const row = new Map(Array.from(change.touched, (lane, k) => [lane, k]))
    plain.touched.forEach((lane, k) => {
      const other = row.get(lane)
      if (other === undefined) return
      expect(choices.costBefore[other * choices.groups * BINS]).toBe(
        known.costBefore[k * known.groups * BINS],
      )
    })
    const today = { tables: network, closedPlaces: none, rules }
    const prepared = networkBaseline(choiceSet, today, trade.economies, countries)
    const carried = extendBaseline(prepared, found, today)
    const anew = networkBaseline(found, today, trade.economies, countries)
    expect(carried.rules).toBe(anew.rules)
    const arrays = ({ lanes, totals, territory: flags }: typeof anew) =>
      [...Object.values(lanes).filter(ArrayBuffer.isView), ...Object.values(totals), ...flags].map(view =>
        Buffer.from(view.buffer, view.byteOffset, view.byteLength),
      )
    expect(arrays(carried).map((bytes, k) => bytes.equals(arrays(anew)[k]!))).not.toContain(false)
    const cutOff = (flags: Uint8Array) => flags.reduce((sum, flag) => sum + flag, 0)
    const rescued = cutOff(plain.cutOffAfter) - cutOff(change.cutOffAfter)
    expect(cutsStored ? Math.sign(rescued) : rescued).toBe(cutsStored ? 1 : 0)
  })
})
