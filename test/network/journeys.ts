/**
 * Journeys on the embedded network, for figures that others published: along named places, or the shortest way. They are
 * chosen at central values and told at these or at an end of all ranges.
 */
import type { Mode } from '../../src/dataset/dataset.js'
import { elementBounds, rangeLookup } from '../../src/network/elements/element-ranges.js'
import { elementCosts, indexElements } from '../../src/network/elements/elements.js'
import { corridorJourneys } from '../../src/network/journeys/corridor.js'
import { endWait } from '../../src/network/journeys/end-waits.js'
import { buildGraph } from '../../src/network/least-cost/graph.js'
import { bestState, leastCostTree } from '../../src/network/least-cost/least-cost.js'
import { embeddedDataset } from '../embedded.js'

export interface Journey {
  readonly km: number
  /** Days in motion, days at borders and days where the mode changes or the ship waits. */
  readonly motion: number
  readonly borders: number
  readonly terminals: number
  /** All three. */
  readonly days: number
  /** USD per TEU. */
  readonly usd: number
}

/** Central values; all waits short, all moving fast and all rates low; all long, slow and high. */
export type End = 'central' | 'low' | 'high'

const { network, networkRanges } = embeddedDataset()
const index = indexElements(network)
/** From terminal to terminal, as figures are published: loading at the ends takes nothing here. */
const costs = elementCosts(network, index, new Set())
costs.hours.fill(0, index.loadingStart)
costs.usd.fill(0, index.loadingStart)
const graph = buildGraph(network, index)

const lookup = rangeLookup(network, index, networkRanges)
const NOTHING = { hoursLow: 0, hoursHigh: 0, usdLow: 0, usdHigh: 0 }
const bounds = Array.from(costs.hours, (_, element) =>
  element < index.loadingStart ? elementBounds(network, index, costs, lookup, element) : NOTHING,
)
const TAKEN = {
  central: costs,
  low: { hours: bounds.map(each => each.hoursLow), usd: bounds.map(each => each.usdLow) },
  high: { hours: bounds.map(each => each.hoursHigh), usd: bounds.map(each => each.usdHigh) },
} as const

/** Journeys told at one end. */
export class Journeys {
  constructor(private readonly end: End) {}

  private totals(elements: readonly number[]): Journey {
    const taken = TAKEN[this.end]
    const hours = (from: number, to: number) =>
      elements.reduce((sum, e) => sum + (e >= from && e < to ? taken.hours[e]! : 0), 0) / 24
    const motion = hours(0, index.crossingStart)
    const borders = hours(index.crossingStart, index.terminalStart)
    const terminals = hours(index.terminalStart, index.count)
    return {
      km: elements.reduce((sum, e) => sum + (e < index.linkCount ? network.links[e]!.lengthKm : 0), 0),
      motion,
      borders,
      terminals,
      days: motion + borders + terminals,
      usd: elements.reduce((sum, e) => sum + taken.usd[e]!, 0),
    }
  }

  /** Part of a named corridor, `<` before its id for the way back; more places may be put at its end. */
  along(id: string, from: string, to: string, more: readonly string[] = []): Journey {
    const back = id.startsWith('<')
    const corridor = network.corridors.find(each => each.id === (back ? id.slice(1) : id))
    if (corridor === undefined) throw new Error(`no corridor ${id}`)
    const all = [...(back ? more.toReversed() : []), ...corridor.places, ...(back ? [] : more)]
    const places = back ? [...corridor.places, ...more].toReversed() : all
    return this.by(places.slice(places.indexOf(from), places.indexOf(to) + 1), corridor.modes)
  }

  /** Through these places in order, at 1.5 USD per TEU-hour between parallel links. */
  by(places: readonly string[], modes: readonly Mode[]): Journey {
    const corridor = { ...network.corridors[0]!, places: [...places], modes: [...modes] }
    const [legs] = corridorJourneys({ ...network, corridors: [corridor] }, index, costs, costs)
    if (legs!.length === 0) throw new Error(`no way along ${places.join(' ')}`)
    return this.totals(legs!.map(leg => leg.element))
  }

  /** The least cost at 1.5 USD per TEU-hour, or the shortest way, over open links of these modes. */
  least(
    from: string,
    to: string,
    modes: readonly Mode[],
    { closed = [] as readonly string[], shortest = false } = {},
  ): Journey {
    const state = elementCosts(network, index, new Set(closed))
    const weight = Float64Array.from(state.hours, (hours, e) => {
      const link = network.links[e]
      if (state.open[e] === 0 || (link !== undefined && !modes.includes(link.mode)))
        return Number.POSITIVE_INFINITY
      if (e >= index.loadingStart) return 0
      return shortest ? (link?.lengthKm ?? 0) : state.usd[e]! + 1.5 * hours
    })
    const place = (id: string) => network.places.findIndex(each => each.id === id)
    const tree = leastCostTree(graph, weight, new Float64Array(index.count), place(from), 'forward', {
      buckets: [],
    })
    const elements: number[] = []
    for (let s = bestState(graph, tree, place(to)); tree.arc[s]! >= 0; s = graph.arcFrom[tree.arc[s]!]!) {
      elements.unshift(graph.arcElement[tree.arc[s]!]!)
    }
    if (elements.length === 0) throw new Error(`no way from ${from} to ${to}`)
    return this.totals(elements)
  }

  /** Days that a change of mode takes. */
  changeDays(placeId: string, modeA: Mode, modeB: Mode): number {
    const row = network.terminals.findIndex(
      each => each.placeId === placeId && each.modeA === modeA && each.modeB === modeB,
    )
    if (row < 0) throw new Error(`no change from ${modeA} to ${modeB} at ${placeId}`)
    return TAKEN[this.end].hours[index.terminalStart + row]! / 24
  }

  /** Days that a shipment waits at one end. */
  waitDays(place: string, mode: Mode, end: 'origin' | 'destination'): number {
    const wait = endWait(network, place, mode, end)
    if (wait === undefined) throw new Error(`no wait at ${place}`)
    return { central: wait.hours, low: wait.hoursLow, high: wait.hoursHigh }[this.end] / 24
  }

  /** CPMM's speeds over the CAREC corridors of the dataset, km/h: without delay, and with the waits at borders. */
  carecSpeeds(mode: 'rail' | 'road'): { withoutDelay: number; withDelay: number } {
    const { hours } = TAKEN[this.end]
    let [km, running, waiting] = [0, 0, 0]
    const corridors = network.corridors.filter(({ id }) => id.startsWith('carec-'))
    for (const legs of corridorJourneys({ ...network, corridors }, index, costs, costs)) {
      for (const { element } of legs) {
        const link = network.links[element]
        const crossing = network.crossings[element - index.crossingStart]
        if (link?.mode === mode) {
          km += link.lengthKm
          running += hours[element]!
        } else if (crossing?.mode === mode) waiting += hours[element]!
      }
    }
    return { withoutDelay: km / running, withDelay: km / (running + waiting) }
  }
}
