/** Observed traffic by point, metric and period, from the table of published volumes. */
import { type InputRow, numberOf } from './replication.js'

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
 * Looks figures up. Where several rows fit, the published one counts, and of those the one without a note, since a note
 * narrows what was counted.
 *
 * @param rows of `corridor-traffic`.
 * @throws Error naming what is missing or not unique.
 */
export function observedTraffic(rows: readonly InputRow[]): Observed {
  return (point, period, metric = 'containers') => {
    const found = rows.filter(row => row.point === point && row.period === period && row.metric === metric)
    const known = found.length > 1 ? found.filter(row => row.quality !== 'estimated') : found
    const best = known.length > 1 ? known.filter(row => row.note === '') : known
    if (best.length !== 1) {
      throw new Error(
        `corridor-traffic: ${best.length} rows fit ${point}, ${metric}, ${period}; one is needed`,
      )
    }
    const { value, unit, quality, source, address, note } = best[0]!
    return {
      value: numberOf(value, `${point}, ${metric}, ${period}`),
      unit: unit!,
      quality: quality!,
      source: source!,
      address: address!,
      note: note!,
    }
  }
}
