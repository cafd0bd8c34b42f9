/** The part of a result that can be told at once, at the central parameters: what a page shows while a hand still drags. */
import type { CountryResult, FlowsResult, Result } from './result.js'

/** What takes longer than a hand waits: it comes with the ranges. */
type LaterOfCountry =
  | 'transitTeuBefore'
  | 'transitTeuChange'
  | 'transitRevenueBeforeMusd'
  | 'transitRevenueChangeMusd'

/** A country's row; the fields of its transit are absent until the whole result is there. */
export type CentralCountry = Omit<CountryResult, LaterOfCountry> &
  Partial<Pick<CountryResult, LaterOfCountry>>

/**
 * Every field as in `Result`, to the printed digits; every `Range` has its low and high end at the value.
 * A `Result` is one too.
 */
export interface CentralResult
  extends Pick<
    Result,
    | 'program'
    | 'dataset'
    | 'scenario'
    | 'corridors'
    | 'links'
    | 'waits'
    | 'capacities'
    | 'freightMarkets'
    | 'trafficPoints'
  > {
  readonly bloc: Pick<
    Result['bloc'],
    | 'id'
    | 'asOf'
    | 'members'
    | 'realIncomeChangeMusd'
    | 'turnoverBeforeMusd'
    | 'turnoverBridge'
    | 'turnoverChangeMusd'
    | 'turnoverShareBeforePercent'
    | 'pairs'
  >
  readonly countries: readonly CentralCountry[]
  readonly flows: Pick<FlowsResult, 'economies' | 'before' | 'after' | 'quality'>
}
