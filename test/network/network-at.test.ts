import { describe, expect, test } from 'vitest'
import { rangeLookup } from '../../src/network/elements/element-ranges.js'
import { elementCosts, indexElements } from '../../src/network/elements/elements.js'
import { AS_STATED, keepDirection, networkAt } from '../../src/network/elements/network-at.js'
import { embeddedDataset } from '../embedded.js'

const { network, networkRanges } = embeddedDataset()
const index = indexElements(network)
const open = new Set<string>()

describe('figures at a position in their ranges', () => {
  test('as stated nothing moves', () => {
    expect(networkAt(network, AS_STATED, networkRanges)).toBe(network)
  })

  test('every wait is at its end, a mean outside its range stays, and nothing else moves', () => {
    for (const end of ['low', 'high'] as const) {
      const moved = networkAt(network, { ...AS_STATED, waits: end === 'low' ? -1 : 1 }, networkRanges)
      moved.crossings.forEach((row, k) => {
        const own = network.crossings[k]!
        const { hours, ...rest } = row
        expect(hours).toBeCloseTo(
          end === 'low' ? Math.min(own.hours, own.hoursLow) : Math.max(own.hours, own.hoursHigh),
          10,
        )
        expect({ hours: own.hours, ...rest }).toEqual(own)
      })
      expect(moved.links).toBe(network.links)
    }
  })

  test('speeds and charges go to the published ends of the class of their row', () => {
    const rail = network.links.findIndex(({ mode }) => mode === 'rail')
    const ranges = rangeLookup(network, index, networkRanges)(rail)
    const own = network.links[rail]!
    const at = (positions: Partial<typeof AS_STATED>) =>
      networkAt(network, { ...AS_STATED, ...positions }, networkRanges).links[rail]!
    expect(at({ speeds: -1 }).speedKmh).toBeCloseTo(
      (own.speedKmh * ranges.speed!.low) / ranges.speed!.central,
      10,
    )
    expect(at({ charges: 1 }).costUsdPerTeuKm).toBeCloseTo(
      (own.costUsdPerTeuKm * ranges.price!.high) / ranges.price!.central,
      10,
    )
    expect(at({ charges: 0.5 }).costUsdPerTeuKm).toBeCloseTo(
      (own.costUsdPerTeuKm + at({ charges: 1 }).costUsdPerTeuKm) / 2,
      10,
    )
  })

  test('law: what passing takes never falls as a position that makes it dearer or slower grows', () => {
    const costs = (positions: Partial<typeof AS_STATED>) =>
      elementCosts(networkAt(network, { ...AS_STATED, ...positions }, networkRanges), index, open)
    const steps = [-1, -0.4, 0, 0.4, 1]
    for (const [kind, of, sign] of [
      ['waits', 'hours', 1],
      ['speeds', 'hours', -1],
      ['charges', 'usd', 1],
    ] as const) {
      let last = costs({ [kind]: -1 })[of]
      let moves = 0
      for (const position of steps.slice(1)) {
        const next = costs({ [kind]: position })[of]
        next.forEach((cost, e) => {
          expect(sign * (cost - last[e]!)).toBeGreaterThanOrEqual(-1e-9)
          if (Math.abs(cost - last[e]!) > 1e-9) moves++
        })
        last = next
      }
      // hundreds of rows have a range
      expect(moves).toBeGreaterThan(1000)
    }
  })

  test('without ranges speeds and charges stay, waits move', () => {
    const moved = networkAt(network, { waits: 1, speeds: 1, charges: 1, lorries: 0 }, [])
    const [own, other] = [network, moved].map(tables => elementCosts(tables, index, open))
    expect(other!.usd).toEqual(own!.usd)
    expect(other!.hours.slice(0, index.linkCount)).toEqual(own!.hours.slice(0, index.linkCount))
    expect(other!.hours).not.toEqual(own!.hours)
  })
})

test('a wait that is shortened to a value is never lengthened where it is shorter already', () => {
  const costs = (...hours: readonly number[]) => ({
    hours: Float64Array.from(hours),
    usd: new Float64Array(hours.length).fill(5),
    open: new Uint8Array(hours.length).fill(1),
  })
  // Shortened to 24, left alone, lengthened to 48: where today is short and where it is long.
  const stated = { before: costs(84, 10, 20), after: costs(24, 10, 48) }
  const kept = (before: readonly number[], after: readonly number[]) => [
    ...keepDirection({ before: costs(...before), after: costs(...after) }, stated).hours,
  ]
  expect(kept([12, 5, 10], [24, 5, 48])).toEqual([12, 5, 48])
  expect(kept([168, 50, 60], [24, 50, 48])).toEqual([24, 50, 60])
})
