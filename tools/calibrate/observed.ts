/** Observed traffic by point, metric and period, from the dataset's table of published volumes. */
import { readFileSync } from 'node:fs'
import { csvParse } from 'd3-dsv'

export interface ObservedFigure {
  readonly value: number
  readonly unit: string
  readonly quality: string
  readonly source: string
  readonly address: string
  readonly note: string
}

export type Observed = (point: string, period: string, metric?: string) => ObservedFigure

/**
 * Reads `corridor-traffic.csv`. Where several rows fit, the published one counts, and of those the one without a note,
 * since a note narrows what was counted.
 *
 * @throws Error naming what is missing or not unique.
 */
export function observedTraffic(path: string): Observed {
  const rows = csvParse(readFileSync(path, 'utf8'))
  return (point, period, metric = 'containers') => {
    const found = rows.filter(row => row.point === point && row.period === period && row.metric === metric)
    const known = found.length > 1 ? found.filter(row => row.quality !== 'estimated') : found
    const best = known.length > 1 ? known.filter(row => row.note === '') : known
    if (best.length !== 1) {
      throw new Error(`${path}: ${best.length} rows fit ${point}, ${metric}, ${period}; one is needed`)
    }
    const { value, unit, quality, source, address, note } = best[0]!
    return {
      value: Number(value),
      unit: unit!,
      quality: quality!,
      source: source!,
      address: address!,
      note: note!,
    }
  }
}
