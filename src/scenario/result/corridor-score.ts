/** What a corridor scores before or after the package. */
import type { Corridor } from '../../dataset/dataset.js'
import type { JourneyLeg } from '../../network/journeys/corridor.js'
import { journeySteps } from '../../network/journeys/journey-steps.js'
import { type ScoreParameters, scoreJourney } from '../../network/journeys/scoreboard.js'
import type { World } from '../stages/world.js'
import type { CorridorScore } from './result.js'

/** @returns null where a leg is closed, or where the places of the corridor are not joined. */
export function corridorScore(
  world: World,
  corridor: Corridor,
  legs: readonly JourneyLeg[],
  state: 'before' | 'after',
  parameters: ScoreParameters,
): CorridorScore | null {
  const { network } = world
  const costs = network[state]
  if (legs.length === 0 || !legs.every(({ element }) => costs.open[element] === 1)) return null
  const tables = (state === 'before' ? world.baseline : world.effect).network
  const elements = legs.map(({ element }) => element)
  const steps = journeySteps(tables, network.index, costs, elements, corridor.places[0])
  const score = scoreJourney(steps, parameters)
  return {
    lengthKm: score.lengthKm,
    speedWithoutDelayKmh: score.lengthKm / (score.hoursByKind.running - queuesOnLinks(world, legs, state)),
    speedWithDelayKmh: score.speedWithDelayKmh,
    borders: score.borders,
    hoursPerBorder: score.hoursPerBorder,
    usdPer500KmAnd20Tonnes: score.usdPer500KmAnd20Tonnes,
    kgCo2ePerTeu: score.kgCo2ePerTeu.mean,
    kgCo2ePerTeuRange: { low: score.kgCo2ePerTeu.low, high: score.kgCo2ePerTeu.high },
  }
}

/** Hours before links at their capacity: part of the links' hours, yet spent standing. */
function queuesOnLinks(
  { network: { queueHours } }: World,
  legs: readonly JourneyLeg[],
  state: 'before' | 'after',
): number {
  if (queueHours === undefined || state === 'before') return 0
  return legs.reduce((sum, { kind, element }) => sum + (kind === 'travel' ? queueHours[element] : 0), 0)
}
