/** Nearest valid names for a misspelt one. */

/** A valid name; `label` is what people may write in its place (a display name). */
export interface Candidate {
  readonly id: string
  readonly label?: string
}

/**
 * Up to three valid names that are near to what was written, nearest first, ties in alphabetical order.
 *
 * Near means at most a third of the letters (two in short names, one in codes) inserted, left out, replaced or swapped, compared
 * without case and accents, with the id or its label; or one contains the other whole.
 */
export function nearestNames(written: string, candidates: readonly (string | Candidate)[]): string[] {
  const wanted = folded(written)
  if (wanted === '') return []
  const scored: { id: string; score: number }[] = []
  for (const candidate of candidates) {
    const { id, label } = typeof candidate === 'string' ? { id: candidate, label: undefined } : candidate
    const score = Math.min(
      ...[id, label].map(name => (name === undefined ? Infinity : distance(wanted, folded(name)))),
    )
    if (Number.isFinite(score)) scored.push({ id, score })
  }
  scored.sort((a, b) => a.score - b.score || (a.id < b.id ? -1 : 1))
  return [...new Set(scored.map(({ id }) => id))].slice(0, 3)
}

/** Edits between two folded names, or Infinity where they are not near. */
function distance(wanted: string, name: string): number {
  if (wanted === name) return 0
  const longer = Math.max(wanted.length, name.length)
  const limit = longer < 4 ? 1 : Math.max(2, Math.floor(longer / 3))
  const apart = Math.abs(wanted.length - name.length) > limit ? Infinity : edits(wanted, name)
  const contained =
    wanted.length >= 3 && (name.includes(wanted) || (name.length >= 3 && wanted.includes(name)))
  const near = apart <= limit && apart < longer ? apart : Infinity
  return contained ? Math.min(near, 2) : near
}

/** Optimal string alignment: insertions, deletions, replacements, swaps of neighbours. */
function edits(a: string, b: string): number {
  const width = b.length + 1
  const table = new Uint16Array((a.length + 1) * width)
  for (let i = 0; i <= a.length; i++) table[i * width] = i
  for (let j = 0; j <= b.length; j++) table[j] = j
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const at = i * width + j
      const replaced = table[at - width - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      let best = Math.min(table[at - width]! + 1, table[at - 1]! + 1, replaced)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, table[at - 2 * width - 2]! + 1)
      }
      table[at] = best
    }
  }
  return table[table.length - 1]!
}

function folded(name: string): string {
  return name
    .slice(0, 100)
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[\s_–—-]+/gu, '-')
}
