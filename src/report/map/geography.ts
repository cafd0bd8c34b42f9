/** Land, countries and boundaries of the atlas, as paths in a frame. */
import type { MultiPolygon, Polygon, Position } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryObject } from 'topojson-specification'
import type { Atlas } from './atlas.js'
import { geographyPath, type MapView } from './projection.js'
import { thinAtlas, type Window } from './thin-atlas.js'

/** All that a frame shows of the atlas, whatever a result says of it. */
export interface DrawnGeography {
  readonly land: string
  /** Path data by alpha-3. */
  readonly countries: readonly (readonly [string, string])[]
  readonly centres: readonly (readonly [string, Centre])[]
  /** Boundaries by the two countries they part. */
  readonly borders: readonly { readonly between: readonly [string, string]; readonly path: string }[]
  /** What is left of boundaries with a disputed stretch, and all that is disputed. */
  readonly settledStretches: string
  readonly disputedBorders: string
}

/** Pixels: where the name of a country stands, and how large its part in the frame is. */
interface Centre {
  readonly x: number
  readonly y: number
  readonly area: number
}

/** What the map of one result takes of it. */
export interface Geography {
  readonly land: string
  /** Path data by alpha-3, for the countries asked for. */
  readonly countries: ReadonlyMap<string, string>
  readonly centres: ReadonlyMap<string, Centre>
  readonly borders: string
  readonly memberBorders: string
  readonly disputedBorders: string
}

/** Features that the atlas keeps apart without a code of ISO 3166, or whose status the UN has not settled. */
const DISPUTED_FEATURES = new Set(['CYN', 'SOL', 'XKX', 'KAS', 'ESH'])

/**
 * Stretches that maps of the United Nations draw dotted or dashed, as windows (west, south, east, north) in which the
 * boundary between two countries is dashed: the Line of Control in Jammu and Kashmir, the boundary of China and India
 * in its western and eastern sector, and the final boundary between Sudan and South Sudan.
 */
const DISPUTED_STRETCHES: readonly { pair: string; window: readonly [number, number, number, number] }[] = [
  { pair: 'IND PAK', window: [73, 32.4, 78, 37.5] },
  { pair: 'CHN IND', window: [76, 32, 80.5, 37.5] },
  { pair: 'CHN IND', window: [91, 26, 98, 30] },
  { pair: 'SDN SSD', window: [22, 7, 36, 13] },
  { pair: 'JPN RUS', window: [140, 40, 160, 52] },
]

/** One pixel is so many degrees when divided by the scale of a projection. */
const DEGREES_PER_RADIAN = 57.3

type Code = GeometryObject<{ a3?: string }>

function codeOf(object: GeometryObject): string {
  const { a3 } = (object.properties ?? {}) as { a3?: string }
  return a3 ?? ''
}

function shapeOf(atlas: Atlas, object: GeometryObject): Polygon | MultiPolygon {
  return (feature(atlas, object) as unknown as { geometry: Polygon | MultiPolygon }).geometry
}

/** Draws the atlas in a frame. The same arguments give the same paths, so a frame that never changes can be stored. */
export function drawGeography(whole: Atlas, view: MapView): DrawnGeography {
  const draw = geographyPath(view)
  const step = DEGREES_PER_RADIAN / view.projection.scale()
  const atlas = thinAtlas(whole, step, view.window)
  const coarse = thinAtlas(atlas, 6 * step, view.window)
  const countries: [string, string][] = []
  const centres: [string, Centre][] = []
  for (const country of atlas.objects.countries.geometries) {
    const code = codeOf(country)
    const path = draw(within(shapeOf(atlas, country), view.window, step))
    if (path !== '') countries.push([code, path])
    const centre = centreOf(within(shapeOf(coarse, country), view.window, step), view)
    if (centre !== undefined) centres.push([code, centre])
  }
  const land = shapeOf(atlas, atlas.objects.land.geometries[0]!)
  return {
    land: draw(within(land, view.window, step)),
    countries,
    centres,
    ...drawBorders(atlas, view, lines => draw({ type: 'MultiLineString', coordinates: lines })),
  }
}

/**
 * @param shown   alpha-3 of the countries whose shape is wanted
 * @param named   alpha-3 of those that only bear a name
 * @param members alpha-3 of the members, whose borders are drawn stronger
 */
export function geographyOf(
  drawn: DrawnGeography,
  shown: ReadonlySet<string>,
  named: ReadonlySet<string>,
  members: ReadonlySet<string>,
): Geography {
  const paths = (ofMembers: boolean): string =>
    drawn.borders
      .filter(({ between }) => between.some(code => members.has(code)) === ofMembers)
      .map(({ path }) => path)
      .join('')
  return {
    land: drawn.land,
    countries: new Map(drawn.countries.filter(([code]) => shown.has(code))),
    centres: new Map(drawn.centres.filter(([code]) => shown.has(code) || named.has(code))),
    borders: paths(false),
    memberBorders: paths(true) + drawn.settledStretches,
    disputedBorders: drawn.disputedBorders,
  }
}

type Lines = readonly Position[][]

function drawBorders(atlas: Atlas, view: MapView, draw: (lines: Position[][]) => string) {
  const disputed: Position[][] = []
  const settled: Position[][] = []
  const borders: { between: readonly [string, string]; path: string }[] = []
  for (const { between, lines } of sharedArcs(atlas)) {
    const near = lines.filter(line => line.some(point => inWindow(point, view.window)))
    if (near.length === 0) continue
    const windows = DISPUTED_STRETCHES.filter(stretch => stretch.pair === between.join(' ')).map(
      stretch => stretch.window,
    )
    if (between.some(code => DISPUTED_FEATURES.has(code))) disputed.push(...near)
    else if (windows.length === 0) borders.push({ between, path: draw([...near]) })
    else {
      for (const line of near) {
        for (const run of runs(line, point => windows.some(window => inWindow(point, window))))
          (run.inside ? disputed : settled).push(run.points)
      }
    }
  }
  return {
    borders: borders.filter(border => border.path !== ''),
    settledStretches: draw(settled),
    disputedBorders: draw(disputed),
  }
}

/** Arcs of the atlas that part two countries, by the pair of their codes. */
function sharedArcs(atlas: Atlas): { between: readonly [string, string]; lines: Lines }[] {
  const owners: Code[][] = atlas.arcs.map(() => [])
  const visit = (country: Code, arcs: unknown): void => {
    if (Array.isArray(arcs)) for (const arc of arcs) visit(country, arc)
    else if (typeof arcs === 'number') owners[arcs < 0 ? ~arcs : arcs]!.push(country)
  }
  for (const country of atlas.objects.countries.geometries)
    visit(country, (country as { readonly arcs?: unknown }).arcs)
  const pairs = new Map<string, { between: readonly [string, string]; lines: Position[][] }>()
  owners.forEach((countries, arc) => {
    const [first, last] = [countries[0], countries.at(-1)]
    if (first === undefined || last === undefined || first === last) return
    const [a, b] = [codeOf(first), codeOf(last)].sort() as [string, string]
    const known = pairs.get(`${a} ${b}`) ?? { between: [a, b], lines: [] }
    known.lines.push(atlas.arcs[arc]!)
    pairs.set(`${a} ${b}`, known)
  })
  return [...pairs.values()]
}

function inWindow(point: Position, [west, south, east, north]: Window): boolean {
  return point[0]! >= west && point[0]! <= east && point[1]! >= south && point[1]! <= north
}

/** A line cut where it enters or leaves; neighbouring pieces share their point. */
function runs(line: readonly Position[], inside: (point: Position) => boolean) {
  const pieces: { inside: boolean; points: Position[] }[] = []
  for (let k = 0; k + 1 < line.length; k++) {
    const both = inside(line[k]!) && inside(line[k + 1]!)
    const last = pieces[pieces.length - 1]
    if (last === undefined || last.inside !== both)
      pieces.push({ inside: both, points: [line[k]!, line[k + 1]!] })
    else last.points.push(line[k + 1]!)
  }
  return pieces
}

/**
 * The polygons near the window. Rings that thinning has made smaller than a step are left out: on a sphere, a ring that
 * turned inside out would cover all the Earth but itself.
 */
function within(shape: Polygon | MultiPolygon, window: Window, step: number): MultiPolygon {
  const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates
  const coordinates = polygons
    .filter(rings => reaches(rings[0]!, window) && planarArea(rings[0]!) < -step * step)
    .map(rings => [rings[0]!, ...rings.slice(1).filter(hole => planarArea(hole) > step * step)])
  return { type: 'MultiPolygon', coordinates }
}

/** Square degrees; below zero for a ring that runs clockwise, as outer rings of the atlas do. */
function planarArea(ring: readonly Position[]): number {
  let doubled = 0
  for (let k = 0; k + 1 < ring.length; k++) {
    doubled += ring[k]![0]! * ring[k + 1]![1]! - ring[k + 1]![0]! * ring[k]![1]!
  }
  return doubled / 2
}

function reaches(ring: readonly Position[], [west, south, east, north]: Window) {
  let [w, s, e, n] = [180, 90, -180, -90]
  for (const point of ring) {
    w = Math.min(w, point[0]!)
    e = Math.max(e, point[0]!)
    s = Math.min(s, point[1]!)
    n = Math.max(n, point[1]!)
  }
  return w <= east && e >= west && s <= north && n >= south
}

/** Centre of the largest outer ring, its points pulled into the frame. */
function centreOf(shape: MultiPolygon, view: MapView): Centre | undefined {
  let best: Centre | undefined
  for (const [ring] of shape.coordinates) {
    let [area, sumX, sumY] = [0, 0, 0]
    let last: readonly [number, number] | undefined
    for (const position of ring!) {
      const [x, y] = view.project(position[0]!, position[1]!)
      const point = [clamp(x, view.width), clamp(y, view.height)] as const
      if (last !== undefined) {
        const cross = last[0] * point[1] - point[0] * last[1]
        area += cross
        sumX += (last[0] + point[0]) * cross
        sumY += (last[1] + point[1]) * cross
      }
      last = point
    }
    const size = Math.abs(area) / 2
    if (size > 4 && (best === undefined || size > best.area)) {
      best = { x: sumX / (3 * area), y: sumY / (3 * area), area: size }
    }
  }
  return best
}

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(0, value))
}
