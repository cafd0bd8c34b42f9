import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { dsvFormat } from 'd3-dsv'
import { type Issue, KeruenError, type Table } from '../../index.js'
import { asUsageError, notUtf8 } from './files.js'
import { growingColumn, type TableFile } from './table-columns.js'

/** Bytes that are read at once. */
const CHUNK = 1 << 20

/** Faulty lines that are named before reading ends. */
const NAMED = 5

/** A CSV file in UTF-8, fields separated by comma, semicolon or tabulator as its header has them. */
export async function openCsv(path: string, zipped: boolean): Promise<TableFile> {
  const { names, delimiter } = await readHeader(path, zipped)
  return { names, read: columns => readRows(path, zipped, names, delimiter, columns) }
}

async function readHeader(path: string, zipped: boolean): Promise<{ names: string[]; delimiter: string }> {
  let text = ''
  let end = 0
  for await (const chunk of textOf(path, zipped)) {
    text += chunk
    // a name may hold a line break, but then in quotes
    end = endOfRecords(text, ',', true).end
    if (end > 0) break
  }
  const line = end > 0 ? text.slice(0, end) : text
  const delimiter = delimiterOf(line)
  const names = (dsvFormat(delimiter).parseRows(line)[0] ?? []).map(name => name.trim())
  if (line.trim() === '') throw noRows(path, 'an empty file')
  const twice = names.filter((name, k) => name !== '' && names.indexOf(name) < k)
  if (twice.length > 0) {
    throw new KeruenError(
      'input',
      [...new Set(twice)].map(name => ({
        code: 'table.duplicate-column',
        at: { file: path, line: 1, field: name },
        expected: 'columns of different names',
        found: `${names.filter(one => one === name).length} named ${name}`,
        mend: 'Rename or take away all but one',
      })),
    )
  }
  return { names, delimiter }
}

/** The sign that separates most fields of a header. */
function delimiterOf(header: string): string {
  const bare = header.replace(/"[^"]*"/g, '')
  const count = (sign: string) => bare.split(sign).length
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

async function readRows(
  path: string,
  zipped: boolean,
  names: readonly string[],
  delimiter: string,
  wanted: ReadonlyMap<string, 'number' | 'text'>,
): Promise<Table> {
  const columns = [...wanted].map(([name, kind]) => ({
    name,
    position: names.indexOf(name),
    column: growingColumn(kind),
  }))
  const rows = new RowCounter(path, names.length)
  const format = dsvFormat(delimiter)
  let broken = false // whether the part may hold cells with line breaks
  const take = (part: string) => {
    broken = part.includes('"')
    format.parseRows(part, cells => {
      if (!rows.accepts(cells, broken)) return null
      for (const { position, column } of columns) column.addText(cells[position]!)
      return null
    })
  }
  let rest = ''
  for await (const chunk of textOf(path, zipped)) {
    const text = rest + chunk
    const { end } = endOfRecords(text, delimiter)
    if (end > 0) take(text.slice(0, end))
    rest = text.slice(end)
  }
  if (endOfRecords(rest, delimiter).open) {
    throw new KeruenError('input', {
      code: 'table.open-quote',
      at: { file: path, line: rows.nextLine },
      expected: 'a second quote that ends the cell',
      found: 'the end of the file',
      mend: 'The file may be cut off; or a cell begins with a single quote',
    })
  }
  if (rest !== '') take(rest)
  const lineOf = rows.finish()
  return {
    file: path,
    length: rows.length,
    names,
    columns: new Map(columns.map(({ name, column }) => [name, column.finish()])),
    lineOf,
  }
}

/** Counts rows and lines, and refuses those of another length than the header. */
class RowCounter {
  readonly #path: string
  readonly #width: number
  readonly #issues: Issue[] = []
  /** Rows with line breaks inside, and all breaks up to there. */
  readonly #breaks: { readonly row: number; readonly lines: number }[] = []
  readonly #blank: number[] = []
  nextLine = 1
  length = -1

  constructor(path: string, width: number) {
    this.#path = path
    this.#width = width
  }

  /** Whether the record is a row of cells; the first one is the header. */
  accepts(cells: readonly string[], broken: boolean): boolean {
    const line = this.nextLine
    const breaks = broken ? cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0) : 0
    this.nextLine += 1 + breaks
    if (cells.length === 1 && cells[0] === '') {
      this.#blank.push(line)
      return false
    }
    // blank lines are harmless at the end alone
    for (const blank of this.#blank.splice(0)) this.#fault(blank, 'a blank line')
    if (cells.length !== this.#width) {
      this.#fault(line, `${cells.length}`)
      return false
    }
    if (breaks > 0) this.#breaks.push({ row: this.length, lines: (this.#breaks.at(-1)?.lines ?? 0) + breaks })
    this.length++
    return this.length > 0
  }

  #fault(line: number, found: string): void {
    this.#issues.push({
      code: 'table.column-count',
      at: { file: this.#path, line },
      expected: `${this.#width} cells, as in the header`,
      found,
      mend: 'Mend the line; a file that was cut off ends in such a line',
    })
    if (this.#issues.length === NAMED) throw new KeruenError('input', this.#issues)
  }

  /** @returns the line of each row. */
  finish(): (row: number) => number {
    if (this.#issues.length > 0) throw new KeruenError('input', this.#issues)
    if (this.length === 0) throw noRows(this.#path, 'a header alone')
    const breaks = this.#breaks
    return row => row + 2 + (breaks.findLast(one => one.row < row)?.lines ?? 0)
  }
}

function noRows(path: string, found: string): KeruenError {
  return new KeruenError('input', {
    code: 'table.no-rows',
    at: { file: path },
    expected: 'a header and rows below it',
    found,
  })
}

const QUOTE = 34
const NEWLINE = 10
const RETURN = 13

/**
 * Where the last whole record of a text ends, behind its line feed; 0 where none does.
 *
 * @param first stops at the end of the first record.
 * @returns     also whether a quote is open at the end of the text.
 */
function endOfRecords(text: string, delimiter: string, first = false): { end: number; open: boolean } {
  if (!text.includes('"')) {
    return { end: (first ? text.indexOf('\n') : text.lastIndexOf('\n')) + 1, open: false }
  }
  const separator = delimiter.charCodeAt(0)
  let end = 0
  let open = false
  let cellStart = true
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (open) {
      // two quotes inside a cell are one of its characters
      if (sign !== QUOTE) continue
      if (text.charCodeAt(at + 1) === QUOTE) at++
      else open = false
      continue
    }
    if (sign === QUOTE && cellStart) open = true
    cellStart = sign === separator || sign === NEWLINE || sign === RETURN
    if (sign !== NEWLINE) continue
    end = at + 1
    if (first) break
  }
  return { end, open }
}

/**
 * The text of a file in pieces, without its byte order mark.
 *
 * @throws KeruenError (usage) `files.unreadable`; (input) `files.not-gzip`, `files.not-utf8`.
 */
async function* textOf(path: string, zipped: boolean): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const decode = (bytes?: Uint8Array) => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined })
    } catch {
      throw notUtf8(path, 'Save the file as CSV in UTF-8')
    }
  }
  for await (const bytes of bytesOf(path, zipped)) yield decode(bytes)
  const last = decode()
  if (last !== '') yield last
}

async function* bytesOf(path: string, zipped: boolean): AsyncGenerator<Uint8Array> {
  const file = createReadStream(path, { highWaterMark: CHUNK })
  const stream: Readable = zipped ? file.pipe(createGunzip({ chunkSize: CHUNK })) : file
  if (zipped) file.on('error', error => stream.destroy(error))
  try {
    for await (const bytes of stream) yield bytes as Uint8Array
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (!code.startsWith('Z_')) throw asUsageError(error, 'files.unreadable', path, 'a file that can be read')
    throw new KeruenError('input', {
      code: 'files.not-gzip',
      at: { file: path },
      expected: 'a whole file compressed with gzip',
      found: code === 'Z_BUF_ERROR' ? 'one that is cut off' : 'other bytes',
    })
  } finally {
    file.destroy()
  }
}
