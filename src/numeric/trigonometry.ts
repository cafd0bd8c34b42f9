/**
 * Sine, cosine and arc tangent with the same bits in every engine, for angles on a globe.
 *
 * Method and coefficients as in fdlibm (see elementary.ts); the writing is our own. Measured against `Math`: at most
 * 1 unit in the last place.
 */

/** π/2 in three parts of 33, 33 and 53 bits. */
const HALF_PI_HIGH = 1.5707963267341256
const HALF_PI_MIDDLE = 6.077100506303966e-11
const HALF_PI_LOW = 2.0222662487959506e-21
const TWO_OVER_PI = 0.6366197723675814

/** Up to here k × HALF_PI_HIGH is exact. */
const LARGEST_ANGLE = 1e5

/** Sine of an angle in radians, |angle| ≤ 100,000; NaN beyond, and for NaN. */
export function sin(angle: number): number {
  if (!(Math.abs(angle) <= LARGEST_ANGLE)) return Number.NaN
  return sineOfTurned(angle, 0)
}

/** Cosine of an angle in radians, |angle| ≤ 100,000; NaN beyond, and for NaN. */
export function cos(angle: number): number {
  if (!(Math.abs(angle) <= LARGEST_ANGLE)) return Number.NaN
  return sineOfTurned(angle, 1)
}

/** Arc tangent in radians, between −π/2 and π/2. */
export function atan(x: number): number {
  const size = Math.abs(x)
  if (Number.isNaN(x)) return x
  const sign = x < 0 ? -1 : 1
  if (size < 0.4375) return x - x * atanSeries(x)
  // reduced by atan x = atan c + atan((x − c) / (1 + c x)) for c = ½, 1, 3/2, ∞
  if (size < 0.6875) return sign * fromCentre(ATAN_HALF, ATAN_HALF_TAIL, (2 * size - 1) / (2 + size))
  if (size < 1.1875) return sign * fromCentre(ATAN_ONE, ATAN_ONE_TAIL, (size - 1) / (size + 1))
  if (size < 2.4375) {
    return sign * fromCentre(ATAN_THREE_HALVES, ATAN_THREE_HALVES_TAIL, (size - 1.5) / (1 + 1.5 * size))
  }
  return sign * fromCentre(HALF_PI, HALF_PI_TAIL, -1 / size)
}

const ATAN_HALF = 0.4636476090008061
const ATAN_HALF_TAIL = 2.2698777452961687e-17
const ATAN_ONE = Math.PI / 4
const ATAN_ONE_TAIL = 3.061616997868383e-17
const ATAN_THREE_HALVES = 0.982793723247329
const ATAN_THREE_HALVES_TAIL = 1.3903311031230998e-17
const HALF_PI = Math.PI / 2
const HALF_PI_TAIL = 6.123233995736766e-17

function fromCentre(centre: number, tail: number, r: number): number {
  return centre - (r * atanSeries(r) - tail - r)
}

/** 1 − atan(r) / r. */
function atanSeries(r: number): number {
  const z = r * r
  const w = z * z
  const odd =
    z *
    (0.3333333333333293 +
      w *
        (0.14285714272503466 +
          w *
            (0.09090887133436507 +
              w * (0.06661073137387531 + w * (0.049768779946159324 + w * 0.016285820115365782)))))
  const even =
    w *
    (-0.19999999999876483 +
      w *
        (-0.11111110405462356 +
          w * (-0.0769187620504483 + w * (-0.058335701337905735 + w * -0.036531572744216916))))
  return odd + even
}

/** sin(angle + quarterTurns × π/2). */
function sineOfTurned(angle: number, quarterTurns: number): number {
  const k = Math.floor(angle * TWO_OVER_PI + 0.5)
  const coarse = angle - k * HALF_PI_HIGH
  const middle = k * HALF_PI_MIDDLE
  const fine = coarse - middle
  const rest = k * HALF_PI_LOW - (coarse - fine - middle)
  const r = fine - rest
  const tail = fine - r - rest
  const quadrant = (((k + quarterTurns) % 4) + 4) % 4
  const size = quadrant % 2 === 0 ? sineNearZero(r, tail) : cosineNearZero(r, tail)
  return quadrant < 2 ? size : -size
}

function sineNearZero(r: number, tail: number): number {
  const z = r * r
  const cube = z * r
  const series =
    0.00833333333332249 +
    z *
      (-0.0001984126982985795 +
        z * (2.7557313707070068e-6 + z * (-2.5050760253406863e-8 + z * 1.58969099521155e-10)))
  return r - (z * (0.5 * tail - cube * series) - tail - cube * -0.16666666666666632)
}

function cosineNearZero(r: number, tail: number): number {
  const z = r * r
  const series =
    z *
    (0.0416666666666666 +
      z *
        (-0.001388888888887411 +
          z *
            (2.480158728947673e-5 +
              z * (-2.7557314351390663e-7 + z * (2.087572321298175e-9 + z * -1.1359647557788195e-11)))))
  const half = 0.5 * z
  const top = 1 - half
  return top + (1 - top - half + (z * series - r * tail))
}
