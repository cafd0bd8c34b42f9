/** Reads the input tables of the build: the folder named by KERUEN_REPLICATION_DATA, and the hand-kept tables beside this file. */
import { readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { csvParse } from 'd3-dsv'

/** One row, column name to cell. */
export type InputRow = Readonly<Record<string, string>>
/** Reads one input table by its path inside the folder; one that ends in .gz is unpacked. */
export type ReadInput = (path: string) => InputRow[]

const HERE = dirname(fileURLToPath(import.meta.url))

/** The input folder, or undefined when it is not there. */
export function findReplicationFolder(): string | undefined {
  const folder = resolve(process.env.KERUEN_REPLICATION_DATA ?? join(HERE, '../../../shared'))
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? folder : undefined
}

/** @throws Error naming the file and the folder when an input is missing. */
export function inputReader(folder: string): ReadInput {
  return path => readTable(join(folder, path))
}

/** A table that is kept by hand in tools/data. */
export function readHandKept(name: string): InputRow[] {
  return readTable(join(HERE, name))
}

function readTable(path: string): InputRow[] {
  if (!statSync(path, { throwIfNoEntry: false })) throw new Error(`data:build: ${path} is missing`)
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return csvParse(text) as unknown as InputRow[]
}

/** The cell as a number. @throws Error naming what was read. */
export function numberOf(cell: string | undefined, what: string): number {
  const value = Number(cell)
  if (cell === undefined || cell.trim() === '' || !Number.isFinite(value)) {
    throw new Error(`data:build: ${what}: expected a number, found ${JSON.stringify(cell)}`)
  }
  return value
}
