import { KeruenError, nearestNames, REPLICATIONS, type Replication, replicate } from '../../index.js'
import { readReplicationFiles } from '../../platform/node/replication-files.js'
import { formatMarkdown, formatText, type TextTable } from '../text-table.js'

interface ReplicateOptions {
  readonly data?: string
  readonly json?: boolean
  readonly md?: boolean
}

/** `keruen replicate [NAME]`: a published table computed anew, or the list of them. */
export async function replicateCommand(name: string | undefined, options: ReplicateOptions): Promise<void> {
  if (name === undefined) {
    process.stdout.write(options.json ? `${JSON.stringify(list(), null, 2)}\n` : listPage(options))
    return
  }
  const entry = REPLICATIONS.get(name)
  if (entry === undefined) throw unknownTable(name)
  if (options.data === undefined) {
    throw new KeruenError('usage', {
      code: 'replication.no-data',
      at: { field: '--data' },
      expected: 'the folder that contains published/ with the files of the publication',
      found: 'none',
      mend: `Type keruen replicate ${name} --data DIR`,
    })
  }
  const replication = replicate(name, await readReplicationFiles(options.data, entry.files))
  process.stdout.write(
    options.json ? `${JSON.stringify(replication, null, 2)}\n` : page(replication, options),
  )
}

function unknownTable(name: string): KeruenError {
  const names = [...REPLICATIONS.keys()]
  const nearest = nearestNames(name, names)
  return new KeruenError('usage', {
    code: 'replication.unknown',
    expected: `one of ${names.join(', ')}`,
    found: `'${name}'`,
    mend: nearest.length === 0 ? undefined : `Did you mean ${nearest.join(' or ')}?`,
  })
}

function list() {
  return [...REPLICATIONS].map(([name, { title, files }]) => ({ name, title, files }))
}

function listPage({ md }: ReplicateOptions): string {
  const table: TextTable = {
    columns: [{ title: 'name' }, { title: 'title' }],
    rows: list().map(({ name, title }) => [name, title]),
  }
  const files = list().map(({ name, files }) => `${name}\n${files.map(file => `    ${file}`).join('\n')}`)
  return `${(md ? formatMarkdown : formatText)(table)}\n\nFiles below the folder that --data names\n\n${files.join('\n')}\n`
}

function page({ title, source, rows, explanations }: Replication, { md }: ReplicateOptions): string {
  const format = md ? formatMarkdown : formatText
  const heading = (text: string, depth: number) => (md ? `${'#'.repeat(depth)} ${text}` : text)
  const blocks = groups(rows, row => `${row.table}: ${row.column}`)
  return [
    `${heading(title, 1)}\n${md ? '\n' : ''}${source}`,
    ...[...blocks].map(([name, block]) => `${heading(name, 2)}\n\n${format(blockTable(block))}`),
    `${heading('Largest differences', 2)}\n\n${format(largestTable(rows))}`,
    `${heading('Where they part, and why', 2)}\n\n${explanations.join('\n\n')}`,
  ]
    .join('\n\n')
    .concat('\n')
}

/** One column of a published table: what was printed, beside it every mode with its difference. */
function blockTable(rows: Replication['rows']): TextTable {
  const modes = [...groups(rows, row => row.mode).keys()]
  return {
    columns: [
      { title: '' },
      { title: 'printed', align: 'right' },
      ...modes.flatMap(mode => [
        { title: mode, align: 'right' as const },
        { title: 'difference', align: 'right' as const },
      ]),
    ],
    rows: [...groups(rows, row => row.row)].map(([name, cells]) => [
      name,
      number(cells[0]!.published),
      ...modes.flatMap(mode => {
        const cell = cells.find(row => row.mode === mode)
        return cell === undefined ? ['', ''] : [number(cell.computed), number(cell.difference)]
      }),
    ]),
  }
}

/** The row of each column and mode in which printed and computed are furthest apart. */
function largestTable(rows: Replication['rows']): TextTable {
  const printed = rows.filter(row => row.difference !== null)
  const blocks = [
    ...groups(printed, ({ table, column, mode }) => JSON.stringify([table, column, mode])).values(),
  ]
  const furthest = blocks.map(block =>
    block.reduce((far, row) => (Math.abs(row.difference!) > Math.abs(far.difference!) ? row : far)),
  )
  return {
    columns: [
      { title: 'table' },
      { title: 'column' },
      { title: 'mode' },
      { title: 'largest difference', align: 'right' },
      { title: 'in' },
    ],
    rows: furthest.map(row => [row.table, row.column, row.mode, number(row.difference), row.row]),
  }
}

function groups<Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const found = new Map<string, Row[]>()
  for (const row of rows) {
    const group = found.get(key(row))
    if (group === undefined) found.set(key(row), [row])
    else group.push(row)
  }
  return found
}

/** Six decimals: finer than any publication prints. */
function number(value: number | null): string {
  if (value === null) return ''
  return (Math.abs(value) < 5e-7 ? 0 : value).toFixed(6)
}
