/** Quantile functions of the distributions that parameters may have. */
import { type Issue, KeruenError } from '../errors.js'
import { exp, log } from './elementary.js'

/** A parameter's distribution; structurally part of a dataset's `Parameter`. */
export interface RangedValue {
  readonly id: string
  /** Mode of the triangular forms; the value itself where fixed. */
  readonly value: number
  readonly low: number
  readonly high: number
  readonly distribution: 'fixed' | 'uniform' | 'triangular' | 'log-triangular'
}

/**
 * Quantile of a parameter at probability p.
 *
 * fixed: `value` whatever p; uniform: low + p (high − low); triangular: density zero at low and high, greatest at
 * `value`; log-triangular: the logarithm is triangular with its mode at ln `value`, so that `value` is the most
 * likely on a logarithmic axis and low > 0 is needed.
 *
 * @param p 0 … 1; 0 gives low and 1 gives high.
 * @throws KeruenError `parameter.bad-range` unless low ≤ value ≤ high are finite (and low > 0 where logarithmic);
 *         RangeError for p outside 0 … 1.
 */
export function parameterQuantile(parameter: RangedValue, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a probability lies between 0 and 1, not ${p}`)
  const issue = rangeIssue(parameter)
  if (issue !== undefined) throw new KeruenError('input', issue)
  const { value, low, high } = parameter
  switch (parameter.distribution) {
    case 'fixed':
      return value
    case 'uniform':
      return within(low, high, low + p * (high - low))
    case 'triangular':
      return within(low, high, triangularQuantile(low, value, high, p))
    case 'log-triangular':
      // the ends exactly, not as exp(log(end))
      if (p === 0) return low
      if (p === 1) return high
      return within(low, high, exp(triangularQuantile(log(low), log(value), log(high), p)))
  }
}

/** Quantile of the triangular distribution on low … high with the given mode; low where it has no width. */
export function triangularQuantile(low: number, mode: number, high: number, p: number): number {
  const width = high - low
  if (width === 0) return low
  const below = (mode - low) / width
  return p < below
    ? low + Math.sqrt(p * width * (mode - low))
    : high - Math.sqrt((1 - p) * width * (high - mode))
}

function rangeIssue(parameter: RangedValue): Issue | undefined {
  const { id, value, low, high, distribution } = parameter
  const ordered = Number.isFinite(low) && Number.isFinite(high) && low <= value && value <= high
  const positive = distribution !== 'log-triangular' || low > 0
  if (ordered && positive) return undefined
  return {
    code: 'parameter.bad-range',
    at: { field: id },
    expected: `${positive ? '' : '0 < '}low ≤ value ≤ high, all finite`,
    found: `low ${low}, value ${value}, high ${high}`,
    mend: `Give ${id} a range that holds its value`,
  }
}

function within(low: number, high: number, x: number): number {
  return Math.min(high, Math.max(low, x))
}
