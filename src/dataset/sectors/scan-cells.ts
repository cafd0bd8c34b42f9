/**
 * The quick way through the one long table of a many-sector package: bytes to arrays, without a string per cell.
 *
 * It takes only what is plainly sound. Whatever is not (a quoted cell, a column of one's own, a fault of any kind) it
 * leaves to the slow way, which reads the same file again and names every fault with line and column.
 */
import { QUALITIES } from '../dataset.js'

export interface SectorCells {
  /** J × n × n, sector before exporter before importer, million USD. */
  readonly flows: Float64Array
  /** The same shape, ad valorem. */
  readonly tariff: Float64Array
}

const COMMA = 44
const BREAK = 10
const MINUS = 45
const POINT = 46
const ZERO = 48
const NINE = 57
/** A decimal of at most fifteen digits is a whole number and a power of ten, both exact: one division rounds once. */
const EXACT_DIGITS = 15
const TENS = Float64Array.from({ length: EXACT_DIGITS + 1 }, (_, k) => Number(`1e${k}`))

const COLUMNS = [
  'exporter',
  'importer',
  'sector',
  'value_musd',
  'tariff',
  'recorded_tariff',
  'quality',
] as const
const REQUIRED = COLUMNS.filter(name => name !== 'recorded_tariff')
const MOST_TARIFF = 10

/**
 * Flows and tariffs of the table, or undefined where the slow way has to look.
 *
 * @param economies n codes, sorted; @param sectors J ids, sorted.
 */
export function scanCells(
  bytes: Uint8Array,
  economies: readonly string[],
  sectors: readonly string[],
): SectorCells | undefined {
  const n = economies.length
  const end = bytes.indexOf(BREAK)
  const header = end < 0 ? [] : new TextDecoder().decode(bytes.subarray(0, end)).split(',')
  const roles = header.map(name => COLUMNS.indexOf(name as (typeof COLUMNS)[number]))
  const sound = roles.every((role, k) => role >= 0 && roles.indexOf(role) === k)
  if (!sound || !REQUIRED.every(name => header.includes(name)) || bytes.at(-1) !== BREAK) return undefined

  const flows = new Float64Array(sectors.length * n * n)
  const tariff = new Float64Array(flows.length)
  const seen = new Uint8Array(flows.length)
  const economy = wordFinder(economies)
  const words = [economy, economy, wordFinder(sectors)]
  const quality = wordFinder(QUALITIES)
  const row = new Float64Array(COLUMNS.length)
  let from = end + 1
  while (from < bytes.length) {
    for (let c = 0; c < roles.length; c++) {
      const stop = c === roles.length - 1 ? BREAK : COMMA
      let to = from
      while (bytes[to] !== COMMA && bytes[to] !== BREAK) to++
      if (bytes[to] !== stop) return undefined // too few cells or too many
      const role = roles[c]!
      if (role < 3) row[role] = words[role]!(bytes, from, to)
      else if (role === 6) row[role] = quality(bytes, from, to)
      else if (role === 5 && from === to) row[role] = 0
      else row[role] = decimal(bytes, from, to)
      // a word that is not known is −1, a number that is none NaN; only tariffs may be below zero
      if (!(row[role]! >= (role === 4 || role === 5 ? -1 : 0))) return undefined
      from = to + 1
    }
    const [i, j, s, value, rate] = row as unknown as readonly [number, number, number, number, number]
    const cell = (s * n + i) * n + j
    if (seen[cell] === 1 || rate <= -1 || rate > MOST_TARIFF || (i === j && rate !== 0)) return undefined
    seen[cell] = 1
    flows[cell] = value
    tariff[cell] = rate
  }
  return everyoneTrades(flows, n, sectors.length) ? { flows, tariff } : undefined
}

/** Finds a word among a few by its bytes: its position, or −1. */
function wordFinder(words: readonly string[]): (bytes: Uint8Array, from: number, to: number) => number {
  const encoder = new TextEncoder()
  const spelled = words.map(word => encoder.encode(word))
  const places = new Map(spelled.map((word, k) => [fingerprint(word, 0, word.length), k]))
  let last = 0
  const spells = (k: number, bytes: Uint8Array, from: number, to: number) => {
    const word = spelled[k]!
    if (word.length !== to - from) return false
    for (let b = 0; b < word.length; b++) if (word[b] !== bytes[from + b]) return false
    return true
  }
  return (bytes, from, to) => {
    if (spelled.length === 0) return -1
    if (spells(last, bytes, from, to)) return last
    const k = places.get(fingerprint(bytes, from, to))
    if (k === undefined || !spells(k, bytes, from, to)) return -1
    last = k
    return k
  }
}

function fingerprint(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0
  for (let b = from; b < to; b++) hash = (Math.imul(hash, 31) + bytes[b]!) | 0
  return hash
}

/** A plain decimal, as `Number` would read it; NaN for anything else, also for what is right but rare. */
function decimal(bytes: Uint8Array, from: number, to: number): number {
  const negative = bytes[from] === MINUS
  let digits = 0
  let decimals = -1
  let whole = 0
  for (let b = negative ? from + 1 : from; b < to; b++) {
    const sign = bytes[b]!
    if (sign >= ZERO && sign <= NINE) {
      whole = whole * 10 + (sign - ZERO)
      digits++
      if (decimals >= 0) decimals++
    } else if (sign === POINT && decimals < 0 && digits > 0) decimals = 0
    else return Number.NaN
  }
  if (digits === 0 || digits > EXACT_DIGITS || decimals === 0) return Number.NaN
  const value = decimals < 0 ? whole : whole / TENS[decimals]!
  return negative ? -value : value
}

/** Every economy sells and buys, every sector is sold. */
function everyoneTrades(flows: Float64Array, n: number, sectors: number): boolean {
  const sells = new Uint8Array(n)
  const buys = new Uint8Array(n)
  for (let s = 0; s < sectors; s++) {
    let sold = false
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        if (flows[(s * n + i) * n + j] === 0) continue
        sells[i] = 1
        buys[j] = 1
        sold = true
      }
    }
    if (!sold) return false
  }
  return sells.every(Boolean) && buys.every(Boolean)
}
