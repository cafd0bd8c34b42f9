import { describe, expect, test } from 'vitest'
import { networkOf } from '../networks.js'
import { slowLeastCosts } from '../oracles/least-cost.js'
import { leastCosts } from './tree-costs.js'

const BORDER = `
  city a AAA
  border x AAA BBB
  city b BBB
  rail a x AAA 1h 10usd
  rail x b BBB 1h 20usd
`
const NONE = Number.POSITIVE_INFINITY

describe('nothing is free', () => {
  test('no crossing row, no way over the border', () => {
    expect(leastCosts(BORDER, 'a').get('b')).toBe(NONE)
  })

  test('a crossing row works in its direction only', () => {
    const text = `${BORDER} cross x AAA>BBB rail 5h 100usd`
    expect(leastCosts(text, 'a').get('b')).toBe(137)
    expect(leastCosts(text, 'b').get('a')).toBe(NONE)
  })

  test('a crossing row of another mode does not help', () => {
    expect(leastCosts(`${BORDER} cross x AAA>BBB road 5h 100usd`, 'a').get('b')).toBe(NONE)
  })

  test('no terminal row, no change of mode', () => {
    const text = `
      city a AAA
      city m AAA
      city b AAA
      rail a m AAA 1h 1usd
      road m b AAA 1h 1usd`
    expect(leastCosts(text, 'a').get('b')).toBe(NONE)
    expect(leastCosts(`${text}\nchange m rail/road 3h 4usd`, 'a').get('b')).toBe(11)
    expect(leastCosts(`${text}\nchange m rail/road 3h 4usd`, 'b').get('a')).toBe(11)
  })
})

test('a box may change mode at the border and cross by the other one, either way round', () => {
  const text = `
    city a AAA
    border x AAA BBB
    city b BBB
    rail a x AAA 1h 10usd
    road x b BBB 1h 20usd
    change x rail/road 6h 60usd
    cross x AAA>BBB rail 5h 100usd
    cross x AAA>BBB road 2h 40usd`
  expect(leastCosts(text, 'a').get('b')).toBe(11 + 66 + 42 + 21)
  expect(slowLeastCosts(networkOf(text), 'a', 1).get('b')).toBe(11 + 66 + 42 + 21)
})

test('at a border nothing changes mode twice: no lorry takes a box past the queue of trains to the next train', () => {
  const text = `
    city a AAA
    border x AAA BBB
    city b BBB
    rail a x AAA 1h 10usd
    rail x b BBB 1h 20usd
    change x rail/road 1h 1usd
    cross x AAA>BBB rail 90h 100usd
    cross x AAA>BBB road 2h 40usd`
  expect(leastCosts(text, 'a').get('b')).toBe(11 + 190 + 21)
  expect(slowLeastCosts(networkOf(text), 'a', 1).get('b')).toBe(11 + 190 + 21)
  // With a road on the other side the change before the border is a way of its own.
  expect(
    leastCosts(
      `${text}
road x b BBB 1h 30usd`,
      'a',
    ).get('b'),
  ).toBe(11 + 2 + 42 + 31)
})

test('at a port the lorry is no short cut from the train to the quay where that change has a row of its own', () => {
  const port = `
    city a AAA
    port p AAA
    port q BBB
    rail a p AAA 1h 0usd
    road a p AAA 90h 0usd
    ferry p q 1h 0usd
    change p rail/road 1h 1usd
    change p road/ferry 1h 1usd`
  expect(leastCosts(port, 'a').get('q')).toBe(1 + 2 + 2 + 1)
  const direct = `${port}
change p rail/ferry 50h 5usd`
  expect(leastCosts(direct, 'a').get('q')).toBe(1 + 55 + 1)
  expect(slowLeastCosts(networkOf(direct), 'a', 1).get('q')).toBe(1 + 55 + 1)
})

test('a change of mode does not change the country', () => {
  const text = `
    city a AAA
    border x AAA BBB
    city b BBB
    rail a x AAA 1h 10usd
    road x b BBB 1h 20usd
    change x rail/road 6h 60usd`
  expect(leastCosts(text, 'a').get('b')).toBe(NONE)
})

describe('passing a place in one mode', () => {
  const strait = (row: string) => `
    port p AAA
    strait s
    port q BBB
    sea p s 10h 5usd
    sea s q 10h 5usd
    ${row}`

  test('a strait without a row is passed at no cost', () => {
    expect(leastCosts(strait(''), 'p').get('q')).toBe(30)
  })

  test('a canal takes its hours and charge, both ways', () => {
    expect(leastCosts(strait('change s sea/sea 14h 50usd'), 'p').get('q')).toBe(94)
    expect(leastCosts(strait('change s sea/sea 14h 50usd'), 'q').get('p')).toBe(94)
  })

  test('a ferry passes it as a ship does', () => {
    const ferry = (row: string) => strait(row).replaceAll('sea p', 'ferry p').replaceAll('sea s', 'ferry s')
    expect(leastCosts(ferry(''), 'p').get('q')).toBe(30)
    expect(leastCosts(ferry('change s sea/sea 14h 50usd'), 'p').get('q')).toBe(94)
  })

  test('a change of gauge inland is paid by who goes on, not by who changes to a lorry', () => {
    const text = `
      city a AAA
      city m AAA
      city b AAA
      rail a m AAA 1h 0usd
      rail m b AAA 1h 0usd
      road m c AAA 1h 0usd
      city c AAA
      change m rail/rail 20h 0usd
      change m rail/road 12h 0usd`
    const costs = leastCosts(text, 'a')
    expect(costs.get('b')).toBe(22)
    expect(costs.get('c')).toBe(14)
  })
})
