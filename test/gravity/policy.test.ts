import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  borderByPeriod,
  byPeriod,
  homeLevels,
  internationalBorder,
  outputAndExpenditure,
  phaseIn,
  remoteness,
  shifted,
  symmetricPairs,
} from '../../src/gravity/design/policy.js'

/** Two economies, two years, all pairs. */
const exporter = [0, 0, 1, 1, 0, 0, 1, 1]
const importer = [0, 1, 0, 1, 0, 1, 0, 1]
const period = [1990, 1990, 1990, 1990, 1994, 1994, 1994, 1994]
const trade = Float64Array.of(50, 10, 20, 30, 60, 20, 30, 40)

describe('output and expenditure', () => {
  test('sums of rows and of columns, year by year', () => {
    const { output, expenditure, withoutHome } = outputAndExpenditure({ exporter, importer, period }, trade)
    expect([...output]).toEqual([60, 60, 50, 50, 80, 80, 70, 70])
    expect([...expenditure]).toEqual([70, 40, 70, 40, 90, 60, 90, 60])
    expect([...withoutHome]).toEqual([])
  })

  test('economies without home sales in a year are told', () => {
    // without row 3, home sales of economy 1 in 1990
    const keep = [0, 1, 2, 4, 5, 6, 7]
    const rows = {
      exporter: keep.map(row => exporter[row]!),
      importer: keep.map(row => importer[row]!),
      period: keep.map(row => period[row]!),
    }
    const { withoutHome } = outputAndExpenditure(
      rows,
      Float64Array.from(keep, row => trade[row]!),
    )
    // first as an importer, then as an exporter
    expect([...withoutHome]).toEqual([1, 2])
  })
})

describe('remoteness', () => {
  const distance = Float64Array.of(100, 2000, 2000, 300, 100, 2000, 2000, 300)

  test('of exporters with expenditure, of importers with output, by hand', () => {
    const { output, expenditure } = outputAndExpenditure({ exporter, importer, period }, trade)
    const ofExporter = remoteness({
      origin: exporter,
      destination: importer,
      period,
      distance,
      size: expenditure,
    })
    const ofImporter = remoteness({ origin: importer, destination: exporter, period, distance, size: output })
    expect(ofExporter[0]).toBeCloseTo(Math.log(100 / (70 / 110) + 2000 / (40 / 110)), 13)
    expect(ofExporter[1]).toBe(ofExporter[0])
    expect(ofExporter[6]).toBeCloseTo(Math.log(2000 / (90 / 150) + 300 / (60 / 150)), 13)
    expect(ofImporter[3]).toBeCloseTo(Math.log(2000 / (60 / 110) + 300 / (50 / 110)), 13)
  })

  test('law: the currency of sizes does not matter, the unit of distance moves all alike', () => {
    const positive = fc.double({ min: 0.1, max: 1e4, noNaN: true })
    fc.assert(
      fc.property(
        fc.array(positive, { minLength: 4, maxLength: 4 }),
        positive,
        positive,
        (sizes, money, length) => {
          const size = Float64Array.from(
            period,
            (year, row) => sizes[importer[row]! + (year === 1990 ? 0 : 2)]!,
          )
          const rows = { origin: exporter, destination: importer, period }
          const plain = remoteness({ ...rows, distance, size })
          const scaled = remoteness({
            ...rows,
            distance: distance.map(value => value * length),
            size: size.map(value => value * money),
          })
          plain.forEach((value, row) => expect(scaled[row]! - value).toBeCloseTo(Math.log(length), 10))
        },
      ),
      { seed: 20240712 },
    )
  })

  const ones = new Float64Array(8).fill(1)
  test.each([
    [
      'a size of zero',
      { size: Float64Array.of(1, 1, 0, 1, 1, 1, 1, 1) },
      'gravity.not-positive',
      '0 in row 3',
    ],
    [
      'a distance that is not finite',
      { distance: ones.map(() => Infinity) },
      'gravity.not-positive',
      'Infinity in row 1',
    ],
    ['two sizes', { size: Float64Array.of(1, 1, 1, 2, 1, 1, 1, 1) }, 'gravity.two-sizes', '2 in row 4'],
    [
      'a pair twice',
      { period: [1, 1, 1, 1, 2, 2, 2, 2].map(() => 1) },
      'gravity.repeated-pair',
      'rows 1 and 5',
    ],
  ])('%s', (_, change, code, found) => {
    const rows = { origin: exporter, destination: importer, period, distance, size: ones, ...change }
    expect(() => remoteness(rows)).toThrow(
      expect.objectContaining({ code, issues: [expect.objectContaining({ found })] }),
    )
  })
})

describe('lags and leads', () => {
  const unit = [7, 7, 7, 9, 9]
  const time = [1994, 1986, 1990, 1990, 1998]
  const values = Float64Array.of(3, 1, 2, 10, 30)

  test('by time and not by row, NaN where the unit has none', () => {
    const none = Number.NaN
    expect([...shifted(unit, time, values, 4)]).toEqual([2, none, 1, none, none])
    expect([...shifted(unit, time, values, 8)]).toEqual([1, none, none, none, 10])
    expect([...shifted(unit, time, values, -4)]).toEqual([none, 2, 3, none, none])
    expect([...shifted(unit, time, values, 0)]).toEqual([...values])
  })

  test('what is said to hold before the panel fills its beginning and no gap', () => {
    expect([...shifted(unit, time, values, 4, 0)]).toEqual([2, 0, 1, 0, Number.NaN])
  })

  test('phase-in: names and columns', () => {
    const columns = phaseIn({ name: 'rta', values }, unit, time, [0, 4, -4], 0)
    expect(columns.map(({ name }) => name)).toEqual(['rta', 'rta_lag4', 'rta_lead4'])
    expect([...columns[1]!.values]).toEqual([...shifted(unit, time, values, 4, 0)])
    expect([...columns[2]!.values]).toEqual([...shifted(unit, time, values, -4)])
  })

  test('a unit twice at one time is refused', () => {
    expect(() => shifted([1, 2, 1], [5, 5, 5], Float64Array.of(1, 2, 3), 1)).toThrow(
      expect.objectContaining({
        code: 'gravity.repeated-period',
        issues: [expect.objectContaining({ found: 'rows 1 and 3' })],
      }),
    )
  })
})

describe('borders and levels', () => {
  test('periods: each its column, the sum of all is the variable', () => {
    const distance = { name: 'ln_dist', values: trade }
    const columns = byPeriod(distance, period)
    expect(columns.map(({ name }) => name)).toEqual(['ln_dist_1990', 'ln_dist_1994'])
    expect([...columns[0]!.values]).toEqual([50, 10, 20, 30, 0, 0, 0, 0])
    expect([...trade]).toEqual(
      [...trade.keys()].map(row => columns[0]!.values[row]! + columns[1]!.values[row]!),
    )
    expect(byPeriod(distance, period, 1990).map(({ name }) => name)).toEqual(['ln_dist_1994'])
  })

  test('the border, and by period without the last', () => {
    expect([...internationalBorder({ exporter, importer })]).toEqual([0, 1, 1, 0, 0, 1, 1, 0])
    const columns = borderByPeriod({ exporter, importer, period })
    expect(columns.map(({ name }) => name)).toEqual(['border_1990'])
    expect([...columns[0]!.values]).toEqual([0, 1, 1, 0, 0, 0, 0, 0])
  })

  test('pairs have one level for both directions, home trade one for each economy', () => {
    const [home, there, back, abroad] = symmetricPairs({ exporter, importer })
    expect(there).toBe(back)
    expect(new Set([home, there, abroad]).size).toBe(3)
    expect([...homeLevels({ exporter, importer })]).toEqual([1, 0, 0, 2, 1, 0, 0, 2])
  })
})
