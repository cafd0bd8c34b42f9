import type { Task } from '../ensemble/share-out.js'
import type { KeptChoices } from '../network/lane-chooser.js'
import type { RouteChoiceParameters } from '../network/network-state.js'
import {
  type ChoiceSituation,
  chooseBaselineRoutes,
  chooseChangedRoutes,
  type LaneChoices,
} from '../network/route-choice.js'

interface RouteContext {
  readonly situation: ChoiceSituation
  readonly parameters: RouteChoiceParameters
  /** See `chooseChangedRoutes`; where all is done in one thread. */
  readonly kept?: KeptChoices | undefined
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
  open:
    ({ situation, parameters, kept }) =>
    ({ asked, touched }) =>
      touched
        ? chooseChangedRoutes(situation, parameters, asked, kept)
        : chooseBaselineRoutes(situation, parameters, asked),
}
