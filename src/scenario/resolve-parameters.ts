/** The dataset's parameters with the scenario's own in their place. */
import type { Parameter } from '../dataset/dataset.js'
import { type Context, unknownName } from './resolve-names.js'
import type { WrittenParameter } from './schema.js'

/**
 * Parameters of a run, sorted by id.
 *
 * A bare number takes the place of the value and must lie inside the dataset's range; a record may move the range too.
 * What differs from the dataset counts as `estimated` and as the scenario's own, unless quality and source are given.
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
        : replaced(context, parameter, typeof own === 'number' ? { value: own } : own)
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

function replaced(context: Context, parameter: Parameter, own: WrittenParameter): Parameter {
  const { value, low = parameter.low, high = parameter.high, distribution = parameter.distribution } = own
  const path = ['parameters', parameter.id]
  const unit = parameter.unit
  if (!(low <= value && value <= high)) {
    context.report(path, {
      code: 'scenario.parameter-range',
      expected: `low ≤ value ≤ high (${unit})`,
      found: `low ${low}, value ${value}, high ${high}`,
      mend: `write { value: ${value}, low: ${Math.min(low, value)}, high: ${Math.max(high, value)}, source: … }`,
    })
  }
  if (low < 0) {
    const expected = `a range of at least zero (${unit})`
    context.report(path, { code: 'scenario.parameter-range', expected, found: `low ${low}` })
  } else if (distribution === 'log-triangular' && low === 0) {
    const expected = 'a low above zero for a log-triangular distribution'
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
