import { expect, test } from 'vitest'
import type { Crossing, Link, NetworkTables, TerminalLimit } from '../../src/dataset/dataset.js'
import { elementCosts, indexElements } from '../../src/network/elements/elements.js'
import { bottleneckTraffic, findBottlenecks } from '../../src/network/traffic/bottlenecks.js'
import { networkOf } from '../networks.js'

const network = networkOf(`
  city a AAA
  border x AAA BBB
  city b BBB
  rail a x AAA 10h 100usd
  rail x b BBB 10h 100usd
  road a b AAA 10h 100usd planned
  cross x AAA>BBB rail 5h 10usd
  cross x BBB>AAA rail 5h 10usd
  cross x AAA>BBB road 5h 10usd
  change a rail/road 9h 30usd
  change a rail/sea 9h 30usd
`)
const index = indexElements(network)
/** TEU a year: links, then crossings. */
const traffic = Float64Array.of(50_000, 50_000, 0, 40_000, 10_000, 7000)

function find(
  before: { links?: Partial<Link>[]; crossings?: Partial<Crossing>[] },
  after: typeof before = before,
) {
  const having = ({ links = [], crossings = [] }: typeof before): NetworkTables => ({
    ...network,
    links: network.links.map((link, k) => ({ ...link, ...links[k] })),
    crossings: network.crossings.map((crossing, k) => ({ ...crossing, ...crossings[k] })),
  })
  const changed = having(after)
  return findBottlenecks(having(before), changed, index, elementCosts(changed, index, new Set()), traffic)
}
const limits = (...given: Parameters<typeof find>) => find(...given).map(({ limit }) => limit.after)

test('none where none is stated', () => {
  expect(find({})).toEqual([])
})

test('a capacity above today’s traffic is the limit; below it the traffic is', () => {
  expect(find({ links: [{ capacityKteu: 80 }, { capacityKteu: 30 }] })).toEqual([
    { elements: [0], stated: { before: 80_000, after: 80_000 }, limit: { before: 80_000, after: 80_000 } },
    { elements: [1], stated: { before: 30_000, after: 30_000 }, limit: { before: 50_000, after: 50_000 } },
  ])
})

test('where the share in use is known the limit is the traffic over it', () => {
  expect(limits({ crossings: [{ capacityKteu: 20, capacityUsed: 0.8 }] })).toEqual([50_000])
  expect(limits({ crossings: [{ capacityKteu: 90, capacityUsed: 0.8 }] })).toEqual([90_000])
})

test('of a crossing the fuller direction decides; another mode does not', () => {
  const each = { capacityKteu: 5, capacityUsed: 0.5 }
  expect(limits({ crossings: [each, each, each] })).toEqual([80_000, 80_000, 14_000])
})

test('a measure moves the limit as it moves the stated capacity', () => {
  const stated = { links: [{ capacityKteu: 30 }] }
  expect(limits(stated, { links: [{ capacityKteu: 45 }] })).toEqual([75_000])
  expect(limits(stated, { links: [{ capacityKteu: 15 }] })).toEqual([25_000])
})

test('a capacity that only a measure states is taken as it stands, below today’s traffic too', () => {
  expect(find({}, { links: [{ capacityKteu: 2 }] })).toEqual([
    { elements: [0], stated: { before: undefined, after: 2000 }, limit: { before: undefined, after: 2000 } },
  ])
})

test('what is not open has no limit until it is opened', () => {
  const planned = { links: [{}, {}, { capacityKteu: 100 }] }
  expect(find(planned)).toEqual([])
  const opened = { links: [{}, {}, { capacityKteu: 100, status: 'open' as const }] }
  expect(limits(planned, opened)).toEqual([100_000])
})

test('terminals that share a limit are one bottleneck; what is closed of them leaves it', () => {
  const limited = (limits: readonly (TerminalLimit | undefined)[]): NetworkTables => ({
    ...network,
    terminals: network.terminals.map((row, k) => (limits[k] ? { ...row, limit: limits[k] } : row)),
  })
  const findAt = (tables: NetworkTables) =>
    findBottlenecks(network, tables, index, elementCosts(tables, index, new Set()), passing)
  const passing = Float64Array.from({ length: index.count }, (_, e) => 1000 * e)
  const shared = { kteu: 3, group: 'm1 a' }
  const both = [index.terminalStart, index.terminalStart + 1]
  const limit = { before: undefined, after: 3000 }
  const [found, ...others] = findAt(limited([shared, shared]))
  expect(found).toEqual({ elements: both, stated: limit, limit })
  expect(others).toEqual([])
  expect(bottleneckTraffic(found, passing)).toBe(passing[both[0]] + passing[both[1]])
  expect(findAt(limited([shared, { kteu: 5, group: 'm2 a' }])).map(({ elements }) => elements)).toEqual(
    both.map(element => [element]),
  )
  const half = limited([shared, shared])
  const closed = {
    ...half,
    terminals: half.terminals.map((row, k) => (k === 0 ? { ...row, status: 'planned' as const } : row)),
  }
  expect(findAt(closed).map(({ elements }) => elements)).toEqual([[both[1]]])
})
