import { expect, test } from 'vitest'
import { elementCosts, indexElements } from '../../src/network/elements/elements.js'
import { corridorJourneys } from '../../src/network/journeys/corridor.js'
import { LAND_AND_SEA, networkOf } from '../networks.js'

function journey(row: string, closed: readonly string[] = []) {
  const network = networkOf(`${LAND_AND_SEA}\n${row}`)
  const index = indexElements(network)
  const open = elementCosts(network, index, new Set())
  const after = elementCosts(network, index, new Set(closed))
  const [legs] = corridorJourneys(network, index, open, after)
  const total = (of: 'hours' | 'usd') => legs.reduce((sum, leg) => sum + open[of][leg.element], 0)
  return { kinds: legs.map(({ kind }) => kind), hours: total('hours'), usd: total('usd') }
}

test('a chain over a border and the Caspian, by hand', () => {
  const { kinds, hours, usd } = journey('corridor middle rail,ferry xian khorgos almaty aktau alat kapikule')
  expect(kinds).toEqual([
    'travel',
    'crossing',
    'travel',
    'travel',
    'terminal',
    'travel',
    'terminal',
    'travel',
  ])
  expect(hours).toBe(48 + 24 + 10 + 70 + 60 + 24 + 24 + 60)
  expect(usd).toBe(800 + 200 + 150 + 800 + 100 + 400 + 100 + 900)
})

test('the other direction takes the other crossing row', () => {
  expect(journey('corridor back rail almaty khorgos xian').hours).toBe(10 + 12 + 48)
})

test('a canal on the way takes its transit', () => {
  expect(journey('corridor sea sea shanghai suez rotterdam').hours).toBe(500 + 14 + 200)
})

test('places that no link of its modes joins make no journey', () => {
  expect(journey('corridor none road xian khorgos').kinds).toEqual([])
})

test('the cheaper of two parallel links counts', () => {
  const text = 'road xian khorgos CHN 20h 500usd\n corridor both rail,road xian khorgos'
  expect(journey(text).hours).toBe(20)
})
