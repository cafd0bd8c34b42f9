/** A named corridor as a journey: which links, crossings and terminals it passes, and what each takes. */
import type { Corridor, Link, NetworkTables } from '../../dataset/dataset.js'
import type { ElementCosts, ElementIndex } from '../elements/elements.js'

/** One element of the journey, in order of travel. */
export interface JourneyLeg {
  readonly kind: 'travel' | 'crossing' | 'terminal'
  readonly element: number
}

/** USD per TEU and hour by which parallel ways of one corridor are compared. */
const CHOICE_TIME_VALUE = 1.5

interface JourneyEnd {
  readonly cost: number
  readonly link: number
  readonly previous?: JourneyEnd
  /** Waits before the link. */
  readonly waits: readonly JourneyLeg[]
}

interface Lookup {
  readonly linksBetween: ReadonlyMap<string, readonly number[]>
  readonly crossingAt: ReadonlyMap<string, number>
  readonly terminalAt: ReadonlyMap<string, number>
  readonly borders: ReadonlySet<string>
}

/**
 * Finds the journeys of many corridors of one network.
 *
 * Each corridor takes, along its places in order, the cheapest of its modes' links at 1.5 USD per TEU-hour, with the
 * crossing and terminal rows between them; waits at the two ends are not in it. Links that are open before are
 * preferred to those open only after, those to planned ones.
 *
 * @returns one list of legs for each corridor; empty where its places are not joined.
 */
export function corridorJourneys(
  network: NetworkTables,
  index: ElementIndex,
  before: ElementCosts,
  after: ElementCosts,
): readonly (readonly JourneyLeg[])[] {
  const lookup = lookups.get(network) ?? makeLookup(network, index)
  lookups.set(network, lookup)
  const choices = [
    (e: number) => before.open[e] === 1,
    (e: number) => before.open[e] === 1 || after.open[e] === 1,
    () => true,
  ]
  return network.corridors.map(corridor => {
    for (const usable of choices) {
      const legs = journey(network, before, lookup, corridor, usable)
      if (legs.length > 0) return legs
    }
    return []
  })
}

/** Made once for the tables of today, which many packages are compared with. */
const lookups = new WeakMap<NetworkTables, Lookup>()

function makeLookup(network: NetworkTables, index: ElementIndex): Lookup {
  const linksBetween = new Map<string, number[]>()
  network.links.forEach((link, at) => {
    for (const key of [`${link.from}|${link.to}`, `${link.to}|${link.from}`]) {
      linksBetween.set(key, [...(linksBetween.get(key) ?? []), at])
    }
  })
  return {
    linksBetween,
    crossingAt: new Map(
      network.crossings.map((c, row) => [
        `${c.placeId}|${c.mode}|${c.fromCountry}|${c.toCountry}`,
        index.crossingStart + row,
      ]),
    ),
    terminalAt: new Map(
      network.terminals.flatMap((t, row) => [
        [`${t.placeId}|${t.modeA}|${t.modeB}`, index.terminalStart + row] as const,
        [`${t.placeId}|${t.modeB}|${t.modeA}`, index.terminalStart + row] as const,
      ]),
    ),
    borders: new Set(network.places.filter(place => place.kind === 'border').map(place => place.id)),
  }
}

function journey(
  network: NetworkTables,
  costs: ElementCosts,
  lookup: Lookup,
  corridor: Corridor,
  usable: (element: number) => boolean,
): readonly JourneyLeg[] {
  const weight = (element: number): number => costs.usd[element] + CHOICE_TIME_VALUE * costs.hours[element]
  let ends: JourneyEnd[] = []
  for (let p = 0; p + 1 < corridor.places.length; p++) {
    const place = corridor.places[p]
    const links = (lookup.linksBetween.get(`${place}|${corridor.places[p + 1]}`) ?? []).filter(
      at => corridor.modes.includes(network.links[at].mode) && usable(at),
    )
    const next: JourneyEnd[] = []
    for (const link of links) {
      if (p === 0) {
        next.push({ cost: weight(link), link, waits: [] })
        continue
      }
      let best: JourneyEnd | undefined
      for (const end of ends) {
        const waits = passPlace(lookup, place, network.links[end.link], network.links[link])
        if (waits === undefined || !waits.every(wait => usable(wait.element))) continue
        const cost = end.cost + waits.reduce((sum, wait) => sum + weight(wait.element), 0) + weight(link)
        if (best === undefined || cost < best.cost) best = { cost, link, previous: end, waits }
      }
      if (best) next.push(best)
    }
    ends = next
    if (ends.length === 0) return []
  }
  return ends.length === 0 ? [] : unroll(ends.reduce((best, end) => (end.cost < best.cost ? end : best)))
}

/** What passing a place from one link to the next takes, or undefined where it cannot be done. */
function passPlace(lookup: Lookup, place: string, from: Link, to: Link): JourneyLeg[] | undefined {
  const waits: JourneyLeg[] = []
  const terminal = lookup.terminalAt.get(`${place}|${from.mode}|${to.mode}`)
  if (terminal !== undefined) waits.push({ kind: 'terminal', element: terminal })
  else if (from.mode !== to.mode) return undefined
  if (!lookup.borders.has(place) || from.country === to.country) return waits
  if (from.country === undefined || to.country === undefined) return waits
  const crossing =
    lookup.crossingAt.get(`${place}|${to.mode}|${from.country}|${to.country}`) ??
    lookup.crossingAt.get(`${place}|${from.mode}|${from.country}|${to.country}`)
  if (crossing === undefined) return to.mode === 'rail' || to.mode === 'road' ? undefined : waits
  waits.push({ kind: 'crossing', element: crossing })
  return waits
}

function unroll(end: JourneyEnd): JourneyLeg[] {
  const legs: JourneyLeg[] = []
  for (let at: JourneyEnd | undefined = end; at; at = at.previous) {
    legs.unshift(...at.waits, { kind: 'travel', element: at.link })
  }
  return legs
}
