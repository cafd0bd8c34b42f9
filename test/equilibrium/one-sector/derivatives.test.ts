import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  costElasticity,
  costGradient,
  realSpendingDerivatives,
  tariffElasticity,
  worldAfter,
} from '../../../src/equilibrium/one-sector/derivatives.js'
import { solveOneSector } from '../../../src/equilibrium/one-sector/solve.js'
import type { OneSectorBaseline, TradeCostChange } from '../../../src/equilibrium/one-sector/world.js'
import { embeddedDataset } from '../../indicators/embedded.js'
import { anyProblem, noChange, settings, worldOf } from './worlds.js'

/** Central differences of ln W with a step of 1e-4: their own error is of the order 1e-8, rounding 1e-9. */
const STEP = 1e-4
const TOLERANCE = 2e-7

type Balances = 'world-share' | 'multiplicative'

/** ln W of every economy with the cost or the gross tariff of one pair moved by a factor. */
function moved(
  world: OneSectorBaseline,
  balances: Balances,
  pair: number,
  lever: 'cost' | 'tariff',
  step: number,
) {
  const change: TradeCostChange = {
    icebergHat: noChange(world).icebergHat.map((one, ij) =>
      lever === 'cost' && ij === pair ? Math.exp(step) : one,
    ),
    newTariff: world.tariff.map((t, ij) =>
      lever === 'tariff' && ij === pair ? (1 + t) * Math.exp(step) - 1 : t,
    ),
  }
  return solveOneSector(world, change, { balances }).realSpendingHat.map(hat => Math.log(hat))
}

function largestError(world: OneSectorBaseline, balances: Balances, pairs: readonly number[]): number {
  const n = world.economies.length
  const derivatives = realSpendingDerivatives(world, balances)
  let largest = 0
  for (const pair of pairs) {
    const [exporter, importer] = [Math.floor(pair / n), pair % n]
    for (const [lever, elasticity] of [
      ['cost', costElasticity],
      ['tariff', tariffElasticity],
    ] as const) {
      const [up, down] = [STEP, -STEP].map(step => moved(world, balances, pair, lever, step))
      for (let k = 0; k < n; k++) {
        const difference = (up![k]! - down![k]!) / (2 * STEP)
        largest = Math.max(largest, Math.abs(elasticity(derivatives, k, exporter, importer) - difference))
      }
    }
  }
  return largest
}

describe.each(['world-share', 'multiplicative'] as const)('balances %s', balances => {
  test('every derivative to every cost and tariff, at the baseline and at a solution, against differences', () => {
    fc.assert(
      fc.property(anyProblem, ({ baseline, change }) => {
        const pairs = baseline.flows.map((_, ij) => ij)
        expect(largestError(baseline, balances, [...pairs])).toBeLessThan(TOLERANCE)
        const solved = solveOneSector(baseline, change, { balances })
        expect(largestError(worldAfter(baseline, change, solved), balances, [...pairs])).toBeLessThan(
          TOLERANCE,
        )
      }),
      { ...settings, numRuns: 12 },
    )
  })

  test('the embedded world: 114 economies, some pairs', async () => {
    const { economies, recordedMusd: flows } = (await embeddedDataset()).trade
    const tariff = flows.map((_, ij) => (ij % (economies.length + 1) === 0 ? 0 : 0.01 * (ij % 7)))
    const world = { economies, flows, tariff, tradeElasticity: 5.03 }
    const at = (exporter: string, importer: string) =>
      economies.indexOf(exporter) * economies.length + economies.indexOf(importer)
    const pairs = [at('CHN', 'KAZ'), at('KAZ', 'CHN'), at('RUS', 'KGZ'), at('UZB', 'UZB')]
    expect(largestError(world, balances, pairs)).toBeLessThan(TOLERANCE)
  })
})

test('the gradient of a group is the weighted sum of its elasticities', () => {
  fc.assert(
    fc.property(anyProblem, ({ baseline }) => {
      const n = baseline.economies.length
      const weight = Float64Array.from({ length: n }, (_, k) => k * 10)
      const derivatives = realSpendingDerivatives(baseline)
      const gradient = costGradient(derivatives, weight)
      for (let pair = 0; pair < n * n; pair++) {
        let expected = 0
        for (let k = 0; k < n; k++) {
          expected += weight[k]! * costElasticity(derivatives, k, Math.floor(pair / n), pair % n)
        }
        expect(gradient[pair]).toBeCloseTo(expected, 10)
      }
    }),
    settings,
  )
})

test('law: one per cent on every cost, home too, is one per cent off what everybody buys', () => {
  fc.assert(
    fc.property(anyProblem, ({ baseline }) => {
      const n = baseline.economies.length
      const derivatives = realSpendingDerivatives(baseline)
      for (let k = 0; k < n; k++) {
        let total = 0
        for (let pair = 0; pair < n * n; pair++) {
          total += costElasticity(derivatives, k, Math.floor(pair / n), pair % n)
        }
        expect(total).toBeCloseTo(-1, 10)
      }
    }),
    settings,
  )
})

test('blocks that do not trade with each other have no wage in common: refused', () => {
  const blocks = worldOf([80, 20, 0, 0, 20, 80, 0, 0, 0, 0, 80, 20, 0, 0, 20, 80])
  expect(() => realSpendingDerivatives(blocks)).toThrow(expect.objectContaining({ code: 'numeric.singular' }))
})
