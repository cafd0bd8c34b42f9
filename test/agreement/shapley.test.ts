import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shapleyValues } from '../../src/agreement/shapley.js'
import { sum } from '../../src/numeric/sum.js'

const settings = { seed: 20240704, numRuns: 200 }
const anyGame = fc.integer({ min: 0, max: 6 }).chain(players =>
  fc.record({
    players: fc.constant(players),
    worth: fc.array(fc.double({ min: -100, max: 100, noNaN: true }), {
      minLength: 1 << players,
      maxLength: 1 << players,
    }),
  }),
)

/** The definition: every order in which the players can come together. */
function byOrders(worth: readonly number[], players: number): number[] {
  const values = new Array<number>(players).fill(0)
  const add = (coalition: number, weight: number) => {
    const left = players - [...Array(players).keys()].filter(p => coalition & (1 << p)).length
    for (let player = 0; player < players; player++) {
      if (coalition & (1 << player)) continue
      const next = coalition | (1 << player)
      values[player]! += (weight / left) * (worth[next]! - worth[coalition]!)
      add(next, weight / left)
    }
  }
  add(0, 1)
  return values
}

test('the gloves game (one left glove, two right ones): 2/3, 1/6, 1/6', () => {
  const worth = [0, 0, 0, 1, 0, 1, 0, 1]
  const values = shapleyValues(worth)
  ;[2 / 3, 1 / 6, 1 / 6].forEach((expected, player) => {
    expect(values[player]).toBeCloseTo(expected, 14)
  })
})

test('equal to the mean over all orders', () => {
  fc.assert(
    fc.property(anyGame, ({ players, worth }) => {
      const values = shapleyValues(worth)
      byOrders(worth, players).forEach((expected, player) => {
        expect(values[player]).toBeCloseTo(expected, 10)
      })
    }),
    settings,
  )
})

test('values add up; a player that adds nothing gets nothing; sums of games have sums of values', () => {
  fc.assert(
    fc.property(anyGame, ({ players, worth }) => {
      const values = shapleyValues(worth)
      expect(sum(values)).toBeCloseTo(worth.at(-1)! - worth[0]!, 10)
      const withDummy = [...worth, ...worth]
      expect(shapleyValues(withDummy)[players]).toBe(0)
      const doubled = shapleyValues(worth.map(v => 2 * v + 5))
      values.forEach((value, player) => {
        expect(doubled[player]).toBeCloseTo(2 * value, 10)
      })
    }),
    settings,
  )
})

test('a table that is no game is refused', () => {
  expect(() => shapleyValues([])).toThrow(/power of two/)
  expect(() => shapleyValues([1, 2, 3])).toThrow(/power of two/)
})
