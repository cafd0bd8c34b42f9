import fc from 'fast-check'
import { expect, test } from 'vitest'
import { orderByKey, startsByKey } from '../../src/numeric/counting-sort.js'

const COUNT = 7
const keys = fc.array(fc.nat({ max: COUNT - 1 }), { maxLength: 40 })

test('rows by key as a stable sort has them, and by two keys after each other', () => {
  fc.assert(
    fc.property(
      keys.chain(first =>
        fc.tuple(
          fc.constant(first),
          fc.array(fc.nat({ max: COUNT - 1 }), { minLength: first.length, maxLength: first.length }),
        ),
      ),
      ([first, second]) => {
        const rows = [...first.keys()]
        expect([...orderByKey(first, COUNT)]).toEqual(rows.toSorted((a, b) => first[a]! - first[b]!))
        expect([...orderByKey(first, COUNT, orderByKey(second, COUNT))]).toEqual(
          rows.toSorted((a, b) => first[a]! - first[b]! || second[a]! - second[b]!),
        )
      },
    ),
    { seed: 17 },
  )
})

test('where each key begins, and all there are', () => {
  expect([...startsByKey([2, 0, 2, 3], 5)]).toEqual([0, 1, 1, 3, 4, 4])
  expect([...startsByKey([], 2)]).toEqual([0, 0, 0])
})
