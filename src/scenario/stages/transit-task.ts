import type { Task } from '../../ensemble/share-out.js'
import type { ChoiceSet } from '../../network/choice-set/choice-set.js'
import type { Lanes } from '../../network/route-choice/lanes.js'
import {
  type TransitLayer,
  type TransitOwners,
  type TransitTable,
  transitTable,
} from '../../network/traffic/transit.js'

interface TransitContext {
  readonly choiceSet: ChoiceSet
  readonly lanes: Lanes
  readonly owners: TransitOwners
  readonly economyCount: number
  readonly plans: readonly TransitPlan[]
}

/** Lanes that are laid out in one table, and where the shares of each begin in all layers. */
interface TransitPlan {
  readonly asked: Int32Array
  readonly start: Uint32Array
  readonly layers: readonly TransitLayer[]
}

/** Lays out the transit of the plan at an index. */
export const transitTask: Task<TransitContext, number, TransitTable> = {
  name: 'transit',
  open:
    ({ choiceSet, lanes, owners, economyCount, plans }) =>
    plan => {
      const { asked, start, layers } = plans[plan]
      return transitTable(choiceSet, lanes, asked, start, layers, owners, economyCount)
    },
}
