/** Quantile functions of the distributions that parameters may have. */
import { type Issue, KeruenError } from '../errors.js'
import { exp, log } from './elementary.js'
import { normalQuantile, normalTail } from './probability.js'

export const DISTRIBUTIONS = ['fixed', 'uniform', 'triangular', 'log-triangular', 'normal'] as const
export type Distribution = (typeof DISTRIBUTIONS)[number]

/** A parameter's distribution; structurally part of a dataset's `Parameter`. */
export interface RangedValue {
  readonly id: string
  /** Mode of the triangular forms and of the normal; the value itself where fixed. */
  readonly value: number
  /** Ends of the range; of the normal, ends of its 95 % interval. */
  readonly low: number
  readonly high: number
  readonly distribution: Distribution
}

/** z with P(−z < Z < z) = 0.95 of the standard normal distribution. */
const WITHIN_95 = normalQuantile(0.975)
/** Of its width: what a normal interval's middle may lie beside the value, so that printed digits will do. */
const MIDDLE_SLACK = 0.01

/**
 * Quantile of a parameter at probability p.
 *
 * fixed: `value` whatever p; uniform: low + p (high − low); triangular: density zero at low and high, greatest at
 * `value`; log-triangular: the logarithm is triangular with its mode at ln `value`, so that `value` is the most
 * likely on a logarithmic axis and low > 0 is needed. normal: low and high are the ends of the 95 % interval around
 * `value`, and the tails go on beyond them: as no parameter of the model is negative, to zero and as far up.
 *
 * @param p 0 … 1; 0 gives low and 1 gives high, with the normal zero and twice the value.
 * @throws KeruenError `parameter.bad-range` unless low ≤ value ≤ high are finite (and low > 0 where logarithmic or
 *         normal, and `value` in the middle where normal); RangeError for p outside 0 … 1.
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
    case 'normal':
      return truncatedNormalQuantile(value, (high - low) / (2 * WITHIN_95), p)
  }
}

/** Quantile of the normal distribution between zero and twice its mean; the mean where it has no width. */
function truncatedNormalQuantile(mean: number, deviation: number, p: number): number {
  if (deviation === 0) return mean
  if (p === 0 || p === 1) return p * 2 * mean
  const cutOff = normalTail(mean / deviation) / 2
  const z = normalQuantile(cutOff + p * (1 - 2 * cutOff))
  return within(0, 2 * mean, mean + deviation * z)
}

/**
 * Whether value lies in the middle of low and high, as the normal distribution needs it; to a hundredth of the range.
 */
export function isInMiddle({ value, low, high }: Pick<RangedValue, 'value' | 'low' | 'high'>): boolean {
  return Math.abs((low + high) / 2 - value) <= MIDDLE_SLACK * (high - low)
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
  const isNormal = distribution === 'normal'
  const positive = (distribution !== 'log-triangular' && !isNormal) || low > 0
  if (ordered && positive && (!isNormal || isInMiddle(parameter))) return undefined
  return {
    code: 'parameter.bad-range',
    at: { field: id },
    expected: `${positive ? '' : '0 < '}low ≤ value ≤ high, all finite${isNormal ? ', value in the middle' : ''}`,
    found: `low ${low}, value ${value}, high ${high}`,
    mend: `Give ${id} a range that holds its value`,
  }
}

function within(low: number, high: number, x: number): number {
  return Math.min(high, Math.max(low, x))
}
