/** Plain tables for the screen, for Markdown and for spreadsheets. */

export interface TextTable {
  readonly columns: readonly { readonly title: string; readonly align?: 'left' | 'right' }[]
  readonly rows: readonly (readonly string[])[]
}

/** Columns padded to their widest cell, two spaces between them, a rule under the titles. */
export function formatText({ columns, rows }: TextTable): string {
  const widths = columns.map((column, k) => Math.max(width(column.title), ...rows.map(row => width(row[k]!))))
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, k) => {
        const gap = ' '.repeat(widths[k]! - width(cell))
        return columns[k]!.align === 'right' ? gap + cell : cell + gap
      })
      .join('  ')
      .trimEnd()
  return [
    line(columns.map(column => column.title)),
    widths.map(w => '─'.repeat(w)).join('  '),
    ...rows.map(line),
  ].join('\n')
}

export function formatMarkdown({ columns, rows }: TextTable): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
  const rule = columns.map(column => (column.align === 'right' ? '---:' : '---'))
  return [line(columns.map(column => column.title)), line(rule), ...rows.map(line)].join('\n')
}

/** RFC 4180 with a line of titles. */
export function formatCsv({ columns, rows }: TextTable): string {
  const cell = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return [columns.map(column => column.title), ...rows].map(row => row.map(cell).join(',')).join('\n')
}

/** Columns on the screen: what stands above another sign takes none. */
function width(text: string): number {
  return [...text.normalize('NFC')].length
}

/** A rounded number with its thousands apart; what rounds to nothing has no sign. */
export function wholeNumber(value: number): string {
  return (Math.round(value) + 0).toLocaleString('en')
}
