import { expect, test } from 'vitest'
import { keepDirection, waitsAtEnd } from '../../src/network/waits-at-end.js'
import { embeddedDataset } from '../embedded.js'

const { network } = embeddedDataset()

test('every wait is at its end, a mean outside its range stays, and nothing else moves', () => {
  for (const end of ['low', 'high'] as const) {
    const moved = waitsAtEnd(network, end)
    moved.crossings.forEach((row, k) => {
      const own = network.crossings[k]!
      const { hours, ...rest } = row
      expect(hours).toBe(
        end === 'low' ? Math.min(own.hours, own.hoursLow) : Math.max(own.hours, own.hoursHigh),
      )
      expect({ hours: own.hours, ...rest }).toEqual(own)
    })
    expect(moved.links).toBe(network.links)
  }
})

test('a wait that is shortened to a value is never lengthened where it is shorter already', () => {
  const [first, second, third] = network.crossings
  const rows = (...hours: readonly number[]) => ({
    ...network,
    crossings: [first!, second!, third!].map((row, k) => ({ ...row, hours: hours[k]! })),
    terminals: [],
  })
  const means = { today: rows(84, 10, 20), after: rows(24, 10, 48) }
  const kept = (today: readonly number[], after: readonly number[]) =>
    keepDirection(rows(...after), rows(...today), means).crossings.map(row => row.hours)
  // Shortened to 24, left alone, lengthened to 48: where today is short and where it is long.
  expect(kept([12, 5, 10], [24, 5, 48])).toEqual([12, 5, 48])
  expect(kept([168, 50, 60], [24, 50, 48])).toEqual([24, 50, 60])
})
