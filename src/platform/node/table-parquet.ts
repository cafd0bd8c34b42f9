import { open } from 'node:fs/promises'
import {
  type AsyncBuffer,
  asyncBufferFromFile,
  type FileMetaData,
  parquetMetadataAsync,
  parquetRead,
  parquetSchema,
} from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { KeruenError, type Table } from '../../index.js'
import { type GrowingColumn, growingColumn, type TableFile } from './table-columns.js'

/** A Parquet file whose columns are numbers, texts or truth values; what is nested has no name here. */
export async function openParquet(path: string, marked: boolean): Promise<TableFile> {
  if (!marked) throw notParquet(path, 'other bytes')
  await assertWhole(path)
  const file = await asyncBufferFromFile(path)
  const metadata = await readable(path, () => parquetMetadataAsync(file))
  const names = parquetSchema(metadata)
    .children.filter(({ children }) => children.length === 0)
    .map(({ element }) => element.name)
  return { names, read: columns => readColumns(path, file, metadata, names, columns) }
}

async function readColumns(
  path: string,
  file: AsyncBuffer,
  metadata: FileMetaData,
  names: readonly string[],
  wanted: ReadonlyMap<string, 'number' | 'text'>,
): Promise<Table> {
  const length = Number(metadata.num_rows)
  if (length === 0) {
    throw new KeruenError('input', {
      code: 'table.no-rows',
      at: { file: path },
      expected: 'columns with rows',
      found: 'none',
    })
  }
  const columns = new Map([...wanted].map(([name, kind]) => [name, growingColumn(kind)]))
  let start = 0
  // one group of rows after another, so that no more than one is held as read
  for (const group of metadata.row_groups) {
    const end = start + Number(group.num_rows)
    await readable(path, () =>
      parquetRead({
        file,
        metadata,
        columns: [...wanted.keys()],
        rowStart: start,
        rowEnd: end,
        compressors,
        onChunk: ({ columnName, columnData }) => add(columns.get(columnName)!, columnData),
      }),
    )
    start = end
  }
  return {
    file: path,
    length,
    names,
    columns: new Map([...columns].map(([name, column]) => [name, column.finish()])),
  }
}

function add(column: GrowingColumn, cells: ArrayLike<unknown>): void {
  for (let k = 0; k < cells.length; k++) {
    const cell = cells[k]
    if (typeof cell === 'number') column.addNumber(cell)
    else if (typeof cell === 'bigint') column.addText(String(cell))
    else if (typeof cell === 'boolean') column.addText(cell ? 'TRUE' : 'FALSE')
    else if (cell === null || cell === undefined) column.addText('')
    else column.addText(cell instanceof Date ? cell.toISOString() : String(cell))
  }
}

async function assertWhole(path: string): Promise<void> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, Math.max(0, size - 4))
    if (buffer.toString('latin1') === 'PAR1' && size >= 12) return
  } finally {
    await file.close()
  }
  throw new KeruenError('input', {
    code: 'table.cut-off',
    at: { file: path },
    expected: 'a whole Parquet file, which ends in PAR1',
    found: 'one that is cut off',
  })
}

/** What the reader of the format says, as a fault of the file. */
async function readable<Value>(path: string, read: () => Promise<Value>): Promise<Value> {
  try {
    return await read()
  } catch (error) {
    throw notParquet(path, error instanceof Error ? `one that cannot be read: ${error.message}` : 'another')
  }
}

function notParquet(path: string, found: string): KeruenError {
  return new KeruenError('input', {
    code: 'table.not-parquet',
    at: { file: path },
    expected: 'a Parquet file',
    found,
  })
}
