/** An estimate as it is kept in a file: enough to derive numbers from it with their errors, and to say where they come from. */
import * as z from 'zod/mini'
import { type Issue, KeruenError } from '../errors.js'
import type { FittedGravity } from './estimate-gravity.js'
import { parseCombination } from './inference/restriction.js'
import { type DerivedEstimate, linearCombination } from './inference/wald.js'

/** Version of the format. */
const FORMAT = 1

const text = z.string().check(z.minLength(1))
const count = z.int().check(z.gte(0))
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/))

const RECORD = z.strictObject({
  /** Version of this format. */
  keruenEstimate: z.literal(FORMAT),
  /** The model as text that reads back to itself. */
  formula: text,
  estimator: z.enum(['ppml', 'ols']),
  /** Slopes and covariance are those without the bias of three-way PPML. */
  biasCorrected: z.optional(z.literal(true)),
  coefficients: z
    .array(
      z.strictObject({ name: text, estimate: z.number(), standardError: z.number().check(z.positive()) }),
    )
    .check(z.minLength(1)),
  /** A row for each coefficient, in their order. */
  covariance: z.array(z.array(z.number())),
  /** Which errors, and which small-sample factor by name. */
  errors: z.enum(['iid', 'heteroskedastic', 'clustered']),
  smallSample: z.enum(['ppmlhdfe', 'alpaca', 'fixest']),
  clusters: z.array(z.strictObject({ name: text, groups: count })),
  /** Of Student's distribution; null is the normal distribution. */
  degreesOfFreedom: z.nullable(z.number().check(z.positive())),
  /** Of the intervals that were shown. */
  confidence: z.number().check(z.gt(0), z.lt(1)),
  sample: z.strictObject({
    /** Name as it was written, and SHA-256 of its bytes. */
    file: text,
    sha256,
    observations: count,
    where: z.array(z.string()),
    weights: z.optional(text),
    offset: z.optional(text),
    /** Rows, by reason. */
    leftOut: z.strictObject({
      outsideConditions: count,
      missing: count,
      allZero: count,
      singletons: count,
      separated: count,
    }),
  }),
  provenance: z.strictObject({
    /** Program and version. */
    program: text,
    /** ISO date on which it was made. */
    date: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
    /** Where the data come from, and under which licence, as the person says. */
    source: z.optional(text),
    licence: z.optional(text),
  }),
})

/** The record of a file of `keruen estimate … --save`. */
export type SavedEstimate = z.infer<typeof RECORD>

/** What an estimate does not know of itself. */
export interface EstimateFacts {
  readonly file: string
  /** SHA-256 of the file's bytes, hex. */
  readonly sha256: string
  readonly where?: readonly string[]
  readonly weights?: string | undefined
  readonly offset?: string | undefined
  /** Program and version, e.g. `keruen 0.1.0`. */
  readonly program: string
  /** ISO date; the core has no clock. */
  readonly date?: string | undefined
  readonly source?: string | undefined
  readonly licence?: string | undefined
}

/**
 * An estimate as a record of plain values; `JSON.stringify` of it is the file. Where the bias was corrected, the slopes
 * without it are kept.
 *
 * @throws KeruenError `saved-estimate.no-error` (input): a coefficient without a standard error above zero; nothing could
 *         be said about the range of what is derived from it.
 */
export function savedEstimate(
  { estimate, corrected, formula, outsideConditions, missing }: FittedGravity,
  facts: EstimateFacts,
): SavedEstimate {
  const { degreesOfFreedom, leftOut } = estimate
  const { coefficients, covariance } = corrected ?? estimate
  const exact = coefficients.filter(({ standardError }) => !(standardError > 0))
  if (exact.length > 0 || coefficients.length === 0) {
    throw new KeruenError('input', {
      code: 'saved-estimate.no-error',
      at: { file: facts.file, field: exact[0]?.name ?? 'coefficients' },
      expected: 'coefficients, each with a standard error above zero',
      found: exact.length > 0 ? `standard error ${exact[0]!.standardError}` : 'none',
    })
  }
  const { file, sha256, where = [], weights, offset, program, date, source, licence } = facts
  const size = coefficients.length
  return {
    keruenEstimate: FORMAT,
    formula,
    estimator: estimate.estimator,
    ...(corrected === null ? {} : { biasCorrected: true as const }),
    coefficients: coefficients.map(({ name, estimate, standardError }) => ({
      name,
      estimate,
      standardError,
    })),
    covariance: coefficients.map((_, k) => Array.from(covariance.subarray(k * size, (k + 1) * size))),
    errors: estimate.errors,
    smallSample: estimate.smallSample,
    clusters: [...estimate.clusters],
    degreesOfFreedom: degreesOfFreedom === Number.POSITIVE_INFINITY ? null : degreesOfFreedom,
    confidence: estimate.confidence,
    sample: {
      file,
      sha256,
      observations: estimate.observations,
      where: [...where],
      ...(weights === undefined ? {} : { weights }),
      ...(offset === undefined ? {} : { offset }),
      leftOut: {
        outsideConditions,
        missing: missing.reduce((total, { rows }) => total + rows.length, 0),
        allZero: leftOut.allZero.length,
        singletons: leftOut.singletons.length,
        separated: leftOut.separated.length,
      },
    },
    provenance: {
      program,
      ...(date === undefined ? {} : { date }),
      ...(source === undefined ? {} : { source }),
      ...(licence === undefined ? {} : { licence }),
    },
  }
}

/**
 * Reads the text of such a file.
 *
 * @param file its name in errors.
 * @throws KeruenError (input) `saved-estimate.not-json`, `.unknown-version`, or every field at fault:
 *         `saved-estimate.wrong-field`, `.unknown-field`, and `.inconsistent` where covariance and errors disagree.
 */
export function readSavedEstimate(text: string, file: string): SavedEstimate {
  const value = parsed(text, file)
  const version = (value as { keruenEstimate?: unknown } | null)?.keruenEstimate
  if (version !== FORMAT) {
    throw new KeruenError('input', {
      code: 'saved-estimate.unknown-version',
      at: { file, field: 'keruenEstimate' },
      expected: `a file of keruen estimate --save, format version ${FORMAT}`,
      found: version === undefined ? 'no such field' : JSON.stringify(version),
      mend:
        typeof version === 'number' && version > FORMAT
          ? 'Update Keruen to read a newer format'
          : 'Write it with keruen estimate … --save',
    })
  }
  const result = RECORD.safeParse(value)
  const issues = result.success
    ? inconsistencies(result.data)
    : result.error.issues.flatMap(issue => faultsOf(issue, value))
  if (issues.length > 0) {
    throw new KeruenError(
      'input',
      issues.map(issue => ({ ...issue, at: { file, ...issue.at } })),
    )
  }
  return result.data!
}

/**
 * A sum of its coefficients, such as `-log_tariff`, with the ends of its interval at 95 %, whichever was shown.
 *
 * @throws KeruenError `gravity.restriction` (usage): what is no sum, or no coefficient of it; the nearest are told.
 */
export function savedCombination(saved: SavedEstimate, text: string): DerivedEstimate {
  const { coefficients, covariance, degreesOfFreedom } = saved
  const names = coefficients.map(({ name }) => name)
  const { weights, constant } = parseCombination(text, names)
  const slopes = {
    // what the combination does not read of a coefficient is not in the file
    coefficients: coefficients.map(slope => ({
      ...slope,
      statistic: Number.NaN,
      pValue: Number.NaN,
      low: Number.NaN,
      high: Number.NaN,
    })),
    covariance: Float64Array.from(covariance.flat()),
    degreesOfFreedom: degreesOfFreedom ?? Number.POSITIVE_INFINITY,
    confidence: 0.95,
  }
  return linearCombination(slopes, weights, constant)
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new KeruenError('input', {
      code: 'saved-estimate.not-json',
      at: { file },
      expected: 'JSON, as keruen estimate --save writes it',
      found: text.trim() === '' ? 'an empty file' : (error as Error).message,
    })
  }
}

/** Of a variance: what its root may be off. */
const ROUNDING = 1e-9

function inconsistencies({ coefficients, covariance }: SavedEstimate): Issue[] {
  const size = coefficients.length
  const code = 'saved-estimate.inconsistent'
  if (covariance.length !== size || covariance.some(row => row.length !== size)) {
    const expected = `${size} rows of ${size} numbers, one for each coefficient`
    const found = `${covariance.length} rows of ${[...new Set(covariance.map(row => row.length))].join(', ')}`
    return [{ code, at: { field: 'covariance' }, expected, found }]
  }
  const issues: Issue[] = []
  covariance.forEach((row, k) => {
    const { name, standardError } = coefficients[k]!
    const variance = standardError * standardError
    if (!(Math.abs(row[k]! - variance) <= ROUNDING * variance)) {
      const expected = `the square of the standard error of ${name}, ${variance}`
      issues.push({ code, at: { field: `covariance[${k}][${k}]` }, expected, found: String(row[k]) })
    }
    for (let l = 0; l < k; l++) {
      const scale = standardError * coefficients[l]!.standardError
      if (Math.abs(row[l]! - covariance[l]![k]!) <= ROUNDING * scale) continue
      const expected = `the same as covariance[${l}][${k}], ${covariance[l]![k]}`
      issues.push({ code, at: { field: `covariance[${k}][${l}]` }, expected, found: String(row[l]) })
    }
  })
  const names = coefficients.map(({ name }) => name)
  names.forEach((name, k) => {
    if (names.indexOf(name) === k) return
    const expected = 'names that differ'
    issues.push({ code, at: { field: `coefficients[${k}].name` }, expected, found: `${name} twice` })
  })
  return issues
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a finite number',
  int: 'a whole number',
  array: 'a list',
  object: 'an object',
}

function faultsOf(issue: z.core.$ZodIssue, value: unknown): Issue[] {
  const field = issue.path.reduce<string>(
    (path, part) =>
      typeof part === 'number' ? `${path}[${part}]` : path === '' ? String(part) : `${path}.${String(part)}`,
    '',
  )
  if (issue.code === 'unrecognized_keys') {
    const at = (key: string) => ({ field: field === '' ? key : `${field}.${key}` })
    return issue.keys.map(key => ({
      code: 'saved-estimate.unknown-field',
      at: at(key),
      expected: 'no such field',
      found: key,
    }))
  }
  const written = issue.path.reduce<unknown>(
    (at, part) => (at as Record<PropertyKey, unknown>)?.[part],
    value,
  )
  const found = written === undefined ? 'no such field' : (JSON.stringify(written) ?? '').slice(0, 60)
  return [{ code: 'saved-estimate.wrong-field', at: { field }, expected: expectationOf(issue), found }]
}

function expectationOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? issue.expected
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`
    case 'too_small':
      if (issue.origin === 'string') return 'a text that is not empty'
      if (issue.origin === 'array') return `at least ${issue.minimum} entry`
      return `a number ${issue.inclusive ? 'of at least' : 'above'} ${issue.minimum}`
    case 'too_big':
      return `a number ${issue.inclusive ? 'of at most' : 'below'} ${issue.maximum}`
    case 'invalid_format':
      return String(issue.path.at(-1)) === 'date' ? 'a date as year-month-day' : '64 hex digits'
    default:
      return 'another value'
  }
}
