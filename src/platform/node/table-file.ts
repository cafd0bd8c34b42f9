/** Tables from files: CSV, plain or gzipped, and Parquet; columns that are not asked for are not kept. */
import { open } from 'node:fs/promises'
import { asUsageError } from './files.js'
import type { TableFile } from './table-columns.js'
import { openCsv } from './table-csv.js'
import { openParquet } from './table-parquet.js'

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
