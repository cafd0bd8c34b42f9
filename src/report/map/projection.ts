/**
 * The map's frame: conic equal-area over Eurasia (parallels 25 and 58, centre 72° E), and paths of geography in it.
 */
import {
  type GeoContext,
  type GeoPath,
  type GeoPermissibleObjects,
  type GeoProjection,
  geoConicEqualArea,
  geoPath,
} from 'd3-geo'

/** A frame in pixels and how degrees fall into it. */
export interface MapView {
  readonly width: number
  readonly height: number
  readonly projection: GeoProjection
  /** Degrees to pixels; points outside the frame included. */
  readonly project: (longitude: number, latitude: number) => readonly [number, number]
  /** Degrees that the frame covers, with a margin: west, south, east, north. */
  readonly window: readonly [number, number, number, number]
}

/** A frame: pixels, pixels per radian, and the degrees at its middle. */
export interface Frame {
  readonly width: number
  readonly height: number
  readonly scale: number
  readonly centre: readonly [number, number]
}

/** Pixels per radian for each pixel of width in the home view (22 to 124° E), and its middle. */
const HOME_SCALE = 0.6838
const HOME_CENTRE = [72.985, 43.6] as const

export function homeFrame(width: number, height: number): Frame {
  return { width, height, scale: HOME_SCALE * width, centre: HOME_CENTRE }
}

/** A frame that holds all points with room at the edges, and never shows less than a sixth of the home view. */
export function frameAround(
  width: number,
  height: number,
  points: readonly (readonly [number, number])[],
): Frame {
  const unit = conic().scale(1).translate([0, 0])
  const flat = points.map(([longitude, latitude]) => unit([longitude, latitude])!)
  const xs = flat.map(point => point[0])
  const ys = flat.map(point => point[1])
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  const scale = Math.min(
    (0.84 * width) / Math.max(right - left, 1e-6),
    (0.7 * height) / Math.max(bottom - top, 1e-6),
    HOME_SCALE * width * 6,
  )
  const middle = unit.invert!([(left + right) / 2, (top + bottom) / 2])!
  return { width, height, scale, centre: [middle[0], middle[1]] }
}

function conic(): GeoProjection {
  return geoConicEqualArea().parallels([25, 58]).rotate([-72, 0]).center([0, 0])
}

export function mapView(frame: Frame): MapView {
  const projection = conic().scale(frame.scale).translate([0, 0])
  const middle = projection([frame.centre[0], frame.centre[1]])!
  projection.translate([frame.width / 2 - middle[0], frame.height / 2 - middle[1]]).precision(0)
  const project = (longitude: number, latitude: number) => projection([longitude, latitude]) ?? [-9999, -9999]
  return {
    width: frame.width,
    height: frame.height,
    projection,
    project,
    window: degreesOf(frame, projection),
  }
}

function degreesOf(frame: Frame, projection: GeoProjection): readonly [number, number, number, number] {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (let step = 0; step <= 8; step++) {
    for (const point of [
      [(frame.width * step) / 8, 0],
      [(frame.width * step) / 8, frame.height],
      [0, (frame.height * step) / 8],
      [frame.width, (frame.height * step) / 8],
    ] as const) {
      const degrees = projection.invert!([point[0], point[1]])
      if (degrees === null) continue
      west = Math.min(west, degrees[0])
      east = Math.max(east, degrees[0])
      south = Math.min(south, degrees[1])
      north = Math.max(north, degrees[1])
    }
  }
  return [west - 2, south - 2, east + 2, north + 2]
}

/** Draws geography as path data, clipped to the frame, in tenths of a pixel. */
export function geographyPath(view: MapView, margin = 3): (object: GeoPermissibleObjects) => string {
  const pen = compactPen()
  const draw = clippedPath(view, margin, pen)
  return object => {
    draw(object)
    return pen.take()
  }
}

/** Lines of geography as chains of pixels, cut at the frame and at the edge of the world. */
export function geographyChains(
  view: MapView,
  margin: number,
): (object: GeoPermissibleObjects) => (readonly [number, number])[][] {
  let chains: [number, number][][] = []
  const draw = clippedPath(view, margin, {
    moveTo: (x, y) => chains.push([[x, y]]),
    lineTo: (x, y) => chains.at(-1)!.push([x, y]),
    closePath() {},
    beginPath() {},
    arc() {},
  })
  return object => {
    chains = []
    draw(object)
    return chains
  }
}

function clippedPath(view: MapView, margin: number, pen: GeoContext): GeoPath {
  view.projection.clipExtent([
    [-margin, -margin],
    [view.width + margin, view.height + margin],
  ])
  return geoPath(view.projection, pen)
}

/**
 * A pen that writes relative path data with one decimal and leaves out steps too short to see.
 *
 * @param shortest pixels under which a step waits for the next one
 */
export function compactPen(shortest = 0.5) {
  let out = ''
  // The pen's place, and the point that waits, in tenths.
  let penX = 0
  let penY = 0
  let waitX = 0
  let waitY = 0
  let waiting = false
  const least = shortest * 10
  const write = (x: number, y: number) => {
    out += `${relative(x - penX)}${separated(y - penY)}`
    penX = x
    penY = y
  }
  const flush = () => {
    if (waiting && (waitX !== penX || waitY !== penY)) {
      out += 'l'
      write(waitX, waitY)
    }
    waiting = false
  }
  return {
    moveTo(x: number, y: number) {
      flush()
      penX = Math.round(x * 10)
      penY = Math.round(y * 10)
      out += `M${relative(penX)}${separated(penY)}`
    },
    lineTo(x: number, y: number) {
      waitX = Math.round(x * 10)
      waitY = Math.round(y * 10)
      waiting = true
      if (Math.abs(waitX - penX) + Math.abs(waitY - penY) >= least) flush()
    },
    closePath() {
      waiting = false
      out += 'z'
    },
    beginPath() {},
    arc() {},
    take(): string {
      flush()
      const done = out
      out = ''
      return done
    },
  }
}

function relative(tenths: number): string {
  const size = Math.abs(tenths)
  const whole = Math.floor(size / 10)
  const digit = size % 10
  const text = digit === 0 ? String(whole) : `${whole === 0 ? '' : whole}.${digit}`
  return tenths < 0 ? `-${text}` : text
}

function separated(tenths: number): string {
  const text = relative(tenths)
  return text.startsWith('-') ? text : ` ${text}`
}
