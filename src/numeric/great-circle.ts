/** Distance on the globe, with the same bits in every engine. */
import { atan, cos, sin } from './trigonometry.js'

/** Mean radius of the earth (IUGG), km. */
export const EARTH_RADIUS_KM = 6371.0088

/** A point in degrees: longitude east, latitude north. */
export interface GlobePoint {
  readonly longitude: number
  readonly latitude: number
}

/**
 * Great-circle distance of two points on a sphere of the earth's mean radius, km.
 *
 * By the haversine formula, which stays exact for points close together; the earth's flattening makes the true
 * distance differ by up to half a percent. Symmetric in its arguments to the last bit; 0 for the same point.
 */
export function greatCircleKm(a: GlobePoint, b: GlobePoint): number {
  const [first, second] = inOrder(a, b)
  const halfLatitude = sin(radians(second.latitude - first.latitude) / 2)
  const halfLongitude = sin(radians(second.longitude - first.longitude) / 2)
  const haversine =
    halfLatitude * halfLatitude +
    cos(radians(first.latitude)) * cos(radians(second.latitude)) * halfLongitude * halfLongitude
  const chord = Math.sqrt(Math.min(1, haversine))
  // arc sine by way of arc tangent; at the antipode the quotient is infinite and the arc a half turn
  const halfArc = atan(chord / Math.sqrt(Math.max(0, 1 - chord * chord)))
  return 2 * EARTH_RADIUS_KM * halfArc
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}

function inOrder(a: GlobePoint, b: GlobePoint): [GlobePoint, GlobePoint] {
  const swapped = b.longitude < a.longitude || (b.longitude === a.longitude && b.latitude < a.latitude)
  return swapped ? [b, a] : [a, b]
}
