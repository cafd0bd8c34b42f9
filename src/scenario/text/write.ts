/** Scenario → YAML, in one canonical form that parses back to the same scenario. */
import { stringify } from 'yaml'
import type { Parameter } from '../../dataset/dataset.js'
import type { Change, Measure } from '../../measures/measure.js'
import type { Scenario } from '../scenario.js'
import { type Dimension, formatChange, formatQuantity } from './units.js'

/**
 * The resolved scenario as YAML: every default and every parameter written out, countries and links as ids.
 *
 * `parseScenario` of the text, against the same dataset, gives an identical scenario.
 */
export function scenarioToYaml(scenario: Scenario): string {
  const written = {
    keruen: scenario.keruen,
    name: scenario.name,
    title: scenario.title,
    description: scenario.description,
    dataset: scenario.dataset,
    ...(scenario.bloc === 'custom' ? { members: scenario.members } : { bloc: scenario.bloc }),
    asOf: scenario.asOf,
    measures: scenario.measures.map(writtenMeasure),
    model: scenario.model,
    ...(scenario.sectors === undefined ? {} : { sectors: scenario.sectors }),
    balances: scenario.balances,
    numeraire: scenario.numeraire,
    avoidanceRegime: scenario.avoidanceRegime,
    freightRates: scenario.freightRates,
    tradeAdjustments: scenario.tradeAdjustments,
    attribution: scenario.attribution,
    draws: scenario.draws,
    seed: scenario.seed,
    parameters: Object.fromEntries(
      scenario.parameters.map(parameter => [parameter.id, writtenParameter(parameter)]),
    ),
  }
  return stringify(written, { lineWidth: 110, defaultStringType: 'PLAIN', aliasDuplicateObjects: false })
}

function writtenParameter({ value, low, high, distribution, quality, source }: Parameter) {
  return { value, low, high, distribution, quality, source }
}

function writtenMeasure(measure: Measure): Record<string, unknown> {
  const { title, owners, capitalMusd, lifeYears, year, group } = measure
  return {
    ...writtenLever(measure),
    title,
    ...(owners.length === 0 ? {} : { owners }),
    ...(capitalMusd === undefined ? {} : { capital: formatQuantity(capitalMusd, 'capital') }),
    ...(lifeYears === undefined ? {} : { life: formatQuantity(lifeYears, 'life') }),
    ...(year === undefined ? {} : { year }),
    ...(group === undefined ? {} : { group }),
  }
}

function writtenLever(measure: Measure): Record<string, unknown> {
  switch (measure.kind) {
    case 'crossing': {
      const { mode, from, to } = measure
      return defined({
        crossing: measure.placeIds,
        mode,
        from,
        to,
        hours: writtenChange(measure.hours, 'hours'),
        fee: writtenChange(measure.fee, 'cost-per-teu'),
        capacity: writtenChange(measure.capacity, 'capacity'),
      })
    }
    case 'terminal':
      return defined({
        terminal: measure.placeIds,
        modes: measure.modes,
        hours: writtenChange(measure.hours, 'hours'),
        cost: writtenChange(measure.cost, 'cost-per-teu'),
        capacity: writtenChange(measure.capacity, 'capacity'),
      })
    case 'link':
      return defined({
        link: measure.linkIds,
        speed: writtenChange(measure.speed, 'speed'),
        cost: writtenChange(
          measure.cost,
          measure.costUnit === 'USD/TEU' ? 'cost-per-teu' : 'cost-per-teu-km',
        ),
        capacity: writtenChange(measure.capacity, 'capacity'),
      })
    case 'gauge':
      return { oneGauge: measure.placeIds }
    case 'open':
      return { open: measure.linkIds }
    case 'close':
      return { close: defined({ link: listOrNone(measure.linkIds), place: listOrNone(measure.placeIds) }) }
    case 'tariff': {
      const { importers, exporters, rate } = measure
      return { tariff: { importers, exporters, ...writtenChange(rate, 'share') } }
    }
    case 'non-tariff': {
      const { importers, exporters, costShare } = measure
      return { nonTariff: { importers, exporters, change: signed(formatQuantity(costShare, 'share')) } }
    }
    case 'digital':
      return { digital: { among: measure.countries, documents: formatChange(measure.documents.factor) } }
    case 'avoidance':
      return {
        avoidance: defined({
          rule: measure.ruleIds,
          share: writtenChange(measure.share, 'share'),
          premium: writtenChange(measure.premium, 'cost-per-teu'),
        }),
      }
  }
}

function writtenChange(change: Change | undefined, dimension: Dimension): Record<string, string> | undefined {
  if (change === undefined) return undefined
  return change.kind === 'relative'
    ? { change: formatChange(change.factor) }
    : { to: formatQuantity(change.value, dimension) }
}

function signed(percent: string): string {
  return percent.startsWith('-') ? percent : `+${percent}`
}

function listOrNone(ids: readonly string[]): readonly string[] | undefined {
  return ids.length === 0 ? undefined : ids
}

function defined(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined))
}
