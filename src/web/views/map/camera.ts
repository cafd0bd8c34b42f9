/** Where the reader looks: zoom and middle of the map, and how gestures move them. */
import { type Frame, homeFrame, mapView } from '../../../report/map/projection.js'

export interface Camera {
  /** 1 shows 22 to 124° E in the width of the frame. */
  readonly zoom: number
  readonly centre: readonly [number, number]
}

export interface Size {
  readonly width: number
  readonly height: number
}

export const LEAST_ZOOM = 0.6
export const MOST_ZOOM = 12
/** Frames narrower than this begin with the members' part of the home view. */
const NARROW = 600
const NARROW_CAMERA: Camera = { zoom: 1.9, centre: [66, 43.5] }
/** Degrees that may stand in the middle: west, south, east, north. */
const REACH = [-20, -15, 160, 78] as const

/** The view that a size begins with. */
export function fittingCamera({ width, height }: Size): Camera {
  return width < NARROW ? NARROW_CAMERA : { zoom: 1, centre: homeFrame(width, height).centre }
}

export function frameOf({ zoom, centre }: Camera, { width, height }: Size): Frame {
  return { width, height, scale: homeFrame(width, height).scale * zoom, centre }
}

/** How much larger marks and lines are drawn than in the view that the size begins with. */
export function markSize(camera: Camera, size: Size): number {
  const ratio = Math.sqrt(camera.zoom / fittingCamera(size).zoom)
  return Math.min(1.6, Math.max(0.8, ratio))
}

/** The map follows the hand by so many pixels. */
export function panned(camera: Camera, size: Size, dx: number, dy: number): Camera {
  return withMiddle(camera, size, size.width / 2 - dx, size.height / 2 - dy)
}

/** What lies under the pixel stays there, or the nearest that the limits of the zoom allow. */
export function zoomed(camera: Camera, size: Size, factor: number, x: number, y: number): Camera {
  const zoom = Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, camera.zoom * factor))
  const ratio = camera.zoom / zoom
  const middle = withMiddle(camera, size, x + (size.width / 2 - x) * ratio, y + (size.height / 2 - y) * ratio)
  return { zoom, centre: middle.centre }
}

function withMiddle(camera: Camera, size: Size, x: number, y: number): Camera {
  const degrees = mapView(frameOf(camera, size)).projection.invert!([x, y])
  if (degrees === null || !degrees.every(Number.isFinite)) return camera
  const [west, south, east, north] = REACH
  return {
    ...camera,
    centre: [clamp(degrees[0], west, east), clamp(degrees[1], south, north)],
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}

/** How a drawing laid out for one camera is moved to look as from another: scale, then shift, pixels. */
export function betweenCameras(
  drawn: Camera,
  now: Camera,
  size: Size,
): { readonly scale: number; readonly x: number; readonly y: number } {
  const scale = now.zoom / drawn.zoom
  const [fromX, fromY] = mapView(frameOf(drawn, size)).projection.translate()
  const [toX, toY] = mapView(frameOf(now, size)).projection.translate()
  return { scale, x: toX - scale * fromX, y: toY - scale * fromY }
}
