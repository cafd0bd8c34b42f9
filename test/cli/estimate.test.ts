import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { estimateGravity } from '../../src/gravity/estimate-gravity.js'
import { exampleFlows } from '../gravity/example-flows.js'
import { tableOf } from '../gravity/written-tables.js'
import { describeWithReplicationData, replicationFolder } from '../replication-data.js'
import { keruen } from './run-keruen.js'

let home: string
let flows: string
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'keruen-estimate-'))
  flows = write('flows.csv', exampleFlows())
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

function write(name: string, content: string | Uint8Array): string {
  writeFileSync(join(home, name), content)
  return join(home, name)
}

const FORMULA = 'trade ~ log(dist) + rta + tariff | exporter^year + importer^year'
const estimate = (...args: string[]) => keruen(['estimate', flows, '--formula', FORMULA, ...args])
const json = async (...args: string[]) => {
  const { code, stdout, stderr } = await keruen(['estimate', ...args, '--json'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(stdout)
}

describe('JSON', () => {
  test('one formula: an object with the numbers of the library', async () => {
    const record = await json(flows, '--formula', FORMULA, '--cluster', 'pair(exporter, importer)')
    const { estimate: expected } = estimateGravity(tableOf(exampleFlows()), {
      formula: FORMULA,
      clusters: ['pair(exporter, importer)'],
    })
    expect(Object.keys(record)).toEqual([
      'file',
      'formula',
      'estimator',
      'outcome',
      'observations',
      'coefficients',
      'errors',
      'smallSample',
      'confidence',
      'degreesOfFreedom',
      'clusters',
      'effects',
      'leftOut',
      'collinear',
      'fit',
      'covariance',
      'passes',
    ])
    expect(record).toMatchObject({
      formula: FORMULA,
      estimator: 'ppml',
      outcome: 'trade',
      observations: 512,
      coefficients: expected.coefficients,
      errors: 'clustered',
      smallSample: 'ppmlhdfe',
      confidence: 0.95,
      degreesOfFreedom: null,
      clusters: [{ name: 'pair(exporter, importer)', groups: 36 }],
      effects: expected.effects,
      covariance: [0, 3, 6].map(start => [...expected.covariance.subarray(start, start + 3)]),
    })
    expect(record.coefficients[0].standardError ** 2).toBeCloseTo(record.covariance[0][0], 12)
  })

  test('several formulas: an array; what was left out stands there with its lines', async () => {
    const records = await json(
      flows,
      '--formula',
      'trade ~ rta | exporter + importer',
      '--formula',
      'trade ~ lag(rta, 4) | exporter + importer',
      '--panel',
      'exporter^importer',
      '--time',
      'year',
      '--missing',
      'drop',
      '--where',
      'exporter != importer',
    )
    expect(records.map((record: { observations: number }) => record.observations)).toEqual([448, 224])
    expect(records[1].leftOut).toMatchObject({
      outsideConditions: 64,
      missing: [
        {
          why: 'lag(rta, 4) has no row 4 periods before',
          count: 224,
          lines: [3, 4, 5, 6, 7, 8, 9, 10, 12, 13],
        },
      ],
      separated: { count: 0, lines: [] },
    })
  })

  test('separated observations by their lines, collinear regressors by name', async () => {
    const file = write(
      'separated.csv',
      'y,x,twice\n0,1,2\n0,0,0\n1,0,0\n2,-1,-2\n4,-1,-2\n3,-3,-6\n0,5,10\n2,0,0\n',
    )
    const record = await json(file, '--formula', 'y ~ x + twice')
    expect(record.collinear).toEqual([{ name: 'twice', explainedBy: expect.arrayContaining(['x']) }])
    const cases = write('case.csv', 'y,x\n0,0\n1,0\n2,0\n3,0\n0,1\n0,2\n')
    expect((await json(cases, '--formula', 'y ~ x')).leftOut.separated).toEqual({ count: 2, lines: [6, 7] })
  })

  test('CSV, gzipped CSV and Parquet give the same numbers', async () => {
    const { columns } = tableOf(exampleFlows())
    const parquet = parquetWriteBuffer({
      columnData: [...columns].map(([name, column]) =>
        column.kind === 'number'
          ? { name, data: [...column.values], type: 'DOUBLE' as const }
          : { name, data: Array.from(column.codes, code => column.labels[code]!), type: 'STRING' as const },
      ),
    })
    const forms = [
      flows,
      write('flows.csv.gz', gzipSync(exampleFlows())),
      write('flows.parquet', new Uint8Array(parquet)),
    ]
    const [plain, ...others] = await Promise.all(forms.map(file => json(file, '--formula', FORMULA)))
    for (const other of others) {
      expect(other.coefficients).toEqual(plain.coefficients)
      expect(other.fit).toEqual(plain.fit)
    }
  })

  test('tests: restrictions and sums', async () => {
    const { tests, coefficients } = await json(
      flows,
      '--formula',
      FORMULA,
      '--test',
      'rta = 0',
      '--test',
      'rta - 2*tariff',
    )
    const [, rta, tariff] = coefficients
    expect(tests[0]).toMatchObject({
      test: 'rta = 0',
      distribution: 'chi-squared',
      numerator: 1,
      denominator: null,
    })
    expect(tests[0].statistic).toBeCloseTo(rta.statistic ** 2, 9)
    expect(tests[1].estimate).toBeCloseTo(rta.estimate - 2 * tariff.estimate, 12)
  })
})

describe('other forms', () => {
  test('side by side: names of all models, errors in parentheses, effects and counts', async () => {
    const { stdout } = await estimate('--formula', 'trade ~ rta | exporter^year')
    expect(stdout).toMatch(/^ +\(1\) +\(2\)$/m)
    expect(stdout).toMatch(/^rta +-?\d\.\d{4} +-?\d\.\d{4}$/m)
    expect(stdout).toMatch(/^ +\(\d\.\d{4}\) +\(\d\.\d{4}\)$/m)
    expect(stdout).toMatch(/^tariff +-?\d\.\d{4}$/m)
    expect(stdout).toMatch(/^importer\^year +yes +no$/m)
    expect(stdout).toMatch(/^observations +512 +512$/m)
  })

  test('LaTeX: signs escaped, rules of booktabs', async () => {
    const file = write('signs.csv', 'y_1,a&b,50%\n1,0.3,A\n2,1,A\n3,2.5,B\n4,2,B\n')
    const { stdout } = await keruen(['estimate', file, '--formula', 'y_1 ~ `a&b` | `50%`', '--latex'])
    for (const part of ['\\toprule', 'y\\_1', 'a\\&b', '`50\\%`', '\\bottomrule', '\\end{tabular}'])
      expect(stdout).toContain(part)
    expect(stdout).not.toMatch(/[^\\][_%]/)
  })

  test('CSV: a line for each coefficient, and no name is a formula for a spreadsheet', async () => {
    const file = write('names.csv', 'y,=x,g\n1,0,A\n2,1,@b\n3,2,A\n5,3,@b\n')
    const effects = join(home, 'effects.csv')
    const { stdout } = await keruen([
      'estimate',
      file,
      '--formula',
      'y ~ (0 - `=x`) | g',
      '--csv',
      '--effects',
      effects,
    ])
    const [header, line] = stdout.split('\n')
    expect(header).toBe(
      'model,formula,estimator,name,estimate,standard_error,statistic,p_value,low,high,observations',
    )
    expect(line).toMatch(/^1,y ~ \(0 - `=x`\) \| g,ppml,\(0 - `=x`\),-?\d/)
    const [, first, second] = readFileSync(effects, 'utf8').split('\n')
    expect(first).toMatch(/^1,g,'@b,-?\d/)
    expect(second).toMatch(/^1,g,A,-?\d/)
  })

  test('--out writes the file whole and nothing on the screen', async () => {
    const out = join(home, 'tables', 'table.md')
    const { code, stdout } = await estimate('--md', '--out', out)
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
    expect(readFileSync(out, 'utf8')).toContain('| rta |')
    expect(readdirSync(join(home, 'tables'))).toEqual(['table.md'])
  })
})

describe('what the person can mend: on stderr, nothing on stdout, nothing written, exit code 2', () => {
  test.each<[string, () => string[], readonly string[]]>([
    ['no formula', () => [flows], ['--formula']],
    ['a missing file', () => ['nowhere.csv', '--formula', FORMULA], ['nowhere.csv', 'files.unreadable']],
    [
      'a formula with a typo, before the file is read',
      () => ['nowhere.csv', '--formula', 'trade ~ log(dist | exporter'],
      ['18: --formula', "found '|'", '                     ^'],
    ],
    [
      'a misspelt column',
      () => [flows, '--formula', 'trade ~ log(dits)'],
      ['13: --formula', "found 'dits'", 'Did you mean dist?'],
    ],
    ['a misspelt cluster', () => [flows, '--formula', FORMULA, '--cluster', 'pair_di'], ['1: --cluster']],
    [
      'the logarithm of zero',
      () => [flows, '--formula', 'log(trade) ~ rta'],
      ['flows.csv:3', '--where "trade > 0"'],
    ],
    [
      'a lag without a panel',
      () => [flows, '--formula', 'trade ~ lag(rta, 1)'],
      ['--panel "exporter^importer"'],
    ],
    ['texts as numbers', () => [flows, '--formula', 'trade ~ exporter'], ["found 'A'", 'i(exporter)']],
    [
      'no row left',
      () => [flows, '--formula', FORMULA, '--where', 'year > 3000'],
      ['gravity.no-rows', 'year > 3000'],
    ],
    [
      'clustered errors without clusters',
      () => [flows, '--formula', FORMULA, '--se', 'clustered'],
      ['--cluster'],
    ],
    ['an unknown rule', () => [flows, '--formula', FORMULA, '--se', 'fixets'], ['Did you mean fixest?']],
    ['two rules', () => [flows, '--formula', FORMULA, '--se', 'fixest,alpaca'], ['alpaca and fixest']],
    ['an unknown estimator', () => [flows, '--formula', FORMULA, '--estimator', 'gls'], ['ppml, ols']],
    [
      'a test of nothing',
      () => [flows, '--formula', FORMULA, '--test', 'rat = 0'],
      ['gravity.restriction', 'rta'],
    ],
    [
      'a confidence in percent',
      () => [flows, '--formula', FORMULA, '--confidence', '95'],
      ['between 0 and 1'],
    ],
    ['two forms at once', () => [flows, '--formula', FORMULA, '--json', '--latex'], ['cannot be used with']],
    [
      'a file that is cut off',
      () => [
        write('cut.csv', exampleFlows().split('\n').slice(0, 300).join('\n').slice(0, -12)),
        '--formula',
        FORMULA,
      ],
      ['cut.csv:', 'table.column-count', 'cut off'],
    ],
    [
      'an effect with one level',
      () => [flows, '--formula', 'trade ~ rta | year', '--where', 'year == 2001'],
      ['gravity.one-level', '15: --formula'],
    ],
  ])('%s', async (_, args, messages) => {
    const out = join(home, 'never.txt')
    const { code, stdout, stderr } = await keruen(['estimate', ...args(), '--out', out])
    for (const message of messages) expect(stderr).toContain(message)
    expect(stderr).not.toMatch(/^\s+at /m)
    expect(stderr).not.toContain('a fault of the program itself')
    expect({ code, stdout, written: existsSync(out) }).toEqual({ code: 2, stdout: '', written: false })
  })
})

describeWithReplicationData('the separation cases, from the file to the lines', () => {
  test.each(['01', '02', '03', '04', '05', '06', '07', '08', '09', '10'])('%s', async name => {
    const file = join(replicationFolder, 'published', 'separation', `${name}.csv`)
    const [header, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/)
    const names = header!.split(',')
    const regressors = names.filter(one => /^x\d/.test(one))
    const effects = names.filter(one => /^(id\d|i|j)$/.test(one))
    const formula = `y ~ ${regressors.join(' + ') || '1'}${effects.length > 0 ? ` | ${effects.join(' + ')}` : ''}`
    const { leftOut, observations } = await json(file, '--formula', formula, '--keep-singletons')
    const truth = lines.flatMap((line, k) =>
      line.split(',')[names.indexOf('separated')] === '1' ? [k + 2] : [],
    )
    const found = [...leftOut.separated.lines, ...leftOut.allZero.lines].sort((a, b) => a - b)
    expect({ found, observations }).toEqual({ found: truth, observations: lines.length - truth.length })
  })
})
