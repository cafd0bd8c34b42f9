/** The map of corridors before and after, as one drawing in pixels of its frame. */

import type { Place } from '../../dataset/dataset.js'
import { type ReportContext, verdict } from '../context.js'
import { hours, teu } from '../format.js'
import { type Markup, trusted } from '../html.js'
import { coordinate, drawing, svg } from '../svg.js'
import { type DrawnGeography, geographyOf } from './geography.js'
import { mapLabels } from './label-wishes.js'
import type { PlacedLabel } from './labels.js'
import { geographyPath, type MapView } from './projection.js'
import { SEA_LANES } from './sea-lanes.js'
import { type Point, type TrafficLine, trafficLines, trafficWidth, VISIBLE_TEU } from './traffic.js'
import {
  type Bottlenecks,
  delayStep,
  isBottleneck,
  standingRadius,
  type WaitMark,
  waitMarks,
} from './waits.js'

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

/** Shapes that are drawn like another country: the United Nations list them under it. */
const DRAWN_WITH: Readonly<Record<string, string>> = { HKG: 'CHN', MAC: 'CHN', TWN: 'CHN' }

export function drawMap(context: ReportContext, choices: MapChoices): Markup {
  const { result, dataset, messages } = context
  const { view } = choices
  const members = new Set(result.bloc.members)
  const washes = countryWashes(context)
  for (const [part, whole] of Object.entries(DRAWN_WITH)) {
    if (washes.has(part)) continue
    if (washes.has(whole)) washes.set(part, washes.get(whole)!)
    if (members.has(whole)) members.add(part)
  }
  const named = new Set(dataset.countries.map(country => country.iso3))
  const near = new Set([...members, ...washes.keys()])
  const geography = geographyOf(choices.geography, near, named, members)
  const lines = trafficLines(dataset.network, result.links, view)
  const marks = waitMarks(dataset.network.places, result.waits, view, near, choices.mostMarks, choices)
  const closed = closedPlaces(context)
  // Nobody waits where all is closed: a cross takes the place of the disc.
  const waited = marks.filter(({ place }) => !closed.includes(place))
  const labels = mapLabels(context, view, geography, lines, waited, members, {
    most: choices.mostLabels,
    wanted: choices.wanted,
    closed,
    unnamed: new Set(Object.keys(DRAWN_WITH)),
  })
  return drawing(
    choices.id,
    view.width,
    view.height,
    messages.map.title,
    messages.map.description(result.scenario.title),
    { class: `map ${choices.className}`, width: '100%' },
    svg('rect', { class: 'm-sea', width: view.width, height: view.height }),
    svg('path', { class: 'm-land', d: geography.land }),
    [...geography.countries]
      .filter(([code]) => members.has(code))
      .map(([, path]) => svg('path', { class: 'm-member', d: path })),
    [...geography.countries]
      .filter(([code]) => washes.has(code))
      .map(([code, path]) => svg('path', { class: washes.get(code)!, d: path })),
    svg('path', { class: 'm-coast', d: geography.land }),
    geography.borders !== '' && svg('path', { class: 'm-border', d: geography.borders }),
    geography.memberBorders !== '' && svg('path', { class: 'm-border-member', d: geography.memberBorders }),
    geography.disputedBorders !== '' &&
      svg('path', { class: 'm-border-disputed', d: geography.disputedBorders }),
    marks.filter(isBottleneck).map(drawnStanding),
    drawnLines(lines, view),
    fullLines(context, lines, choices.full),
    closed.map(place => cross(view.project(place.longitude, place.latitude))),
    waited.toReversed().map(mark => drawnMark(context, mark)),
    waited
      .filter(mark => mark.full)
      .map(({ x, y, radius }) => bars([x, y], [1, 0], radius + 2.5, radius + 1)),
    labels
      .filter(label => label.ring)
      .map(label => svg('circle', { class: 'm-place', cx: label.x, cy: label.y, r: 2 })),
    labels.map(drawnLabel),
  )
}

/** Straits, ports and border posts that the scenario closes. */
function closedPlaces({ result, places }: ReportContext): Place[] {
  return result.scenario.measures
    .flatMap(measure => (measure.kind === 'close' ? measure.placeIds : []))
    .flatMap(id => places.get(id) ?? [])
}

/** Wash of every country whose change can be told from zero: 6, 14 or 25 % by its size beside the largest. */
export function countryWashes(context: ReportContext): Map<string, string> {
  const told = context.result.countries.filter(
    country => verdict(country.realIncomeChangePercent, context.hasRanges) !== 'zero',
  )
  const most = Math.max(0, ...told.map(country => Math.abs(country.realIncomeChangePercent.value)))
  const washes = new Map<string, string>()
  for (const country of told) {
    const share = Math.abs(country.realIncomeChangePercent.value) / most
    const step = share > 1 / 2 ? 3 : share > 1 / 6 ? 2 : 1
    washes.set(country.iso3, `m-wash-${country.realIncomeChangePercent.value > 0 ? 'gain' : 'loss'}-${step}`)
  }
  return washes
}

function drawnLines(lines: readonly TrafficLine[], view: MapView): Markup[] {
  const out: Markup[] = []
  const plain = { rail: '', planned: '', suspended: '' }
  const edges: { width: number; markup: Markup }[] = []
  const cores: { width: number; markup: Markup }[] = []
  const crosses: Markup[] = []
  for (const line of lines) {
    const most = Math.max(line.before, line.after)
    const { change } = line
    const isOpen = (line.status === 'open' && !line.closed) || line.opened
    if (line.closed) crosses.push(cross(line.samples[Math.floor(line.samples.length / 2)]!))
    if (most < VISIBLE_TEU) {
      if (line.closed || (isOpen && line.kind === 'land' && line.rail)) plain.rail += line.path
      else if (line.status === 'planned' && !isOpen && line.rail) plain.planned += line.path
      else if (line.status === 'suspended' && !isOpen && line.rail) plain.suspended += line.path
      continue
    }
    const ferry = line.kind === 'ferry' ? ' m-dash' : ''
    if (change === 'none') {
      if (line.seaOnly) continue
      const width = trafficWidth(most, change)
      cores.push({
        width,
        markup: svg('path', { class: `m-core${ferry}`, d: line.path, 'stroke-width': width }),
      })
      continue
    }
    const inner = trafficWidth(Math.min(line.before, line.after), change)
    const outer = Math.max(trafficWidth(most, change), inner + 2)
    edges.push({
      width: outer,
      markup: svg('path', { class: `m-${change}${ferry}`, d: line.path, 'stroke-width': outer }),
    })
    if (Math.min(line.before, line.after) >= VISIBLE_TEU) {
      cores.push({
        width: inner,
        markup: svg('path', { class: `m-stay${ferry}`, d: line.path, 'stroke-width': inner }),
      })
    }
  }
  const draw = geographyPath(view)
  const lanes = SEA_LANES.map(lane =>
    draw({ type: 'LineString', coordinates: lane.map(point => [...point]) }),
  ).join('')
  if (plain.rail !== '') out.push(svg('path', { class: 'm-rail', d: plain.rail }))
  if (plain.planned !== '') out.push(svg('path', { class: 'm-planned', d: plain.planned }))
  if (plain.suspended !== '') out.push(svg('path', { class: 'm-suspended', d: plain.suspended }))
  if (lanes !== '') out.push(svg('path', { class: 'm-lane', d: lanes }))
  const thinFirst = (a: { width: number }, b: { width: number }) => a.width - b.width
  out.push(...edges.sort(thinFirst).map(edge => edge.markup))
  out.push(...cores.sort(thinFirst).map(core => core.markup))
  out.push(...crosses)
  return out
}

/** What is closed keeps its course or its place and takes a cross. */
function cross([x, y]: Point): Markup {
  const corners = [x - 4, y - 4, x + 4, y + 4, x - 4, y + 4, x + 4, y - 4].map(coordinate)
  const d = `M${corners[0]} ${corners[1]}L${corners[2]} ${corners[3]}M${corners[4]} ${corners[5]}L${corners[6]} ${corners[7]}`
  return svg('path', { class: 'm-cross', d })
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

/** Two bars across a line at its capacity. */
function fullLines(
  { dataset }: ReportContext,
  lines: readonly TrafficLine[],
  full: ReadonlySet<string>,
): Markup[] {
  const ends = dataset.network.links
    .filter(link => full.has(link.id))
    .map(link => [link.from, link.to].sort().join(' '))
  return lines
    .filter(line => ends.includes(`${line.from.id} ${line.to.id}`))
    .map(({ samples }) => {
      const middle = Math.floor(samples.length / 2)
      const [a, b] = [samples[Math.max(0, middle - 1)]!, samples[middle]!]
      return bars(b, [b[0] - a[0], b[1] - a[1]], 3, 6)
    })
}

/** A gate: two bars across a way, `gap` before and after a point and `half` to either side. */
function bars([x, y]: Point, way: Point, gap: number, half: number): Markup {
  const length = Math.sqrt(way[0] * way[0] + way[1] * way[1])
  const [ux, uy] = length === 0 ? [1, 0] : [way[0] / length, way[1] / length]
  const d = [-gap, gap]
    .map(at => {
      const [cx, cy] = [x + at * ux, y + at * uy]
      const ends = [cx - half * uy, cy + half * ux, cx + half * uy, cy - half * ux].map(coordinate)
      return `M${ends[0]} ${ends[1]}L${ends[2]} ${ends[3]}`
    })
    .join('')
  return svg('path', { class: 'm-full', d })
}

function drawnMark(context: ReportContext, mark: WaitMark): Markup {
  const { x, y, radius, todayRadius } = mark
  const step = delayStep(mark.after)
  const name = context.messages.map.waitOf(
    mark.place.name,
    hours(mark.before),
    hours(mark.after),
    mark.estimated,
    mark.standing && { before: teu(mark.standing.before), after: teu(mark.standing.after) },
    mark.full,
  )
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
