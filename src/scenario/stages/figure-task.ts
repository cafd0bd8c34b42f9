import { type PairClasses, pairClasses } from '../../costs/pair-classes.js'
import type { Task } from '../../ensemble/share-out.js'
import type { CostsOfPackage } from '../../network/elements/network-at.js'
import { chooserRoom } from '../../network/route-choice/lane-chooser.js'
import type { NetworkState, RouteChoiceParameters } from '../../network/route-choice/network-state.js'
import { type ChoiceSituation, chooseChangedRoutes } from '../../network/route-choice/route-choice.js'
import { openRoutesOf, totalsOfRoutes } from '../../network/route-choice/route-totals.js'

interface FigureContext extends Omit<ChoiceSituation, 'before' | 'after'> {
  readonly rulesBefore: NetworkState['rules']
  readonly rulesAfter: NetworkState['rules']
  /** Which routes are open, whatever they cost. */
  readonly openBefore: Uint8Array
  readonly openAfter: Uint8Array
  readonly parameters: RouteChoiceParameters
  /** Lanes that the package touches, all of a pair or none; ascending. */
  readonly asked: Int32Array
}

/** What cargo on some pairs pays and waits, with its routes chosen anew at other costs of the elements. */
export const figureTask: Task<FigureContext, CostsOfPackage, PairClasses> = {
  name: 'figures',
  open({ rulesBefore, rulesAfter, openBefore, openAfter, parameters, asked, ...context }) {
    const { choiceSet, lanes } = context
    const room = chooserRoom(parameters, choiceSet)
    const pairs = new Set(Array.from(asked, lane => lanes.gatewayPair[lane]))
    const routes = openRoutesOf(choiceSet, pairs, { open: openBefore }, { open: openAfter })
    return costs => {
      const totals = totalsOfRoutes(choiceSet, routes, costs, { before: openBefore, after: openAfter })
      const situation = {
        ...context,
        before: { totals: totals.before, rules: rulesBefore },
        after: { totals: totals.after, rules: rulesAfter },
      }
      return pairClasses(lanes, chooseChangedRoutes(situation, parameters, asked, { room }))
    }
  },
}
