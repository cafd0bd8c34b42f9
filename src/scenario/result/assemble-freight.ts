/** Rows of the markets whose rates answer demand. */
import type { MarketState } from '../stages/freight-rate-stage.js'
import type { FreightMarketResult } from './result.js'

/** In the order of the dataset; none where rates are as stated. */
export function freightMarketRows(markets: readonly MarketState[]): FreightMarketResult[] {
  return markets.map(({ market, supplyElasticity, use, usd }) => ({
    id: market.id,
    name: market.name,
    unit: market.unit,
    supplyElasticity,
    use,
    usdPerUnit: usd,
    paidMoreMusd: ((usd.after - usd.before) * use.after) / 1e6,
    quality: market.quality,
    source: market.source,
  }))
}
