import type { Task } from '../../ensemble/share-out.js'
import { chooserRoom } from '../../network/route-choice/lane-chooser.js'
import type { RouteChoiceParameters } from '../../network/route-choice/network-state.js'
import {
  type ChoiceSituation,
  type ChoicesInHand,
  chooseBaselineRoutes,
  chooseChangedRoutes,
  type LaneChoices,
} from '../../network/route-choice/route-choice.js'

interface RouteContext {
  readonly situation: ChoiceSituation
  readonly parameters: RouteChoiceParameters
  /** Of the thread that asks. */
  readonly inHand?: ChoicesInHand
}

/** Lanes that a package touches, or that keep their shares. */
interface RouteJob {
  readonly asked: Int32Array
  readonly touched: boolean
}

/** Choices of touched lanes, or packed shares of the others. */
type ChosenRoutes = LaneChoices | Float64Array

/** Route choice of some lanes. */
export const routeTask: Task<RouteContext, RouteJob, ChosenRoutes> = {
  name: 'routes',
  open({ situation, parameters, inHand }) {
    const room = inHand?.kept?.room ?? chooserRoom(parameters, situation.choiceSet)
    return ({ asked, touched }) =>
      touched
        ? chooseChangedRoutes(situation, parameters, asked, { ...inHand, room })
        : chooseBaselineRoutes(situation, parameters, asked, room)
  },
}
