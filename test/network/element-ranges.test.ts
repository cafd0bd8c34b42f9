/** Ranges of speeds, rates and charges: by hand on a small network, and on every corridor of the embedded one. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { NetworkRange } from '../../src/dataset/dataset.js'
import { elementBounds, rangeLookup } from '../../src/network/elements/element-ranges.js'
import { elementCosts, indexElements } from '../../src/network/elements/elements.js'
import { corridorJourneys } from '../../src/network/journeys/corridor.js'
import { journeySteps } from '../../src/network/journeys/journey-steps.js'
import { scoreJourney, scoreParameters } from '../../src/network/journeys/scoreboard.js'
import { embeddedDataset } from '../embedded.js'
import { LAND_AND_SEA, networkOf } from '../networks.js'

const range = (quantity: NetworkRange['quantity'], appliesTo: string, more = {}): NetworkRange => ({
  id: `${quantity}-${appliesTo}`,
  quantity,
  appliesTo: [appliesTo],
  unit: 'made up',
  low: 1,
  central: 2,
  high: 5,
  basis: 'made up',
  quality: 'estimated',
  source: 'test',
  ...more,
})

describe('a small network, by hand', () => {
  const network = networkOf(LAND_AND_SEA)
  const index = indexElements(network)
  const costs = elementCosts(network, index, new Set())
  const link = (mode: string) => network.links.findIndex(each => each.mode === mode)
  const bounds = (
    ranges: readonly NetworkRange[],
    element: number,
    onTop?: { readonly queueHours: number; readonly rateRiseUsd: number },
  ) => elementBounds(network, index, costs, rangeLookup(network, index, ranges), element, onTop)

  test('hours go by the speed the other way round, money by the rate or the lump sum', () => {
    const at = link('rail')
    const price = network.links[at]!.lumpUsd === undefined ? 'rate' : 'lump'
    const [hours, usd] = [costs.hours[at]!, costs.usd[at]!]
    expect(bounds([range('speed', 'rail'), range(price, 'rail')], at)).toEqual({
      hoursLow: hours * (2 / 5),
      hoursHigh: hours * 2,
      usdLow: usd / 2,
      usdHigh: usd * 2.5,
      hoursRanged: true,
      usdRanged: true,
    })
  })

  test('a queue is moved by no speed', () => {
    const at = link('rail')
    const hours = costs.hours[at]!
    const { hoursLow, hoursHigh } = bounds([range('speed', 'rail')], at, {
      queueHours: hours / 4,
      rateRiseUsd: 0,
    })
    expect(hoursLow).toBeCloseTo(0.25 * hours + 0.75 * hours * (2 / 5), 12)
    expect(hoursHigh).toBeCloseTo(0.25 * hours + 0.75 * hours * 2, 12)
  })

  test('a wait keeps its stated hours; its fee or charge has a range', () => {
    const { crossingStart, terminalStart } = index
    const crossing = network.crossings[0]!
    expect(bounds([range('fee', crossing.mode)], crossingStart)).toMatchObject({
      hoursLow: crossing.hoursLow,
      hoursHigh: crossing.hoursHigh,
      usdLow: crossing.feeUsd / 2,
      usdHigh: crossing.feeUsd * 2.5,
    })
    const terminal = network.terminals[0]!
    const pair = [terminal.modeA, terminal.modeB].sort().join('-')
    expect(bounds([range('handling', pair)], terminalStart).usdHigh).toBe(terminal.usdPerTeu * 2.5)
  })

  test('without a range the bounds are the figure itself, and say so', () => {
    const at = link('rail')
    const [hours, usd] = [costs.hours[at]!, costs.usd[at]!]
    expect(bounds([range('speed', 'road'), range('fee', 'rail')], at)).toEqual({
      hoursLow: hours,
      hoursHigh: hours,
      usdLow: usd,
      usdHigh: usd,
      hoursRanged: false,
      usdRanged: false,
    })
  })

  test('a range is for rows of its class alone: from its least figure, below its most', () => {
    const at = link('rail')
    const own = network.links[at]!.speedKmh
    const isRanged = (more: object) => bounds([range('speed', 'rail', more)], at).hoursRanged
    expect([isRanged({ ownFrom: own }), isRanged({ ownFrom: own + 1 })]).toEqual([true, false])
    expect([isRanged({ ownBelow: own }), isRanged({ ownBelow: own + 1 })]).toEqual([false, true])
  })

  test('a measure moves a figure and takes its range along, whatever the class of the new one', () => {
    const at = link('rail')
    const own = network.links[at]!.speedKmh
    const lookup = rangeLookup(network, index, [range('speed', 'rail', { ownBelow: own + 1 })])
    const links = network.links.with(at, { ...network.links[at]!, speedKmh: own * 4 })
    const after = elementCosts({ ...network, links }, index, new Set())
    const { hoursLow, hoursHigh } = elementBounds({ ...network, links }, index, after, lookup, at)
    expect(hoursLow).toBeCloseTo((after.hours[at]! * 2) / 5, 12)
    expect(hoursHigh).toBeCloseTo(after.hours[at]! * 2, 12)
  })
})

describe('the embedded network', () => {
  const { network, networkRanges, parameters } = embeddedDataset()
  const index = indexElements(network)
  const costs = elementCosts(network, index, new Set())
  const lookup = rangeLookup(network, index, networkRanges)
  const journeys = corridorJourneys(network, index, costs, costs).map((legs, c) => {
    const { id, places } = network.corridors[c]!
    const elements = legs.map(leg => leg.element)
    const score = (ranges = lookup) =>
      scoreJourney(
        journeySteps(network, index, costs, elements, places[0], ranges),
        scoreParameters(parameters),
      )
    return [id, score] as const
  })

  test.each(journeys)('%s: ranges bracket the central values, which they do not move', (_, score) => {
    const { hours, usdPerTeu, usdPerTeuRange, withoutRange } = score()
    const bare = score(() => ({}))
    expect([hours.mean, usdPerTeu]).toEqual([bare.hours.mean, bare.usdPerTeu])
    expect(hours.low).toBeLessThan(hours.mean)
    expect(hours.high).toBeGreaterThan(hours.mean)
    expect(hours.low).toBeLessThanOrEqual(bare.hours.low)
    expect(hours.high).toBeGreaterThanOrEqual(bare.hours.high)
    expect(usdPerTeuRange.low).toBeLessThan(usdPerTeu)
    expect(usdPerTeuRange.high).toBeGreaterThan(usdPerTeu)
    expect(withoutRange.hours).toBeLessThan(hours.mean)
    expect(withoutRange.usdPerTeu).toBeLessThan(usdPerTeu)
    expect(bare.withoutRange.usdPerTeu).toBe(bare.usdPerTeu)
  })

  test('every link has a range of speed and of price', () => {
    network.links.forEach(({ id }, at) => {
      const { speed, price } = lookup(at)
      expect(price, id).toBeDefined()
      expect(speed, id).toBeDefined()
    })
  })

  test('so has every charge for a change of mode and every toll, but those of river vessels', () => {
    network.terminals.forEach(({ placeId, modeA, modeB, usdPerTeu }, row) => {
      const ofRiver = [modeA, modeB].includes('inland_waterway')
      const { price } = lookup(index.terminalStart + row)
      expect(price !== undefined, `${placeId} ${modeA} ${modeB} ${usdPerTeu}`).toBe(!ofRiver)
    })
  })

  test('a rate, lump sum or port charge of the network lies in the published range itself', () => {
    for (let element = 0; element < index.passageStart; element++) {
      const { price } = lookup(element)
      if (price === undefined || price.quantity === 'fee') continue
      const link = network.links[element]
      const own =
        link === undefined
          ? network.terminals[element - index.terminalStart]!.usdPerTeu
          : (link.lumpUsd ?? link.costUsdPerTeuKm)
      expect(own, `${price.id} ${link?.id ?? element}`).toBeGreaterThanOrEqual(price.low)
      expect(own, `${price.id} ${link?.id ?? element}`).toBeLessThanOrEqual(price.high)
    }
  })
})

test('section 2 of the docs has every range with its basis and source', () => {
  const page = readFileSync(new URL('../../docs/models/network.md', import.meta.url), 'utf8')
  for (const { id, unit, low, central, high, basis, quality, source } of embeddedDataset().networkRanges) {
    expect(page).toContain(
      `| \`${id}\` | ${unit} | ${low} | ${central} | ${high} | ${basis} | ${quality} | ${source} |`,
    )
  }
})
