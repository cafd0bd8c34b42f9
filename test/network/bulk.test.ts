import { describe, expect, test } from 'vitest'
import type { BulkChain, Link } from '../../src/dataset/dataset.js'
import { buildChoiceSet } from '../../src/network/choice-set/build-choice-set.js'
import { elementCosts, indexElements } from '../../src/network/elements/elements.js'
import { routeTotals } from '../../src/network/route-choice/route-totals.js'
import { bulkBetween, bulkBySea, bulkLeft, bulkOnClosedWays } from '../../src/network/traffic/bulk.js'
import { buildBulkLanes, FROM_OUTLET } from '../../src/network/traffic/bulk-lanes.js'
import { networkOf } from '../networks.js'
import { economies, smallNetwork } from './small-network.js'

const { network, index, choiceSet, totals } = smallNetwork()
const costs = elementCosts(network, index, new Set())
const lanes = buildBulkLanes(choiceSet, network, economies)
const n = economies.length
const VALUE = 8000
const pair = (from: string, to: string) => economies.indexOf(from) * n + economies.indexOf(to)

const hatWith = (closed: readonly string[], before = totals) =>
  bulkBySea(
    {
      choiceSet,
      lanes,
      links: network.links,
      index,
      costs,
      before,
      openAfter: routeTotals(choiceSet, elementCosts(network, index, new Set(closed))).open,
      closedPlaces: new Set(closed),
      economies: n,
    },
    VALUE,
  ).hat

test('no change, exactly one', () => {
  expect(hatWith([]).every(hat => hat === 1)).toBe(true)
})

test('a closed canal makes sea bulk dearer by the way around, by hand', () => {
  const hat = hatWith(['suez'])[pair('CHN', 'NLD')]
  // From Shanghai, at 3 USD a day: 700 h and 14 h and 1,050 USD by Suez, 960 h and 1,400 USD by the Cape; loading is that of boxes.
  const suez = 1050 + (714 * 3) / 24
  const cape = 1400 + (960 * 3) / 24
  const shanghai = (VALUE + cape) / (VALUE + suez) - 1
  const rail = 300 + 150 + (54 * 3) / 24
  const xian = (VALUE + cape + rail) / (VALUE + suez + rail) - 1
  expect(hat).toBeCloseTo(1 + 0.6 * xian + 0.4 * shanghai, 12)
})

test('what ships of lines ask on top of a rate is not asked of bulk', () => {
  // The legs of this network have a lump sum and no rate.
  const asked = (link: Link): Link =>
    link.mode === 'sea'
      ? { ...link, costUsdPerTeuKm: link.lumpUsd! / link.lengthKm, lumpUsd: link.lumpUsd! + 500 }
      : link
  const dearer = { ...network, links: network.links.map(asked) }
  const before = routeTotals(choiceSet, elementCosts(dearer, index, new Set()))
  const openAfter = routeTotals(choiceSet, elementCosts(dearer, index, new Set(['suez']))).open
  const situation = {
    choiceSet,
    lanes,
    index,
    costs: elementCosts(dearer, index, new Set()),
    before,
    openAfter,
    closedPlaces: new Set(['suez']),
    economies: n,
  }
  const { hat } = bulkBySea({ ...situation, links: dearer.links }, VALUE)
  const [at, own] = [pair('CHN', 'NLD'), hatWith(['suez'])]
  expect(own[at]).toBeGreaterThan(1.01)
  expect(hat[at]).toBeCloseTo(own[at]!, 9)
  // A lump sum without a rate, as of a ferry, is what it costs.
  const onlySum = dearer.links.map(link => (link.mode === 'sea' ? { ...link, costUsdPerTeuKm: 0 } : link))
  const { hat: paid } = bulkBySea({ ...situation, links: onlySum }, VALUE)
  expect(paid[at]).toBeLessThan(own[at]!)
})

test('what was found last is told again where the same is open, and nothing older', () => {
  const openAfter = routeTotals(choiceSet, elementCosts(network, index, new Set(['suez']))).open
  const closedPlaces = new Set(['suez'])
  const situation = {
    choiceSet,
    lanes,
    links: network.links,
    index,
    costs,
    before: totals,
    openAfter,
    closedPlaces,
    economies: n,
  }
  const first = bulkBySea(situation, VALUE)
  expect(bulkBySea({ ...situation, openAfter: openAfter.slice() }, VALUE)).toBe(first)
  expect(bulkBySea(situation, 2 * VALUE).hat).not.toEqual(first.hat)
  // A slider writes into the same array.
  const both = routeTotals(choiceSet, elementCosts(network, index, new Set(['suez', 'cape']))).open
  openAfter.set(both)
  expect(bulkBySea(situation, VALUE).hat[pair('CHN', 'NLD')]).toBe(Number.POSITIVE_INFINITY)
  openAfter.set(totals.open)
  expect(bulkBySea({ ...situation, closedPlaces: new Set() }, VALUE).hat.every(hat => hat === 1)).toBe(true)
})

test('bulk that goes by land is not hit, nor by a border closed or made faster', () => {
  expect(hatWith(['suez'])[pair('KAZ', 'RUS')]).toBe(1)
  expect(hatWith(['khorgos'])[pair('KAZ', 'RUS')]).toBe(1)
})

test('both ways by sea closed: no bulk by lorry', () => {
  expect(hatWith(['suez', 'cape'])[pair('CHN', 'NLD')]).toBe(Number.POSITIVE_INFINITY)
})

test('opening again never costs', () => {
  const shut = routeTotals(choiceSet, elementCosts(network, index, new Set(['suez'])))
  const hat = hatWith([], shut)
  expect(hat.every(each => each <= 1)).toBe(true)
  expect(hat[pair('CHN', 'NLD')]).toBeLessThan(1)
})

const gulf = networkOf(`
  port doha QAT
  strait hormuz
  port jeddah SAU
  port mumbai IND
  port jask IRN
  sea doha hormuz 10h 10usd
  sea hormuz mumbai 50h 50usd
  strait gap
  sea jask gap 20h 20usd
  sea gap mumbai 20h 20usd
  sea jask mumbai 80h 80usd
  road doha jeddah SAU 20h 200usd
  change jeddah road/sea 10h 50usd
  change doha road/sea 1h 1usd
  sea jeddah mumbai 90h 90usd
  gate QAT doha 1
  gate IND mumbai 1
  gate SAU jeddah 1`)
const AXIS = ['IND', 'QAT', 'SAU']

/** What the closing of some places makes of the bulk of the gulf, part of which may come by pipeline to a port. */
function onGulf(closed: readonly string[], bulkChains: readonly BulkChain[] = []) {
  const tables = { ...gulf, bulkChains }
  const gulfChoice = buildChoiceSet(tables, { economies: AXIS, territories: [] as string[][] }).choiceSet
  const at = (places: readonly string[]) =>
    routeTotals(gulfChoice, elementCosts(tables, indexElements(tables), new Set(places)))
  const situation = {
    choiceSet: gulfChoice,
    lanes: buildBulkLanes(gulfChoice, tables, AXIS),
    links: tables.links,
    index: indexElements(tables),
    costs: elementCosts(tables, indexElements(tables), new Set()),
    before: at([]),
    openAfter: at(closed).open,
    closedPlaces: new Set(closed),
    economies: AXIS.length,
  }
  const { hat, lost } = bulkBySea(situation, VALUE)
  const to = (from: string) => AXIS.indexOf(from) * AXIS.length + AXIS.indexOf('IND')
  const passing = bulkOnClosedWays(situation)
  return (from: string) => ({ hat: hat[to(from)]!, lost: lost[to(from)]!, passing: passing[to(from)]! })
}

test('no lorry carries bulk to another coast: with the strait closed the gulf behind it is cut off', () => {
  const after = onGulf(['hormuz'])
  expect(after('QAT')).toEqual({ hat: Number.POSITIVE_INFINITY, lost: 0, passing: 1 })
  expect(after('SAU')).toEqual({ hat: 1, lost: 0, passing: 0 })
})

describe('bulk that comes by pipeline to a port', () => {
  const chain = (fields: Partial<BulkChain>): BulkChain => ({
    id: 'pipe',
    exporters: ['QAT'],
    importers: ['IND'],
    ownChain: 0.4,
    ownChainLow: 0.3,
    ownChainHigh: 0.5,
    quality: 'estimated',
    source: 'test',
    ...fields,
  })
  const byJask = chain({ outlet: 'jask' })

  test('sails on where the rest of the pair is cut off, which cannot follow it there', () => {
    expect(onGulf(['hormuz'], [byJask])('QAT')).toEqual({ hat: 1, lost: 0.6, passing: 0.6 })
  })

  test('is cut off where its port closes, and leaves the rest as it was', () => {
    expect(onGulf(['jask'], [byJask])('QAT')).toEqual({ hat: 1, lost: 0.4, passing: 0.4 })
    const all = onGulf(['jask'], [chain({ outlet: 'jask', ownChain: 1 })])('QAT')
    expect(all).toEqual({ hat: Number.POSITIVE_INFINITY, lost: 0, passing: 1 })
  })

  test('pays what its own way costs more', () => {
    const { hat, lost, passing } = onGulf(['gap'], [byJask])('QAT')
    const [near, far] = [40 + (40 * 3) / 24, 80 + (80 * 3) / 24]
    expect(hat).toBeCloseTo(1 + 0.4 * ((VALUE + far) / (VALUE + near) - 1), 12)
    expect(lost).toBe(0)
    expect(passing).toBe(0.4)
    expect(onGulf([], [byJask])('QAT')).toEqual({ hat: 1, lost: 0, passing: 0 })
  })

  test('without an outlet nothing closes it', () => {
    expect(onGulf(['hormuz', 'jask'], [chain({})])('QAT')).toEqual({ hat: 1, lost: 0.6, passing: 0.6 })
  })

  test('its port is a gateway from which ways lead and to which none do', () => {
    const tables = { ...gulf, bulkChains: [byJask] }
    const { choiceSet: made } = buildChoiceSet(tables, { economies: AXIS, territories: [] as string[][] })
    const jask = made.gateways.indexOf('jask')
    expect(jask).toBeGreaterThanOrEqual(0)
    expect(made.pairOrigin.includes(jask)).toBe(true)
    expect(made.pairDestination.includes(jask)).toBe(false)
    // Countries that are not asked for have none.
    const without = { economies: ['IND', 'SAU'], territories: [] as string[][] }
    expect(buildChoiceSet(tables, without).choiceSet.gateways).not.toContain('jask')
  })

  test('its part stands elsewhere in its range', () => {
    const chains = [byJask]
    const tables = { ...gulf, bulkChains: chains }
    const gulfChoice = buildChoiceSet(tables, { economies: AXIS, territories: [] as string[][] }).choiceSet
    const partsAt = (position: number) => {
      const { weight, origin } = buildBulkLanes(gulfChoice, tables, AXIS, position)
      return Array.from(origin).flatMap((from, l) => (from === FROM_OUTLET ? [weight[l]!] : []))
    }
    expect(partsAt(-1)).toEqual([0.3])
    expect(partsAt(0)).toEqual([0.4])
    expect(partsAt(1)).toEqual([0.5])
    expect(partsAt(0.5)[0]).toBeCloseTo(0.45, 12)
  })

  test('between what is stated and an end: linear in what goes on and in what that pays', () => {
    const of = (hat: number, lost: number) => ({ hat: Float64Array.of(hat), lost: Float64Array.of(lost) })
    const none = of(Number.POSITIVE_INFINITY, 0)
    const at = (position: number, low: ReturnType<typeof of>, high: ReturnType<typeof of>) => {
      const { hat, lost } = bulkBetween(of(1.02, 0.4), { low, high }, position, of(0, 0))
      return [hat[0], lost[0]]
    }
    expect(at(0.5, none, of(1.04, 0.6))).toEqual([expect.closeTo(1.03, 12), expect.closeTo(0.5, 12)])
    expect(at(1, none, of(1.04, 0.6))).toEqual([expect.closeTo(1.04, 12), expect.closeTo(0.6, 12)])
    // Towards an end where nothing is left what goes on pays what it does, until there is none.
    expect(at(-0.5, none, of(1, 0))).toEqual([1.02, expect.closeTo(0.7, 12)])
    expect(at(-1, none, of(1, 0))).toEqual([Number.POSITIVE_INFINITY, 0])
    // No loss at all stays none, to the bit.
    const { lost } = bulkBetween(of(1, 0), { low: of(1, 0), high: of(1, 0) }, 0.3, of(5, 5))
    expect(lost[0]).toBe(0)
  })

  test('parts of a pair, by hand: gateways that are cut off leave theirs to the others, an outlet to no gateway', () => {
    const none = { byOutlets: 0, cutOff: 0, cutOffOutlets: 0, turned: 0, change: 0, changeOutlets: 0 }
    expect(bulkLeft({ ...none, byGateways: 1 })).toEqual({ hat: 1, lost: 0, cutOffOutlets: 0 })
    // Half of what goes by gateways loses its way: the other half, 2 % dearer, takes all of it.
    const half = bulkLeft({ ...none, byGateways: 0.6, cutOff: 0.3, change: 0.3 * 0.02 })
    expect(half.hat).toBeCloseTo(1 + 0.6 * 0.02, 12)
    expect(half.lost).toBe(0)
    // A fifth comes to an outlet that closes; of the rest three quarters become 1 % dearer.
    const shut = bulkLeft({
      ...none,
      byGateways: 0.8,
      byOutlets: 0.2,
      cutOffOutlets: 0.2,
      change: 0.6 * 0.01,
    })
    expect(shut.lost).toBe(0.2)
    expect(shut.hat).toBeCloseTo(1 + 0.75 * 0.01, 12)
    // One of the buyer's two ports closes: what came to it from the outlet goes to the other, 3 % dearer.
    const ports = { byGateways: 0.5, byOutlets: 0.5, changeOutlets: 0.2 * 0.03 }
    for (const cut of [{ cutOffOutlets: 0.3 }, { turned: 0.3 }]) {
      const { hat, lost, cutOffOutlets } = bulkLeft({ ...none, ...ports, ...cut })
      expect(hat).toBeCloseTo(1 + 0.5 * 0.03, 12)
      expect([lost, cutOffOutlets]).toEqual([0, 0])
    }
    // Gateways stand in for the outlet as long as one of them has a way, and the outlet never for them.
    expect(bulkLeft({ ...none, byGateways: 0.8, byOutlets: 0.2, turned: 0.2 }).lost).toBe(0)
    expect(bulkLeft({ ...none, byGateways: 0.8, byOutlets: 0.2, cutOff: 0.5, turned: 0.2 }).lost).toBe(0)
    expect(bulkLeft({ ...none, byGateways: 0.7, byOutlets: 0.3, cutOff: 0.7 }).lost).toBe(0.7)
    const both = bulkLeft({ ...none, byGateways: 0.8, byOutlets: 0.2, cutOff: 0.8, turned: 0.2 })
    expect(both).toEqual({ hat: Number.POSITIVE_INFINITY, lost: 0, cutOffOutlets: 0.2 })
  })
})
