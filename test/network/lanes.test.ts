import { describe, expect, test } from 'vitest'
import { buildLanes, ruleOfPair } from '../../src/network/route-choice/lanes.js'
import { countries, economies, rule, smallNetwork } from './small-network.js'

const { network, choiceSet, lanes, territory, index } = smallNetwork()
const n = economies.length
const pair = (from: string, to: string) => economies.indexOf(from) * n + economies.indexOf(to)

describe('lanes', () => {
  test('parts of a pair sum to one', () => {
    const sums = new Map<number, number>()
    lanes.countryPair.forEach((p, l) => {
      sums.set(p, (sums.get(p) ?? 0) + lanes.weight[l])
    })
    expect(sums.size).toBe(20)
    for (const total of sums.values()) expect(total).toBeCloseTo(1, 12)
  })

  test('carry the hinterland of both ends', () => {
    const rows = Array.from(lanes.countryPair.keys()).filter(l => lanes.countryPair[l] === pair('CHN', 'NLD'))
    expect(rows.map(l => [lanes.weight[l], lanes.hinterlandHours[l], lanes.hinterlandUsd[l]])).toEqual([
      [0.6, 6, 25],
      [0.4, 3, 15],
    ])
  })

  test('an economy without a gateway has none', () => {
    expect(Array.from(lanes.countryPair).some(p => Math.floor(p / n) === economies.indexOf('ROW'))).toBe(
      false,
    )
  })

  test('a choice set for other gateways is refused', () => {
    const other = { ...choiceSet, gateways: choiceSet.gateways.map(id => `${id}-else`) }
    expect(() => buildLanes(other, network, economies, countries, [])).toThrow(
      expect.objectContaining({ code: 'network.unknown-gateway' }),
    )
  })
})

describe('rules of avoidance', () => {
  const region = new Map<string, string>(countries.map(({ iso3, region: of }) => [iso3, of]))
  const rules = [
    rule({ id: 'others' }),
    rule({ id: 'far', regionsA: ['east-asia'], regionsB: ['europe', 'russia-belarus'] }),
  ]
  const of = (from: string, to: string) => ruleOfPair(rules, from, to, region)

  test('named regions come before every other pair, either way round', () => {
    expect(of('CHN', 'NLD')).toBe(1)
    expect(of('NLD', 'CHN')).toBe(1)
    expect(of('KAZ', 'NLD')).toBe(0)
  })

  test('a pair with an end in the territory is exempt', () => {
    expect(of('CHN', 'RUS')).toBe(-1)
    expect(of('RUS', 'KAZ')).toBe(-1)
  })

  test('no rule that fits, no rule', () => {
    expect(ruleOfPair([rules[1]], 'KAZ', 'AZE', region)).toBe(-1)
  })

  test('flag the routes that pass the territory by land', () => {
    const russian = new Set(network.links.flatMap((link, at) => (link.country === 'RUS' ? [at] : [])))
    territory[0].forEach((flag, route) => {
      const passes = choiceSet.elements
        .subarray(choiceSet.elementStart[route], choiceSet.elementStart[route + 1])
        .some(e => e < index.linkCount && russian.has(e))
      expect(flag).toBe(passes ? 1 : 0)
    })
    expect(territory[0]).toContain(1)
  })
})
