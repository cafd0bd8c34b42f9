/** Corridors, links and waits, before and after. */
import type { Link, Quality } from '../dataset/dataset.js'
import { corridorJourneys, type JourneyLeg } from '../network/corridor.js'
import type { CorridorLeg, CorridorResult, LinkResult, WaitResult } from './result.js'
import type { World } from './world.js'

/** TEU a year on every element. */
export interface ElementTraffic {
  readonly before: Float64Array
  readonly after: Float64Array
}

/** A wait is listed from this traffic on, or where a measure changes it. */
const LISTED_TEU = 500

export function corridorRows(world: World, traffic: ElementTraffic): CorridorResult[] {
  const { network, baseline } = world
  const tables = baseline.network
  const journeys = corridorJourneys(tables, network.index, network.before, network.after)
  return tables.corridors.map((corridor, c) => {
    const legs = journeys[c]
    const total = (
      costs: { hours: Float64Array; usd: Float64Array; open: Uint8Array },
      of: 'hours' | 'usd',
    ): number | null =>
      legs.length > 0 && legs.every(leg => costs.open[leg.element] === 1)
        ? legs.reduce((sum, leg) => sum + costs[of][leg.element], 0)
        : null
    const days = (hours: number | null): number | null => (hours === null ? null : hours / 24)
    return {
      id: corridor.id,
      name: corridor.name,
      quality: corridor.quality,
      places: corridor.places,
      days: { before: days(total(network.before, 'hours')), after: days(total(network.after, 'hours')) },
      usdPerTeu: { before: total(network.before, 'usd'), after: total(network.after, 'usd') },
      teu: { before: narrowest(world, legs, traffic.before), after: narrowest(world, legs, traffic.after) },
      legs: legs.map(leg => legRow(world, leg)),
    }
  })
}

/**
 * Traffic of both directions where the journey crosses a border or the sea with least traffic; on a journey inside
 * one country, on its least used link.
 */
function narrowest(world: World, legs: readonly JourneyLeg[], traffic: Float64Array): number {
  const { links } = world.baseline.network
  const onLinks = (wanted: (mode: string) => boolean): number[] =>
    legs.flatMap(leg =>
      leg.kind === 'travel' && wanted(links[leg.element].mode) ? [traffic[leg.element]] : [],
    )
  const gates = [
    ...legs.flatMap(leg =>
      leg.kind === 'travel' && isVessel(links[leg.element]) ? [allVessels(world, leg.element, traffic)] : [],
    ),
    ...legs.flatMap(leg => (leg.kind === 'crossing' ? [bothWays(world, leg.element, traffic)] : [])),
  ]
  const counted = gates.length > 0 ? gates : onLinks(() => true)
  return counted.length === 0 ? 0 : counted.reduce((least, teu) => Math.min(least, teu))
}

function isVessel({ mode }: Link): boolean {
  return mode === 'sea' || mode === 'ferry'
}

/** Traffic of every vessel between the two ends of a leg: a feeder ship beside a train ferry serves the same corridor. */
function allVessels({ baseline }: World, element: number, traffic: Float64Array): number {
  const { links } = baseline.network
  const { from, to } = links[element]
  return links.reduce((sum, link, at) => {
    const same = (link.from === from && link.to === to) || (link.from === to && link.to === from)
    return same && isVessel(link) ? sum + traffic[at] : sum
  }, 0)
}

/** Traffic of a crossing and of the row of the other direction. */
function bothWays({ network, baseline }: World, element: number, traffic: Float64Array): number {
  const { crossings } = baseline.network
  const row = crossings[element - network.index.crossingStart]
  return crossings.reduce((sum, other, at) => {
    const same = other.placeId === row.placeId && other.mode === row.mode
    const between =
      same && (other === row || (other.fromCountry === row.toCountry && other.toCountry === row.fromCountry))
    return between ? sum + traffic[network.index.crossingStart + at] : sum
  }, 0)
}

function legRow(world: World, leg: JourneyLeg): CorridorLeg {
  const { network, baseline } = world
  const { element } = leg
  const values = {
    hours: { before: network.before.hours[element], after: network.after.hours[element] },
    usd: { before: network.before.usd[element], after: network.after.usd[element] },
  }
  if (leg.kind === 'travel') {
    const link = baseline.network.links[element]
    const label = `${placeName(world, link.from)} – ${placeName(world, link.to)}`
    return { kind: leg.kind, id: link.id, label, mode: link.mode, ...values, quality: link.quality }
  }
  const wait = waitAt(world, element)
  return {
    kind: leg.kind,
    id: wait.placeId,
    label: wait.name,
    mode: wait.mode,
    ...values,
    quality: wait.quality,
  }
}

function waitAt(
  world: World,
  element: number,
): { placeId: string; name: string; mode: string; label: string; quality: Quality } {
  const { index } = world.network
  const { crossings, terminals } = world.baseline.network
  if (element < index.terminalStart) {
    const row = crossings[element - index.crossingStart]
    const label = `${row.fromCountry}→${row.toCountry} ${row.mode}`
    return {
      placeId: row.placeId,
      name: placeName(world, row.placeId),
      mode: row.mode,
      label,
      quality: row.quality,
    }
  }
  const row = terminals[element - index.terminalStart]
  const label = `${row.modeA}–${row.modeB}`.replaceAll('_', ' ')
  return {
    placeId: row.placeId,
    name: placeName(world, row.placeId),
    mode: label,
    label,
    quality: row.quality,
  }
}

const placeNames = new WeakMap<World, ReadonlyMap<string, string>>()

function placeName(world: World, id: string): string {
  const known =
    placeNames.get(world) ?? new Map(world.baseline.network.places.map(place => [place.id, place.name]))
  placeNames.set(world, known)
  return known.get(id) ?? id
}

/** Links with traffic, and those that a measure changes. */
export function linkRows(world: World, traffic: ElementTraffic): LinkResult[] {
  const { network, baseline, effect } = world
  return baseline.network.links.flatMap((link, at) => {
    const next = effect.network.links[at]
    if (traffic.before[at] < 0.5 && traffic.after[at] < 0.5 && next === link) return []
    return [
      {
        id: link.id,
        teu: { before: traffic.before[at], after: traffic.after[at] },
        open: { before: network.before.open[at] === 1, after: network.after.open[at] === 1 },
        capacityTeu: { before: capacity(link.capacityKteu), after: capacity(next.capacityKteu) },
      },
    ]
  })
}

function capacity(kteu: number | undefined): number | null {
  return kteu === undefined ? null : kteu * 1000
}

/** Crossings and terminals with traffic, and those that a measure changes; the busiest first. */
export function waitRows(world: World, traffic: ElementTraffic): WaitResult[] {
  const { network } = world
  const rows: WaitResult[] = []
  for (let element = network.index.crossingStart; element < network.index.passageStart; element++) {
    const hours = { before: network.before.hours[element], after: network.after.hours[element] }
    const usd = { before: network.before.usd[element], after: network.after.usd[element] }
    const teu = { before: traffic.before[element], after: traffic.after[element] }
    const changed = hours.before !== hours.after || usd.before !== usd.after
    if (!changed && Math.max(teu.before, teu.after) < LISTED_TEU) continue
    const { placeId, label, quality } = waitAt(world, element)
    rows.push({
      placeId,
      kind: element < network.index.terminalStart ? 'crossing' : 'terminal',
      label,
      hours,
      usd,
      teu,
      quality,
    })
  }
  const busy = (row: WaitResult): number => Math.max(row.teu.before, row.teu.after)
  return rows.sort((a, b) => busy(b) - busy(a))
}
