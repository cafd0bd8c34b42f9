/** Which signs a legend explains: those that the map shows in its mode, in the order of their weight. */
import type { MapScene } from '../../../report/map/scene.js'
import type { MapMode } from '../../../report/map/strokes.js'

export type LegendSign =
  | 'gain'
  | 'gainStrong'
  | 'loss'
  | 'core'
  | 'was'
  | 'slow'
  | 'closed'
  | 'planned'
  | 'ferry'
  | 'lane'
  | 'waits'
  | 'port'
  | 'estimated'
  | 'todayRing'
  | 'capacity'
  | 'income'

export function legendSigns(scene: MapScene, mode: MapMode, washed: boolean): LegendSign[] {
  const changes = new Set(scene.lines.map(line => line.change))
  const has = (look: string) =>
    scene.strokes.plain.some(stroke => stroke.look === look) ||
    [...scene.strokes.edges, ...scene.strokes.cores].some(stroke => stroke.look.includes(look))
  const shown: Readonly<Record<LegendSign, boolean>> = {
    gain: mode === 'change' && changes.has('gain'),
    gainStrong: mode === 'change' && changes.has('gain-strong'),
    loss: mode === 'change' && changes.has('loss'),
    core: mode !== 'delay' && has('m-core'),
    was: has('m-ghost'),
    slow: mode === 'delay',
    closed: scene.closed.length > 0 || scene.strokes.crosses.length > 0,
    planned: has('m-planned'),
    ferry: has('m-dash'),
    lane: has('m-lane'),
    waits: scene.waited.length > 0,
    port: scene.waited.some(mark => mark.square),
    estimated: scene.waited.some(mark => mark.estimated),
    todayRing: scene.waited.some(mark => Math.abs(mark.radius - mark.todayRadius) > 0.8),
    capacity: scene.fullLines.length > 0 || scene.waited.some(mark => mark.full),
    income: washed && scene.washes.size > 0,
  }
  return (Object.keys(shown) as LegendSign[]).filter(sign => shown[sign])
}
