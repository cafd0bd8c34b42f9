/** What stands beside each step of the method: papers, code, and the parameters that it assumes. */
export const STEP_IDS = ['routes', 'avoidance', 'costs', 'equilibrium', 'income', 'ranges'] as const
export type StepId = (typeof STEP_IDS)[number]

interface StepFacts {
  /** Papers, or where else it comes from. */
  readonly source: readonly string[] | 'calibrated' | 'ours'
  readonly code: string
  /** Ids of the dataset's parameters. */
  readonly parameters: readonly string[]
}

export const STEP_FACTS: Readonly<Record<StepId, StepFacts>> = {
  routes: {
    source: ['McFadden (1978)', 'Ben-Akiva and Bierlaire (1999)'],
    code: 'choose, overlapFactors',
    parameters: ['valueOfTimeMedian', 'valueOfTimeSpread', 'routeDispersion', 'seaDispersion'],
  },
  avoidance: { source: 'calibrated', code: 'ruleOfPair, groupWeights', parameters: [] },
  costs: {
    source: ['Hummels and Schaur (2013)'],
    code: 'generalCargoHat, joinFlown, icebergHat, bulkBySea',
    parameters: [
      'valueOfDay',
      'valuePerTeuIntercontinental',
      'valuePerTeuRegional',
      'intercontinentalDistance',
      'bulkShareFactor',
      'airShareFactor',
      'bulkValuePerTeu',
      'idleBulkShare',
      'defaultTariff',
      'documentShareOfCrossing',
      'physicalHandlingHoursRail',
      'physicalHandlingHoursRoad',
      'shipSupplyElasticity',
      'trainSupplyElasticity',
    ],
  },
  equilibrium: {
    source: ['Dekle, Eaton and Kortum (2008)', 'Caliendo and Parro (2015)'],
    code: 'solveEquilibrium',
    parameters: ['tradeElasticity'],
  },
  income: { source: 'ours', code: 'realIncomeHat', parameters: [] },
  ranges: {
    source: ['Hyndman and Fan (1996)'],
    code: 'drawnParameters, moveToFigures, parameterRange',
    parameters: [],
  },
}

/** Files of the program to read on in, by the name of what is said of them. */
export const FURTHER = {
  howItWorks: 'docs/how-it-works.md',
  network: 'docs/models/network.md',
  equilibrium: 'docs/models/equilibrium.md',
  data: 'docs/data.md',
  plausibility: 'docs/plausibility.md',
  glossary: 'docs/glossary.md',
} as const
export const FURTHER_NAMES = Object.keys(FURTHER) as (keyof typeof FURTHER)[]
