import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { networkOf } from '../networks.js'
import { slowLeastCosts } from '../oracles/least-cost.js'
import { leastCosts } from './tree-costs.js'

const PLACES = `
  city a AAA
  city b AAA
  border x AAA BBB
  port p BBB
  strait s
  port q BBB
  city c BBB
`

const cost = fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 900 }))
const landLink = fc
  .tuple(
    fc.constantFrom('rail', 'road'),
    fc.constantFrom('a b AAA', 'a x AAA', 'b x AAA', 'x p BBB', 'x c BBB', 'x q BBB', 'p c BBB', 'q c BBB'),
    cost,
  )
  .map(([mode, ends, [h, usd]]) => `${mode} ${ends} ${h}h ${usd}usd`)
const seaLink = fc
  .tuple(fc.constantFrom('p s', 's q', 'p q'), cost)
  .map(([ends, [h, usd]]) => `sea ${ends} ${h}h ${usd}usd`)
const crossing = fc
  .tuple(fc.constantFrom('AAA>BBB', 'BBB>AAA'), fc.constantFrom('rail', 'road'), cost)
  .map(([way, mode, [h, usd]]) => `cross x ${way} ${mode} ${h}h ${usd}usd`)
const terminal = fc
  .tuple(
    fc.constantFrom('b rail/road', 'x rail/road', 'c rail/road', 'p rail/sea', 'p road/sea', 'q rail/sea'),
    cost,
  )
  .map(([change, [h, usd]]) => `change ${change} ${h}h ${usd}usd`)
const inland = cost.map(([h, usd]) => `change b rail/rail ${h}h ${usd}usd`)
const rows = fc
  .tuple(
    fc.array(landLink, { minLength: 3, maxLength: 12 }),
    fc.array(seaLink, { maxLength: 3 }),
    fc.array(crossing, { minLength: 1, maxLength: 4 }),
    fc.array(terminal, { minLength: 1, maxLength: 6 }),
    fc.option(inland, { nil: '' }),
  )
  .map(lists => PLACES + lists.flat().join('\n'))

describe('least cost', () => {
  test('agrees with the slow twin on random networks', () => {
    fc.assert(
      fc.property(rows, text => {
        const slow = slowLeastCosts(networkOf(text), 'a', 1)
        for (const [place, value] of leastCosts(text, 'a')) {
          if (place === 'a') expect(value === 0 || value === Number.POSITIVE_INFINITY).toBe(true)
          else expect(value, place).toBeCloseTo(slow.get(place) ?? Number.POSITIVE_INFINITY, 6)
        }
      }),
      { seed: 41, numRuns: 250 },
    )
  })

  test('backward from b to a is forward from a to b', () => {
    fc.assert(
      fc.property(rows, text => {
        expect(leastCosts(text, 'c', 'backward').get('a')).toBe(leastCosts(text, 'a').get('c'))
      }),
      { seed: 42, numRuns: 100 },
    )
  })

  test('a closed element is no way, whatever the others cost', () => {
    expect(leastCosts(`${PLACES} rail a b AAA 1h 1usd planned`, 'a').get('b')).toBe(Number.POSITIVE_INFINITY)
  })
})
