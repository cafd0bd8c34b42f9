/** Capacities of links and crossings that a source states, brought to thousand TEU a year; kept by hand, one row each. */
import { type InputRow, numberOf, readHandKept } from './replication.js'
import { type OutputRow, rounded } from './wording.js'

/** Fills the columns of capacity of the links and crossings that have a row; all others stay unlimited. */
export function withCapacities(kind: 'link' | 'crossing', rows: readonly OutputRow[]): OutputRow[] {
  const stated = readHandKept('capacities.csv').filter(row => row.kind === kind)
  const found = new Set<InputRow>()
  const filled = rows.map(row => {
    const own = stated.find(each => (kind === 'link' ? each.id === row.id : isOfCrossing(each, row)))
    if (own === undefined) return row
    found.add(own)
    return { ...row, ...capacityOf(own, kind) }
  })
  const missing = stated.find(row => !found.has(row))
  if (missing !== undefined) throw new Error(`data:build: capacities.csv: no ${kind} ${missing.id}`)
  return filled
}

function isOfCrossing({ id, mode, countries }: InputRow, row: OutputRow): boolean {
  const sides = countries!.split(';')
  return (
    row.place_id === id &&
    row.mode === mode &&
    sides.includes(String(row.from_country)) &&
    sides.includes(String(row.to_country))
  )
}

function capacityOf(row: InputRow, kind: 'link' | 'crossing'): OutputRow {
  const number = (column: string) => numberOf(row[column], `capacities.csv, ${row.id}, ${column}`)
  const kteu = (column: string) => rounded((number(column) * number('teu_per_unit')) / 1000, 0)
  const used = row.traffic === '' ? '' : rounded(number('traffic') / number('capacity'), 3)
  const ways = kind === 'crossing' ? 'each way' : 'both ways'
  return {
    capacity_kteu: kteu('capacity'),
    ...(kind === 'crossing' ? { capacity_used: used } : {}),
    capacity_words: `${row.as_published}; ${kteu('low')} to ${kteu('high')} thousand TEU ${ways}: ${row.conversion}`,
    capacity_quality: row.quality,
    capacity_source: row.source,
  }
}
