/** Changes of a scenario as pure functions: each returns a new one and leaves the rest as it was. */
import type { WrittenMeasure, WrittenScenario } from './written.js'

export function addMeasure(scenario: WrittenScenario, measure: WrittenMeasure): WrittenScenario {
  return { ...scenario, measures: [...measuresOf(scenario), measure] }
}

/** Puts another measure in the place of the one at an index. */
export function replaceMeasure(
  scenario: WrittenScenario,
  index: number,
  measure: WrittenMeasure,
): WrittenScenario {
  return { ...scenario, measures: measuresOf(scenario).map((each, k) => (k === index ? measure : each)) }
}

export function removeMeasure(scenario: WrittenScenario, index: number): WrittenScenario {
  return { ...scenario, measures: measuresOf(scenario).filter((_, k) => k !== index) }
}

/** An empty title is none. */
export function setTitle(scenario: WrittenScenario, title: string): WrittenScenario {
  const { title: _, ...rest } = scenario
  return title.trim() === '' ? rest : { ...rest, title: title.trim() }
}

export function measuresOf({ measures }: WrittenScenario): readonly WrittenMeasure[] {
  return measures ?? []
}

/** What stands at a path of a measure; undefined where nothing does. */
export function readPath(measure: WrittenMeasure, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as WrittenMeasure)[key] : undefined,
    measure,
  )
}

/** The measure with a value at a path. */
export function writePath(
  measure: WrittenMeasure,
  [key, ...rest]: readonly string[],
  value: unknown,
): WrittenMeasure {
  if (key === undefined) throw new Error('a path has at least one key')
  if (rest.length === 0) return { ...measure, [key]: value }
  const inner = measure[key]
  const part = typeof inner === 'object' && inner !== null ? (inner as WrittenMeasure) : {}
  return { ...measure, [key]: writePath(part, rest, value) }
}
