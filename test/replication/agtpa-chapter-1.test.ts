/**
 * Yotov, Piermartini, Monteiro & Larch (2016), An Advanced Guide to Trade Policy Analysis, chapter 1: the tables of
 * applications 1, 2 and 3, number by number to the digits printed.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { REPLICATIONS, replicate } from '../../src/replication/index.js'
import type { Replication } from '../../src/replication/replication.js'
import { describeWithReplicationData, readReplicationFile } from '../replication-data.js'
import { smallAgtpaFiles } from './small-agtpa.js'

/** Printed numbers of a column: `row: estimate (standard error)`. */
type Printed = Readonly<Record<string, readonly string[]>>

const APPLICATION_1: Printed = {
  OLS: [
    'ln distance: -1.002 (.027)',
    'contiguity: .574 (.185)',
    'language: .802 (.082)',
    'colony: .735 (.144)',
    'ln output: 1.190 (.009)',
    'ln expenditure: .908 (.010)',
    'constant: -11.283 (.296)',
    'observations: 25689',
    'R²: .759',
  ],
  'OLS with remoteness': [
    'ln distance: -1.185 (.031)',
    'contiguity: .247 (.177)',
    'language: .739 (.078)',
    'colony: .842 (.150)',
    'ln output: 1.164 (.009)',
    'ln expenditure: .903 (.010)',
    'remoteness of the exporter: .972 (.068)',
    'remoteness of the importer: .274 (.060)',
    'constant: -35.219 (1.986)',
    'observations: 25689',
    'R²: .765',
  ],
  'OLS with fixed effects': [
    'ln distance: -1.216 (.038)',
    'contiguity: .223 (.203)',
    'language: .661 (.082)',
    'colony: .670 (.149)',
    'observations: 25689',
    'R²: .843',
  ],
  'PPML with fixed effects': [
    'ln distance: -.841 (.032)',
    'contiguity: .437 (.083)',
    'language: .247 (.077)',
    'colony: -.222 (.116)',
    'observations: 28152',
    'squared correlation: .946',
  ],
}

const APPLICATION_2: Printed = {
  OLS: [
    'ln distance 1986: -1.168 (.043)',
    'ln distance 2006: -1.261 (.043)',
    'percent change: 7.950 (3.698)',
  ],
  PPML: [
    'ln distance 1986: -.859 (.037)',
    'ln distance 2006: -.836 (.031)',
    'percent change: -2.750 (3.004)',
  ],
  'distance at home': [
    'ln distance 1986: -.980 (.072)',
    'ln distance 2006: -.872 (.071)',
    'percent change: -10.965 (1.058)',
  ],
  'home bias': [
    'ln distance 1986: -.857 (.063)',
    'ln distance 2006: -.754 (.062)',
    'percent change: -11.969 (1.173)',
  ],
  'effects of home sales': [
    'ln distance 1986: -.910 (.032)',
    'ln distance 2006: -.811 (.032)',
    'percent change: -10.931 (.769)',
  ],
}

const APPLICATION_3: Printed = {
  OLS: ['RTA: -.004 (.054)'],
  PPML: ['RTA: .191 (.066)'],
  'with home sales': ['RTA: .4085 (.0688)'],
  'pair effects': ['RTA: .557 (.102)'],
  lead: ['RTA: .520 (.086)', 'RTA, 4 years ahead: .077 (.092)'],
  'phasing in': [
    'RTA: .291 (.089)',
    'RTA, after 4 years: .414 (.067)',
    'RTA, after 8 years: .169 (.043)',
    'RTA, after 12 years: .119 (.030)',
    'RTA, sum of all years: .993 (.094)',
  ],
  globalization: [
    'RTA: .116 (.087)',
    'RTA, after 4 years: .288 (.062)',
    'RTA, after 8 years: .069 (.048)',
    'RTA, after 12 years: .002 (.029)',
    // printed with .110, see the test that is about it
    'RTA, sum of all years: .475',
    'border 1986: -.706',
    'border 1990: -.480',
    'border 1994: -.367',
    'border 1998: -.158',
    'border 2002: -.141',
  ],
}

/** A replication computed before the tests, and how to find its numbers. */
function replicated(name: string) {
  let replication: Replication
  beforeAll(() => {
    const { files } = REPLICATIONS.get(name)!
    replication = replicate(name, new Map(files.map(path => [path, readReplicationFile(path)])))
  })
  const cell = (column: string, row: string) => {
    const found = replication.rows.filter(one => one.column === column && one.row === row)
    expect(found, `${column}, ${row}`).toHaveLength(1)
    return found[0]!
  }
  return { cell, rows: () => replication.rows, explanations: () => replication.explanations.join('\n') }
}

/** The computed number, rounded as the printed one, is the printed one; the row shows what was printed. */
function expectPrinted(
  { published, computed }: { published: number | null; computed: number },
  text: string,
) {
  const decimals = (text.split('.')[1] ?? '').length
  expect(published).toBe(Number(text))
  expect(Number(computed.toFixed(decimals))).toBe(Number(text))
}

describeWithReplicationData('chapter 1 of the Advanced Guide', () => {
  describe.each([
    ['agtpa-1-1', APPLICATION_1, 'all come out to every digit printed'],
    ['agtpa-1-2', APPLICATION_2, 'all come out to every digit printed'],
    ['agtpa-1-3', APPLICATION_3, '36 come out to every digit printed'],
  ] as const)('%s', (name, tables, told) => {
    const { cell, rows, explanations } = replicated(name)
    const numbers = Object.entries(tables).flatMap(([column, lines]) =>
      lines.map(line => [column, ...line.split(': ')] as [string, string, string]),
    )

    test.each(numbers)('%s, %s: %s', (column, row, text) => {
      const [estimate, error] = text.replace(')', '').split(' (')
      expectPrinted(cell(column, row), estimate!)
      if (error !== undefined) expectPrinted(cell(column, `${row}, standard error`), error)
    })

    test('how many agree is told, and nothing else claims to be printed', () => {
      expect(explanations()).toContain(told)
      const inTables = numbers.reduce((total, [, , text]) => total + (text.includes('(') ? 2 : 1), 0)
      // the error of the sum with globalization is printed and not among them
      const further = name === 'agtpa-1-3' ? 1 : 0
      expect(rows().filter(row => row.published !== null)).toHaveLength(inTables + further)
      expect(explanations()).toContain(`${inTables + further} numbers are printed`)
    })
  })

  describe('where they part', () => {
    const { cell, explanations } = replicated('agtpa-1-3')

    test('the error of the sum with globalization: .10948 where .110 is printed, told as such', () => {
      const { published, computed } = cell('globalization', 'RTA, sum of all years, standard error')
      expect(published).toBe(0.11)
      expect(computed).toBeCloseTo(0.10948, 5)
      expect(explanations()).toContain('printed 0.110, computed 0.1095')
      expect(explanations()).toContain('comes out as 0.10948')
    })
  })

  describe('all years of the distance puzzle', () => {
    const { cell, rows, explanations } = replicated('agtpa-1-2')

    test('every column has six years, ties, the change and the observations', () => {
      for (const column of Object.keys(APPLICATION_2)) {
        for (const year of [1986, 1990, 1994, 1998, 2002, 2006])
          cell(column, `ln distance ${year}, standard error`)
        for (const row of ['contiguity', 'language', 'colony', 'observations']) cell(column, row)
      }
      expect(rows().every(({ mode }) => mode === 'estimate')).toBe(true)
    })

    test('the other rule for the errors of least squares is told with its numbers', () => {
      expect(explanations()).toContain('0.0436 (ln distance 1986), 0.0437 (ln distance 2006) and 3.759')
    })
  })
})

describeWithReplicationData('degrees of freedom of least squares', () => {
  const { cell } = replicated('agtpa-1-1')

  test('with the exact rank of the effects no printed digit differs', () => {
    // 414 exporter-years and as many importer-years, which hang together within each of six years
    const slopes = 4
    const [asCounted, exact] = [slopes + 414 + 414 - 1, slopes + 414 + 414 - 6]
    const column = 'OLS with fixed effects'
    for (const row of ['ln distance', 'contiguity', 'language', 'colony']) {
      const { published, computed } = cell(column, `${row}, standard error`)
      const withRank = computed * Math.sqrt((25689 - asCounted) / (25689 - exact))
      expect(Number(withRank.toFixed(3))).toBe(published)
    }
  })
})

describe('a small world in the form of the file', () => {
  const small = smallAgtpaFiles()

  test.each(['agtpa-1-1', 'agtpa-1-2', 'agtpa-1-3'])('%s: every column, and that it differs', name => {
    const { rows, explanations } = replicate(name, small)
    expect(rows.every(({ computed }) => Number.isFinite(computed))).toBe(true)
    expect(new Set(rows.map(({ column }) => column)).size).toBeGreaterThanOrEqual(4)
    expect(explanations.join()).toMatch(/The others: OLS, /)
    expect(explanations.join()).not.toContain('comes out as')
  })

  test.each([
    ['a lag is missing', 'rta_lag8', 'lag8', 'replication.missing-column', { line: 1, field: 'rta_lag8' }],
    ['a lag is no indicator', /,(\d)\n/, ',7\n', 'replication.bad-number', { line: 2, field: 'rta_lead4' }],
  ])('%s', (_, from, to, code, at) => {
    const [path] = REPLICATIONS.get('agtpa-1-3')!.files as [string]
    const files = new Map([[path, small.get(path)!.replace(from, to)]])
    expect(() => replicate('agtpa-1-3', files)).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ code, at: { file: path, ...at } })] }),
    )
  })
})
