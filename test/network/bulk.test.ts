import { expect, test } from 'vitest'
import { buildChoiceSet } from '../../src/network/choice-set/build-choice-set.js'
import { elementCosts, indexElements } from '../../src/network/elements/elements.js'
import { buildLanes } from '../../src/network/route-choice/lanes.js'
import { routeTotals } from '../../src/network/route-choice/route-totals.js'
import { bulkBySeaHat } from '../../src/network/traffic/bulk.js'
import { countryOf, networkOf } from '../networks.js'
import { economies, smallNetwork } from './small-network.js'

const { network, index, choiceSet, lanes, totals } = smallNetwork()
const n = economies.length
const VALUE = 8000
const pair = (from: string, to: string) => economies.indexOf(from) * n + economies.indexOf(to)

const hatWith = (closed: readonly string[], before = totals) =>
  bulkBySeaHat(
    {
      choiceSet,
      lanes,
      links: network.links,
      before,
      openAfter: routeTotals(choiceSet, elementCosts(network, index, new Set(closed))).open,
      economies: n,
    },
    VALUE,
  )

test('no change, exactly one', () => {
  expect(hatWith([]).every(hat => hat === 1)).toBe(true)
})

test('a closed canal makes sea bulk dearer by the way around, by hand', () => {
  const hat = hatWith(['suez'])[pair('CHN', 'NLD')]
  // From Shanghai, at 3 USD a day: 700 h and 14 h and 1,050 USD by Suez, 960 h and 1,400 USD by the Cape.
  const suez = 1050 + (714 * 3) / 24
  const cape = 1400 + (960 * 3) / 24
  const shanghai = (VALUE + cape) / (VALUE + suez) - 1
  const rail = 300 + 150 + (54 * 3) / 24
  const xian = (VALUE + cape + rail) / (VALUE + suez + rail) - 1
  expect(hat).toBeCloseTo(1 + 0.6 * xian + 0.4 * shanghai, 12)
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

test('no lorry carries bulk to another coast: with the strait closed the gulf behind it is cut off', () => {
  const gulf = networkOf(`
    port doha QAT
    strait hormuz
    port jeddah SAU
    port mumbai IND
    sea doha hormuz 10h 10usd
    sea hormuz mumbai 50h 50usd
    road doha jeddah SAU 20h 200usd
    change jeddah road/sea 10h 50usd
    change doha road/sea 1h 1usd
    sea jeddah mumbai 90h 90usd
    gate QAT doha 1
    gate IND mumbai 1
    gate SAU jeddah 1`)
  const axis = ['IND', 'QAT', 'SAU']
  const territories: string[][] = []
  const routes = buildChoiceSet(gulf, { economies: axis, territories }).choiceSet
  const gulfLanes = buildLanes(
    routes,
    gulf,
    axis,
    axis.map(iso3 => countryOf(iso3, 'south-asia')),
    [],
  )
  const open = (closed: readonly string[]) =>
    routeTotals(routes, elementCosts(gulf, indexElements(gulf), new Set(closed)))
  const hat = bulkBySeaHat(
    {
      choiceSet: routes,
      lanes: gulfLanes,
      links: gulf.links,
      before: open([]),
      openAfter: open(['hormuz']).open,
      economies: 3,
    },
    VALUE,
  )
  expect(hat[1 * 3 + 0]).toBe(Number.POSITIVE_INFINITY)
  expect(hat[2 * 3 + 0]).toBe(1)
})
