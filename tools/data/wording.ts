/** The inputs have more words for quality than the package; none of them may come out stronger than it was. */
import { QUALITIES, type Quality } from '../../src/dataset/dataset.js'

export type { OutputRow } from '../../src/dataset/reading/write-table.js'

const REMEMBERED = 'from memory, unverified'

const QUALITY_OF: Readonly<Record<string, Quality>> = {
  measured: 'measured',
  published: 'published',
  derived: 'derived',
  estimated: 'estimated',
  memory: 'estimated',
  assumption: 'estimated',
  // a published mean of one corridor or a published wait that was averaged, put on the place it describes
  'published mean of a corridor, range anchored': 'derived',
  'published mean, high anchored': 'derived',
  'published wait, mean taken': 'derived',
  // what one country's borders take on leaving and the other's on entering, put on the border between them
  'published means of both sides': 'derived',
  // a published mean put on a place that it does not describe
  'published mean as default': 'estimated',
  'published default': 'estimated',
  'published default hours, estimated USD': 'estimated',
  'published default USD, estimated hours': 'estimated',
  // lengths
  'along geometry': 'derived',
  'along geometry (station chain)': 'derived',
  'published total, split estimated': 'derived',
  'computed course': 'derived',
  'geodesic x factor': 'estimated',
}

/**
 * Our word for theirs. Arithmetic on something remembered is an estimate too, whatever the input calls it.
 *
 * @throws Error at a word that was never judged.
 */
export function qualityOf(words: string, source = ''): Quality {
  const quality = QUALITY_OF[words]
  if (quality === undefined) throw new Error(`data:build: quality "${words}" is not mapped`)
  return source.includes('memory') ? 'estimated' : quality
}

/** The source text, with a visible mark when it is a memory. */
export function sourceOf(words: string, source: string): string {
  if (source.includes('unverified')) return source
  if (source.includes('memory')) return `${source} (unverified)`
  return words === 'memory' ? `${source} (${REMEMBERED})` : source
}

/** The weaker of two. */
export function weaker(a: Quality, b: Quality): Quality {
  return QUALITIES.indexOf(a) >= QUALITIES.indexOf(b) ? a : b
}

/** Rounded to so many decimals, without trailing zeros or a negative zero. */
export function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) + 0
}
