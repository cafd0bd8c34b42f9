/** What stands beside each step of the method: papers, code, and the parameters that it assumes. */
export const STEP_IDS = ['routes', 'avoidance', 'costs', 'equilibrium', 'income', 'ranges'] as const
export type StepId = (typeof STEP_IDS)[number]

interface StepFacts {
  /** Empty: our own. */
  readonly papers: readonly string[]
  readonly code: string
  /** Ids of the dataset's parameters. */
  readonly parameters: readonly string[]
}

export const STEP_FACTS: Readonly<Record<StepId, StepFacts>> = {
  routes: {
    papers: ['McFadden (1978)', 'Ben-Akiva and Bierlaire (1999)'],
    code: 'chooseRoutes, overlapFactors',
    parameters: ['valueOfTimeMedian', 'valueOfTimeSpread', 'routeDispersion', 'seaDispersion'],
  },
  avoidance: { papers: [], code: 'ruleOfPair, groupWeights', parameters: [] },
  costs: {
    papers: ['Hummels and Schaur (2013)'],
    code: 'generalCargoHat, icebergHat, bulkBySeaHat',
    parameters: [
      'valueOfDay',
      'valuePerTeuIntercontinental',
      'valuePerTeuRegional',
      'intercontinentalDistance',
      'bulkShareFactor',
      'bulkValuePerTeu',
      'defaultTariff',
      'documentShareOfCrossing',
      'physicalHandlingHoursRail',
      'physicalHandlingHoursRoad',
    ],
  },
  equilibrium: {
    papers: ['Dekle, Eaton and Kortum (2008)', 'Caliendo and Parro (2015)'],
    code: 'solveEquilibrium',
    parameters: ['tradeElasticity'],
  },
  income: { papers: [], code: 'realIncomeHat', parameters: [] },
  ranges: { papers: ['Hyndman and Fan (1996)'], code: 'drawnParameters, parameterRange', parameters: [] },
}
