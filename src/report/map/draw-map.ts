/** The map of corridors before and after, as one drawing in pixels of its frame. */

import { type ReportContext, shortName } from '../context.js'
import { type Markup, trusted } from '../html.js'
import { coordinate, drawing, svg } from '../svg.js'
import type { DrawnGeography } from './geography.js'
import type { PlacedLabel } from './labels.js'
import type { Point } from './line-records.js'
import { lineShapes } from './line-shapes.js'
import type { MapView } from './projection.js'
import { type MapScene, mapScene } from './scene.js'
import { type LineStrokes, mainLanes, PLAIN_STROKES, type Stroke } from './strokes.js'
import { type Bottlenecks, delayStep, isBottleneck, standingRadius, type WaitMark } from './waits.js'

export interface MapChoices extends Bottlenecks {
  readonly id: string
  readonly className: string
  readonly view: MapView
  readonly geography: DrawnGeography
  readonly mostMarks: number
  readonly mostLabels: number
  /** Places whose names come first, e.g. the ends of the corridors that change. */
  readonly wanted: ReadonlySet<string>
}

export function drawMap(context: ReportContext, choices: MapChoices): Markup {
  const { result, dataset, messages } = context
  const { hours, teu } = context.numbers
  const { view } = choices
  const scene = mapScene(
    { ...context, countryName: country => shortName(country.names[messages.id]) },
    {
      ...choices,
      most: choices.mostLabels,
      shapes: lineShapes(dataset.network, result.links, view),
      lanes: mainLanes(view),
      strokes: PLAIN_STROKES,
    },
  )
  return drawing(
    choices.id,
    view.width,
    view.height,
    messages.map.title,
    messages.map.description(result.scenario.title),
    { class: `map ${choices.className}`, width: '100%' },
    drawScene(scene, view, mark =>
      messages.map.waitOf(
        mark.place.name,
        hours(mark.before),
        hours(mark.after),
        mark.estimated,
        mark.standing && { before: teu(mark.standing.before), after: teu(mark.standing.after) },
        mark.full,
      ),
    ),
  )
}

/** @param nameOf what a reader is told of a wait */
export function drawScene(scene: MapScene, view: MapView, nameOf: (mark: WaitMark) => string): Markup[] {
  const { geography, members, washes, marks, waited, closed, labels } = scene
  return [
    svg('rect', { class: 'm-sea', width: view.width, height: view.height }),
    svg('path', { class: 'm-land', d: geography.land }),
    ...[...geography.countries]
      .filter(([code]) => members.has(code))
      .map(([, path]) => svg('path', { class: 'm-member', d: path })),
    ...[...geography.countries]
      .filter(([code]) => washes.has(code))
      .map(([code, path]) => svg('path', { class: washes.get(code)!, d: path })),
    svg('path', { class: 'm-coast', d: geography.land }),
    ...(
      [
        ['m-border', geography.borders],
        ['m-border-member', geography.memberBorders],
        ['m-border-disputed', geography.disputedBorders],
      ] as const
    )
      .filter(([, path]) => path !== '')
      .map(([look, path]) => svg('path', { class: look, d: path })),
    ...marks.filter(isBottleneck).flatMap(drawnStanding),
    ...drawnLines(scene.strokes),
    ...scene.fullLines.map(([a, b]) => barsAcross(b, [b[0] - a[0], b[1] - a[1]], 3, 6)),
    ...scene.straits.map(({ at, way }) => svg('path', { class: 'm-strait', d: barsPath(at, way, 1.5, 4) })),
    ...closed.map(place => cross(view.project(place.longitude, place.latitude))),
    ...waited.toReversed().map(mark => drawnMark(mark, nameOf(mark))),
    ...waited
      .filter(mark => mark.full)
      .map(({ x, y, radius }) => barsAcross([x, y], [1, 0], radius + 2.5, radius + 1)),
    ...labels
      .filter(label => label.ring)
      .map(label => svg('circle', { class: 'm-place', cx: label.x, cy: label.y, r: 2 })),
    ...labels.map(drawnLabel),
  ]
}

function drawnLines({ plain, edges, cores, crosses }: LineStrokes): Markup[] {
  const drawn = ({ look, path, width }: Stroke) =>
    svg('path', { class: look, d: path, 'stroke-width': width })
  return [...plain.map(drawn), ...edges.map(drawn), ...cores.map(drawn), ...crosses.map(cross)]
}

/** What is closed keeps its course or its place and takes a cross. */
function cross(point: Point): Markup {
  return svg('path', { class: 'm-cross', d: crossPath(point) })
}

export function crossPath([x, y]: Point): string {
  const corners = [x - 4, y - 4, x + 4, y + 4, x - 4, y + 4, x + 4, y - 4].map(coordinate)
  return `M${corners[0]} ${corners[1]}L${corners[2]} ${corners[3]}M${corners[4]} ${corners[5]}L${corners[6]} ${corners[7]}`
}

/** Boxes that stand at a wait: a wash under the lines, today's as a hairline where it differs. */
function drawnStanding({ x, y, standing }: WaitMark): Markup[] {
  if (standing === undefined) return []
  const [today, radius] = [standingRadius(standing.before), standingRadius(standing.after)]
  const out = [svg('circle', { class: 'm-standing', cx: x, cy: y, r: radius })]
  if (Math.abs(today - radius) >= 1) {
    out.push(svg('circle', { class: 'm-standing-today', cx: x, cy: y, r: today }))
  }
  return out
}

/** A gate: two bars across a way, `gap` before and after a point and `half` to either side. */
function barsAcross(point: Point, way: Point, gap: number, half: number): Markup {
  return svg('path', { class: 'm-full', d: barsPath(point, way, gap, half) })
}

export function barsPath([x, y]: Point, way: Point, gap: number, half: number): string {
  const length = Math.sqrt(way[0] * way[0] + way[1] * way[1])
  const [ux, uy] = length === 0 ? [1, 0] : [way[0] / length, way[1] / length]
  return [-gap, gap]
    .map(at => {
      const [cx, cy] = [x + at * ux, y + at * uy]
      const ends = [cx - half * uy, cy + half * ux, cx + half * uy, cy - half * ux].map(coordinate)
      return `M${ends[0]} ${ends[1]}L${ends[2]} ${ends[3]}`
    })
    .join('')
}

function drawnMark(mark: WaitMark, name: string): Markup {
  const { x, y, radius, todayRadius } = mark
  const step = delayStep(mark.after)
  const shape = (r: number, look: string) =>
    mark.square
      ? svg('rect', {
          class: look,
          x: x - r * 0.89,
          y: y - r * 0.89,
          width: r * 1.78,
          height: r * 1.78,
          rx: 1,
        })
      : svg('circle', { class: look, cx: x, cy: y, r })
  const differs = Math.abs(todayRadius - radius) > 0.8
  return svg(
    'g',
    {},
    svg('title', {}, name),
    differs && shape(todayRadius + (todayRadius > radius ? 1.4 : 0), 'm-today'),
    mark.estimated ? shape(Math.max(2.2, radius - 1), `m-hollow d${step}`) : shape(radius, `m-disc d${step}`),
  )
}

function drawnLabel(label: PlacedLabel): Markup {
  return svg(
    'text',
    {
      class: `m-${label.look}`,
      x: label.textX,
      y: label.textY,
      'text-anchor': label.anchor === 'start' ? undefined : label.anchor,
    },
    label.text,
  )
}

/** A wash that stands for all of its side in the legend. */
export function washSwatch(side: 'gain' | 'loss'): Markup {
  return trusted(
    `<svg class="swatch" width="14" height="12" aria-hidden="true"><rect class="m-member" width="14" height="12"/><rect class="m-wash-${side}-3" width="14" height="12"/></svg>`,
  )
}
