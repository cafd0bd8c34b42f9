/** What `closureTable` is asked: a network as it is, what can be closed, and what cargo is worth. */
import type { Link } from '../dataset/dataset.js'
import type { ChoiceSet } from '../network/choice-set/choice-set.js'
import type { NetworkLevers } from '../network/least-cost/replacement-costs.js'
import type { Lanes } from '../network/route-choice/lanes.js'
import type { NetworkState } from '../network/route-choice/network-state.js'
import type { RouteTotals } from '../network/route-choice/route-totals.js'
import type { BulkLanes } from '../network/traffic/bulk-lanes.js'
import type { ClosureWays } from './closure-ways.js'

/** The network as it is, on which things are closed one at a time. */
export interface ClosureSituation {
  readonly choiceSet: ChoiceSet
  readonly lanes: Lanes
  readonly bulkLanes: BulkLanes
  readonly links: readonly Link[]
  /** Flags of each rule's territory by route, see `territoryFlags`. */
  readonly territory: readonly Uint8Array[]
  readonly state: NetworkState
  /** Totals of the routes as bulk pays, see `bulkTotals`. */
  readonly bulkTotals: RouteTotals
}

/** What can be closed: every element belongs to one lever at most. */
export interface ClosureLevers extends NetworkLevers {
  /** The best way round each lever by itself; without it only the stored routes are left when one closes. */
  readonly ways?: ClosureWays
  /** Lever that closes each gateway of the choice set as a port, −1 where none does: an outlet that closes loads nothing. */
  readonly ofGateway?: Int16Array
}

/** What a TEU is worth, by country pair (n × n, USD), and the numbers behind the worth of time. */
export interface ClosureValues {
  readonly economies: number
  /** n × n, USD per TEU of general cargo. */
  readonly value: Float64Array
  /** Share of value that a day is worth to trade beyond route choice. */
  readonly valueOfDay: number
  /** USD per TEU-equivalent of bulk. */
  readonly bulkValue: number
}
