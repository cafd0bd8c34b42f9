import type { LaneChoices } from '../../network/route-choice/route-choice.js'
import type { TimeValueRidge } from './time-value-ridge.js'

/** What cargo chooses, before its transit is laid out. */
export interface RouteChoices {
  /** On the touched lanes; undefined where none is touched. */
  readonly choices: LaneChoices | undefined
  readonly ridge: TimeValueRidge
  readonly bulkValuePerTeu: number
  /** Shares of all lanes at the central calibration. */
  readonly shareBefore: Float64Array
  readonly shareAfter: Float64Array
  /** Part of its pair's boxes on every lane. */
  readonly partBefore: Float64Array
  readonly partAfter: Float64Array
}
