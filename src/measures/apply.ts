/** A package of measures applied to a dataset: what the later stages read in place of the dataset's own tables. */
import { appliedTariffs } from '../dataset/applied-tariffs.js'
import type { AvoidanceRule, Dataset, NetworkTables, Parameter } from '../dataset/dataset.js'
import { getParameter } from '../dataset/parameters.js'
import { type Issue, KeruenError } from '../errors.js'
import { applyToNetwork, type BorderParts } from './apply-network.js'
import { changedValue, movedRange } from './change.js'
import { checkMeasures, measureField, percent } from './check.js'
import type { AvoidanceMeasure, Measure, NonTariffMeasure, TariffMeasure } from './measure.js'

export interface PackageOptions {
  /** ISO date on which customs unions and free-trade areas count. */
  readonly date: string
  /** Regime of the avoidance rules, e.g. `2024`. */
  readonly regime: string
  readonly parameters: readonly Parameter[]
}

/** The world after a package. n = number of economies of the trade matrix; matrices are exporter before importer. */
export interface PackageEffect {
  /** Rows in the order and number of the dataset's, so that indices stay valid; unchanged rows are the same objects. */
  readonly network: NetworkTables
  /** Straits, border places and other places that nothing passes any more. */
  readonly closedPlaces: ReadonlySet<string>
  /** Rules of the regime. */
  readonly avoidance: readonly AvoidanceRule[]
  /** n × n, ad valorem, on all goods (before any scaling for bulk). */
  readonly tariff: Float64Array
  /** n × n, new over old cost of trade from non-tariff measures. */
  readonly nonTariffHat: Float64Array
  /** Rows (crossings, terminals, links, closed places, pairs, rules) that each measure changed, by measure id. */
  readonly changedRows: ReadonlyMap<string, number>
}

/**
 * The dataset's network, avoidance, tariffs and non-tariff costs after a package of measures.
 *
 * Measures act in their order, so several on one row combine; digital facilitation comes after all others. Nothing is
 * mutated; the arrays belong to the caller.
 *
 * @throws KeruenError input: a number outside its domain, an id that the dataset does not have, a measure that meets
 *   no row, an open link to be opened, a closed one to be closed; all of them at once.
 */
export function applyPackage(
  dataset: Dataset,
  measures: readonly Measure[],
  { date, regime, parameters }: PackageOptions,
): PackageEffect {
  const issues: Issue[] = [...checkMeasures(measures)]
  const effect = applyToNetwork(dataset.network, measures, borderParts(parameters))
  issues.push(...effect.issues)
  const changedRows = new Map(effect.changedRows)

  const economies = dataset.trade.economies
  const tariff = Float64Array.from(appliedTariffs(dataset, date).rate)
  const nonTariffHat = new Float64Array(economies.length * economies.length).fill(1)
  const rules = applyAvoidance(
    dataset.avoidance.filter(rule => rule.regime === regime),
    measures,
  )
  issues.push(...rules.issues)
  for (const [id, count] of rules.changedRows) changedRows.set(id, count)
  for (const [index, measure] of measures.entries()) {
    if (measure.kind === 'tariff') {
      const change = (rate: number) => changedValue(rate, measure.rate)
      changedRows.set(measure.id, changePairs(tariff, economies, measure, change))
    } else if (measure.kind === 'non-tariff') {
      const change = (hat: number) => hat * (1 + measure.costShare)
      changedRows.set(measure.id, changePairs(nonTariffHat, economies, measure, change))
    }
    if (measure.kind === 'tariff' || measure.kind === 'non-tariff') {
      issues.push(...unknownEconomies(economies, measure, index))
    }
  }
  if (issues.length > 0) throw new KeruenError('input', issues)
  const { network, closedPlaces } = effect
  return { network, closedPlaces, avoidance: rules.rules, tariff, nonTariffHat, changedRows }
}

/** What the parameters say of the parts of a border's wait. */
export function borderParts(parameters: readonly Parameter[]): BorderParts {
  return {
    documentShare: getParameter(parameters, 'documentShareOfCrossing').value,
    handlingHours: {
      rail: getParameter(parameters, 'physicalHandlingHoursRail').value,
      road: getParameter(parameters, 'physicalHandlingHoursRoad').value,
    },
    gaugeChange: {
      hours: getParameter(parameters, 'gaugeChangeHours').value,
      usd: getParameter(parameters, 'gaugeChangeUsd').value,
    },
  }
}

/** Changes every cell of different exporter and importer in place; returns how many cells moved. */
function changePairs(
  cells: Float64Array,
  economies: readonly string[],
  { exporters, importers }: TariffMeasure | NonTariffMeasure,
  change: (value: number) => number,
): number {
  const rows = axisIndices(economies, exporters)
  const columns = axisIndices(economies, importers)
  let changed = 0
  for (const i of rows) {
    for (const j of columns) {
      if (i === j) continue
      const at = i * economies.length + j
      const next = change(cells[at]!)
      if (next === cells[at]) continue
      cells[at] = next
      changed++
    }
  }
  return changed
}

function axisIndices(economies: readonly string[], chosen: readonly string[]): number[] {
  return [...new Set(chosen)].map(id => economies.indexOf(id)).filter(index => index >= 0)
}

function unknownEconomies(
  economies: readonly string[],
  { exporters, importers }: TariffMeasure | NonTariffMeasure,
  index: number,
): Issue[] {
  const unknown = [...new Set([...exporters, ...importers])].filter(id => !economies.includes(id))
  return unknown.map(id => ({
    code: 'measure.unknown-economy',
    at: { field: measureField(index) },
    expected: 'an economy of the trade matrix',
    found: id,
  }))
}

/**
 * Avoidance rules of one regime after the measures, in their order; unchanged rules are the same objects.
 *
 * A share above one after the change and an unknown rule come back as issues.
 */
export function applyAvoidance(
  rules: readonly AvoidanceRule[],
  measures: readonly Measure[],
): { rules: AvoidanceRule[]; changedRows: Map<string, number>; issues: Issue[] } {
  const changed = [...rules]
  const changedRows = new Map<string, number>()
  const issues: Issue[] = []
  for (const [index, measure] of measures.entries()) {
    if (measure.kind === 'avoidance') {
      changedRows.set(measure.id, changeAvoidance(changed, measure, index, issues))
    }
  }
  return { rules: changed, changedRows, issues }
}

/** Changes rules in place in the given (own) array; returns how many rules moved. */
function changeAvoidance(
  rules: AvoidanceRule[],
  measure: AvoidanceMeasure,
  index: number,
  issues: Issue[],
): number {
  const field = measureField(index, 'avoidance')
  let changed = 0
  for (const ruleId of measure.ruleIds) {
    const at = rules.findIndex(rule => rule.id === ruleId)
    const rule = rules[at]
    if (rule === undefined) {
      const expected = `a rule of the regime: ${rules.map(each => each.id).join(', ')}`
      issues.push({ code: 'measure.unknown-rule', at: { field }, expected, found: ruleId })
      continue
    }
    const share = changedValue(rule.share, measure.share)
    const premiumUsdPerTeu = changedValue(rule.premiumUsdPerTeu, measure.premium)
    // An absolute share outside its domain is a fault of the measure itself, named by checkMeasures.
    if (share > 1 && measure.share?.kind === 'absolute') continue
    if (share > 1) {
      const expected = 'a share of at most 100% after the change'
      issues.push({ code: 'measure.out-of-range', at: { field }, expected, found: percent(share) })
      continue
    }
    if (share === rule.share && premiumUsdPerTeu === rule.premiumUsdPerTeu) continue
    const range = movedRange({ mean: rule.share, low: rule.shareLow, high: rule.shareHigh }, share)
    rules[at] = {
      ...rule,
      share,
      shareLow: Math.min(1, range.low),
      shareHigh: Math.min(1, range.high),
      premiumUsdPerTeu,
    }
    changed++
  }
  return changed
}
