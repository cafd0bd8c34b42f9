import { beforeAll, describe, expect, test } from 'vitest'
import { avoidedTerritories, type ChoiceSet } from '../../src/network/choice-set/choice-set.js'
import { makeSeeds, seedWeights } from '../../src/network/choice-set/seeds.js'
import { elementCosts, indexElements } from '../../src/network/elements/elements.js'
import { corridorJourneys } from '../../src/network/journeys/corridor.js'
import { gatewayTrees, markElements } from '../../src/network/least-cost/alternatives.js'
import { buildGraph } from '../../src/network/least-cost/graph.js'
import { bestState } from '../../src/network/least-cost/least-cost.js'
import { routeTotals } from '../../src/network/route-choice/route-totals.js'
import { embeddedChoiceSet } from '../choice-set.js'
import { embeddedDataset } from '../embedded.js'

const { network, avoidance } = embeddedDataset()
const index = indexElements(network)
const costs = elementCosts(network, index, new Set())
const graph = buildGraph(network, index)
let choiceSet: ChoiceSet

beforeAll(async () => {
  choiceSet = await embeddedChoiceSet()
})

const placeIndex = new Map(network.places.map((place, at) => [place.id, at]))
const territories = avoidedTerritories(avoidance)
/** Seeds in which nothing is avoided, closed or built. */
const plainSeeds = makeSeeds(network, index, territories).filter(
  seed =>
    seed.kind === 'wide' && seed.avoid.size === 0 && seed.closed.length === 0 && seed.project.length === 0,
)

describe('best route of every pair', () => {
  test.each(plainSeeds.map(seed => [seed.timeValue, seed] as const))(
    'is the least cost at %d USD a day',
    (timeValue, seed) => {
      const places = choiceSet.gateways.map(id => placeIndex.get(id)!)
      const trees = gatewayTrees(
        graph,
        seedWeights(network, index, costs, seed),
        markElements(network, index),
        places,
      )
      const totals = routeTotals(choiceSet, costs)
      const wrong: string[] = []
      choiceSet.pairOrigin.forEach((origin, pair) => {
        const destination = choiceSet.pairDestination[pair]
        const end = bestState(graph, trees.from[origin], places[destination])
        const least = end < 0 ? Number.POSITIVE_INFINITY : trees.from[origin].cost[end]
        let best = Number.POSITIVE_INFINITY
        for (let r = choiceSet.routeStart[pair]; r < choiceSet.routeStart[pair + 1]; r++) {
          if (totals.open[r] === 1) best = Math.min(best, totals.usd[r] + (timeValue / 24) * totals.hours[r])
        }
        // Sums in another order differ by a few units in the last place.
        if (!(Math.abs(best - least) <= 1e-9 * least))
          wrong.push(`${choiceSet.gateways[origin]}–${choiceSet.gateways[destination]} ${best} ${least}`)
      })
      expect(wrong).toEqual([])
    },
  )
})

function elementName(element: number): string {
  if (element < index.crossingStart) return network.links[element].id
  if (element < index.terminalStart) {
    const { placeId, mode, fromCountry, toCountry } = network.crossings[element - index.crossingStart]
    return `${placeId} ${mode} ${fromCountry}>${toCountry}`
  }
  if (element < index.passageStart) {
    const { placeId, modeA, modeB } = network.terminals[element - index.terminalStart]
    return `${placeId} ${modeA}/${modeB}`
  }
  return network.places[index.passagePlaces[element - index.passageStart]].id
}

test('every lever lies on a route but for those named here', () => {
  const used = new Uint8Array(index.count)
  for (const element of choiceSet.elements) used[element] = 1
  // Ports of economies that the trade matrix has no row of.
  for (let loading = index.loadingStart; loading < index.count; loading++)
    if (!choiceSet.gateways.includes(elementName(loading))) used[loading] = 1
  // The row of a loading that is used is a lever whether or not anything changes mode there.
  index.loadings.forEach(({ terminal }, row) => {
    if (terminal !== undefined) used[index.terminalStart + terminal] |= used[index.loadingStart + row]!
  })
  const dead = Array.from(used.keys()).filter(
    e => used[e] === 0 && (e >= index.linkCount || network.links[e].status !== 'open'),
  )
  expect(dead.map(elementName)).toEqual(DEAD)
})

/** Levers whose cheapest continuation comes to a place twice for every pair, or that serve nobody's trade. */
const DEAD: readonly string[] = [
  // Bhutan has no row of its own in the trade matrix.
  'jaigaon-phuentsholing road BTN>IND',
  'jaigaon-phuentsholing road IND>BTN',
  // Lorries from Osh into Tajikistan go by Karamyk; the way back is on a route.
  'kyzyl-art road KGZ>TJK',
  // Train and lorry come to these ports from the same places, so what changes there changes to the vessel.
  'amirabad rail/road',
  'anzali rail/road',
  'arkhangelsk rail/road',
  'bandar-imam rail/road',
  'chabahar rail/road',
  // Lorries come to the vessels of the line to Trieste, and ships pass Istanbul without it.
  'istanbul ferry/rail',
  'istanbul ferry/sea',
  'lianyungang rail/road',
  // Rail and road lead on to the same places only.
  'oskemen rail/road',
  'urmia rail/road',
  // Trains: what comes to Dammam by pipeline takes a vessel.
  'dammam',
]

test('every pair has an open route', () => {
  const { open } = routeTotals(choiceSet, costs)
  const without: string[] = []
  choiceSet.pairOrigin.forEach((origin, pair) => {
    const routes = open.subarray(choiceSet.routeStart[pair], choiceSet.routeStart[pair + 1])
    if (!routes.includes(1))
      without.push(`${choiceSet.gateways[origin]}–${choiceSet.gateways[choiceSet.pairDestination[pair]]}`)
  })
  expect(without).toEqual([])
})

test('every route is a way: its places hang together and none is left and entered again', () => {
  const seenTwice: number[] = []
  for (let r = 0; r + 1 < choiceSet.elementStart.length; r++) {
    const links = Array.from(
      choiceSet.elements.subarray(choiceSet.elementStart[r], choiceSet.elementStart[r + 1]),
    ).filter(e => e < index.linkCount)
    const ends = links.flatMap(e => [network.links[e].from, network.links[e].to])
    // A simple path of k links has k + 1 places.
    if (new Set(ends).size !== links.length + 1) seenTwice.push(r)
  }
  expect(seenTwice).toEqual([])
})

test('no route crosses a border and comes back over it', () => {
  const back: number[] = []
  for (let r = 0; r + 1 < choiceSet.elementStart.length; r++) {
    const rows = Array.from(
      choiceSet.elements.subarray(choiceSet.elementStart[r], choiceSet.elementStart[r + 1]),
    )
      .filter(e => e >= index.crossingStart && e < index.terminalStart)
      .map(e => network.crossings[e - index.crossingStart])
    const sides = rows.map(row => `${row.placeId} ${row.toCountry}`)
    if (rows.some(row => sides.includes(`${row.placeId} ${row.fromCountry}`)) && back.length < 5) back.push(r)
  }
  expect(back).toEqual([])
})

test('overlap factors lie above 0 and at most at 1', () => {
  let [least, most] = [Number.POSITIVE_INFINITY, 0]
  for (const factor of choiceSet.overlap) {
    least = Math.min(least, factor)
    most = Math.max(most, factor)
  }
  expect(least).toBeGreaterThan(0)
  expect(most).toBeLessThanOrEqual(1 + 1e-12)
})

test('Suez closed: Shanghai to Rotterdam is some 6,400 km and nine days longer', () => {
  const open = shanghaiRotterdam([])
  const closed = shanghaiRotterdam(['suez'])
  expect(open.km).toBeGreaterThan(19_000) // published 19,500 to 20,000
  expect(open.km).toBeLessThan(20_500)
  expect(closed.km - open.km).toBeGreaterThan(5_500) // published 5,500 to 6,500 more
  expect(closed.km - open.km).toBeLessThan(6_800)
  expect(closed.days - open.days).toBeGreaterThan(8)
  expect(closed.days - open.days).toBeLessThan(11)
})

/** The cheapest stored route by sea, bulk-like patience. */
function shanghaiRotterdam(closed: readonly string[]): { km: number; days: number } {
  const state = elementCosts(network, index, new Set(closed))
  const totals = routeTotals(choiceSet, state)
  const [from, to] = ['shanghai', 'rotterdam'].map(id => choiceSet.gateways.indexOf(id))
  const pair = choiceSet.pairOrigin.findIndex((o, p) => o === from && choiceSet.pairDestination[p] === to)
  let best = -1
  const cost = (r: number) => totals.usd[r] + (3 / 24) * totals.hours[r]
  for (let r = choiceSet.routeStart[pair]; r < choiceSet.routeStart[pair + 1]; r++) {
    if (totals.open[r] === 1 && choiceSet.maritime[r] === 1 && (best < 0 || cost(r) < cost(best))) best = r
  }
  const elements = choiceSet.elements.subarray(choiceSet.elementStart[best], choiceSet.elementStart[best + 1])
  const km = elements.reduce((sum, e) => sum + (e < index.linkCount ? network.links[e].lengthKm : 0), 0)
  return { km, days: totals.hours[best] / 24 }
}

describe('days of named journeys', () => {
  const journeys = corridorJourneys(network, index, costs, costs)

  test('every corridor is joined from end to end', () => {
    expect(network.corridors.filter((_, c) => journeys[c].length === 0).map(({ id }) => id)).toEqual([])
  })

  // Days in the notes of the network data, reckoned there along the same chains.
  test.each([
    ['titr-aktau-poti', 'khorgos-altynkol', 'poti', 11.4],
    ['titr-aktau-poti', 'khorgos-altynkol', 'alat', 8.7],
    ['titr-aktau-batumi-constanta', 'khorgos-altynkol', 'constanta', 18.6],
    ['northern-dostyk-brest', 'alashankou-dostyk', 'brest-malaszewicze', 6.1],
    ['suez-route', 'shanghai', 'rotterdam', 30.9],
    ['cape-route', 'shanghai', 'rotterdam', 40.2],
  ])('%s from %s to %s', (id, from, to, days) => {
    const corridor = network.corridors.find(each => each.id === id)!
    const places = corridor.places.slice(corridor.places.indexOf(from), corridor.places.indexOf(to) + 1)
    const [legs] = corridorJourneys({ ...network, corridors: [{ ...corridor, places }] }, index, costs, costs)
    const hours = legs.reduce((sum, leg) => sum + costs.hours[leg.element], 0)
    expect(hours / 24 / days).toBeGreaterThan(0.9)
    expect(hours / 24 / days).toBeLessThan(1.1)
  })
})
