/** What route choice is asked about: a state of the network, and how cargo chooses. */
import type { AvoidanceRule, NetworkTables } from '../../dataset/dataset.js'
import type { RouteTotals } from './route-totals.js'
import type { TimeValueGrid } from './time-values.js'

export interface RouteChoiceParameters {
  readonly timeValues: TimeValueGrid
  /** USD per TEU. */
  readonly dispersion: number
  /** USD per TEU, within the sea nest. */
  readonly seaDispersion: number
}

/** A network with who avoids what and what is closed. */
export interface NetworkSituation {
  readonly tables: NetworkTables
  readonly closedPlaces: ReadonlySet<string>
  readonly rules: readonly AvoidanceRule[]
}

/** What the network offers, and who avoids what. */
export interface NetworkState {
  readonly totals: RouteTotals
  readonly rules: readonly AvoidanceRule[]
}
