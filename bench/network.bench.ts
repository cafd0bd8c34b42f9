/** How long do least costs take, and what a measure on the network changes; how do they grow, and beside scipy? */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { Dataset } from '../src/dataset/dataset.js'
import { readDataset } from '../src/dataset/reading/read-dataset.js'
import { elementCosts, indexElements } from '../src/network/elements/elements.js'
import { weighContraction } from '../src/network/least-cost/contracted-costs.js'
import { contractGraph } from '../src/network/least-cost/contraction.js'
import {
  bestState,
  type CostTree,
  searchArcs,
  searchTree,
  treeWorkspace,
} from '../src/network/least-cost/least-cost.js'
import { contractNetwork, leastCostMatrix } from '../src/network/least-cost/place-costs.js'
import { leastCostsBetween } from '../src/network/least-cost/sweeps.js'
import { readFolder } from '../src/platform/node/files.js'
import { packageRoot } from '../src/platform/node/package-root.js'
import { drawnNodes, type GeneratedNetwork, generatedNetwork } from './generated-network.js'
import { type BenchReport, medianMs } from './median.js'
import { choiceSetRows } from './network-changes.js'

type Row = BenchReport['rows'][number]

/** USD per TEU and day. */
const TIME_VALUE = 60
const SIZES = [2500, 5000, 10_000, 20_000]
const ENDS = 1000

export default async function bench(): Promise<BenchReport> {
  const dataset = readDataset(await readFolder(join(packageRoot(), 'data')))
  const generated = SIZES.map(generatedRow)
  const largest = generated.at(-1)!
  const peer = scipy(largest)
  return {
    name: `Network: least costs and changes, warm, one thread${peer === undefined ? '; scipy is not installed, its row is left out' : ''}`,
    rows: [
      ...embeddedRows(dataset),
      ...(await choiceSetRows(dataset)),
      ...generated.flatMap(({ rows }) => rows),
      ...(peer === undefined ? [] : [peer]),
    ],
    ...(peer !== undefined && { ratio: peer.medianMs / largest.rows.at(-1)!.medianMs }),
  }
}

/** Between gateways and between all places, with routes by trees and without by the matrix. */
function embeddedRows({ network }: Dataset): Row[] {
  const index = indexElements(network)
  const contracted = contractNetwork(network, index)
  const { graph } = contracted
  const { hours, usd, open } = elementCosts(network, index, new Set())
  const weight = usd.map((cost, e) => (open[e] === 1 ? cost + (TIME_VALUE / 24) * hours[e]! : Infinity))
  const mark = new Float64Array(index.count)
  const placeAt = new Map(network.places.map(({ id }, place) => [id, place]))
  const gateways = [...new Set(network.gateways.map(({ placeId }) => placeAt.get(placeId)!))]
  const all = network.places.map((_, place) => place)
  /** One tree after the other, each for use at once. */
  const trees = (places: readonly number[], use?: (tree: CostTree, from: number) => void) => {
    const arcs = searchArcs(graph, weight, mark, 'forward')
    const workspace = treeWorkspace()
    for (const place of places) {
      const tree = searchTree(arcs, place, workspace)
      use?.(tree, place)
    }
  }
  const matrix = leastCostMatrix(contracted, weight, all, all)
  trees(all, (tree, from) => {
    for (const to of all) {
      const end = bestState(graph, tree, to)
      compare(matrix[from * all.length + to]!, end < 0 ? Infinity : tree.cost[end]!)
    }
  })
  const sets = [
    { name: `${gateways.length} gateway places`, places: gateways, limitMs: 15 },
    { name: `${all.length} places`, places: all, limitMs: 60 },
  ]
  return [
    {
      label: `embedded, ${graph.stateCount} states: order of elimination, once`,
      medianMs: medianMs(() => contractGraph(graph.stateCount, graph.arcFrom, graph.arcTo)),
    },
    ...sets.flatMap(({ name, places, limitMs }) => [
      { label: `embedded, ${name}: trees, with routes`, medianMs: medianMs(() => trees(places)), limitMs },
      {
        label: `embedded, ${name}: matrix, weighed anew`,
        medianMs: medianMs(() => leastCostMatrix(contracted, weight, places, places)),
        limitMs,
      },
    ]),
  ]
}

interface GeneratedCase {
  readonly network: GeneratedNetwork
  readonly sources: readonly number[]
  readonly targets: readonly number[]
  readonly costs: Float64Array
  readonly rows: readonly Row[]
}

function generatedRow(nodeCount: number): GeneratedCase {
  const network = generatedNetwork(nodeCount)
  const [sources, targets] = ['sources', 'targets'].map(stream => drawnNodes(nodeCount, ENDS, stream))
  const order = () => contractGraph(nodeCount, network.from, network.to)
  const contraction = order()
  const least = () =>
    leastCostsBetween(
      weighContraction(contraction, network.cost),
      sources!.map(node => [node]),
      targets!.map(node => [node]),
    )
  const costs = least()
  checkAgainstTrees(network, sources!, targets!, costs)
  const name = `${nodeCount} places, ${network.from.length / 2} links, generated`
  return {
    network,
    sources: sources!,
    targets: targets!,
    costs,
    rows: [
      { label: `${name}: order of elimination, once`, medianMs: medianMs(order, { runs: 5, warmUp: 1 }) },
      {
        label: `${name}: weights alone`,
        medianMs: medianMs(() => weighContraction(contraction, network.cost), { runs: 9 }),
      },
      {
        label: `${name}: ${ENDS} × ${ENDS} least costs, weighed anew`,
        medianMs: medianMs(least, { runs: 7, warmUp: 2 }),
      },
    ],
  }
}

/** A few rows by relaxing all arcs until nothing gets cheaper. */
function checkAgainstTrees(
  { nodeCount, from, to, cost }: GeneratedNetwork,
  sources: readonly number[],
  targets: readonly number[],
  costs: Float64Array,
): void {
  for (const s of [0, 500, 999]) {
    const least = new Float64Array(nodeCount).fill(Infinity)
    least[sources[s]!] = 0
    for (let better = true; better; ) {
      better = false
      for (let arc = 0; arc < from.length; arc++) {
        const there = least[from[arc]!]! + cost[arc]!
        if (there >= least[to[arc]!]!) continue
        least[to[arc]!] = there
        better = true
      }
    }
    targets.forEach((target, t) => {
      compare(costs[s * targets.length + t]!, least[target]!)
    })
  }
}

/** The same in Python, where scipy is installed. */
function scipy({ network, sources, targets, costs }: GeneratedCase): Row | undefined {
  const { nodeCount, from, to, cost } = network
  const head = [nodeCount, from.length, sources.length, targets.length]
  const input = Float64Array.from(numbers(head, from, to, cost, sources, targets))
  const { status, stdout } = spawnSync('python3', [join(packageRoot(), 'bench', 'peers', 'least-cost.py')], {
    input: new Uint8Array(input.buffer),
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1' },
  })
  if (status !== 0) return undefined
  const end = stdout.indexOf('\n')
  const { medianMs: theirs } = JSON.parse(stdout.toString('utf8', 0, end)) as { medianMs: number }
  const matrix = new Float64Array(new Uint8Array(stdout.subarray(end + 1)).buffer)
  if (matrix.length !== costs.length) throw new Error('scipy gave a matrix of another size')
  matrix.forEach((value, k) => {
    compare(costs[k]!, value)
  })
  return { label: `${nodeCount} places, the same by scipy’s csgraph Dijkstra`, medianMs: theirs }
}

function* numbers(...lists: readonly ArrayLike<number>[]): Generator<number> {
  for (const list of lists) for (let k = 0; k < list.length; k++) yield list[k]!
}

function compare(found: number, wanted: number): void {
  if (found !== wanted && !(Math.abs(found - wanted) <= 1e-9 * wanted))
    throw new Error(`another least cost was found: ${found}, not ${wanted}`)
}
