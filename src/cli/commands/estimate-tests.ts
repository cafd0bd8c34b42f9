import {
  type DerivedEstimate,
  type GravityEstimate,
  KeruenError,
  linearCombination,
  parseCombination,
  parseRestriction,
  type WaldTest,
  waldTest,
} from '../../index.js'
import type { EstimateRun } from './estimate-run.js'

/** What came of a `--test` in one model. */
export interface EstimateTest {
  readonly text: string
  /** Of restrictions; several, separated by a semicolon, are tested together. */
  readonly wald?: WaldTest
  /** Of a sum without an equals sign, or of the left side of a single restriction against zero. */
  readonly combination?: DerivedEstimate
}

/**
 * A test in every model that has its coefficients, otherwise null.
 *
 * @throws KeruenError (usage) `gravity.restriction` where no model has them; what `waldTest` throws.
 */
export function testEstimate(text: string, runs: readonly EstimateRun[]): (EstimateTest | null)[] {
  let fault: unknown
  const tests = runs.map(({ fitted }) => {
    try {
      return testOf(text, fitted.estimate)
    } catch (error) {
      if (!(error instanceof KeruenError) || error.code !== 'gravity.restriction') throw error
      fault ??= error
      return null
    }
  })
  if (tests.every(test => test === null)) throw fault
  return tests
}

function testOf(text: string, estimate: GravityEstimate): EstimateTest {
  const names = estimate.coefficients.map(({ name }) => name)
  if (!text.includes('=')) {
    const { weights, constant } = parseCombination(text, names)
    return { text, combination: linearCombination(estimate, weights, constant) }
  }
  const restrictions = text.split(';').map(part => parseRestriction(part.trim(), names))
  return { text, wald: waldTest(estimate, restrictions) }
}
