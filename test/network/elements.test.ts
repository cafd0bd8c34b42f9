import { expect, test } from 'vitest'
import { elementCosts, elementCostsFrom, indexElements } from '../../src/network/elements/elements.js'
import { LAND_AND_SEA, networkOf } from '../networks.js'

const network = networkOf(LAND_AND_SEA)
const index = indexElements(network)

test('links, crossings, terminals, then straits without a row of their own, then loadings of gateways', () => {
  expect(index.linkCount).toBe(network.links.length)
  expect(index.crossingStart).toBe(network.links.length)
  expect(index.terminalStart).toBe(index.crossingStart + network.crossings.length)
  expect(index.passageStart).toBe(index.terminalStart + network.terminals.length)
  // Suez has a sea–sea row; the Cape has none.
  expect(Array.from(index.passagePlaces, at => network.places[at].id)).toEqual([
    'cape',
    'shanghai',
    'rotterdam',
    'alat',
  ])
  expect(index.loadingStart).toBe(index.passageStart + 1)
  expect(index.count).toBe(index.passageStart + 4)
})

test('a link takes length over speed and its lump sum, or its length times the rate', () => {
  const [first] = network.links
  const rated = { ...first, lumpUsd: undefined, costUsdPerTeuKm: 0.25 } as unknown as typeof first
  const costs = elementCosts({ ...network, links: [rated, ...network.links.slice(1)] }, index, new Set())
  expect(costs.hours[0]).toBe(48)
  expect(costs.usd[0]).toBe(48 * 50 * 0.25)
  expect(elementCosts(network, index, new Set()).usd[0]).toBe(800)
})

test('a closed place shuts its crossings, terminals or passage, and no link', () => {
  const open = elementCosts(network, index, new Set()).open
  expect(open.every(state => state === 1)).toBe(true)
  const shut = (id: string) => {
    const state = elementCosts(network, index, new Set([id])).open
    return Array.from(state.keys()).filter(e => state[e] === 0)
  }
  expect(shut('khorgos')).toEqual([index.crossingStart, index.crossingStart + 1])
  expect(shut('suez')).toEqual([index.terminalStart + 4])
  expect(shut('cape')).toEqual([index.passageStart])
  const changes = network.terminals.flatMap((row, k) =>
    row.placeId === 'shanghai' ? [index.terminalStart + k] : [],
  )
  expect(shut('shanghai')).toEqual([...changes, index.loadingStart])
})

test('costs from those of another network are those made anew, whatever table has changed', () => {
  const known = elementCosts(network, index, new Set())
  const others: readonly (typeof network)[] = [
    network,
    { ...network, links: network.links.with(1, { ...network.links[1], speedKmh: 17, status: 'planned' }) },
    { ...network, crossings: network.crossings.with(0, { ...network.crossings[0], hours: 5, feeUsd: 7 }) },
    { ...network, terminals: network.terminals.map(row => ({ ...row, usdPerTeu: 3, status: 'planned' })) },
  ]
  for (const other of others) {
    const anew = elementCosts(other, index, new Set())
    expect(elementCostsFrom(known, network, other, index)).toEqual(anew)
    expect(elementCostsFrom(anew, other, network, index)).toEqual(known)
  }
})

test('more than 65,535 elements are refused', () => {
  const links = Array.from({ length: 65_536 }, () => network.links[0])
  expect(() => indexElements({ ...network, links })).toThrow(
    expect.objectContaining({ code: 'network.too-many-elements' }),
  )
})
