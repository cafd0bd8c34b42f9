/** Who shares in the result of a package where contributions are told apart: measures, or groups of them. */
import { type Issue, KeruenError } from '../../errors.js'
import type { Measure } from '../../measures/measure.js'

/** 2^6 counterfactuals; beyond that it takes minutes, and nobody reads so many shares. */
const MOST_ATTRIBUTED = 6

export interface AttributionPlayer {
  /** The group's name, or the measure's id. */
  readonly id: string
  readonly title: string
  readonly measures: readonly Measure[]
}

/** Groups and single measures in the order in which they first appear. */
function attributionPlayers(measures: readonly Measure[]): AttributionPlayer[] {
  const byId = new Map<string, Measure[]>()
  for (const measure of measures) {
    const id = measure.group === undefined ? measure.id : `group ${measure.group}`
    byId.set(id, [...(byId.get(id) ?? []), measure])
  }
  return [...byId.values()].map(together => {
    const [first] = together as [Measure]
    return { id: first.group ?? first.id, title: first.group ?? first.title, measures: together }
  })
}

/**
 * The players of a package.
 *
 * @throws KeruenError `scenario.attribution-players` (input): more than can be told apart, or none.
 */
export function getAttributionPlayers(measures: readonly Measure[]): AttributionPlayer[] {
  const issue = attributionIssue(measures)
  if (issue === undefined) return attributionPlayers(measures)
  const { mend = '' } = issue
  throw new KeruenError('input', {
    ...issue,
    at: { field: 'attribution' },
    mend: mend.charAt(0).toUpperCase() + mend.slice(1),
  })
}

/** What is wrong with a package whose contributions are asked for; undefined where nothing is. */
export function attributionIssue(measures: readonly Measure[]): Omit<Issue, 'at'> | undefined {
  const players = attributionPlayers(measures).length
  if (players >= 1 && players <= MOST_ATTRIBUTED) return undefined
  return {
    code: 'scenario.attribution-players',
    expected: `one to ${MOST_ATTRIBUTED} measures or groups of measures, whose contributions can be told apart`,
    found: `${players}`,
    mend:
      players === 0
        ? 'add a measure, or leave attribution out'
        : 'give measures that belong together the same group, e.g. group: Borders',
  }
}
