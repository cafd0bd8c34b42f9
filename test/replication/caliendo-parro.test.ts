/** Caliendo & Parro (2015), Estimates of the Trade and Welfare Effects of NAFTA: abstract and section 5. */
import { beforeAll, describe, expect, test } from 'vitest'
import { KeruenError } from '../../src/errors.js'
import { CALIENDO_PARRO_FILES, caliendoParroWorld } from '../../src/replication/caliendo-parro-world.js'
import { replicate } from '../../src/replication/index.js'
import type { Replication } from '../../src/replication/replication.js'
import { describeWithReplicationData, readReplicationFile } from '../replication-data.js'

const authorsFiles = () => new Map(CALIENDO_PARRO_FILES.map(path => [path, readReplicationFile(path)]))

describeWithReplicationData('effects of NAFTA tariff cuts, 31 countries, 40 sectors', () => {
  let replication: Replication
  beforeAll(() => {
    replication = replicate('caliendo-parro', authorsFiles())
  })
  const computed = (row: string, column: string, mode: string) => {
    const found = replication.rows.filter(
      cell => cell.row === row && cell.column === column && cell.mode === mode,
    )
    expect(found.length).toBeGreaterThan(0)
    return found[0]!.computed
  }

  // Welfare effects from NAFTA's tariff reductions, section 5.1, four digits from the authors' programs
  test.each([
    ['MEX', 1.3121, -0.4118, 1.7239],
    ['CAN', -0.0638, -0.1081, 0.0443],
    ['USA', 0.0848, 0.0435, 0.0412],
  ])(
    'first order, %s: welfare %d = terms of trade %d + volume of trade %d',
    (row, welfare, terms, volume) => {
      expect(computed(row, 'welfare', 'first-order')).toBeCloseTo(welfare, 4)
      expect(computed(row, 'terms of trade', 'first-order')).toBeCloseTo(terms, 4)
      expect(computed(row, 'volume of trade', 'first-order')).toBeCloseTo(volume, 4)
    },
  )

  // found independently of this code from the same files
  test.each([
    ['MEX', 0.0073, 1.715, 118.28],
    ['CAN', -0.1101, 0.323, 11.11],
    ['USA', 0.0741, 0.112, 40.52],
  ])('exact, %s: real income %d, real wage %d, imports from partners %d', (row, income, wage, imports) => {
    expect(computed(row, 'welfare', 'exact')).toBeCloseTo(income, 4)
    expect(Math.abs(computed(row, 'real wage', 'exact') - wage)).toBeLessThan(5e-4)
    expect(Math.abs(computed(row, 'imports from NAFTA partners', 'exact') - imports)).toBeLessThan(5e-3)
  })

  test('every published number comes out to its printed digits, welfare by the formula that was printed', () => {
    const published = replication.rows.filter(
      ({ column, mode, published }) => published !== null && !(column === 'welfare' && mode === 'exact'),
    )
    expect(published).toHaveLength(21)
    for (const { published: printed, computed: value, difference } of published) {
      const digits = `${printed}`.split('.')[1]?.length ?? 0
      expect(Math.abs(value - printed!)).toBeLessThanOrEqual(0.501 / 10 ** digits)
      expect(difference).toBe(value - printed!)
    }
  })

  test('all 31 countries, with the revenue that explains where the two measures part', () => {
    expect(new Set(replication.rows.map(({ row }) => row)).size).toBe(31)
    expect(computed('MEX', 'tariff revenue before, share of income', 'exact')).toBeCloseTo(2.0, 1)
    expect(computed('MEX', 'tariff revenue after, share of income', 'exact')).toBeCloseTo(0.4, 1)
    const words = replication.explanations.join(' ')
    for (const said of ['0.0073 %', '1.3121 %', 'from 2.0 % to 0.4 %', '185 of 1240 cells', 'IO.txt']) {
      expect(words).toContain(said)
    }
  })

  test('the reading, by what is known of 1993: oil, size, home sales', () => {
    const { baseline } = caliendoParroWorld(authorsFiles())
    const n = 31
    const output = (sector: string, iso3: string) => {
      const row = (baseline.sectors.indexOf(sector) * n + baseline.economies.indexOf(iso3)) * n
      return baseline.flows.slice(row, row + n).reduce((a, b) => a + b, 0)
    }
    const gross = baseline.economies.map(iso3 =>
      baseline.sectors.reduce((sum, sector) => sum + output(sector, iso3), 0),
    )
    const largest = [...gross.keys()].sort((a, b) => gross[b]! - gross[a]!)
    expect(largest.slice(0, 3).map(i => baseline.economies[i])).toEqual(['USA', 'JPN', 'ROW'])
    // United States: gross output of some 12 trillion USD
    expect(gross[baseline.economies.indexOf('USA')]! / 1e6).toBeGreaterThan(9)
    expect(gross[baseline.economies.indexOf('USA')]! / 1e6).toBeLessThan(15)
    const imports = (importer: string, exporter: string) => {
      const [m, x] = [baseline.economies.indexOf(importer), baseline.economies.indexOf(exporter)]
      return baseline.sectors.reduce((sum, _, j) => sum + baseline.flows[(j * n + x) * n + m]!, 0)
    }
    // United States imports from Canada in 1993: 111 billion USD in its own statistics
    expect(imports('USA', 'CAN') / 1e3).toBeGreaterThan(90)
    expect(imports('USA', 'CAN') / 1e3).toBeLessThan(125)
  })
})

describe('files that are not those', () => {
  const issuesOf = (files: ReadonlyMap<string, string>) => {
    try {
      caliendoParroWorld(files)
    } catch (error) {
      if (error instanceof KeruenError) return error.issues
      throw error
    }
    throw new Error('it was accepted')
  }
  const table = (rows: number, columns: number, cell = '1') =>
    new Array(rows).fill(new Array(columns).fill(cell).join('\t')).join('\n')
  const path = (name: string) => `published/caliendo_parro/${name}`
  const files = new Map([
    [path('xbilat1993.txt'), table(620, 31)],
    [path('tariffs1993.txt'), table(620, 31)],
    [path('tariffs2005.txt'), table(620, 31)],
    [path('GO.txt'), table(40, 31)],
    [path('B.txt'), table(40, 31)],
    [path('IO.txt'), table(1240, 40, '0.025')],
    [path('T.txt'), table(20, 1)],
  ])

  test('a missing file', () => {
    const issues = issuesOf(new Map([...files].filter(([name]) => name !== path('GO.txt'))))
    expect(issues).toEqual([
      expect.objectContaining({ code: 'replication.missing-file', at: { file: path('GO.txt') } }),
    ])
  })

  test('too few rows, too many columns, no number: each with its place', () => {
    const lines = table(40, 31).split('\n')
    lines[6] = `${lines[6]}\t1`
    lines[9] = lines[9]!.replace('1\t1', '1\tn/a')
    const issues = issuesOf(
      new Map([...files, [path('T.txt'), table(19, 1)], [path('B.txt'), `${lines.join('\r\n')}\r\n`]]),
    )
    expect(issues).toEqual([
      expect.objectContaining({
        code: 'replication.column-count',
        at: { file: path('B.txt'), line: 7 },
        found: '32',
      }),
      expect.objectContaining({
        code: 'replication.bad-number',
        at: { file: path('B.txt'), line: 10, column: 2 },
        found: '"n/a"',
      }),
      expect.objectContaining({ code: 'replication.row-count', at: { file: path('T.txt') }, found: '19' }),
    ])
  })

  test('thousands of faults are counted', () => {
    const issues = issuesOf(new Map([...files, [path('GO.txt'), table(40, 31, 'x')]]))
    expect(issues).toHaveLength(21)
    expect(issues[20]!.found).toBe('1220 more faults like these')
  })

  test('input shares that do not add up', () => {
    const issues = issuesOf(new Map([...files, [path('IO.txt'), table(1240, 40, '0.03')]]))
    expect(issues[0]!.code).toBe('equilibrium.bad-input-share')
  })
})
