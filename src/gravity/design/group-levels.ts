/** From written effects to numbers of levels that do not depend on the order of rows. */
import type { GroupPart, GroupTerm } from '../formula/groups-text.js'
import { columnLevels, type Levels, type Table, type TableColumn } from './table.js'

/** Levels and numbers of a table's columns, each computed once. */
export class TableLevels {
  readonly #table: Table
  readonly #levels = new Map<string, Levels>()
  readonly #groups = new Map<string, Levels>()

  constructor(table: Table) {
    this.#table = table
  }

  column(name: string): TableColumn {
    const column = this.#table.columns.get(name)
    if (column === undefined) throw new Error(`column ${name} was not read`)
    return column
  }

  levels(name: string): Levels {
    return remembered(this.#levels, name, () => columnLevels(this.column(name)))
  }

  /** Levels of two columns under one numbering, one after the other: 2 × rows codes. */
  shared(one: string, other: string): Levels {
    return remembered(this.#levels, JSON.stringify([one, other]), () =>
      sharedLevels(this.levels(one), this.levels(other)),
    )
  }

  group(term: GroupTerm): Levels {
    const key = JSON.stringify(
      term.parts.map(({ kind, columns }) => [kind, ...columns.map(({ name }) => name)]),
    )
    return remembered(this.#groups, key, () =>
      term.parts.map(part => this.#part(part)).reduce((left, right) => crossed(left, right)),
    )
  }

  #part({ kind, columns }: GroupPart): Levels {
    const [one, other] = columns.map(({ name }) => name)
    if (kind === 'column') return this.levels(one!)
    const { codes, labels } = this.shared(one!, other!)
    const size = this.#table.length
    const count = labels.length
    const keys = new Float64Array(size)
    for (let row = 0; row < size; row++) {
      const a = codes[row]!
      const b = codes[size + row]!
      if (a < 0 || b < 0) keys[row] = -1
      else if (kind === 'pair') keys[row] = Math.min(a, b) * count + Math.max(a, b)
      else keys[row] = a === b ? a : count
    }
    if (kind === 'home') return compacted(keys, count + 1, key => labels[key] ?? 'abroad')
    return compacted(
      keys,
      count * count,
      key => `${labels[Math.floor(key / count)]!}-${labels[key % count]!}`,
    )
  }
}

function remembered<Value>(store: Map<string, Value>, key: string, compute: () => Value): Value {
  let value = store.get(key)
  if (value === undefined) {
    value = compute()
    store.set(key, value)
  }
  return value
}

function sharedLevels(one: Levels, other: Levels): Levels {
  const position = new Map<string, number>()
  for (const label of [...one.labels, ...other.labels]) {
    if (!position.has(label)) position.set(label, position.size)
  }
  const codes = new Int32Array(one.codes.length + other.codes.length)
  ;[one, other].forEach(({ codes: own, labels }, k) => {
    const start = k * one.codes.length
    for (let row = 0; row < own.length; row++) {
      codes[start + row] = own[row]! < 0 ? -1 : position.get(labels[own[row]!]!)!
    }
  })
  return columnLevels({ kind: 'text', codes, labels: [...position.keys()] })
}

function crossed(left: Levels, right: Levels): Levels {
  const count = right.labels.length
  const keys = new Float64Array(left.codes.length)
  for (let row = 0; row < keys.length; row++) {
    const a = left.codes[row]!
    const b = right.codes[row]!
    keys[row] = a < 0 || b < 0 ? -1 : a * count + b
  }
  return compacted(
    keys,
    left.labels.length * count,
    key => `${left.labels[Math.floor(key / count)]!}^${right.labels[key % count]!}`,
  )
}

/** Up to so many keys a table of all of them is faster than a dictionary. */
const DENSE = 10_000_000

/**
 * Levels of the keys that occur, in ascending order of the keys; −1 stays.
 *
 * @param size one more than the highest key there can be.
 */
function compacted(keys: Float64Array, size: number, labelOf: (key: number) => string): Levels {
  const codes = new Int32Array(keys.length)
  if (size <= DENSE) {
    const place = new Int32Array(size).fill(-1)
    for (const key of keys) if (key >= 0) place[key] = 0
    const labels: string[] = []
    for (let key = 0; key < size; key++) if (place[key] === 0) place[key] = labels.push(labelOf(key)) - 1
    for (let row = 0; row < keys.length; row++) codes[row] = keys[row]! < 0 ? -1 : place[keys[row]!]!
    return { codes, labels }
  }
  const found = Float64Array.from(new Set(keys)).sort()
  const present = found[0] === -1 ? found.subarray(1) : found
  const place = new Map([...present].map((key, position) => [key, position]))
  for (let row = 0; row < keys.length; row++) codes[row] = keys[row]! < 0 ? -1 : place.get(keys[row]!)!
  return { codes, labels: Array.from(present, labelOf) }
}

/** The levels that occur in these rows, and their numbers there; the same where all do. */
export function levelsInRows(levels: Levels, rows: Int32Array): Levels {
  const { codes, labels } = levels
  const place = new Int32Array(labels.length).fill(-1)
  for (let k = 0; k < rows.length; k++) place[codes[rows[k]!]!] = 0
  const kept: string[] = []
  for (let code = 0; code < labels.length; code++) {
    if (place[code] === 0) place[code] = kept.push(labels[code]!) - 1
  }
  if (kept.length === labels.length && rows.length === codes.length) return levels
  const ids = new Int32Array(rows.length)
  for (let k = 0; k < rows.length; k++) ids[k] = place[codes[rows[k]!]!]!
  return { codes: ids, labels: kept }
}
