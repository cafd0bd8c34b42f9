import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { columnLevels, columnNumbers, type NumberColumn, type Table } from '../../src/gravity/design/table.js'
import { openTableFile } from '../../src/platform/node/table-file.js'

let home: string
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'keruen-table-'))
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

function write(name: string, content: string | Uint8Array): string {
  const path = join(home, name)
  writeFileSync(path, content)
  return path
}

const WANTED = new Map([
  ['exporter', 'text'],
  ['year', 'text'],
  ['trade', 'number'],
] as const)

const read = async (path: string, wanted: ReadonlyMap<string, 'number' | 'text'> = WANTED) =>
  (await openTableFile(path)).read(wanted)

/** Columns as a reader of the table sees them. */
function cells(table: Table) {
  return Object.fromEntries(
    [...table.columns].map(([name, column]) => {
      if (column.kind === 'number') return [name, [...columnNumbers(column)]]
      const { codes, labels } = columnLevels(column)
      return [name, Array.from(codes, code => labels[code] ?? null)]
    }),
  )
}

const FLOWS = 'exporter,year,note,trade\nKAZ,2020,a,1.5\nUZB,2020,b,\nKAZ,2021,,1e3\n,2021,d,0\n'
const EXPECTED = {
  exporter: ['KAZ', 'UZB', 'KAZ', null],
  year: ['2020', '2020', '2021', '2021'],
  trade: [1.5, Number.NaN, 1000, 0],
}

function parquet(codec: 'UNCOMPRESSED' | 'SNAPPY' | 'GZIP' = 'SNAPPY'): Uint8Array {
  return new Uint8Array(
    parquetWriteBuffer({
      codec,
      compressors: { GZIP: bytes => new Uint8Array(gzipSync(bytes)) },
      rowGroupSize: 3,
      columnData: [
        { name: 'exporter', data: ['KAZ', 'UZB', 'KAZ', null], type: 'STRING', nullable: true },
        { name: 'year', data: [2020n, 2020n, 2021n, 2021n], type: 'INT64' },
        { name: 'note', data: ['a', 'b', '', 'd'], type: 'STRING' },
        { name: 'trade', data: [1.5, null, 1000, 0], type: 'DOUBLE', nullable: true },
      ],
    }),
  )
}

describe('the same table in every form', () => {
  test.each<[string, string | Uint8Array]>([
    ['plain.csv', FLOWS],
    ['mark.csv', `\uFEFF${FLOWS}`],
    ['carriage.csv', FLOWS.replaceAll('\n', '\r\n')],
    ['no-end.csv', FLOWS.trimEnd()],
    ['blank-lines-at-the-end.csv', `${FLOWS}\n\n`],
    ['semicolons.csv', FLOWS.replaceAll(',', ';')],
    ['tabs.tsv', FLOWS.replaceAll(',', '\t')],
    ['quoted.csv', FLOWS.replaceAll('KAZ', '"KAZ"').replace('exporter', '"exporter"')],
    ['padded.csv', FLOWS.replaceAll('KAZ', ' KAZ ').replace(',1.5', ', 1.5')],
    ['zipped.csv.gz', gzipSync(FLOWS)],
    ['zipped-by-its-bytes.csv', gzipSync(FLOWS)],
    ['flows.parquet', parquet()],
    ['plain.parquet', parquet('UNCOMPRESSED')],
    ['zipped.parquet', parquet('GZIP')],
    ['by-its-bytes', parquet()],
  ])('%s', async (name, content) => {
    const path = write(name, content)
    const table = await read(path)
    expect(cells(table)).toEqual(EXPECTED)
    expect(table).toMatchObject({ file: path, length: 4, names: ['exporter', 'year', 'note', 'trade'] })
    expect(table.lineOf?.(3)).toBe(content instanceof Uint8Array && !name.includes('csv') ? undefined : 5)
  })

  test('larger than one piece, in lines of any length', async () => {
    const rows = Array.from(
      { length: 60_000 },
      (_, k) => `C${k % 7},${2000 + (k % 3)},${'x'.repeat(k % 50)},${k / 8}`,
    )
    const text = `exporter,year,note,trade\n${rows.join('\n')}\n`
    const plain = await read(write('large.csv', text))
    expect(plain.length).toBe(60_000)
    expect(cells(plain).trade).toEqual(rows.map((_, k) => k / 8))
    expect(cells(await read(write('large.csv.gz', gzipSync(text))))).toEqual(cells(plain))
    // quotes make the search for the end of a record another one
    const quoted = rows.map((row, k) => (k % 2 === 0 ? row.replace(/,(x*),/, ',"$1\n""$1""",') : row))
    const broken = await read(write('quoted.csv', `exporter,year,note,trade\n${quoted.join('\n')}\n`))
    expect(cells(broken)).toEqual(cells(plain))
    expect(broken.lineOf!(59_999)).toBe(2 + 59_999 + 30_000)
  })
})

describe('cells', () => {
  const column = async (text: string) => {
    const table = await read(write('cells.csv', `x,y\n${text}`), new Map([['x', 'number']]))
    const { values, faults } = table.columns.get('x') as NumberColumn
    return { values: [...values], faults: [...faults!] }
  }

  test('what is no number is kept with its row; what says that there is none is missing', async () => {
    expect(await column('1,\nNA,\nabc,\n.,\n"1,5",\n-2e-3,\nInfinity,\n0x10,\nTRUE,\nfalse,\n')).toEqual({
      values: [1, Number.NaN, Number.NaN, Number.NaN, Number.NaN, -0.002, Number.NaN, Number.NaN, 1, 0],
      faults: [
        [2, 'abc'],
        [4, '1,5'],
        [6, 'Infinity'],
        [7, '0x10'],
      ],
    })
  })

  test('NA is a text where texts are asked for: it is the code of Namibia', async () => {
    const table = await read(write('namibia.csv', 'x,y\nNA,1\nKZ,2\n,3\n'), new Map([['x', 'text']]))
    expect(cells(table)).toEqual({ x: ['NA', 'KZ', null] })
  })
})

describe('what the person can mend', () => {
  test.each<[string, string, string | Uint8Array | undefined, object]>([
    ['a missing file', 'nowhere.csv', undefined, { kind: 'usage', code: 'files.unreadable' }],
    ['no gzip', 'no.csv.gz', FLOWS, { code: 'files.not-gzip' }],
    [
      'a gzip that is cut off',
      'cut.csv.gz',
      gzipSync(FLOWS).subarray(0, 60),
      { code: 'files.not-gzip', issues: [{ found: 'one that is cut off' }] },
    ],
    [
      'bytes that are no text',
      'bytes.csv',
      Buffer.from([0xff, 0xfe, 0x41, 0x00]),
      { code: 'files.not-utf8' },
    ],
    ['an empty file', 'empty.csv', '', { code: 'table.no-rows', issues: [{ found: 'an empty file' }] }],
    [
      'a header alone',
      'header.csv',
      'exporter,year,trade\n',
      { code: 'table.no-rows', issues: [{ found: 'a header alone' }] },
    ],
    [
      'a line that is cut off',
      'cut.csv',
      `${FLOWS}KAZ,20`,
      { code: 'table.column-count', issues: [{ at: { line: 6 }, found: '2' }] },
    ],
    [
      'a line that is too long',
      'long.csv',
      FLOWS.replace('b,', 'b,,,'),
      { code: 'table.column-count', issues: [{ at: { line: 3 }, found: '6' }] },
    ],
    [
      'a blank line between',
      'blank.csv',
      FLOWS.replace('\nUZB', '\n\nUZB'),
      { code: 'table.column-count', issues: [{ at: { line: 3 }, found: 'a blank line' }] },
    ],
    [
      'a quote without an end',
      'quote.csv',
      FLOWS.replace('UZB', '"UZB'),
      { code: 'table.open-quote', issues: [{ at: { line: 3 } }] },
    ],
    [
      'a column twice',
      'twice.csv',
      FLOWS.replace('note', 'trade'),
      { code: 'table.duplicate-column', issues: [{ at: { line: 1, field: 'trade' } }] },
    ],
    ['no Parquet', 'no.parquet', FLOWS, { code: 'table.not-parquet' }],
    ['a Parquet file that is cut off', 'cut.parquet', parquet().subarray(0, 200), { code: 'table.cut-off' }],
    ['a Parquet file that is damaged', 'damaged.parquet', damaged(), { code: 'table.not-parquet' }],
    [
      'a Parquet file without rows',
      'none.parquet',
      new Uint8Array(
        parquetWriteBuffer({
          columnData: [
            { name: 'exporter', data: [], type: 'STRING' },
            { name: 'year', data: [], type: 'INT64' },
            { name: 'trade', data: [], type: 'DOUBLE' },
          ],
        }),
      ),
      { code: 'table.no-rows' },
    ],
  ])('%s', async (_, name, content, expected) => {
    const path = content === undefined ? join(home, name) : write(name, content)
    await expect(read(path)).rejects.toMatchObject({ kind: 'input', ...expected })
    await expect(read(path)).rejects.toMatchObject({ issues: [{ at: { file: path } }] })
  })

  test('many faulty lines: the first five', async () => {
    const path = write('faults.csv', `exporter,year,trade\n${'a,b\n'.repeat(100)}`)
    await expect(read(path)).rejects.toMatchObject({ issues: { length: 5 } })
  })
})

/** A file whose end points at a place before its beginning. */
function damaged(): Uint8Array {
  const bytes = parquet().slice()
  bytes[bytes.length - 5] = 0x7f
  return bytes
}
