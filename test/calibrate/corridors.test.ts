import { describe, expect, test } from 'vitest'
import { elementCosts } from '../../src/network/elements/elements.js'
import { routeTotals } from '../../src/network/route-choice/route-totals.js'
import { sharesFromRatios } from '../../tools/backtest/caspian.js'
import { flowsWithCape, railPriceFor } from '../../tools/backtest/suez.js'
import {
  bothWays,
  type Calibration,
  corridorWorld,
  flowsByGroup,
  mixedFlows,
  WAYS,
} from '../../tools/calibrate/corridor-flows.js'
import { estimate, type Problem, sharpness } from '../../tools/calibrate/fit.js'
import { PARAMETERS, type ParameterName } from '../../tools/calibrate/targets.js'
import { countries, economies, smallNetwork } from '../network/small-network.js'

const { network, index, choiceSet, rules, totals } = smallNetwork()
const n = economies.length
const boxes = new Float64Array(n * n)
const [china, netherlands] = [economies.indexOf('CHN'), economies.indexOf('NLD')]
boxes[china * n + netherlands] = 1000
boxes[netherlands * n + china] = 400
const input = { choiceSet, network, economies, countries, boxes, rules }
const world = corridorWorld(input, new Set(['CHN']), new Set(['NLD']))
const truth = { median: 20, spread: 1.4, dispersion: 200, premium: 300, before: 0.25, since: 0.6 }
const calibration = (values: typeof truth): Calibration => ({ ...values, seaDispersion: 25 })
const all = 1400

describe('flows by corridor', () => {
  const groups = flowsByGroup(world, totals, calibration(truth))

  test('all boxes are on some way, in each direction', () => {
    for (const { out, back } of groups) {
      expect(WAYS.reduce((sum, way) => sum + out[way], 0)).toBeCloseTo(1000, 6)
      expect(WAYS.reduce((sum, way) => sum + back[way], 0)).toBeCloseTo(400, 6)
    }
  })

  test('cargo that avoids the territory sends nothing north; every corridor is in use', () => {
    expect(groups[1].out.north).toBe(0)
    const mixed = mixedFlows(groups, 0.5).out
    for (const way of ['sea', 'north', 'middle'] as const) expect(mixed[way]).toBeGreaterThan(1)
  })

  test('lanes of other pairs are not chosen', () => {
    expect(world.asked.length).toBe(4) // two gateways of China, both directions
  })
})

/** Shares of north and middle under both shares of avoidance. */
function problem(moments: readonly number[] | undefined): Problem<ParameterName> {
  const model = (values: Readonly<Record<ParameterName, number>>): number[] => {
    const groups = flowsByGroup(world, totals, calibration(values))
    const [before, since] = [values.before, values.since].map(share => bothWays(mixedFlows(groups, share)))
    return [before!.north, since!.north, before!.middle, since!.middle].map(teu => teu / all)
  }
  const observed = moments ?? model(truth)
  return {
    moments: observed.map((value, k) => ({ id: String(k), observed: value, deviation: 0.1 })),
    parameters: PARAMETERS,
    model,
  }
}

describe('the fit', () => {
  test('recovers median and shares that made the moments', () => {
    const start = { ...truth, median: 8, before: 0.5, since: 0.5 }
    const { values, objective, converged } = estimate(problem(undefined), start, [
      'median',
      'before',
      'since',
    ])
    expect(converged).toBe(true)
    expect(objective).toBeLessThan(1e-5)
    expect(values.median).toBeCloseTo(truth.median, 1)
    expect(values.before).toBeCloseTo(truth.before, 2)
    expect(values.since).toBeCloseTo(truth.since, 2)
  })

  test('does not tell six parameters from four moments, and says so', () => {
    const names = PARAMETERS.map(({ name }) => name)
    const { together, flat } = sharpness(problem(undefined), truth, names)
    expect(flat.length).toBeGreaterThanOrEqual(2)
    expect(together.spread).toBe(Number.POSITIVE_INFINITY)
    expect(together.median).toBe(Number.POSITIVE_INFINITY)
  })
})

describe('shares of avoidance from two ratios', () => {
  test('are those that made the ratios, whatever the calibration', () => {
    for (const [before, since] of [
      [0.26, 0.58],
      [0.1, 0.4],
      [0.5, 0.2],
    ] as const) {
      const shares = sharesFromRatios((1 - since) / (1 - before), since / before)!
      expect(shares.before).toBeCloseTo(before, 12)
      expect(shares.since).toBeCloseTo(since, 12)
    }
  })

  test('come near on the network, where cargo that does not avoid takes the Middle too', () => {
    const groups = flowsByGroup(world, totals, calibration({ ...truth, dispersion: 60 }))
    const [before, since] = [0.25, 0.6].map(share => bothWays(mixedFlows(groups, share)))
    const shares = sharesFromRatios(since!.north / before!.north, since!.middle / before!.middle)!
    expect(shares.before).toBeCloseTo(0.25, 1)
    expect(shares.since).toBeCloseTo(0.6, 1)
  })

  test('are none where both corridors lose', () => {
    expect(sharesFromRatios(0.65, 0.81)).toBeUndefined()
  })
})

describe('the Cape', () => {
  const withoutSuez = routeTotals(choiceSet, elementCosts(network, index, new Set(['suez'])))
  const embedded = { ...calibration(truth), before: truth.before, since: truth.since }
  const setting = { world, embedded, open: totals, withoutSuez }
  const usual = flowsWithCape(setting, { diverted: 0, seaUsd: 0, railUsd: 0 })

  test('sends cargo from sea to rail, more of it as more ships sail around, and loses no box', () => {
    const north = [0, 0.5, 1].map(diverted => {
      const { out } = flowsWithCape(setting, { diverted, seaUsd: 0, railUsd: 0 })
      expect(WAYS.reduce((sum, way) => sum + out[way], 0)).toBeCloseTo(1000, 6)
      return out.north
    })
    expect(north[1]).toBeCloseTo((north[0]! + north[2]!) / 2, 9)
    expect(north[2]).toBeGreaterThan(north[0]!)
  })

  test('rates move the direction they are of, and only that', () => {
    const dear = flowsWithCape(setting, { diverted: 0, seaUsd: 200, railUsd: 0 })
    expect(dear.out.sea).toBeLessThan(usual.out.sea)
    expect(dear.back).toEqual(usual.back)
  })

  test('a price holds rail at a growth that was asked for', () => {
    const assumption = { diverted: 1, seaUsd: 100 }
    const free = flowsWithCape(setting, { ...assumption, railUsd: 0 }).out.north / usual.out.north
    const asked = 1 + (free - 1) / 2
    const price = railPriceFor(setting, assumption, asked)!
    const grown = (railUsd: number) =>
      flowsWithCape(setting, { ...assumption, railUsd }).out.north / usual.out.north
    expect(price).toBeGreaterThan(0)
    expect(grown(price)).toBeLessThanOrEqual(asked)
    expect(grown(price - 1.01)).toBeGreaterThan(asked)
    expect(railPriceFor(setting, assumption, free + 0.1)).toBe(0)
    expect(railPriceFor(setting, assumption, asked, price / 2)).toBeUndefined()
  })
})
