import type { CorrectedEstimate, DerivedEstimate } from '../../index.js'
import { leftOutRows } from './estimate-numbers.js'
import type { EstimateRun } from './estimate-run.js'
import type { EstimateTest } from './estimate-tests.js'

/** Rows of one reason that are named; those that are fitted by zero more fully: who looks for them wants all. */
const NAMED = 10
const NAMED_ZEROS = 1000

/** An estimate as plain data: numbers as they are, null for what does not exist. */
export function estimateRecord({ table, fitted }: EstimateRun, tests: readonly (EstimateTest | null)[]) {
  const { estimate, formula, outsideConditions } = fitted
  return {
    file: table.file,
    formula,
    estimator: estimate.estimator,
    outcome: estimate.outcomeName,
    observations: estimate.observations,
    coefficients: estimate.coefficients.map(({ name, ...rest }) => ({ name, ...numbers(rest) })),
    errors: estimate.errors,
    smallSample: estimate.smallSample,
    confidence: estimate.confidence,
    degreesOfFreedom: number(estimate.degreesOfFreedom),
    clusters: estimate.clusters,
    effects: estimate.effects,
    leftOut: { outsideConditions, ...leftOut({ table, fitted }) },
    collinear: estimate.collinear,
    fit: numbers(estimate.fit),
    covariance: matrixRows(estimate.covariance, estimate.coefficients.length),
    passes: estimate.passes,
    ...(fitted.corrected === null ? {} : { biasCorrected: correctedRecord(fitted.corrected) }),
    ...(tests.length === 0 ? {} : { tests: tests.filter(test => test !== null).map(testRecord) }),
  }
}

function correctedRecord({ bias, coefficients, covariance }: CorrectedEstimate) {
  const size = coefficients.length
  return {
    coefficients: coefficients.map(({ name, ...rest }, k) => ({ name, bias: bias[k]!, ...numbers(rest) })),
    covariance: matrixRows(covariance, size),
  }
}

function matrixRows(matrix: Float64Array, size: number): (number | null)[][] {
  return Array.from({ length: size }, (_, row) =>
    Array.from(matrix.subarray(row * size, (row + 1) * size), number),
  )
}

function leftOut({ table, fitted }: Pick<EstimateRun, 'table' | 'fitted'>) {
  const unit = table.lineOf === undefined ? 'rows' : 'lines'
  const place = (row: number) => table.lineOf?.(row) ?? row + 1
  const reasons = leftOutRows(fitted)
  const record = (key: string, most: number) => {
    const rows = reasons.find(reason => reason.key === key)?.rows ?? new Int32Array(0)
    return { count: rows.length, [unit]: Array.from(rows.subarray(0, most), place) }
  }
  return {
    missing: reasons
      .filter(({ key }) => key === 'missing')
      .map(({ why, rows }) => ({
        why,
        count: rows.length,
        [unit]: Array.from(rows.subarray(0, NAMED), place),
      })),
    allZero: record('allZero', NAMED_ZEROS),
    singletons: record('singletons', NAMED),
    separated: record('separated', NAMED_ZEROS),
  }
}

function testRecord({ text, wald, combination }: EstimateTest) {
  if (wald === undefined) return { test: text, ...numbers(combination as DerivedEstimate) }
  const { distribution, statistic, numerator, denominator, pValue } = wald
  return { test: text, distribution, ...numbers({ statistic, numerator, denominator, pValue }) }
}

function numbers<Key extends string>(values: { readonly [key in Key]: number | null }) {
  const entries = Object.entries<number | null>(values).map(([key, value]) => [key, number(value)])
  return Object.fromEntries(entries) as Record<Key, number | null>
}

/** JSON knows no infinity and no number that is none. */
function number(value: number | null): number | null {
  return value === null || !Number.isFinite(value) ? null : value
}
