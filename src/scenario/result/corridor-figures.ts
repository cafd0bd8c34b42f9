/** What a corridor takes and scores before and after a package: all that follows from its legs alone. */
import type { Corridor, NetworkTables } from '../../dataset/dataset.js'
import type { PackageEffect } from '../../measures/apply.js'
import { type RangeLookup, rangeLookup } from '../../network/elements/element-ranges.js'
import type { ElementIndex } from '../../network/elements/elements.js'
import type { JourneyLeg } from '../../network/journeys/corridor.js'
import { scoreParameters } from '../../network/journeys/scoreboard.js'
import type { World } from '../stages/world.js'
import { journeyBounds } from './corridor-bounds.js'
import { corridorScore } from './corridor-score.js'
import type { CorridorResult } from './result.js'

type Told = 'days' | 'daysRange' | 'usdPerTeu' | 'usdPerTeuRange' | 'withoutRange' | 'score'

/** In one state. */
type JourneyFigures = { readonly [figure in Told]: CorridorResult[figure]['before'] }

interface KnownToday {
  readonly lookup: RangeLookup
  readonly figures: Map<string, JourneyFigures>
}

/** What was told of today's network, which many packages are compared with. */
const known = new WeakMap<PackageEffect, KnownToday>()

/** Returns a function that tells of one corridor after the other. A package leaves most of them as they are. */
export function corridorFigures(world: World) {
  const { baseline, effect, network } = world
  const parameters = scoreParameters(world.scenario.parameters)
  const today = known.get(baseline) ?? {
    lookup: rangeLookup(baseline.network, network.index, world.dataset.networkRanges),
    figures: new Map<string, JourneyFigures>(),
  }
  known.set(baseline, today)

  function tell(corridor: Corridor, legs: readonly JourneyLeg[], state: 'before' | 'after'): JourneyFigures {
    const bounds = journeyBounds(world, legs, state, today.lookup)
    const hours = total(network[state], legs, 'hours')
    return {
      days: hours === null ? null : hours / 24,
      daysRange: bounds?.days ?? null,
      usdPerTeu: total(network[state], legs, 'usd'),
      usdPerTeuRange: bounds?.usdPerTeu ?? null,
      withoutRange: bounds?.withoutRange ?? null,
      score: corridorScore(world, corridor, legs, state, parameters),
    }
  }

  function isUnchanged({ element }: JourneyLeg): boolean {
    const { before, after, index } = network
    return (
      before.hours[element] === after.hours[element] &&
      before.usd[element] === after.usd[element] &&
      before.open[element] === after.open[element] &&
      rowOf(baseline.network, index, element) === rowOf(effect.network, index, element)
    )
  }

  return (corridor: Corridor, legs: readonly JourneyLeg[]): Pick<CorridorResult, Told> => {
    const name = [corridor.id, ...legs.map(({ element }) => element)].join(' ')
    const before = today.figures.get(name) ?? tell(corridor, legs, 'before')
    today.figures.set(name, before)
    const after = legs.every(isUnchanged) ? before : tell(corridor, legs, 'after')
    return {
      days: { before: before.days, after: after.days },
      daysRange: { before: before.daysRange, after: after.daysRange },
      usdPerTeu: { before: before.usdPerTeu, after: after.usdPerTeu },
      usdPerTeuRange: { before: before.usdPerTeuRange, after: after.usdPerTeuRange },
      withoutRange: { before: before.withoutRange, after: after.withoutRange },
      score: { before: before.score, after: after.score },
    }
  }
}

function total(
  costs: { readonly hours: Float64Array; readonly usd: Float64Array; readonly open: Uint8Array },
  legs: readonly JourneyLeg[],
  of: 'hours' | 'usd',
): number | null {
  if (legs.length === 0 || !legs.every(leg => costs.open[leg.element] === 1)) return null
  return legs.reduce((sum, leg) => sum + costs[of][leg.element], 0)
}

/** The row behind an element: its ranges move with it. Unchanged rows are the same objects. */
function rowOf(
  { links, crossings, terminals, places }: NetworkTables,
  { crossingStart, terminalStart, passageStart, passagePlaces }: ElementIndex,
  element: number,
): object {
  if (element < crossingStart) return links[element]
  if (element < terminalStart) return crossings[element - crossingStart]
  if (element < passageStart) return terminals[element - terminalStart]
  return places[passagePlaces[element - passageStart]]
}
