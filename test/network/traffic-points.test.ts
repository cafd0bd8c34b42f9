import { describe, expect, test } from 'vitest'
import { pointElements, pointTraffic } from '../../src/network/traffic/traffic-points.js'
import { smallNetwork } from './small-network.js'

const { network, index } = smallNetwork()
const idOf = (element: number) => {
  const crossing = network.crossings[element - index.crossingStart]
  return element < index.linkCount
    ? network.links[element]!.id
    : `${crossing?.placeId} ${crossing?.fromCountry}>${crossing?.toCountry}`
}

describe('traffic points', () => {
  test('a crossing counts both ways, a link once, each element once', () => {
    const elements = pointElements(network, index, [
      'crossing:khorgos:rail',
      'link:ferry-aktau--alat',
      'crossing:khorgos:rail',
    ])
    expect(elements.map(idOf)).toEqual(['ferry-aktau--alat', 'khorgos CHN>KAZ', 'khorgos KAZ>CHN'])
  })

  test('a canal is passed by its own row, a strait by its passage', () => {
    const [suez] = pointElements(network, index, ['strait:suez'])
    expect(network.terminals[suez! - index.terminalStart]).toMatchObject({ placeId: 'suez' })
    const [cape] = pointElements(network, index, ['strait:cape'])
    expect(cape).toBeGreaterThanOrEqual(index.passageStart)
  })

  test('names that stand for nothing are all told', () => {
    const names = [
      'crossing:khorgos:road',
      'link:rail-a--b',
      'strait:khorgos',
      'khorgos',
      'link:ferry-aktau--alat',
    ]
    expect(() => pointElements(network, index, names)).toThrow(
      expect.objectContaining({
        kind: 'input',
        issues: names
          .slice(0, 4)
          .map(found => expect.objectContaining({ code: 'network.unknown-point', found })),
      }),
    )
  })

  test('traffic is the sum over the elements', () => {
    const traffic = Float64Array.from({ length: index.count }, (_, e) => e)
    expect(pointTraffic([1, 4, 9], traffic)).toBe(14)
    expect(pointTraffic([], traffic)).toBe(0)
  })
})
