/** The dataset's parameters with the scenario's own in their place. */
import type { Parameter } from '../../dataset/dataset.js'
import { isInMiddle } from '../../numeric/distributions.js'
import { estimatedParameter } from './resolve-estimates.js'
import { type Context, unknownName } from './resolve-names.js'
import type { WrittenParameter } from './schema.js'

/** Drawn on a calibrated ridge from low to high: values beyond its ends do not exist. */
const WITHIN_ENDS = ['valueOfTimeSpread', 'valueOfTimeMedian']

/**
 * Parameters of a run, sorted by id.
 *
 * A bare number takes the place of the value and must lie inside the dataset's range; a record may move the range too,
 * or name an estimate, whose error is then the range. What differs from the dataset counts as `estimated` and as the
 * scenario's own, unless quality and source are given.
 */
export function resolveParameters(
  context: Context,
  written: Readonly<Record<string, number | WrittenParameter>>,
): Parameter[] {
  const { parameters } = context.dataset
  for (const id of Object.keys(written)) {
    if (parameters.some(parameter => parameter.id === id)) continue
    const candidates = parameters.map(parameter => ({ id: parameter.id }))
    context.report(['parameters', id], unknownName('parameter', id, candidates), { key: true })
  }
  return parameters
    .map(parameter => {
      const own = Object.hasOwn(written, parameter.id) ? written[parameter.id] : undefined
      return own === undefined
        ? parameter
        : resolved(context, parameter, typeof own === 'number' ? { value: own } : own)
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Either a value with its range or an estimate with its coefficient; a half of one or parts of both are reported. */
function resolved(context: Context, parameter: Parameter, own: WrittenParameter): Parameter {
  const { value, estimate, coefficient, ...range } = own
  const path = ['parameters', parameter.id]
  const missing = (key: string) =>
    context.report([...path, key], {
      code: 'scenario.missing-key',
      expected: `the key ${key}`,
      found: 'no such key',
    })
  if (estimate === undefined) {
    if (value === undefined) missing('value')
    else if (coefficient !== undefined) missing('estimate')
    else return replaced(context, parameter, { ...range, value })
    return parameter
  }
  const beside = Object.keys({ ...range, ...(value === undefined ? {} : { value }) })
  if (beside.length > 0) {
    context.report([...path, beside[0]!], {
      code: 'scenario.one-choice',
      expected: 'either an estimate, which says value, range and source itself, or a value with its range',
      found: `estimate and ${beside.join(', ')}`,
      mend: 'keep one',
    })
  }
  if (coefficient === undefined) missing('coefficient')
  if (WITHIN_ENDS.includes(parameter.id)) noNormal(context, parameter.id, 'estimate')
  else if (coefficient !== undefined && beside.length === 0)
    return estimatedParameter(context, parameter, { estimate, coefficient })
  return parameter
}

function noNormal(context: Context, id: string, key: string): void {
  context.report(['parameters', id, key], {
    code: 'scenario.parameter-range',
    expected: `a distribution that ends at low and high: ${WITHIN_ENDS.join(' and ')} are calibrated between them alone`,
    found: key === 'estimate' ? 'an estimate, which is normal' : 'normal',
    mend: 'write value, low and high',
  })
}

function replaced(
  context: Context,
  parameter: Parameter,
  own: WrittenParameter & { readonly value: number },
): Parameter {
  const { value, low = parameter.low, high = parameter.high, distribution = parameter.distribution } = own
  const path = ['parameters', parameter.id]
  const unit = parameter.unit
  const lowest = Math.min(low, value)
  if (lowest < 0) {
    const expected = `a range of at least zero (${unit})`
    context.report(path, { code: 'scenario.parameter-range', expected, found: `low ${lowest}` })
  } else if (unit.startsWith('share') && Math.max(high, value) > 1) {
    const expected = `a range of at most one (${unit})`
    context.report(path, {
      code: 'scenario.parameter-range',
      expected,
      found: `high ${Math.max(high, value)}`,
    })
  } else if (!(low <= value && value <= high)) {
    context.report(path, {
      code: 'scenario.parameter-range',
      expected: `low ≤ value ≤ high (${unit})`,
      found: `low ${low}, value ${value}, high ${high}`,
      mend: `write { value: ${value}, low: ${Math.min(low, value)}, high: ${Math.max(high, value)}, source: … }`,
    })
  } else if (distribution === 'normal' && !isInMiddle({ value, low, high })) {
    context.report(path, {
      code: 'scenario.parameter-range',
      expected:
        'a value in the middle of low and high, the ends of its 95 % interval, for a normal distribution',
      found: `low ${low}, value ${value}, high ${high}`,
    })
  }
  if (distribution === 'normal' && WITHIN_ENDS.includes(parameter.id))
    noNormal(context, parameter.id, 'distribution')
  if ((distribution === 'log-triangular' || distribution === 'normal') && low === 0) {
    const expected = `a low above zero for a ${distribution} distribution`
    context.report(path, { code: 'scenario.parameter-range', expected, found: 'low 0' })
  }
  const source = own.source ?? 'the scenario'
  const next = {
    ...parameter,
    value,
    low,
    high,
    distribution,
    source,
    quality: own.quality ?? 'estimated',
  } as const
  const isSame =
    value === parameter.value &&
    low === parameter.low &&
    high === parameter.high &&
    distribution === parameter.distribution
  return isSame && own.source === undefined && own.quality === undefined ? parameter : next
}
