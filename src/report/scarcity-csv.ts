/** What is scarce, as tables for other programs: capacities where some are stated, freight rates where they answer demand. */
import type { CapacityResult, FreightMarketResult } from '../scenario/result/result.js'
import { csv } from './csv.js'

/** `capacities.csv`: what may pass where a capacity is stated, TEU a year, and the queue of the scenario, hours. */
export function capacitiesCsv(capacities: readonly CapacityResult[]): string {
  const header = [
    'id',
    'kind',
    'label',
    'stated_teu_before',
    'stated_teu_after',
    'limit_teu_before',
    'limit_teu_after',
    'teu_before',
    'teu_after',
    'used_share_before',
    'used_share_after',
    'queue_hours',
    'quality',
  ]
  return csv(
    header,
    capacities.map(({ id, kind, label, statedTeu, limitTeu, teu, usedShare, queueHours, quality }) => [
      id,
      kind,
      label,
      statedTeu.before,
      statedTeu.after,
      limitTeu.before,
      limitTeu.after,
      teu.before,
      teu.after,
      usedShare.before,
      usedShare.after,
      queueHours,
      quality,
    ]),
  )
}

/** `freight-rates.csv`: units a year, USD per unit, million USD a year. */
export function freightRatesCsv(markets: readonly FreightMarketResult[]): string {
  const header = [
    'id',
    'name',
    'unit',
    'supply_elasticity',
    'units_before',
    'units_after',
    'usd_per_unit_before',
    'usd_per_unit_after',
    'paid_more_musd',
    'quality',
    'source',
  ]
  return csv(
    header,
    markets.map(({ id, name, unit, supplyElasticity, use, usdPerUnit, paidMoreMusd, quality, source }) => [
      id,
      name,
      unit,
      supplyElasticity,
      use.before,
      use.after,
      usdPerUnit.before,
      usdPerUnit.after,
      paidMoreMusd,
      quality,
      source,
    ]),
  )
}
