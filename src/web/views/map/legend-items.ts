/** Which signs a legend explains: those that the map shows in its mode, in the order of their weight. */
import type { MapScene } from '../../../report/map/scene.js'
import type { MapMode } from '../../../report/map/strokes.js'
import type { Language } from '../../i18n/languages.js'
import { number } from '../../i18n/locale.js'
import type { Messages } from '../../i18n/messages.js'
import { DELAY_STEPS } from './delay.js'

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
  | 'standing'
  | 'capacity'
  | 'income'

export function legendSigns(scene: MapScene, mode: MapMode): LegendSign[] {
  const changes = new Set(scene.lines.map(line => line.change))
  const has = (look: string) =>
    scene.strokes.plain.some(stroke => stroke.look === look) ||
    [...scene.strokes.edges, ...scene.strokes.cores].some(stroke => stroke.look.includes(look))
  const shown: Readonly<Record<LegendSign, boolean>> = {
    gain: mode === 'change' && changes.has('gain'),
    gainStrong: mode === 'change' && changes.has('gain-strong'),
    loss: mode === 'change' && changes.has('loss'),
    core: mode === 'traffic' || (mode === 'change' && changes.size < 2),
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
    standing: scene.marks.some(mark => mark.standing !== undefined),
    capacity: scene.fullLines.length > 0 || scene.waited.some(mark => mark.full),
    income: scene.washes.size > 0,
  }
  return (Object.keys(shown) as LegendSign[]).filter(sign => shown[sign])
}

/** What a sign means; the ramp of delays with its bounds. */
export function signWords(sign: LegendSign, language: Language, words: Messages['map']): string {
  if (sign !== 'slow') return words.legend[sign]
  const bounds = DELAY_STEPS.map(step => number(language, step, { decimals: step % 1 === 0 ? 0 : 1 }))
  return `${words.legend.slow}: ${bounds.join(' · ')}`
}

/** A sign in small: shapes with their style classes, 12 px high. */
export interface Swatch {
  readonly width: number
  readonly shapes: readonly {
    readonly tag: 'path' | 'circle' | 'rect'
    readonly look: string
    readonly attributes: Readonly<Record<string, string | number>>
  }[]
}

export function swatchOf(sign: LegendSign): Swatch {
  return SWATCHES[sign]
}

const SWATCHES: Readonly<Record<LegendSign, Swatch>> = {
  gain: line(['m-gain', 6], ['m-stay', 3]),
  gainStrong: line(['m-gain-strong', 6], ['m-stay', 2]),
  loss: line(['m-loss', 6], ['m-stay', 3]),
  core: line(['m-core', 2.4]),
  was: line(['m-ghost', 6], ['m-core', 3]),
  planned: line(['m-planned', 1.1]),
  ferry: line(['m-core m-dash', 2]),
  lane: line(['m-lane', 2]),
  slow: {
    width: 70,
    shapes: [1, 2, 3, 4, 5].map(step => ({
      tag: 'path' as const,
      look: `m-slow s${step}`,
      attributes: { d: `M${step * 14 - 13} 6h12`, 'stroke-width': 4 },
    })),
  },
  waits: {
    width: 44,
    shapes: [circle('m-disc d2', 4, 2.9), circle('m-disc d4', 16, 5.6), circle('m-disc d5', 33, 8.7)],
  },
  port: { width: 12, shapes: [box('m-disc d4', 1, 10, 10)] },
  estimated: { width: 13, shapes: [circle('m-hollow d4', 6.5, 5)] },
  todayRing: { width: 14, shapes: [circle('m-today', 7, 6)] },
  standing: { width: 22, shapes: [circle('m-standing', 11, 9.2)] },
  capacity: { width: 18, shapes: [path('m-full', 'M3 -1V13M15 -1V13'), circle('m-disc d4', 9, 4)] },
  closed: { width: 12, shapes: [path('m-cross', 'M2 2L10 10M2 10L10 2')] },
  income: {
    width: 28,
    shapes: ['m-member', 'm-wash-loss-3', 'm-member', 'm-wash-gain-3'].map((look, k) =>
      box(look, k < 2 ? 0 : 14, 14, 12),
    ),
  },
}

function line(...strokes: readonly (readonly [string, number])[]): Swatch {
  return {
    width: 30,
    shapes: strokes.map(([look, width]) => path(look, 'M3 6H27', width)),
  }
}

function path(look: string, d: string, width?: number): Swatch['shapes'][number] {
  return { tag: 'path', look, attributes: width === undefined ? { d } : { d, 'stroke-width': width } }
}

function circle(look: string, x: number, r: number): Swatch['shapes'][number] {
  return { tag: 'circle', look, attributes: { cx: x, cy: 6, r } }
}

function box(look: string, x: number, width: number, height: number): Swatch['shapes'][number] {
  return { tag: 'rect', look, attributes: { x, y: (12 - height) / 2, width, height } }
}
