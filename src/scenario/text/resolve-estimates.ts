/** Parameters that a scenario takes from estimates: the value, and a range that follows the estimate's own error. */

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Parameter } from '../../dataset/dataset.js'
import { type Issue, KeruenError } from '../../errors.js'
import type { DerivedEstimate } from '../../gravity/inference/wald.js'
import { readSavedEstimate, type SavedEstimate, savedCombination } from '../../gravity/saved-estimate.js'
import type { Context } from './resolve-names.js'

/** A sum of coefficients of a file of `keruen estimate --save`, as written. */
export interface WrittenEstimate {
  readonly estimate: string
  readonly coefficient: string
}

/** Texts of files of estimates, by the path that the scenario names. */
export type EstimateTexts = ReadonlyMap<string, string>

/** The parameter as estimated: normal, low and high the ends of the 95 % interval; faults are reported. */
export function estimatedParameter(
  context: Context,
  parameter: Parameter,
  { estimate: file, coefficient }: WrittenEstimate,
): Parameter {
  const path = ['parameters', parameter.id]
  const text = context.estimates?.get(file)
  if (text === undefined) {
    context.report([...path, 'estimate'], {
      code: 'scenario.no-estimate-file',
      expected: 'a file of keruen estimate --save, by its path from the scenario',
      found: `nothing at ${file}`,
      mend: 'make it with keruen estimate FILE --formula … --save, or mend the path',
    })
    return parameter
  }
  const saved = attempt(context, [...path, 'estimate'], () => readSavedEstimate(text, file))
  if (saved === undefined) return parameter
  const derived = attempt(context, [...path, 'coefficient'], () => savedCombination(saved, coefficient))
  if (derived === undefined) return parameter
  const issue = positivityIssue(parameter, derived, { estimate: file, coefficient })
  if (issue !== undefined) {
    context.report([...path, 'coefficient'], issue)
    return parameter
  }
  const { estimate: value, low, high } = derived
  const source = sourceOf(saved, derived, { estimate: file, coefficient }, text)
  return { ...parameter, value, low, high, distribution: 'normal', quality: 'estimated', source }
}

/** Faults of the file, or of the sum, at the place where the scenario names it. */
function attempt<Read>(
  context: Context,
  path: readonly (string | number)[],
  read: () => Read,
): Read | undefined {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof KeruenError)) throw error
    for (const { at, ...issue } of error.issues) {
      const place = [at?.file, at?.file === undefined ? undefined : at.field].filter(
        part => part !== undefined,
      )
      const found = place.length === 0 ? issue.found : `${issue.found ?? 'another'} (${place.join(': ')})`
      context.report(path, { ...issue, ...(found === undefined ? {} : { found }) })
    }
    return undefined
  }
}

function positivityIssue(
  { id, unit }: Parameter,
  { estimate, low, high }: DerivedEstimate,
  { estimate: file, coefficient }: WrittenEstimate,
): Omit<Issue, 'at'> | undefined {
  if (low > 0) return undefined
  const shown = (value: number) => Number(value.toPrecision(4))
  const found = `${coefficient} = ${shown(estimate)}, 95 % interval ${shown(low)} to ${shown(high)} (${file})`
  return {
    code: 'scenario.estimate-not-positive',
    expected: `an estimate whose whole 95 % interval is above zero, as ${id} (${unit}) must be`,
    found,
    mend:
      high < 0
        ? 'turn its sign round, such as -tariff for the coefficient of a cost'
        : 'estimate it more exactly, or write a value and a range with their source',
  }
}

/** Hex digits of the file's hash that are told: enough that no other file is taken for it. */
const FINGERPRINT = 16

function sourceOf(
  saved: SavedEstimate,
  { estimate, standardError }: DerivedEstimate,
  { estimate: file, coefficient }: WrittenEstimate,
  text: string,
): string {
  const { sample, provenance, clusters, errors } = saved
  const shown = (value: number) => String(Number(value.toPrecision(6)))
  const fingerprint = bytesToHex(sha256(utf8ToBytes(text))).slice(0, FINGERPRINT)
  const clustered = clusters.map(({ name, groups }) => `${name} (${groups})`).join(' and ')
  const among = sample.where.length === 0 ? '' : ` where ${sample.where.join(' and ')}`
  const parts = [
    `own estimate: ${coefficient} = ${shown(estimate)}, standard error ${shown(standardError)} (${errors === 'clustered' ? `clustered by ${clustered}` : errors}, ${saved.smallSample})`,
    `${saved.estimator.toUpperCase()}${saved.biasCorrected ? ', bias corrected,' : ''} of ${saved.formula}${among}, ${sample.observations} observations of ${sample.file}`,
    ...(provenance.source === undefined ? [] : [`data: ${provenance.source}`]),
    ...(provenance.licence === undefined ? [] : [`licence: ${provenance.licence}`]),
    `${file}, sha256 ${fingerprint}…, by ${provenance.program}${provenance.date === undefined ? '' : ` on ${provenance.date}`}`,
  ]
  return parts.join('; ')
}
