/** Tables from files: CSV, plain or gzipped, and Parquet; columns that are not asked for are not kept. */
import { open } from 'node:fs/promises'
import type { Table } from '../../index.js'
import { asUsageError } from './files.js'
import { openCsv } from './table-csv.js'
import { openParquet } from './table-parquet.js'

/** A file whose header is known. */
export interface TableFile {
  /** Of all columns, in order. */
  readonly names: readonly string[]
  /**
   * Reads columns.
   *
   * @param columns by name, and whether as numbers or as texts.
   * @throws KeruenError (input) `table.column-count`, `table.open-quote`, `table.no-rows`, `table.cut-off`,
   *         `files.not-utf8`, with file and line.
   */
  read(columns: ReadonlyMap<string, 'number' | 'text'>): Promise<Table>
}

/**
 * Looks at a file's header. What kind of file it is, its first bytes and its name say.
 *
 * @throws KeruenError (usage) `files.unreadable`; (input) `files.not-gzip`, `files.not-utf8`, `table.not-parquet`,
 *         `table.cut-off`, `table.no-rows`, `table.duplicate-column`.
 */
export async function openTableFile(path: string): Promise<TableFile> {
  const start = await firstBytes(path)
  if (start === 'PAR1' || path.endsWith('.parquet')) return openParquet(path, start === 'PAR1')
  return openCsv(path, path.endsWith('.gz') || start.startsWith('\u001f\u008b'))
}

/** Four bytes as characters. */
async function firstBytes(path: string): Promise<string> {
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
      return buffer.toString('latin1', 0, bytesRead)
    } finally {
      await file.close()
    }
  } catch (error) {
    throw asUsageError(error, 'files.unreadable', path, 'a file that can be read')
  }
}
