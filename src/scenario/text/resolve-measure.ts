/** One measure as written → the measure as resolved. */

import { nearestNames } from '../../dataset/nearest.js'
import { describeMeasure } from '../../measures/describe.js'
import type { Measure, MeasureCommon } from '../../measures/measure.js'
import type { Path } from './path.js'
import { type ResolvedLever, resolveQuantity } from './resolve-change.js'
import { type Context, resolveCountries } from './resolve-names.js'
import {
  resolveClose,
  resolveCorridor,
  resolveCrossing,
  resolveLink,
  resolveOneGauge,
  resolveOpen,
  resolveTerminal,
} from './resolve-network-levers.js'
import { resolveAvoidance, resolveDigital, resolveNonTariff, resolveTariff } from './resolve-trade-levers.js'
import { LEVERS, type Lever, MEASURE_SCHEMAS, type WrittenMeasure } from './schema.js'
import { shapeFaults } from './shape-issues.js'
import { describeWritten } from './units.js'

/**
 * The measure behind one entry of `measures`, or undefined where it has faults (all of them reported).
 *
 * @param index 0-based place in the list; the measure's id is `m<index + 1>`.
 */
export function resolveMeasure(context: Context, written: unknown, index: number): Measure | undefined {
  const path: Path = ['measures', index]
  const lever = findLever(context, written, path)
  if (lever === undefined) return undefined
  const faults = shapeFaults(MEASURE_SCHEMAS[lever], written, path)
  for (const { path: at, key, issue } of faults) context.report(at, issue, { key: key ?? false })
  if (faults.length > 0) return undefined

  const { common, title } = resolveCommon(context, written as WrittenCommon, path, index)
  const resolved = RESOLVERS[lever](context, written as never, path)
  if (resolved === undefined || common === undefined) return undefined
  const measure = { ...common, ...resolved.lever, title: '' } as Measure
  return { ...measure, title: title ?? describeMeasure(measure, context.dataset, resolved.subject) }
}

function findLever(context: Context, written: unknown, path: Path): Lever | undefined {
  const expected = `a measure with one of the keys ${LEVERS.join(', ')}`
  if (typeof written !== 'object' || written === null || Array.isArray(written)) {
    const found = describeWritten(written)
    context.report(path, {
      code: 'scenario.wrong-type',
      expected,
      found,
      mend: 'write it like: - open: link-id',
    })
    return undefined
  }
  const keys = Object.keys(written)
  const levers = LEVERS.filter(lever => keys.includes(lever))
  if (levers.length === 1) return levers[0]
  if (levers.length > 1) {
    const found = levers.join(' and ')
    const mend = 'write one measure for each'
    context.report(path, {
      code: 'scenario.several-levers',
      expected: 'one lever in each measure',
      found,
      mend,
    })
    return undefined
  }
  const misspelt = keys.find(key => nearestNames(key, LEVERS).length > 0)
  const shown = misspelt ?? keys[0]
  const nearest = misspelt === undefined ? [] : nearestNames(misspelt, LEVERS)
  context.report(
    shown === undefined ? path : [...path, shown],
    {
      code: 'scenario.unknown-measure',
      expected,
      found: shown === undefined ? 'an empty mapping' : `"${shown}"`,
      ...(nearest.length === 0 ? {} : { mend: `write ${nearest[0]}` }),
    },
    { key: true },
  )
  return undefined
}

type WrittenCommon = Pick<WrittenMeasure<'open'>, 'title' | 'owners' | 'capital' | 'life' | 'year' | 'group'>

function resolveCommon(context: Context, written: WrittenCommon, path: Path, index: number) {
  const capitalMusd = resolveQuantity(context, written.capital, [...path, 'capital'], ['capital'])
  const lifeYears = resolveQuantity(context, written.life, [...path, 'life'], ['life'])
  const owners =
    written.owners === undefined ? [] : resolveCountries(context, written.owners, [...path, 'owners'])
  if (capitalMusd === null || lifeYears === null || owners === undefined) return { common: undefined }
  const common: Omit<MeasureCommon, 'title'> = {
    id: `m${index + 1}`,
    owners,
    ...(capitalMusd === undefined ? {} : { capitalMusd: capitalMusd.value }),
    ...(lifeYears === undefined ? {} : { lifeYears: lifeYears.value }),
    ...(written.year === undefined ? {} : { year: written.year }),
    ...(written.group === undefined ? {} : { group: written.group }),
  }
  return { common, title: written.title }
}

type Resolver<L extends Lever> = (
  context: Context,
  written: WrittenMeasure<L>,
  path: Path,
) => ResolvedLever | undefined

const RESOLVERS: { readonly [L in Lever]: Resolver<L> } = {
  crossing: resolveCrossing,
  terminal: resolveTerminal,
  link: resolveLink,
  corridor: resolveCorridor,
  oneGauge: resolveOneGauge,
  open: resolveOpen,
  close: resolveClose,
  tariff: resolveTariff,
  nonTariff: resolveNonTariff,
  digital: resolveDigital,
  avoidance: resolveAvoidance,
}
