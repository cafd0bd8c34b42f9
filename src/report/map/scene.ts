/** All that a map shows of one answer in one frame, as plain records. */
import type { Place } from '../../dataset/dataset.js'
import { verdict } from '../context.js'
import { type DrawnGeography, type Geography, geographyOf } from './geography.js'
import { type LabelDetail, mapLabels } from './label-wishes.js'
import type { PlacedLabel } from './labels.js'
import type { LineShape, Point } from './line-records.js'
import type { MapContext } from './map-context.js'
import type { MapView } from './projection.js'
import type { StraitMark } from './straits.js'
import { type LineStrokes, lineStrokes, type StrokeChoices } from './strokes.js'
import { type TrafficLine, withTraffic } from './traffic.js'
import { type Bottlenecks, type WaitMark, waitMarks } from './waits.js'

export interface SceneChoices extends Bottlenecks, LabelDetail {
  readonly view: MapView
  readonly geography: DrawnGeography
  readonly shapes: readonly LineShape[]
  /** Path of the lanes at sea. */
  readonly lanes: string
  readonly straits?: readonly StraitMark[]
  readonly strokes: StrokeChoices
  readonly mostMarks: number
}

export interface MapScene {
  readonly geography: Geography
  readonly members: ReadonlySet<string>
  /** Style class by country. */
  readonly washes: ReadonlyMap<string, string>
  readonly lines: readonly TrafficLine[]
  readonly strokes: LineStrokes
  /** Lines at their capacity: two points along the middle of each. */
  readonly fullLines: readonly (readonly [Point, Point])[]
  readonly straits: readonly StraitMark[]
  readonly marks: readonly WaitMark[]
  /** Places where somebody waits: all marks but those of closed places. */
  readonly waited: readonly WaitMark[]
  readonly closed: readonly Place[]
  readonly labels: readonly PlacedLabel[]
}

/** Shapes that are drawn like another country: the United Nations list them under it. */
export const DRAWN_WITH: Readonly<Record<string, string>> = { HKG: 'CHN', MAC: 'CHN', TWN: 'CHN' }

export function mapScene(context: MapContext, choices: SceneChoices): MapScene {
  const { result, dataset } = context
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
  const lines = withTraffic(choices.shapes, result.links)
  const { size } = choices.strokes
  const marks = waitMarks(dataset.network.places, result.waits, view, near, choices.mostMarks, choices, size)
  const closed = closedPlaces(context)
  // Nobody waits where all is closed: a cross takes the place of the disc.
  const waited = marks.filter(({ place }) => !closed.includes(place))
  const labels = mapLabels(context, view, geography, lines, waited, members, {
    ...choices,
    size,
    closed,
    unnamed: new Set(Object.keys(DRAWN_WITH)),
  })
  return {
    geography,
    members,
    washes,
    lines,
    strokes: lineStrokes(lines, choices.lanes, choices.strokes),
    fullLines: fullLines(lines, choices.full),
    straits: choices.straits ?? [],
    marks,
    waited,
    closed,
    labels,
  }
}

/** Straits, ports and border posts that the scenario closes. */
export function closedPlaces({ result, places }: Pick<MapContext, 'result' | 'places'>): Place[] {
  return result.scenario.measures
    .flatMap(measure => (measure.kind === 'close' ? measure.placeIds : []))
    .flatMap(id => places.get(id) ?? [])
}

/** Wash of every country whose change can be told from zero: 6, 14 or 25 % by its size beside the largest. */
function countryWashes({ result, hasRanges }: MapContext): Map<string, string> {
  const told = result.countries.filter(
    country => verdict(country.realIncomeChangePercent, hasRanges) !== 'zero',
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

function fullLines(lines: readonly TrafficLine[], full: ReadonlySet<string>): [Point, Point][] {
  return lines
    .filter(line => line.links.some(id => full.has(id)))
    .map(({ samples }) => {
      const middle = Math.floor(samples.length / 2)
      return [samples[Math.max(0, middle - 1)]!, samples[middle]!]
    })
}
