import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EARTH_RADIUS_KM, greatCircleKm } from '../../src/numeric/great-circle.js'

const at = (longitude: number, latitude: number) => ({ longitude, latitude })
const anyPoint = fc.record({
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
})

test('quarter, half and no turn', () => {
  const half = Math.PI * EARTH_RADIUS_KM
  expect(greatCircleKm(at(0, 0), at(90, 0))).toBeCloseTo(half / 2, 9)
  expect(greatCircleKm(at(10, -90), at(70, 90))).toBeCloseTo(half, 9)
  expect(greatCircleKm(at(0, 0), at(180, 0))).toBeCloseTo(half, 9)
  expect(greatCircleKm(at(76.9, 43.2), at(76.9, 43.2))).toBe(0)
})

test('across the date line it is the short way', () => {
  expect(greatCircleKm(at(179, 0), at(-179, 0))).toBeCloseTo((2 * Math.PI * EARTH_RADIUS_KM) / 180, 8)
})

test("Almaty to Xi'an lies within half a percent of the geodesic on the ellipsoid, 2,933.16 km", () => {
  const km = greatCircleKm(at(76.9286, 43.2567), at(108.948, 34.2632))
  expect(Math.abs(km / 2933.16 - 1)).toBeLessThan(0.005)
})

test('against the spherical law of cosines, which shares no formula with it', () => {
  fc.assert(
    fc.property(anyPoint, anyPoint, (a, b) => {
      const radians = (degrees: number) => (degrees * Math.PI) / 180
      const cosine =
        Math.sin(radians(a.latitude)) * Math.sin(radians(b.latitude)) +
        Math.cos(radians(a.latitude)) *
          Math.cos(radians(b.latitude)) *
          Math.cos(radians(a.longitude - b.longitude))
      // arc cosine is good to √ε near its ends: 1e-7 of the radius
      const km = EARTH_RADIUS_KM * Math.acos(Math.min(1, Math.max(-1, cosine)))
      expect(Math.abs(greatCircleKm(a, b) - km)).toBeLessThan(1e-3)
    }),
    { seed: 20240704 },
  )
})

test('symmetric to the last bit', () => {
  fc.assert(
    fc.property(anyPoint, anyPoint, (a, b) => {
      expect(greatCircleKm(a, b)).toBe(greatCircleKm(b, a))
    }),
    { seed: 20240704 },
  )
})
