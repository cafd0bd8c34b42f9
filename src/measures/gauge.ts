/** One gauge: what is left of a border's or a yard's wait when trains need not change gauge there. */
import type { Crossing, Terminal } from '../dataset/dataset.js'
import { movedRange } from './change.js'

/** What a change of gauge takes of a border's wait and fee. */
export interface GaugeChange {
  /** hours */
  readonly hours: number
  /** USD per TEU */
  readonly usd: number
}

/** Whether trains change gauge on this row. */
export function changesGauge(row: Crossing | Terminal): boolean {
  return 'gaugeChange' in row ? row.gaugeChange : row.modeA === 'rail' && row.modeB === 'rail'
}

/** A border keeps what is not the change of gauge, never less than nothing. */
export function crossingOfOneGauge(row: Crossing, { hours, usd }: GaugeChange): Crossing {
  const next = Math.max(0, row.hours - hours)
  const range = movedRange({ mean: row.hours, low: row.hoursLow, high: row.hoursHigh }, next)
  return {
    ...row,
    hours: next,
    hoursLow: range.low,
    hoursHigh: range.high,
    feeUsd: Math.max(0, row.feeUsd - usd),
    gaugeChange: false,
  }
}

/** A row from rail to rail inland is nothing but the change of gauge. */
export function yardOfOneGauge(row: Terminal): Terminal {
  return { ...row, hours: 0, hoursLow: 0, hoursHigh: 0, usdPerTeu: 0 }
}
