import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  CHANGE_PATTERN,
  DIMENSIONS,
  type Dimension,
  formatChange,
  formatQuantity,
  parseChangeFactor,
  parseQuantity,
  quantityPattern,
} from '../../src/scenario/text/units.js'

describe('quantities in canonical units', () => {
  test.each<[string, Dimension, number]>([
    ['12 h', 'hours', 12],
    ['12h', 'hours', 12],
    ['0.5 days', 'hours', 12],
    ['0.1 days', 'hours', 2.4],
    ['1 day', 'hours', 24],
    ['60 km/h', 'speed', 60],
    ['150 USD/TEU', 'cost-per-teu', 150],
    ['150 USD', 'cost-per-teu', 150],
    ['0.23 USD/TEU-km', 'cost-per-teu-km', 0.23],
    ['240 kTEU', 'capacity', 240],
    ['240000 TEU', 'capacity', 240],
    ['120 MUSD', 'capital', 120],
    ['4.7 BUSD', 'capital', 4700],
    ['28900000 USD', 'capital', 28.9],
    ['25 years', 'life', 25],
    ['26%', 'share', 0.26],
    ['-5 h', 'hours', -5],
  ])('%s', (written, dimension, value) => {
    expect(parseQuantity(written, [dimension])).toMatchObject({ value })
  })
})

describe('what is wrong, and the mend', () => {
  test.each<[unknown, Dimension, string, string]>([
    [12, 'hours', 'scenario.missing-unit', 'write the unit: 12 h'],
    ['12', 'hours', 'scenario.missing-unit', 'write the unit, as in 12 h'],
    ['60%', 'hours', 'scenario.wrong-unit', 'a percentage belongs under change'],
    ['60 km', 'speed', 'scenario.wrong-unit', 'write it like 60 km/h'],
    ['constructor', 'hours', 'scenario.not-a-quantity', '12 h'],
    ['12 constructor', 'hours', 'scenario.wrong-unit', '12 h'],
    ['1,200 USD/TEU', 'cost-per-teu', 'scenario.wrong-unit', '150 USD/TEU'],
    [null, 'hours', 'scenario.not-a-quantity', '12 h'],
    [['12 h'], 'hours', 'scenario.not-a-quantity', '12 h'],
    [0.26, 'share', 'scenario.missing-unit', 'write the unit: 0.26%'],
  ])('%j as %s', (written, dimension, code, mend) => {
    const { fault } = parseQuantity(written, [dimension])
    expect(fault?.code).toBe(code)
    expect(fault?.mend).toContain(mend)
  })
})

describe('changes', () => {
  test.each([
    ['-60%', 0.4],
    ['−60 %', 0.4],
    ['+20%', 1.2],
    ['-100%', 0],
    ['0%', 1],
    ['+0.1%', 1.001],
    ['-33.3%', 0.667],
  ])('%s', (written, value) => {
    expect(parseChangeFactor(written)).toMatchObject({ value })
  })

  test.each<[unknown, string]>([
    ['50%', 'scenario.missing-sign'],
    ['12 h', 'scenario.wrong-unit'],
    [-60, 'scenario.missing-unit'],
    ['much', 'scenario.not-a-quantity'],
  ])('%j is refused', (written, code) => {
    expect(parseChangeFactor(written).fault?.code).toBe(code)
  })
})

const written = fc.double({ noNaN: true, min: 0, max: 1e9, noDefaultInfinity: true })

test('law: a quantity written back is the same number, and fits the published pattern', () => {
  const dimensions = fc.constantFrom(...(Object.keys(DIMENSIONS) as Dimension[]))
  fc.assert(
    fc.property(written, dimensions, (value, dimension) => {
      const text = formatQuantity(value, dimension)
      expect(text).toMatch(new RegExp(quantityPattern([dimension])))
      expect(parseQuantity(text, [dimension])).toMatchObject({ value: value + 0 })
    }),
    { seed: 2 },
  )
})

test('law: a factor written back as a percentage is the same factor, bit for bit', () => {
  fc.assert(
    fc.property(written, factor => {
      const text = formatChange(factor)
      expect(text).toMatch(new RegExp(CHANGE_PATTERN))
      expect(parseChangeFactor(text)).toMatchObject({ value: factor + 0 })
    }),
    { seed: 3 },
  )
})
