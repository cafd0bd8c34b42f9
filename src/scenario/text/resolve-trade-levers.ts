/** Levers that act on countries: tariff, non-tariff cost, digital facilitation, avoidance. */

import type { Path } from './path.js'
import { resolveChange, resolveChanges, resolveFactor } from './resolve-change.js'
import { type Context, resolveCountries, resolveIds } from './resolve-names.js'
import type { WrittenMeasure } from './schema.js'
import { parseQuantity } from './units.js'

type WrittenPairs = Pick<WrittenMeasure<'tariff'>['tariff'], 'among' | 'importers' | 'exporters'>

/** Exporters and importers, and what a title calls them; undefined where they are at fault. */
function resolvePairs(context: Context, { among, importers, exporters }: WrittenPairs, path: Path) {
  const isWhole = importers !== undefined && exporters !== undefined
  const isPart = importers !== undefined || exporters !== undefined
  if (among !== undefined ? isPart : !isWhole) {
    context.report(path, {
      code: 'scenario.one-choice',
      expected: 'either among, or importers and exporters',
      found: among !== undefined ? 'among and another' : isPart ? 'only one side' : 'neither',
      mend: 'write among: sco, or importers: [KAZ] with exporters: [CHN]',
    })
    return undefined
  }
  const { economies } = context.dataset.trade
  if (among !== undefined) {
    const both = resolveCountries(context, among, [...path, 'among'], economies)
    if (both === undefined) return undefined
    if (both.length > 1) return { exporters: both, importers: both, label: `among ${labelOf(among)}` }
    const found = `${both[0]} alone`
    context.report([...path, 'among'], {
      code: 'scenario.no-effect',
      expected: 'at least two countries',
      found,
    })
    return undefined
  }
  const into = resolveCountries(context, importers!, [...path, 'importers'], economies)
  const from = resolveCountries(context, exporters!, [...path, 'exporters'], economies)
  if (into === undefined || from === undefined) return undefined
  return { exporters: from, importers: into, label: `of ${labelOf(importers!)} on ${labelOf(exporters!)}` }
}

function labelOf(written: string | readonly string[]): string {
  const names = typeof written === 'string' ? [written] : written
  return names.map(name => (name === 'members' ? 'members' : name.toUpperCase())).join(', ')
}

export function resolveTariff(context: Context, { tariff }: WrittenMeasure<'tariff'>, path: Path) {
  const own = [...path, 'tariff']
  const pairs = resolvePairs(context, tariff, own)
  const rate = resolveChange(context, tariff, own, ['share'])
  if (pairs === undefined || rate === null || rate === undefined) return undefined
  const { label, ...sides } = pairs
  return { lever: { kind: 'tariff', ...sides, rate: rate.change }, subject: `Import tariffs ${label}` }
}

export function resolveNonTariff(context: Context, { nonTariff }: WrittenMeasure<'nonTariff'>, path: Path) {
  const own = [...path, 'nonTariff']
  const pairs = resolvePairs(context, nonTariff, own)
  const share = resolveShareChange(context, nonTariff.change, [...own, 'change'])
  if (pairs === undefined || share === undefined) return undefined
  const { label, ...sides } = pairs
  return {
    lever: { kind: 'non-tariff', ...sides, costShare: share },
    subject: `Non-tariff cost of trade ${label}`,
  }
}

/** `-2%` of the value → −0.02. */
function resolveShareChange(context: Context, written: unknown, path: Path): number | undefined {
  if (resolveFactor(context, written, path) === null) return undefined
  const share = parseQuantity(written, ['share'])
  return share.fault === undefined ? share.value : undefined
}

export function resolveDigital(context: Context, { digital }: WrittenMeasure<'digital'>, path: Path) {
  const own = [...path, 'digital']
  const countries = resolveCountries(context, digital.among, [...own, 'among'])
  const documents = resolveFactor(context, digital.documents, [...own, 'documents'])
  if (countries === undefined || documents === null) return undefined
  const subject = `Digital facilitation among ${labelOf(digital.among)}`
  return { lever: { kind: 'digital', countries, documents }, subject }
}

export function resolveAvoidance(context: Context, { avoidance }: WrittenMeasure<'avoidance'>, path: Path) {
  const own = [...path, 'avoidance']
  const rules = context.dataset.avoidance
    .filter(({ regime }) => regime === context.regime)
    .map(({ id }) => ({ id }))
  const ruleIds =
    avoidance.rule === 'all'
      ? rules.map(({ id }) => id)
      : resolveIds(context, avoidance.rule, [...own, 'rule'], 'rule', [...rules, { id: 'all' }])
  const resolved = resolveChanges(context, avoidance, own, { share: ['share'], premium: ['cost-per-teu'] })
  if (ruleIds === undefined || resolved === undefined) return undefined
  return { lever: { kind: 'avoidance', ruleIds, ...resolved.changes } }
}
