/** What can be pointed at on the map, and the way a keyboard walks through it. */
import type { CentralResult } from '../../../index.js'
import { mostChangedCorridors } from '../../../report/changed-corridors.js'
import type { LineShape } from '../../../report/map/line-records.js'
import { VISIBLE_TEU } from '../../../report/map/line-shapes.js'
import type { MapScene } from '../../../report/map/scene.js'
import type { TrafficLine } from '../../../report/map/traffic.js'
import type { Selection } from '../../state/lab.js'

/** What of a selection the map can show. */
export type MapTarget = Exclude<Selection, { readonly kind: 'figure' }>

/** Pixels by which a pointer may miss. */
const MARK_SLACK = 5
const LINE_SLACK = 6

/** The wait or, failing that, the line under a pixel; countries are found by their shapes. */
export function targetAt(scene: MapScene, x: number, y: number): MapTarget | undefined {
  let best: MapTarget | undefined
  let nearest = Infinity
  for (const { place, square, radius, x: markX, y: markY } of scene.waited) {
    const distance = Math.hypot(markX - x, markY - y) - radius
    if (distance < MARK_SLACK && distance < nearest) {
      nearest = distance
      best = { kind: square ? 'terminal' : 'crossing', placeId: place.id }
    }
  }
  if (best !== undefined) return best
  const strait = scene.straits.find(({ at }) => Math.hypot(at[0] - x, at[1] - y) < MARK_SLACK + 3)
  if (strait !== undefined) return { kind: 'terminal', placeId: strait.place.id }
  nearest = LINE_SLACK
  for (const line of scene.lines) {
    if (!isVisible(line)) continue
    const distance = distanceTo(line.samples, x, y)
    if (distance < nearest) {
      nearest = distance
      best = { kind: 'link', linkId: mainLink(line) }
    }
  }
  return best
}

/** Roads without traffic are only a ground. */
function isVisible(line: TrafficLine): boolean {
  if (line.seaOnly && line.change === 'none') return false
  return line.rail || line.kind === 'ferry' || Math.max(line.before, line.after) >= VISIBLE_TEU
}

/** A line stands for all modes between two places; its first rail link speaks for it. */
function mainLink(line: LineShape): string {
  return line.links.find(id => id.startsWith('rail-')) ?? line.links[0]!
}

function distanceTo(samples: LineShape['samples'], x: number, y: number): number {
  let least = Infinity
  for (const [sampleX, sampleY] of samples) {
    const [dx, dy] = [sampleX - x, sampleY - y]
    least = Math.min(least, dx * dx + dy * dy)
  }
  return Math.sqrt(least)
}

export function sameTarget(a: MapTarget | undefined, b: MapTarget | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** A corridor or a group of countries, as a keyboard walks along it. */
export type Walk = readonly MapTarget[]

/**
 * Corridors, those that change most first and then by their ids, each with its links and waits from end to end; the
 * members last.
 */
export function keyboardWalks(result: CentralResult): Walk[] {
  const changed = mostChangedCorridors({ result }, result.corridors.length)
  const corridors = [...changed, ...result.corridors.filter(corridor => !changed.includes(corridor))]
  return [
    ...corridors.map(({ id, legs }): Walk => {
      const steps = legs.map(
        (leg): MapTarget =>
          leg.kind === 'travel' ? { kind: 'link', linkId: leg.id } : { kind: leg.kind, placeId: leg.id },
      )
      return [{ kind: 'corridor', corridorId: id }, ...steps]
    }),
    result.bloc.members.map((iso3): MapTarget => ({ kind: 'country', iso3 })),
  ]
}

/** Where a keyboard stands. */
export interface Step {
  readonly walk: number
  readonly index: number
}

export type StepKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End'

/** Left and right walk along, up and down change the corridor. */
export function stepBy(walks: readonly Walk[], { walk, index }: Step, key: StepKey): Step {
  const last = walks[walk]!.length - 1
  switch (key) {
    case 'ArrowLeft':
      return { walk, index: Math.max(0, index - 1) }
    case 'ArrowRight':
      return { walk, index: Math.min(last, index + 1) }
    case 'ArrowUp':
      return { walk: Math.max(0, walk - 1), index: 0 }
    case 'ArrowDown':
      return { walk: Math.min(walks.length - 1, walk + 1), index: 0 }
    case 'Home':
      return { walk, index: 0 }
    case 'End':
      return { walk, index: last }
  }
}
