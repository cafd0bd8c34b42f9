import { beforeAll, describe, expect, test } from 'vitest'
import type { ChoiceSet } from '../../src/network/choice-set/choice-set.js'
import { routesThrough, straitElements } from '../../src/network/choice-set/passing.js'
import { type NetworkBaseline, networkBaseline } from '../../src/network/comparison/network-baseline.js'
import { compareNetworks, networkSlider } from '../../src/network/comparison/network-change.js'
import { indexElements } from '../../src/network/elements/elements.js'
import type { NetworkSituation } from '../../src/network/route-choice/network-state.js'
import { indexRoutes } from '../../src/network/route-choice/route-index.js'
import { embeddedChoiceSet } from '../choice-set.js'
import { embeddedDataset } from '../embedded.js'

const { network, avoidance, trade, countries } = embeddedDataset()
const index = indexElements(network)
const rules = avoidance.filter(rule => rule.regime === '2024')
const today: NetworkSituation = { tables: network, closedPlaces: new Set(), rules }
const DISPERSION = 200
let choiceSet: ChoiceSet
let baseline: NetworkBaseline

beforeAll(async () => {
  choiceSet = await embeddedChoiceSet()
  baseline = networkBaseline(choiceSet, today, trade.economies, countries)
})

const crossingAt = (placeId: string, part = 1 / 2): NetworkSituation => ({
  ...today,
  tables: {
    ...network,
    crossings: network.crossings.map(row =>
      row.placeId === placeId ? { ...row, hours: row.hours * part } : row,
    ),
  },
})
/** Two levers: all open crossings by rail, and the port of Aktau; and the strait closed where that is asked for. */
const positions = (rail: number, port: number, closed: readonly string[] = []): NetworkSituation => ({
  ...today,
  closedPlaces: new Set(closed),
  tables: {
    ...network,
    crossings: network.crossings.map(row =>
      row.mode === 'rail' && row.status === 'open' ? { ...row, hours: row.hours * rail } : row,
    ),
    terminals: network.terminals.map(row =>
      row.placeId === 'aktau' ? { ...row, usdPerTeu: row.usdPerTeu * port } : row,
    ),
  },
})
const CHANGES: Readonly<Record<string, NetworkSituation>> = {
  'half the hours at a crossing': crossingAt('khorgos-altynkol'),
  'a strait closed': { ...today, closedPlaces: new Set(['suez']) },
  'a strait closed and half the hours': {
    ...crossingAt('khorgos-altynkol'),
    closedPlaces: new Set(['suez']),
  },
  'a crossing closed as well': { ...today, closedPlaces: new Set(['suez', 'khorgos-altynkol']) },
  'no change': today,
  'all planned links open': {
    ...today,
    tables: { ...network, links: network.links.map(link => ({ ...link, status: 'open' as const })) },
  },
  'cargo avoids less': { ...today, rules: rules.map(rule => ({ ...rule, share: rule.share / 2 })) },
  'the same crossing again': crossingAt('khorgos-altynkol'),
  'the same crossing, less': crossingAt('khorgos-altynkol', 1 / 3),
  'two levers': positions(0.5, 0.9),
  'two levers, one of them moved': positions(0.5, 1.3),
  'two levers, the other moved': positions(0.7, 1.3),
  'two levers, one of them let go': positions(0.7, 1),
  'two levers and a strait': positions(0.7, 1.1, ['suez']),
  'two levers and a strait, moved': positions(0.6, 1.1, ['suez']),
  'the same, the strait open': positions(0.6, 1.1),
  'nothing moved since': positions(0.6, 1.1),
  'moved far': positions(20, 5),
  'moved far to the other side': positions(0.01, 0.1),
  'a crossing closed': { ...today, closedPlaces: new Set(['khorgos-altynkol']) },
  'the same, and cargo that passes asks for more': {
    ...today,
    closedPlaces: new Set(['khorgos-altynkol']),
    rules: rules.map(rule => ({ ...rule, premiumUsdPerTeu: 30 * rule.premiumUsdPerTeu })),
  },
  'the same, and it asks as before': { ...today, closedPlaces: new Set(['khorgos-altynkol']) },
}

function sameBits(a: NodeJS.TypedArray, b: NodeJS.TypedArray): boolean {
  const bytes = (array: NodeJS.TypedArray) => Buffer.from(array.buffer, array.byteOffset, array.byteLength)
  return bytes(a).equals(bytes(b))
}

const compare = (situation: NetworkSituation) =>
  compareNetworks(choiceSet, today, situation, trade.economies, countries, DISPERSION, baseline)
const slider = (prepared: NetworkBaseline) =>
  networkSlider(choiceSet, today, trade.economies, countries, DISPERSION, prepared)

describe('a slider over changes of one baseline', () => {
  test('finds what a comparison from scratch finds, bit for bit, one change after the other', () => {
    const slide = slider(baseline)
    let touchedByAll = 0
    for (const [name, situation] of Object.entries(CHANGES)) {
      const whole = compare(situation)
      const slid = slide(situation)
      touchedByAll += whole.touched.length
      for (const field of ['hours', 'usd', 'open'] as const) {
        expect(sameBits(slid.totalsAfter[field], whole.totalsAfter[field]), `${name}: ${field}`).toBe(true)
        expect(sameBits(slid.after[field], whole.after[field]), `${name}: ${field}`).toBe(true)
      }
      for (const field of ['touched', 'cutOffBefore', 'cutOffAfter', 'ruleOfPair'] as const)
        expect(sameBits(slid[field], whole[field]), `${name}: ${field}`).toBe(true)
      expect(slid.situation.after.rules, name).toEqual(whole.situation.after.rules)
      expect(slid.situation.after === slid.situation.before, name).toBe(whole.touched.length === 0)
      expect(slid.switches, name).toBe(whole.switches)
    }
    expect(touchedByAll).toBeGreaterThan(10_000)
  })

  test('brings routes into use that the baseline holds back although they are open', () => {
    const open = baseline.totals.open.map((isOpen, route) => (route % 1000 === 0 ? 0 : isOpen))
    expect(sameBits(open, baseline.totals.open)).toBe(false)
    const slide = slider({ ...baseline, totals: { ...baseline.totals, open } })
    for (const situation of [CHANGES['a strait closed'], today]) {
      const whole = compare(situation).totalsAfter
      const slid = slide(situation).totalsAfter
      for (const field of ['hours', 'usd', 'open'] as const)
        expect(sameBits(slid[field], whole[field])).toBe(true)
    }
  })

  test('lists for every element the routes that pass it, and for every pair its lanes', () => {
    const { lanes } = baseline
    const found = indexRoutes(choiceSet, lanes, index.count)
    for (const placeId of ['suez', 'malacca', 'panama']) {
      for (const element of straitElements(network, index, placeId)) {
        const listed = new Uint8Array(choiceSet.elementStart.length - 1)
        for (let at = found.start[element]; at < found.start[element + 1]; at++) listed[found.route[at]] = 1
        expect(sameBits(listed, routesThrough(choiceSet, new Set([element])))).toBe(true)
      }
    }
    expect(found.start[index.count]).toBe(choiceSet.elements.length)
    let wrong = 0
    for (let pair = 0; pair + 1 < choiceSet.routeStart.length; pair++) {
      for (let r = choiceSet.routeStart[pair]; r < choiceSet.routeStart[pair + 1]; r++)
        if (found.pair[r] !== pair) wrong++
      for (let k = found.laneStart[pair]; k < found.laneStart[pair + 1]; k++)
        if (lanes.gatewayPair[found.lane[k]] !== pair) wrong++
    }
    expect(wrong).toBe(0)
    expect([...found.lane].sort((a, b) => a - b)).toEqual(Array.from({ length: lanes.count }, (_, l) => l))
  })
})
