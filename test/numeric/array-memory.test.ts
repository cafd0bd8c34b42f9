import { expect, test } from 'vitest'
import { arrayMemory, bytesNeeded, reusedArrays } from '../../src/numeric/array-memory.js'

test('arrays of one memory lie side by side, zeroed, and fill what was counted for them', () => {
  const memory = arrayMemory(new ArrayBuffer(bytesNeeded([3, 9], [5], [1])))
  const arrays = [memory.float64(3), memory.float64(9), memory.int32(5), memory.uint8(1)]
  expect(memory.free()).toBe(0)
  arrays.forEach((array, k) => array.fill(k + 1))
  arrays.forEach((array, k) => expect([...array]).toEqual(new Array(array.length).fill(k + 1)))
})

test('arrays that are used again are zeroed each time, and none lies over another', () => {
  const room = reusedArrays()
  for (const sizes of [[10, 3], [10, 3], [4, 1, 9], [200, 50, 7], [200, 50, 7], [1]]) {
    room.clear()
    const arrays = sizes.map((size, k) => (k % 2 === 0 ? room.float64(size) : room.uint8(size)))
    for (const [k, array] of arrays.entries()) {
      expect([...array]).toEqual(new Array(sizes[k]).fill(0))
      array.fill(k + 1)
    }
    arrays.forEach((array, k) => expect([...array]).toEqual(new Array(sizes[k]).fill(k + 1)))
  }
  room.clear()
  const [a, b] = [room.float64(5), room.uint8(5)]
  expect(a.buffer).toBe(b.buffer)
  room.clear()
  expect(room.float64(5).buffer).toBe(a.buffer)
})
