import { expect, test } from 'vitest'
import { factorisedSystem } from '../../../src/equilibrium/one-sector/derivatives.js'
import { oneSectorSlider } from '../../../src/equilibrium/one-sector/slider.js'
import { solveOneSector } from '../../../src/equilibrium/one-sector/solve.js'
import { embeddedDataset } from '../../indicators/embedded.js'
import { costsOnly, worldOf } from './worlds.js'

const baseline = worldOf([80, 20, 5, 10, 90, 10, 5, 5, 60], { tariff: [0, 0.1, 0.1, 0.2, 0, 0, 0, 0.1, 0] })
const at = (hat: number) => costsOnly(baseline, [1, hat, 1, hat, 1, hat, 1, 1, 1])

function gap(found: ArrayLike<number>, expected: ArrayLike<number>): number {
  let largest = 0
  for (let i = 0; i < found.length; i++) largest = Math.max(largest, Math.abs(found[i]! / expected[i]! - 1))
  return largest
}

test('every position is the world that a solve of its own finds: uneven steps, back, the same twice, far away', () => {
  for (const balances of ['world-share', 'multiplicative', 'zero'] as const) {
    const slide = oneSectorSlider(baseline, { balances })
    for (const position of [0, 5, 6, 6, 20, 3, 0, 45, -60]) {
      const change = at(1 - position / 100)
      const solved = slide(position, change)
      expect(gap(solved.wageHat, solveOneSector(baseline, change, { balances }).wageHat)).toBeLessThan(1e-11)
      expect(solved.convergence.largestMarketClearingError).toBeLessThan(2e-12)
    }
  }
})

test('the embedded world: from the third position on at most 60 % of the passes of a cold solve, at 1e-6', async () => {
  const { economies, recordedMusd: flows } = (await embeddedDataset()).trade
  const n = economies.length
  const tariff = new Float64Array(n * n)
  const world = { economies, flows, tariff, tradeElasticity: 5.03 }
  const neighbours = ['KAZ', 'KGZ', 'UZB', 'TJK', 'CHN', 'RUS'].map(iso3 => economies.indexOf(iso3))
  const slide = oneSectorSlider(world, { tolerance: 1e-6 })
  for (let percent = 1; percent <= 8; percent++) {
    const icebergHat = flows.map((_, ij) => {
      const [i, j] = [Math.floor(ij / n), ij % n]
      return i !== j && neighbours.includes(i) && neighbours.includes(j) ? 1 - percent / 100 : 1
    })
    const change = { icebergHat, newTariff: tariff }
    const cold = solveOneSector(world, change, { tolerance: 1e-6 })
    const { convergence, wageHat } = slide(percent, change)
    expect(gap(wageHat, cold.wageHat)).toBeLessThan(1e-5)
    if (percent > 2) expect(convergence.passes).toBeLessThanOrEqual(0.6 * cold.convergence.passes)
  }
})

test('factors of another place than the solution cost passes, never the answer', () => {
  const wrong = factorisedSystem({ ...baseline, tradeElasticity: 2 })
  for (const hat of [0.99, 0.6, 3]) {
    const solved = solveOneSector(baseline, at(hat), { factors: wrong })
    expect(gap(solved.wageHat, solveOneSector(baseline, at(hat)).wageHat)).toBeLessThan(1e-11)
  }
})
