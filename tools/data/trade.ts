/** Trade of the base year: adjustments applied beside the record, Hong Kong joined to China, domestic sales on the diagonal. */
import type { Quality } from '../../src/dataset/dataset.js'
import { numberOf, type ReadInput } from './replication.js'
import { type OutputRow, qualityOf, rounded, sourceOf, weaker } from './wording.js'

interface Part {
  readonly value: number
  readonly quality: Quality
  readonly source: string
}

/** From this share of a cell on, the quality of a part lowers the quality of the whole. */
const WEIGHTY_PART = 0.25
const JOINED: Readonly<Record<string, string>> = { HKG: 'CHN' }
const BACI = 'BACI HS22 2023 (V202501)'

export function buildAdjustments(input: ReadInput): OutputRow[] {
  return input('data/adjustments_2023.csv').map(row => ({
    exporter: row.exporter,
    importer: row.importer,
    delta_musd: numberOf(row.delta_musd, 'adjustment'),
    group: row.group,
    reason: row.reason,
    quality: qualityOf(row.quality!, row.source),
    source: row.url || (row.quality === 'memory' ? 'from memory, unverified' : 'own assumption'),
  }))
}

export function buildTrade(input: ReadInput, adjustments: readonly OutputRow[]): OutputRow[] {
  const recorded = new Map<string, Part[]>()
  const add = (exporter: string, importer: string, part: Part) => {
    const key = `${JOINED[exporter] ?? exporter},${JOINED[importer] ?? importer}`
    if (!recorded.has(key)) recorded.set(key, [])
    recorded.get(key)!.push(part)
  }
  for (const row of input('data/trade_2023.csv')) {
    add(row.exporter!, row.importer!, {
      value: numberOf(row.value_musd, `trade ${row.exporter} ${row.importer}`),
      quality: qualityOf(row.quality!, row.source),
      source: shortSource(sourceOf(row.quality!, row.source!)),
    })
  }
  for (const row of input('data/domestic_sales_2023.csv')) {
    add(row.iso3!, row.iso3!, {
      value: numberOf(row.domestic_sales_musd, `domestic sales ${row.iso3}`),
      quality: qualityOf(row.quality!, row.source),
      source: shortSource(row.source!),
    })
  }
  const changes = new Map<string, Part[]>()
  for (const row of adjustments) {
    const key = `${JOINED[row.exporter!] ?? row.exporter},${JOINED[row.importer!] ?? row.importer}`
    const part = { value: Number(row.delta_musd), quality: row.quality as Quality, source: '' }
    changes.set(key, [...(changes.get(key) ?? []), part])
  }
  return [...recorded.keys()]
    .sort()
    .map(key => tradeRow(key, recorded.get(key)!, changes.get(key) ?? []))
    .filter(row => Number(row.recorded_musd) !== 0 || row.quality !== 'measured')
}

/** What the joined economies bring into the cells, under their own codes. */
export function buildJoined(input: ReadInput): OutputRow[] {
  const rows: OutputRow[] = []
  const add = (exporter: string, importer: string, musd: number, quality: string, source: string) => {
    if (musd === 0 || !(exporter in JOINED || importer in JOINED)) return
    const row = { exporter, importer, recorded_musd: rounded(musd, 3) }
    rows.push({ ...row, quality: qualityOf(quality, source), source: shortSource(sourceOf(quality, source)) })
  }
  for (const row of input('data/trade_2023.csv')) {
    const musd = numberOf(row.value_musd, `trade ${row.exporter} ${row.importer}`)
    add(row.exporter!, row.importer!, musd, row.quality!, row.source!)
  }
  for (const row of input('data/domestic_sales_2023.csv')) {
    const musd = numberOf(row.domestic_sales_musd, `domestic sales ${row.iso3}`)
    add(row.iso3!, row.iso3!, musd, row.quality!, row.source!)
  }
  const key = (row: OutputRow) => `${row.exporter} ${row.importer}`
  return rows.sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

function tradeRow(key: string, parts: readonly Part[], changes: readonly Part[]): OutputRow {
  const [exporter, importer] = key.split(',') as [string, string]
  const total = parts.reduce((sum, part) => sum + part.value, 0)
  const adjustment = changes.reduce((sum, part) => sum + part.value, 0)
  const weighty = [...parts, ...changes].filter(part => Math.abs(part.value) >= WEIGHTY_PART * total)
  const recordedMusd = rounded(total, 3)
  const adjustmentMusd = rounded(adjustment, 3)
  // the deltas are given to 0.1, so an emptied cell may come out a hair below zero
  const value = rounded(recordedMusd + adjustmentMusd, 3)
  if (value < -0.1) throw new Error(`data:build: ${key} would be negative: ${value} million USD`)
  const kept = value < 0 ? -recordedMusd : adjustmentMusd
  const sources = [...new Set(parts.filter(part => part.value > 0).map(part => part.source))]
  return {
    exporter,
    importer,
    recorded_musd: recordedMusd,
    adjustment_musd: kept,
    value_musd: Math.max(value, 0),
    quality: (weighty.length > 0 ? weighty : parts).map(part => part.quality).reduce(weaker),
    source: (sources.length > 0 ? sources : [parts[0]!.source]).join('; '),
  }
}

function shortSource(source: string): string {
  if (source === BACI) return 'baci'
  if (source === `${BACI}, aggregated`) return 'baci, aggregated'
  return source.replace('OECD ICIO 2022', 'oecd-icio')
}
