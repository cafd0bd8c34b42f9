import { expect, test } from 'vitest'
import { getParameter } from '../../src/dataset/parameters.js'
import { compareNetworks } from '../../src/network/comparison/network-change.js'
import { shareOf } from '../../src/network/route-choice/logit/kernels.js'
import { nestedLogit } from '../../src/network/route-choice/logit/nested-logit.js'
import { chooseBaselineRoutes } from '../../src/network/route-choice/route-choice.js'
import {
  BINS,
  binOfNode,
  binWeights,
  TIME_VALUE_NODES,
  type TimeValueGrid,
  timeValueGrid,
} from '../../src/network/route-choice/time-values.js'
import { loadChoiceSet } from '../../src/platform/node/choice-set.js'
import { loadDataset } from '../../src/platform/node/dataset.js'
import { prepareBaseline } from '../../src/scenario/stages/prepare-baseline.js'
import { routeChoiceParameters } from '../../src/scenario/stages/route-stage.js'
import { timeValueRidge } from '../../src/scenario/stages/time-value-ridge.js'
import { SCENARIO_DEFAULTS } from '../../src/scenario/text/resolve-scenario.js'

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
  const step = Math.log(grid.value[1] / grid.value[0])
  // The cell of a node reaches half a step to both sides.
  const below = (node: number) => Math.log(12 / (grid.value[node] * 24)) / step + 0.5
  const half = grid.weights[1].reduce((sum, w, node) => sum + w * Math.min(1, Math.max(0, below(node))), 0)
  expect(half).toBeCloseTo(0.5, 2)
})

test.each([
  [0.2, 1],
  [1, 2],
  [1.4, 3],
  [1.8, 4],
])(
  'nodes at a spread of %d are equally far apart, each worth so much as that of four places before doubled %d times',
  (spread, doublings) => {
    const { value, weights } = timeValueGrid([{ median: 12, spread }], 0)
    const step = (doublings * Math.log(2)) / 4
    for (let node = 1; node < TIME_VALUE_NODES; node++) {
      expect(Math.log(value[node] / value[node - 1])).toBeCloseTo(step, 12)
      if (node >= 4) expect(value[node]).toBe(value[node - 4] * 2 ** doublings)
    }
    expect(weights[0].reduce((a, b) => a + b)).toBeCloseTo(1, 12)
  },
)

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

test('ten times as many nodes over a wider range move no share by 2 percentage points', () => {
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
    expect(Math.abs(share - fine[r]), `${share} ${fine[r]}`).toBeLessThan(0.02)
  })
})

test('nor, on the embedded network, the share of any route on any lane', async () => {
  const dataset = await loadDataset()
  const choiceSet = await loadChoiceSet(dataset)
  const { network, avoidance, trade, countries, parameters } = dataset
  const rules = avoidance.filter(rule => rule.regime === SCENARIO_DEFAULTS.avoidanceRegime)
  const baseline = prepareBaseline(dataset, choiceSet)
  const dispersion = getParameter(parameters, 'routeDispersion').value
  const today = { tables: network, closedPlaces: new Set<string>(), rules }
  const { situation } = compareNetworks(
    choiceSet,
    today,
    today,
    trade.economies,
    countries,
    dispersion,
    baseline,
  )
  const { lanes } = situation
  const all = Int32Array.from({ length: lanes.count }, (_, lane) => lane)
  const used = routeChoiceParameters(parameters, timeValueRidge({ parameters, draws: 0 }))
  const sharesOn = (timeValues: TimeValueGrid) =>
    chooseBaselineRoutes(situation, { ...used, timeValues }, all)
  const [coarse, fine] = [sharesOn(used.timeValues), sharesOn(fineGrid(12, 1.4))]
  const most = coarse.reduce((most, share, r) => Math.max(most, Math.abs(share - fine[r])), 0)
  expect(most).toBeGreaterThan(0)
  expect(most).toBeLessThan(0.02)
})

/** Seven times as many nodes, from 4 deviations below the median to 4.5 above. */
function fineGrid(median: number, spread: number): TimeValueGrid {
  const deviations = Array.from({ length: 170 }, (_, k) => -4 + 0.05 * k)
  const density = deviations.map(deviation => Math.exp(-(deviation * deviation) / 2))
  const total = density.reduce((a, b) => a + b)
  return {
    value: Float64Array.from(deviations, deviation => (median * Math.exp(spread * deviation)) / 24),
    weights: [Float64Array.from(density, part => part / total)],
    centre: 0,
  }
}
