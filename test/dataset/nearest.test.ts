import { expect, test } from 'vitest'
import { nearestNames } from '../../src/dataset/nearest.js'

const places = [
  { id: 'khorgos-altynkol', label: 'Khorgos – Altynkol' },
  { id: 'khorgos-nur-zholy', label: 'Nur Zholy' },
  { id: 'aktau', label: 'Aktau' },
  { id: 'aktobe', label: 'Aktobe' },
  { id: 'almaty', label: 'Almaty' },
]

test.each([
  ['khorgos-altynkl', ['khorgos-altynkol']],
  ['Khorgos', ['khorgos-altynkol', 'khorgos-nur-zholy']],
  ['aktua', ['aktau']],
  ['AKTAU', ['aktau']],
  ['nur zholy', ['khorgos-nur-zholy']],
  ['rotterdam', []],
  ['', []],
])('%s', (written, expected) => {
  expect(nearestNames(written, places)).toEqual(expected)
})

test('a swap of neighbours is one edit, as a letter too many is', () => {
  expect(nearestNames('horus', ['hours', 'house'])[0]).toBe('hours')
})

test('at most three, ties in alphabetical order', () => {
  expect(nearestNames('aaa1', ['aaa5', 'aaa4', 'aaa3', 'aaa2'])).toEqual(['aaa2', 'aaa3', 'aaa4'])
})
