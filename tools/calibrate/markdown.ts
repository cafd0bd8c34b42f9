/** Tables in Markdown, and the marked places of a page that the tool writes. */

/** @param head column titles; the first column is text, the others are right-aligned. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, k) => (k === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n')
}

/**
 * The page with a new text between its marks `<!-- data:calibrate NAME -->` and `<!-- end -->`.
 *
 * @throws Error where the page has no such marks.
 */
export function withBlock(page: string, name: string, text: string): string {
  const open = `<!-- data:calibrate ${name} -->`
  const from = page.indexOf(open)
  const to = page.indexOf('<!-- end -->', from)
  if (from < 0 || to < 0) throw new Error(`data:calibrate: the page has no place for ${name}`)
  return `${page.slice(0, from + open.length)}\n${text}\n${page.slice(to)}`
}

/** 12,500,000 as 12.5 million, 211,100 as 211,000, 1,080 as 1,080. */
export function teu(value: number): string {
  if (value >= 1e7) return `${(value / 1e6).toFixed(1)} million`
  const step = value >= 1e5 ? 1000 : value >= 1e4 ? 100 : 10
  return (Math.round(value / step) * step).toLocaleString('en')
}

export const percent = (share: number, digits = 2): string => `${(100 * share).toFixed(digits)} %`
export const times = (ratio: number, digits = 2): string => `× ${ratio.toFixed(digits)}`
