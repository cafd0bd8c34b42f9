import { describe, expect, test } from 'vitest'
import { networkHash } from '../../src/network/choice-set/choice-set.js'
import { decodeChoiceSet, encodeChoiceSet } from '../../src/network/choice-set/choice-set-codec.js'
import { economies, smallNetwork } from './small-network.js'

const small = smallNetwork()
const { choiceSet, index, network } = small

const routesOf = (pair: number) =>
  Array.from({ length: choiceSet.routeStart[pair + 1] - choiceSet.routeStart[pair] }, (_, k) => {
    const route = choiceSet.routeStart[pair] + k
    return Array.from(
      choiceSet.elements.subarray(choiceSet.elementStart[route], choiceSet.elementStart[route + 1]),
    )
  })
const pairOf = (from: string, to: string, of = choiceSet) =>
  of.pairOrigin.findIndex((o, p) => of.gateways[o] === from && of.gateways[of.pairDestination[p]] === to)

describe('routes of a small network', () => {
  test('China to the Netherlands: by land, across the Caspian, by Suez and by the Cape', () => {
    const passed = routesOf(pairOf('shanghai', 'rotterdam')).map(route => {
      const modes = route.filter(e => e < index.linkCount).map(e => network.links[e].id)
      return [
        'rail-almaty--ozinki',
        'ferry-aktau--alat',
        'sea-suez--rotterdam',
        'sea-cape--rotterdam',
      ].filter(id => modes.includes(id))
    })
    expect(new Set(passed.map(String))).toEqual(
      new Set(['rail-almaty--ozinki', 'ferry-aktau--alat', 'sea-suez--rotterdam', 'sea-cape--rotterdam']),
    )
  })

  test('are distinct and come to no place twice', () => {
    for (let pair = 0; pair < choiceSet.pairOrigin.length; pair++) {
      const routes = routesOf(pair)
      expect(new Set(routes.map(String)).size).toBe(routes.length)
      for (const route of routes) {
        const links = route.filter(e => e < index.linkCount).map(e => network.links[e])
        expect(new Set(links.flatMap(({ from, to }) => [from, to])).size).toBe(links.length + 1)
        // A border is not crossed, crossed back and crossed again.
        expect(new Set(route).size).toBe(route.length)
      }
    }
  })

  test('use every lever', () => {
    expect(small.deadElements).toEqual([])
  })

  test('gateways of one country are not joined', () => {
    expect(pairOf('xian', 'shanghai')).toBe(-1)
    expect(pairOf('xian', 'almaty')).toBeGreaterThanOrEqual(0)
  })
})

describe('overlap factors', () => {
  test('are in (0, 1], and 1 for a single route', () => {
    for (const factor of choiceSet.overlap) {
      expect(factor).toBeGreaterThan(0)
      expect(factor).toBeLessThanOrEqual(1 + 1e-12)
    }
    const only = pairOf('almaty', 'moscow')
    expect(routesOf(only)).toHaveLength(1)
    expect(choiceSet.overlap[choiceSet.routeStart[only]]).toBe(1)
  })

  test('of open routes are untouched by a planned one', () => {
    const more = smallNetwork('rail xian almaty KAZ 30h 500usd planned')
    const factors = (of: typeof small) => {
      const pair = pairOf('xian', 'rotterdam', of.choiceSet)
      return Array.from(of.choiceSet.overlap)
        .slice(of.choiceSet.routeStart[pair], of.choiceSet.routeStart[pair + 1])
        .filter((_, k) => of.totals.open[of.choiceSet.routeStart[pair] + k] === 1)
    }
    expect(more.totals.open.includes(0)).toBe(true)
    expect(factors(more)).toEqual(factors(small))
  })
})

describe('as bytes', () => {
  const bytes = encodeChoiceSet(choiceSet)

  test('and back', () => {
    expect(decodeChoiceSet(bytes)).toEqual(choiceSet)
  })

  test('and back from the middle of a buffer', () => {
    const shifted = new Uint8Array(bytes.length + 3)
    shifted.set(bytes, 3)
    expect(decodeChoiceSet(shifted.subarray(3))).toEqual(choiceSet)
  })

  test.each([
    ['nothing', new Uint8Array(0)],
    ['other bytes', new TextEncoder().encode('{"routes": []}\n and more')],
    ['cut in the middle', bytes.slice(0, bytes.length / 2)],
    ['cut in the header', bytes.slice(0, 60)],
    ['without its last array', bytes.slice(0, bytes.length - 8)],
  ])('%s is refused', (_, damaged) => {
    expect(() => decodeChoiceSet(damaged)).toThrow(
      expect.objectContaining({ code: 'network.not-a-choice-set' }),
    )
  })
})

test('the hash changes with a value that finding routes reads, not with a source', () => {
  const [first, ...others] = network.links
  const hash = networkHash(network, economies, [['RUS']])
  expect(
    networkHash({ ...network, links: [{ ...first, source: 'else' }, ...others] }, economies, [['RUS']]),
  ).toBe(hash)
  expect(
    networkHash({ ...network, links: [{ ...first, lengthKm: 1 }, ...others] }, economies, [['RUS']]),
  ).not.toBe(hash)
  expect(networkHash(network, economies.slice(1), [['RUS']])).not.toBe(hash)
  expect(networkHash(network, economies, [])).not.toBe(hash)
})
