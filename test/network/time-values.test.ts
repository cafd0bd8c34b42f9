import { expect, test } from 'vitest'
import { shareOf } from '../../src/network/route-choice/logit/kernels.js'
import { nestedLogit } from '../../src/network/route-choice/logit/nested-logit.js'
import {
  BINS,
  binOfNode,
  binWeights,
  TIME_VALUE_NODES,
  timeValueGrid,
} from '../../src/network/route-choice/time-values.js'

const ridge = [
  { median: 27, spread: 1 },
  { median: 12, spread: 1.4 },
  { median: 5, spread: 1.8 },
]
const grid = timeValueGrid(ridge, 1)

test('weights of each calibration sum to one, and so do those of the bins', () => {
  grid.weights.forEach((weights, c) => {
    expect(weights.reduce((a, b) => a + b)).toBeCloseTo(1, 12)
    expect(binWeights(grid, c).reduce((a, b) => a + b)).toBeCloseTo(1, 12)
  })
})

test('half of the cargo is on either side of the median', () => {
  // 12 USD a day lies between nodes; the cell of a node reaches half a step to both sides.
  const below = grid.weights[1].reduce((a, w, node) => (grid.value[node] * 24 < 12 * 0.999 ? a + w : a), 0)
  const at = grid.weights[1].reduce(
    (a, w, node) => (Math.abs(grid.value[node] * 24 - 12) < 0.012 ? a + w : a),
    0,
  )
  expect(below + at / 2).toBeCloseTo(0.5, 3)
})

test('every node is in a bin, bins in order', () => {
  const bins = Array.from({ length: TIME_VALUE_NODES }, (_, node) => binOfNode(node))
  expect(bins).toEqual([...bins].sort((a, b) => a - b))
  expect(new Set(bins).size).toBe(BINS)
})

/** Sea slow and cheap, rail in between, lorry fast and dear: Chongqing to Duisburg in round numbers. */
const HOURS = [45 * 24, 16 * 24, 12 * 24]
const USD = [1600, 3600, 9000]

function meanShares(nodes: readonly { readonly value: number; readonly weight: number }[]): number[] {
  const cargo = { value: Float64Array.from(nodes, ({ value }) => value), dispersion: 200, seaDispersion: 25 }
  const logit = nestedLogit(cargo, 3, { lists: 1, choices: 1 })
  const lane = logit.routes()
  lane.count = 3
  lane.hours.set(HOURS)
  lane.usd.set(USD)
  lane.maritime.set([1, 0, 0])
  lane.overlap.fill(1)
  const choice = logit.choice(lane)
  choice.available.fill(1)
  logit.price(choice)
  logit.choose(choice)
  return [0, 1, 2].map(r =>
    nodes.reduce((mean, { weight }, node) => mean + weight * shareOf(choice, r, node, nodes.length), 0),
  )
}

test('ten times as many nodes over a wider range move no share by 2 %', () => {
  const coarse = meanShares(
    Array.from(grid.value, (value, node) => ({ value, weight: grid.weights[1][node] })),
  )
  const steps = Array.from({ length: 401 }, (_, k) => -5 + k * 0.025)
  const density = steps.map(deviation => Math.exp(-(deviation * deviation) / 2))
  const all = density.reduce((a, b) => a + b)
  const fine = meanShares(
    steps.map((deviation, k) => ({ value: (12 * Math.exp(1.4 * deviation)) / 24, weight: density[k] / all })),
  )
  coarse.forEach((share, r) => {
    expect(Math.abs(share - fine[r]), `${share} ${fine[r]}`).toBeLessThan(0.02 * fine[r] + 1e-4)
  })
})
