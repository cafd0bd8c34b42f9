/** What each element of a journey is and takes, in order of travel: the steps that tables, maps and scores are made of. */
import type { NetworkTables, Quality } from '../../dataset/dataset.js'
import { KeruenError } from '../../errors.js'
import { type ElementBounds, elementBounds, type RangeLookup } from '../elements/element-ranges.js'
import type { ElementCosts, ElementIndex } from '../elements/elements.js'

/**
 * Where time goes: moving; at a border, with or without a change of gauge; changing mode at a port or yard; passing a
 * canal. A `strait` is passed without a wait and only says the way.
 */
export const STEP_KINDS = ['running', 'border', 'gauge', 'terminal', 'canal', 'strait'] as const
export type StepKind = (typeof STEP_KINDS)[number]

/** One element of a journey. */
export interface JourneyStep {
  readonly kind: StepKind
  /** Id of the link, or of the place at which the wait is. */
  readonly id: string
  /** Place ids, in the direction of travel; the same at a wait. */
  readonly from: string
  readonly to: string
  /** Mode of a link or crossing; both modes of a terminal, e.g. `rail–ferry`. */
  readonly mode: string
  /** Where a link lies; country entered at a crossing. Undefined at sea. */
  readonly country?: string
  /** Country left at a crossing. */
  readonly fromCountry?: string
  /** Hours: mean, and its bounds: the stated range of a wait, running hours at the ends of the speed's range. */
  readonly hours: number
  readonly hoursLow: number
  readonly hoursHigh: number
  /** USD per TEU, and its bounds by the range of the rate or charge. */
  readonly usd: number
  readonly usdLow: number
  readonly usdHigh: number
  /** False where no range is known and the bounds are the figure itself. */
  readonly hoursRanged: boolean
  readonly usdRanged: boolean
  /** km, zero at a wait. */
  readonly lengthKm: number
  readonly quality: Quality
  readonly source: string
}

/** What a step is, without what it takes. */
type StepPlace = Omit<JourneyStep, 'hours' | 'usd' | keyof ElementBounds>

/**
 * The steps of a journey from terminal to terminal, in the order of its elements: loading at its ends is no step, see `loadingAt`.
 *
 * @param elements as a route or a corridor lists them, in order of travel.
 * @param origin   place id at which the first link is entered; by default the end that the second link does not touch.
 * @param lookup   the ranges of speeds, rates and charges; by default none is known.
 * @throws KeruenError failure `network.broken-journey` where one link does not go on from where the last one ended.
 */
export function journeySteps(
  network: NetworkTables,
  index: ElementIndex,
  costs: ElementCosts,
  elements: ArrayLike<number>,
  origin: string | undefined = firstPlace(network, index, elements),
  lookup: RangeLookup = () => ({}),
): JourneyStep[] {
  const steps: JourneyStep[] = []
  let here = origin ?? ''
  for (let k = 0; k < elements.length; k++) {
    const element = elements[k]!
    if (element >= index.loadingStart) continue
    const where =
      element < index.linkCount ? linkStep(network, element, here) : waitStep(network, index, element)
    here = where.to
    steps.push({
      ...where,
      hours: costs.hours[element],
      usd: costs.usd[element],
      ...elementBounds(network, index, costs, lookup, element),
    })
  }
  return steps
}

function linkStep(network: NetworkTables, element: number, here: string): StepPlace {
  const { id, from, to, mode, country, lengthKm, quality, source } = network.links[element]
  if (here !== from && here !== to) {
    throw new KeruenError('failure', {
      code: 'network.broken-journey',
      expected: `a link from ${here}`,
      found: `${id}, from ${from} to ${to}`,
    })
  }
  return {
    kind: 'running',
    id,
    from: here,
    to: here === from ? to : from,
    mode,
    ...(country === undefined ? {} : { country }),
    lengthKm,
    quality,
    source,
  }
}

function waitStep(network: NetworkTables, index: ElementIndex, element: number): StepPlace {
  if (element < index.terminalStart) {
    const row = network.crossings[element - index.crossingStart]!
    return {
      kind: row.gaugeChange ? 'gauge' : 'border',
      id: row.placeId,
      from: row.placeId,
      to: row.placeId,
      mode: row.mode,
      country: row.toCountry,
      fromCountry: row.fromCountry,
      lengthKm: 0,
      quality: row.quality,
      source: row.source,
    }
  }
  if (element < index.passageStart) {
    const row = network.terminals[element - index.terminalStart]!
    const passing = row.modeA === 'sea' ? 'canal' : 'gauge'
    return {
      kind: row.modeA === row.modeB ? passing : 'terminal',
      id: row.placeId,
      from: row.placeId,
      to: row.placeId,
      mode: row.modeA === row.modeB ? row.modeA : `${row.modeA}–${row.modeB}`,
      lengthKm: 0,
      quality: row.quality,
      source: row.source,
    }
  }
  const place = network.places[index.passagePlaces[element - index.passageStart]!]!
  return {
    kind: 'strait',
    id: place.id,
    from: place.id,
    to: place.id,
    mode: 'sea',
    lengthKm: 0,
    quality: place.quality,
    source: place.source,
  }
}

/** Where a journey begins: at the place of a first wait, or at the end of the first link that the second does not touch. */
function firstPlace(
  network: NetworkTables,
  index: ElementIndex,
  elements: ArrayLike<number>,
): string | undefined {
  if (elements.length === 0) return undefined
  if (elements[0]! >= index.linkCount) return placeOf(network, index, elements[0]!)
  const first = network.links[elements[0]!]!
  if (elements.length === 1) return first.from
  const next = elements[1]!
  const touched =
    next < index.linkCount
      ? [network.links[next].from, network.links[next].to]
      : [placeOf(network, index, next)]
  return touched.includes(first.to) ? first.from : first.to
}

function placeOf(network: NetworkTables, index: ElementIndex, element: number): string {
  if (element < index.terminalStart) return network.crossings[element - index.crossingStart].placeId
  if (element < index.passageStart) return network.terminals[element - index.terminalStart].placeId
  return network.places[index.passagePlaces[element - index.passageStart]!].id
}
