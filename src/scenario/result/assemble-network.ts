/** Corridors, links and waits, before and after. */
import type { Quality } from '../../dataset/dataset.js'
import { parameterRange } from '../../ensemble/summary.js'
import { withoutRise } from '../../network/comparison/network-change.js'
import type { JourneyLeg } from '../../network/journeys/corridor.js'
import { transitOwners } from '../../network/traffic/transit.js'
import type { ElementTraffic, MeasuredCorridor } from '../stages/corridor-gates.js'
import type { Outcome } from '../stages/counterfactual.js'
import type { World } from '../stages/world.js'
import { corridorEarnings } from './corridor-earnings.js'
import { corridorFigures } from './corridor-figures.js'
import type { Bounds, CorridorLeg, CorridorResult, LinkResult, WaitResult } from './result.js'

/** A wait is listed from this traffic on, or where a measure changes it. */
const LISTED_TEU = 500

export function corridorRows(
  world: World,
  measured: readonly MeasuredCorridor[],
  central: Outcome,
  draws: readonly Outcome[],
): CorridorResult[] {
  const { network, baseline } = world
  const figures = corridorFigures(world)
  const owners = transitOwners(baseline.network, network.index, world.economies)
  return baseline.network.corridors.map((corridor, c) => {
    const { legs, teu, gate } = measured[c]
    return {
      id: corridor.id,
      name: corridor.name,
      quality: corridor.quality,
      places: corridor.places,
      ...figures(corridor, legs),
      teu,
      teuRange: {
        before: teuBounds(teu.before, gate.before, 'before', central, draws),
        after: teuBounds(teu.after, gate.after, 'after', central, draws),
      },
      teuChangeRange: teuChangeBounds(teu, gate, central, draws),
      earnings: corridorEarnings(world, legs, teu, owners),
      legs: legs.map(leg => legRow(world, leg)),
    }
  })
}

/**
 * Range of the traffic at a gate. The gate's table leaves out what is too little to count, so a draw moves the traffic
 * by its ratio to the table's central value.
 */
function teuBounds(
  teu: number,
  gate: number,
  state: 'before' | 'after',
  central: Outcome,
  draws: readonly Outcome[],
): Bounds {
  const middle = central.gateTeu?.[state][gate] ?? 0
  if (!(middle > 0)) return { low: teu, high: teu }
  const { low, high } = parameterRange(
    teu,
    draws.map(draw => (teu * draw.gateTeu![state][gate]) / middle),
  )
  return { low, high }
}

/** Range of the change: both states of one draw together, since what moves all boxes moves both. */
function teuChangeBounds(
  teu: MeasuredCorridor['teu'],
  gate: MeasuredCorridor['gate'],
  central: Outcome,
  draws: readonly Outcome[],
): Bounds {
  const inDraw = (draw: Outcome, state: 'before' | 'after'): number => {
    const middle = central.gateTeu?.[state][gate[state]] ?? 0
    return middle > 0 ? (teu[state] * draw.gateTeu![state][gate[state]]) / middle : teu[state]
  }
  const { low, high } = parameterRange(
    teu.after - teu.before,
    draws.map(draw => inDraw(draw, 'after') - inDraw(draw, 'before')),
  )
  return { low, high }
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
  const charges = withoutRise(network, network.after.usd)
  const rows: WaitResult[] = []
  for (let element = network.index.crossingStart; element < network.index.passageStart; element++) {
    const hours = { before: network.before.hours[element], after: network.after.hours[element] }
    const usd = { before: network.before.usd[element], after: charges[element] }
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
