/** The levers of the panel: what the scenario holds, and what the catalogue offers, in groups. */
import type { Dataset } from '../../index.js'
import { atToday, type Handle, handlesOf, leverKey } from './handles.js'
import { measuresOf } from './operations.js'
import { ownersToday, todayOfField } from './today.js'
import type { WrittenMeasure, WrittenScenario } from './written.js'

export const GROUPS = ['corridors', 'borders', 'trade', 'planned', 'shocks'] as const
export type Group = (typeof GROUPS)[number]

const GROUP_OF: Readonly<Record<string, Group>> = {
  terminal: 'corridors',
  link: 'corridors',
  corridor: 'corridors',
  crossing: 'borders',
  digital: 'borders',
  oneGauge: 'borders',
  tariff: 'trade',
  nonTariff: 'trade',
  open: 'planned',
  close: 'shocks',
  avoidance: 'shocks',
}

/** Groups that stand open although nothing is changed in them. */
export const FIRST_GROUPS: readonly Group[] = ['corridors', 'borders']

/** So many levers of a group are shown before the rest is asked for: all headings have room beside them at 1440 × 900. */
const FEW: Readonly<Record<Group, number>> = { corridors: 3, borders: 2, trade: 3, planned: 3, shocks: 3 }

export interface Lever {
  /** Names what it acts on, whatever its value: the same for the same lever in every scenario. */
  readonly key: string
  readonly group: Group
  /** As it stands in the scenario, or as the catalogue offers it. */
  readonly measure: WrittenMeasure
  /** Place among the scenario's measures; undefined where all is as today. */
  readonly index: number | undefined
  readonly handles: readonly Handle[]
  /** ISO codes of those who can do it. */
  readonly owners: readonly string[]
}

/** Fields that say how much, or what stands beside, and not what is acted on. */
const BESIDE = new Set([
  'title',
  'owners',
  'capital',
  'life',
  'year',
  'group',
  'hours',
  'fee',
  'capacity',
  'cost',
  'speed',
])
const VALUES = new Set(['change', 'to', 'documents', 'share', 'premium'])

/** What a measure acts on, as text. */
export function targetOf(measure: WrittenMeasure): string {
  const target = Object.entries(measure)
    .filter(([field]) => !BESIDE.has(field))
    .map(([field, value]) => [field, withoutValues(value)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify(target)
}

function withoutValues(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([key]) => !VALUES.has(key)))
}

/** Measures with those of another list whose target none of them has. */
export function withOthers(
  measures: readonly WrittenMeasure[],
  others: readonly WrittenMeasure[],
): readonly WrittenMeasure[] {
  const known = new Set(measures.map(targetOf))
  return [...measures, ...others.filter(other => !known.has(targetOf(other)))]
}

/**
 * All levers: those of `listed`, in their order, then the measures of the scenario that are not among them. A second
 * measure on the same target is a lever of its own.
 */
export function leversOf(
  scenario: WrittenScenario,
  listed: readonly WrittenMeasure[],
  dataset: Dataset,
): readonly Lever[] {
  const held = keyed(measuresOf(scenario))
  const known = keyed(listed)
  const all = new Map([...known, ...[...held].filter(([key]) => !known.has(key))])
  return [...all].flatMap(([key, offered]) => {
    const there = held.get(key)
    const written = there?.measure ?? offered.measure
    const lever = leverKey(written)
    if (lever === undefined) return []
    const read = (measure: WrittenMeasure) =>
      handlesOf(measure, field => todayOfField(measure, field, dataset))
    const measure = there === undefined ? atToday(written, read(written)) : written
    const owners = ownersToday(measure, dataset)
    return [{ key, group: GROUP_OF[lever]!, measure, index: there?.index, handles: read(measure), owners }]
  })
}

/**
 * The levers of a group that are shown before the rest is asked for: the first few, all that are changed, and those that
 * are to stay. A rest of one is shown as well.
 */
export function firstLevers(
  group: Group,
  all: readonly Lever[],
  stays: (key: string) => boolean,
): readonly Lever[] {
  const first = all.filter(({ key, index }, k) => k < FEW[group] || index !== undefined || stays(key))
  return first.length === all.length - 1 ? all : first
}

interface Placed {
  readonly measure: WrittenMeasure
  readonly index: number
}

function keyed(measures: readonly WrittenMeasure[]): Map<string, Placed> {
  const found = new Map<string, Placed>()
  measures.forEach((measure, index) => {
    const target = targetOf(measure)
    let key = target
    for (let again = 2; found.has(key); again++) key = `${target} ${again}`
    found.set(key, { measure, index })
  })
  return found
}
