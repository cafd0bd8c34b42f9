/**
 * How general cargo between China and Russia crosses the border, beside what is published. Nothing but the part that is bound
 * to the lorry was set on these figures.
 */
import { beforeAll, expect, test } from 'vitest'
import type { Centre } from '../../src/scenario/stages/capacity-stage.js'
import { centreOfToday } from '../centre.js'

let centre: Centre
beforeAll(async () => {
  centre = await centreOfToday()
})

type Way = 'road' | 'rail' | 'west' | 'east'

/** Parts by way: over a land border of China by lorry or train, else by sea through Suez or round Africa, or not. */
function parts(exporter: string, importer: string): Record<Way, number> {
  const { network, axis } = centre.world
  const { choiceSet, lanes, index } = network
  const pair = axis.economies.indexOf(exporter) * axis.economies.length + axis.economies.indexOf(importer)
  const { links, crossings } = centre.world.baseline.network
  const mark = (element: number): Way | undefined => {
    const row = crossings[element - index.crossingStart]
    if (row !== undefined && [row.fromCountry, row.toCountry].includes('CHN')) return row.mode
    return /suez|good-hope/.test(links[element]?.id ?? '') ? 'west' : undefined
  }
  const found: Record<Way, number> = { road: 0, rail: 0, west: 0, east: 0 }
  for (let l = 0; l < lanes.count; l++) {
    if (lanes.countryPair[l] !== pair) continue
    const gateway = lanes.gatewayPair[l]!
    for (let r = choiceSet.routeStart[gateway]!; r < choiceSet.routeStart[gateway + 1]!; r++) {
      const passed = choiceSet.elements.subarray(choiceSet.elementStart[r], choiceSet.elementStart[r + 1])
      const marks = new Set(Array.from(passed, mark))
      const way = (['road', 'rail', 'west'] as const).find(each => marks.has(each)) ?? 'east'
      const share = centre.choices.shareBefore[lanes.shareStart[l]! + r - choiceSet.routeStart[gateway]!]!
      found[way] += share * centre.choices.partBefore[l]!
    }
  }
  return found
}

// TeDo through 1520international.com, September 2025: containers of 2024.
test.each([
  ['CHN', 'RUS', { sea: 0.41, rail: 0.36, road: 0.22 }],
  ['RUS', 'CHN', { sea: 0.24, rail: 0.56, road: 0.18 }],
] as const)('by mode, %s to %s', (exporter, importer, published) => {
  const { road, rail, west, east } = parts(exporter, importer)
  expect(road + rail + west + east).toBeCloseTo(1, 9)
  expect(Math.abs(road - published.road)).toBeLessThan(0.04)
  // Rates have no direction, so what goes out and what comes back lie on either side of the model.
  expect(Math.abs(rail - published.rail)).toBeLessThan(0.18)
  expect(Math.abs(west + east - published.sea)).toBeLessThan(0.16)
})

test('by sea a stated miss: a third of it through the Far East, where most of it goes in fact', () => {
  const { west, east } = parts('CHN', 'RUS')
  expect(east).toBeGreaterThan(0.1)
  expect(east / (east + west)).toBeLessThan(0.4)
  expect(west).toBeLessThan(0.3)
})

test('no cargo of others passes the Union by land to Russia but the part that is not bound to keep out', () => {
  const { network, baseline } = centre.world
  const { choiceSet, lanes, index } = network
  const { economies } = centre.world.axis
  const pair = economies.indexOf('CHN') * economies.length + economies.indexOf('RUS')
  const closed = new Set(
    baseline.network.crossings.flatMap((row, at) =>
      row.transitClosed === true ? [index.crossingStart + at] : [],
    ),
  )
  expect(closed.size).toBeGreaterThan(10)
  let passing = 0
  for (let l = 0; l < lanes.count; l++) {
    if (lanes.countryPair[l] !== pair) continue
    const from = choiceSet.routeStart[lanes.gatewayPair[l]!]!
    for (let r = from; r < choiceSet.routeStart[lanes.gatewayPair[l]! + 1]!; r++) {
      const passed = choiceSet.elements.subarray(choiceSet.elementStart[r], choiceSet.elementStart[r + 1])
      if (!passed.some(element => closed.has(element))) continue
      passing += centre.choices.shareBefore[lanes.shareStart[l]! + r - from]! * centre.choices.partBefore[l]!
    }
  }
  expect(passing).toBeGreaterThan(0)
  expect(passing).toBeLessThan(0.05)
})
