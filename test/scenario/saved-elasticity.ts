import type { SavedEstimate } from '../../src/gravity/saved-estimate.js'

/** A PPML estimate of −5 on the log of a cost, with this standard error. */
export function savedElasticity(standardError: number, estimate = -5): SavedEstimate {
  return {
    keruenEstimate: 1,
    formula: 'trade ~ log(1 + tariff) | exporter + importer',
    estimator: 'ppml',
    coefficients: [{ name: 'log(1 + tariff)', estimate, standardError }],
    covariance: [[standardError * standardError]],
    errors: 'clustered',
    smallSample: 'ppmlhdfe',
    clusters: [{ name: 'pair_id', groups: 380 }],
    degreesOfFreedom: null,
    confidence: 0.95,
    sample: {
      file: 'flows.csv',
      sha256: '0'.repeat(64),
      observations: 400,
      where: ['exporter != importer'],
      leftOut: { outsideConditions: 20, missing: 0, allZero: 0, singletons: 0, separated: 0 },
    },
    provenance: { program: 'keruen 0.1.0', source: 'customs offices', licence: 'CC BY 4.0' },
  }
}
