import { type ErrorStructure, KeruenError, nearestNames, type SmallSample } from '../../index.js'

const STRUCTURES: readonly ErrorStructure[] = ['iid', 'heteroskedastic', 'clustered']
const RULES: readonly SmallSample[] = ['ppmlhdfe', 'alpaca', 'fixest']

/** What `--se` says; what it does not say is left to the estimator. */
export interface StandardErrors {
  readonly errors?: ErrorStructure
  readonly smallSample?: SmallSample
}

/**
 * An error structure, a small-sample rule, or both, separated by a comma.
 *
 * @throws KeruenError (usage) `estimate.standard-errors`.
 */
export function standardErrors(text: string | undefined, cluster: string | undefined): StandardErrors {
  const words = text === undefined ? [] : text.split(',').map(word => word.trim().toLowerCase())
  const known: readonly string[] = [...STRUCTURES, ...RULES]
  const unknown = words.find(word => !known.includes(word))
  if (unknown !== undefined) {
    const nearest = nearestNames(unknown, known)
    throw fault(
      `of ${STRUCTURES.join(', ')} and of ${RULES.join(', ')} one each at most`,
      `'${unknown}'`,
      nearest.length === 0 ? undefined : `Did you mean ${nearest.join(' or ')}?`,
    )
  }
  const errors = STRUCTURES.filter(one => words.includes(one))
  const rules = RULES.filter(one => words.includes(one))
  if (errors.length > 1 || rules.length > 1) {
    throw fault(
      'one error structure and one small-sample rule',
      (errors.length > 1 ? errors : rules).join(' and '),
    )
  }
  if (errors[0] === 'clustered' && cluster === undefined) {
    throw fault('--cluster beside --se clustered', 'none', 'Name the clusters, such as --cluster pair_id')
  }
  return {
    ...(errors[0] === undefined ? {} : { errors: errors[0] }),
    ...(rules[0] === undefined ? {} : { smallSample: rules[0] }),
  }
}

function fault(expected: string, found: string, mend?: string): KeruenError {
  return new KeruenError('usage', {
    code: 'estimate.standard-errors',
    at: { field: '--se' },
    expected,
    found,
    mend,
  })
}
