import { describe, expect, test } from 'vitest'
import { compareNetworks, writeTouchedShares } from '../../src/network/comparison/network-change.js'
import { elementCosts } from '../../src/network/elements/elements.js'
import { chooseBaselineRoutes, chooseChangedRoutes } from '../../src/network/route-choice/route-choice.js'
import { timeValueGrid } from '../../src/network/route-choice/time-values.js'
import { gateTable, gateTraffic } from '../../src/network/traffic/gate-traffic.js'
import { cutOffLanes, elementTraffic, laneParts, trafficOfMany } from '../../src/network/traffic/traffic.js'
import { addTransit, transitOwners, transitTable } from '../../src/network/traffic/transit.js'
import { countries, economies, smallNetwork } from './small-network.js'

const small = smallNetwork()
const { network, index, choiceSet, lanes, costs, rules } = small
const n = economies.length
const situation = { tables: network, closedPlaces: new Set<string>(), rules }
const change = compareNetworks(choiceSet, situation, situation, economies, countries, 200)
const parameters = {
  timeValues: timeValueGrid([{ median: 12, spread: 1.4 }], 0),
  dispersion: 200,
  seaDispersion: 25,
}
const every = Int32Array.from({ length: lanes.count }, (_, l) => l)
const share = chooseBaselineRoutes(change.situation, parameters, every)
const part = laneParts(lanes, change.cutOffBefore)
/** TEU a year of every pair, all different. */
const boxes = Float64Array.from({ length: n * n }, (_, ij) =>
  Math.floor(ij / n) === ij % n ? 0 : 1000 + 17 * ij,
)
const state = { share, lanePart: part, boxes }
const traffic = elementTraffic(choiceSet, lanes, state, index.count)
const at = (iso3: string) => economies.indexOf(iso3)

test('a walk that remembers gives its answer again for the same state alone', () => {
  const walk = trafficOfMany().before
  const first = walk(choiceSet, lanes, state, index.count)
  expect(first).toEqual(traffic)
  const again = { share, lanePart: part.slice(), boxes: boxes.slice() }
  expect(walk(choiceSet, lanes, again, index.count)).toBe(first)
  const more = { ...again, boxes: boxes.map((teu, pair) => (pair === 5 ? 2 * teu : teu)) }
  expect(walk(choiceSet, lanes, more, index.count)).toEqual(
    elementTraffic(choiceSet, lanes, more, index.count),
  )
  expect(walk(choiceSet, lanes, more, index.count)).not.toEqual(traffic)
  const less = { ...again, lanePart: part.map(each => each / 2) }
  expect(walk(choiceSet, lanes, less, index.count)).not.toEqual(traffic)
})

describe('traffic', () => {
  test('is conserved: what enters a place over its links leaves it, but for what begins or ends there', () => {
    const gatewayTeu = new Map<string, number>()
    for (let l = 0; l < lanes.count; l++) {
      const teu = part[l] * boxes[lanes.countryPair[l]]
      for (const end of [
        choiceSet.gateways[choiceSet.pairOrigin[lanes.gatewayPair[l]]],
        choiceSet.gateways[choiceSet.pairDestination[lanes.gatewayPair[l]]],
      ])
        gatewayTeu.set(end, (gatewayTeu.get(end) ?? 0) + teu)
    }
    for (const { id } of network.places) {
      // Both directions are added on a link: each box that passes counts twice, each that begins or ends once.
      const onLinks = network.links.reduce(
        (sum, link, e) => (link.from === id || link.to === id ? sum + traffic[e] : sum),
        0,
      )
      const ending = gatewayTeu.get(id) ?? 0
      const passing = (onLinks - ending) / 2
      expect(passing, id).toBeGreaterThanOrEqual(-1e-6)
      const isThrough = network.crossings.some(c => c.placeId === id)
      const crossing = network.crossings.reduce(
        (sum, c, row) => (c.placeId === id ? sum + traffic[index.crossingStart + row] : sum),
        0,
      )
      if (isThrough) expect(crossing, id).toBeCloseTo(passing, 6)
    }
  })

  test('out of a country with one way out is all its trade', () => {
    const russian = ['AZE', 'CHN', 'KAZ', 'NLD'].reduce(
      (sum, other) => sum + boxes[at('RUS') * n + at(other)] + boxes[at(other) * n + at('RUS')],
      0,
    )
    const toRussia = network.crossings.reduce(
      (sum, c, row) =>
        c.toCountry === 'RUS' || c.fromCountry === 'RUS' ? sum + traffic[index.crossingStart + row] : sum,
      0,
    )
    expect(toRussia).toBeGreaterThan(russian)
  })

  test('a lane that is cut off leaves its boxes to the others of its pair', () => {
    const cutOff = new Uint8Array(lanes.count)
    const ofPair = Array.from(every).filter(l => lanes.countryPair[l] === at('CHN') * n + at('NLD'))
    cutOff[ofPair[0]] = 1
    const parts = laneParts(lanes, cutOff)
    expect(ofPair.map(l => parts[l])).toEqual([0, 1])
  })

  test('lanes without an open route are cut off', () => {
    const open = small.totals.open.slice().fill(0)
    expect(cutOffLanes(choiceSet, lanes, open).every(cut => cut === 1)).toBe(true)
    expect(cutOffLanes(choiceSet, lanes, small.totals.open).some(cut => cut === 1)).toBe(false)
  })
})

describe('transit', () => {
  const owners = transitOwners(network, index, economies)
  const table = transitTable(
    choiceSet,
    lanes,
    every,
    lanes.shareStart,
    [{ share, usd: costs.usd, lanePart: part }],
    owners,
    n,
  )

  /** Walks every route with names in place of indices. */
  function slow(from: string, to: string): Map<string, { teu: number; usd: number }> {
    const sums = new Map<string, { teu: number; usd: number }>()
    for (let l = 0; l < lanes.count; l++) {
      if (lanes.countryPair[l] !== at(from) * n + at(to)) continue
      const first = choiceSet.routeStart[lanes.gatewayPair[l]]
      for (let k = 0; k < lanes.shareStart[l + 1] - lanes.shareStart[l]; k++) {
        const teu = part[l] * share[lanes.shareStart[l] + k]
        const elements = choiceSet.elements.subarray(
          choiceSet.elementStart[first + k],
          choiceSet.elementStart[first + k + 1],
        )
        const passed = new Set<string>()
        for (const e of elements) {
          const link = network.links[e]
          const crossing = network.crossings[e - index.crossingStart]
          const terminal = network.terminals[e - index.terminalStart]
          const place = network.places.find(({ id }) => id === terminal?.placeId)
          const owner =
            e < index.linkCount ? link.country : e < index.terminalStart ? crossing.toCountry : place?.country
          if (owner === undefined || owner === from || owner === to) continue
          if (e < index.linkCount) passed.add(owner)
          const known = sums.get(owner) ?? { teu: 0, usd: 0 }
          sums.set(owner, { ...known, usd: known.usd + teu * costs.usd[e] })
        }
        for (const owner of passed) {
          const known = sums.get(owner)!
          sums.set(owner, { ...known, teu: known.teu + teu })
        }
      }
    }
    return sums
  }

  test.each([
    ['CHN', 'NLD'],
    ['NLD', 'CHN'],
    ['KAZ', 'AZE'],
    ['AZE', 'RUS'],
  ])('%s to %s: as the slow walk says, and the ends earn nothing', (from, to) => {
    const row = table.pairs.indexOf(at(from) * n + at(to))
    const expected = slow(from, to)
    const seen: string[] = []
    for (let k = table.start[row]; k < table.start[row + 1]; k++) {
      const iso3 = economies[table.country[k]]
      seen.push(iso3)
      // Routes with less than 2 in 100,000 of a lane are left out.
      expect(table.amounts[2 * k]).toBeCloseTo(expected.get(iso3)?.teu ?? 0, 3)
      expect(table.amounts[2 * k + 1] / 1000).toBeCloseTo((expected.get(iso3)?.usd ?? 0) / 1000, 3)
    }
    expect(seen).not.toContain(from)
    expect(seen).not.toContain(to)
    if (from === 'CHN') expect(seen).toContain('KAZ')
  })

  test('layers add up as tables of their own do', () => {
    const half = share.map(part => part / 2)
    const dearer = costs.usd.map(usd => usd * 1.25)
    const layers = [
      { share, usd: costs.usd, lanePart: part },
      { share: half, usd: dearer, lanePart: part },
      { share: half, usd: costs.usd, lanePart: part },
    ]
    const lay = (of: typeof layers) => transitTable(choiceSet, lanes, every, lanes.shareStart, of, owners, n)
    const ruleOfPair = Int16Array.from({ length: n * n }, (_, pair) => (pair % 2) - 1)
    const load = (layer: number, factor: number) => ({
      layer,
      boxes,
      partOfRule: Float64Array.of(factor, factor / 3),
    })
    const totals = () => ({ teu: new Float64Array(n), usd: new Float64Array(n) })
    const together = totals()
    const apart = totals()
    addTransit(lay(layers), [load(0, 1), load(1, -0.7), load(2, 0.4), load(0, 2)], ruleOfPair, together)
    layers.forEach((layer, k) => {
      addTransit(lay([layer]), [load(0, [3, -0.7, 0.4][k])], ruleOfPair, apart)
    })
    expect(together.teu[at('KAZ')]).toBeGreaterThan(0)
    for (let country = 0; country < n; country++) {
      expect(together.teu[country]).toBeCloseTo(apart.teu[country], 6)
      expect(together.usd[country] / 1000).toBeCloseTo(apart.usd[country] / 1000, 6)
    }
  })
})

test('elements closed by a measure carry nothing', () => {
  const closed = { ...situation, closedPlaces: new Set(['khorgos']) }
  const shut = compareNetworks(choiceSet, situation, closed, economies, countries, 200)
  const choices = chooseChangedRoutes(shut.situation, parameters, shut.touched)
  expect(choices.asked.length).toBeGreaterThan(0)
  expect(elementCosts(network, index, closed.closedPlaces).open[index.crossingStart]).toBe(0)
  choices.asked.forEach((lane, k) => {
    const first = choiceSet.routeStart[lanes.gatewayPair[lane]]
    for (let r = 0; r < choices.shareStart[k + 1] - choices.shareStart[k]; r++) {
      if (shut.totalsAfter.open[first + r] === 0)
        expect(choices.shareAfter[0][choices.shareStart[k] + r]).toBe(0)
    }
  })
})

describe('gates', () => {
  const closed = { ...situation, closedPlaces: new Set(['khorgos']) }
  const shut = compareNetworks(choiceSet, situation, closed, economies, countries, 200)
  const choices = chooseChangedRoutes(shut.situation, parameters, shut.touched)
  const shareBefore = share.slice()
  const shareAfter = share.slice()
  writeTouchedShares(shut, choices, 'before', shareBefore)
  writeTouchedShares(shut, choices, 'after', shareAfter)
  const lanesOf = {
    choices,
    shareBefore,
    shareAfter,
    partBefore: laneParts(lanes, shut.cutOffBefore),
    partAfter: laneParts(lanes, shut.cutOffAfter),
  }

  test('shares before, told by a change, are those of the baseline bit for bit', () => {
    expect(choices.splits.some(flag => flag === 1)).toBe(true)
    expect(choices.splits).not.toEqual(choices.splitBefore)
    expect(shareBefore).toEqual(share)
  })

  /** Every crossing is a gate. */
  const gates = network.crossings.length
  const gateOf = Int16Array.from({ length: index.count }, (_, e) =>
    e >= index.crossingStart && e < index.terminalStart ? e - index.crossingStart : -1,
  )
  const table = gateTable(choiceSet, lanes, lanesOf, gateOf, gates, boxes)
  const avoiding = Float64Array.from(rules, rule => rule.share)

  test('at the central parameters carry what the walk through all routes finds', () => {
    const walk = (share: Float64Array, lanePart: Float64Array) =>
      elementTraffic(choiceSet, lanes, { share, lanePart, boxes }, index.count)
    const walked = {
      before: walk(shareBefore, lanesOf.partBefore),
      after: walk(shareAfter, lanesOf.partAfter),
    }
    const atGates = gateTraffic(table, boxes, boxes, avoiding, avoiding)
    for (let gate = 0; gate < gates; gate++) {
      // Shares under 2 in 100,000 of a lane are left out.
      expect(atGates.before[gate] / 1000).toBeCloseTo(walked.before[index.crossingStart + gate] / 1000, 3)
      expect(atGates.after[gate] / 1000).toBeCloseTo(walked.after[index.crossingStart + gate] / 1000, 3)
    }
    expect(Math.max(...atGates.before)).toBeGreaterThan(0)
  })

  test('twice the boxes are twice the traffic, and nobody avoiding brings more through the territory', () => {
    const once = gateTraffic(table, boxes, boxes, avoiding, avoiding)
    const twice = gateTraffic(
      table,
      boxes.map(teu => 2 * teu),
      boxes,
      avoiding,
      avoiding,
    )
    const none = avoiding.map(() => 0)
    const free = gateTraffic(table, boxes, boxes, none, none)
    let moved = 0
    network.crossings.forEach((crossing, gate) => {
      expect(twice.before[gate]).toBeCloseTo(2 * once.before[gate], 6)
      if (crossing.toCountry !== 'RUS') return
      expect(free.before[gate]).toBeGreaterThanOrEqual(once.before[gate] - 1e-9)
      moved += free.before[gate] - once.before[gate]
    })
    expect(moved).toBeGreaterThan(0)
  })
})
