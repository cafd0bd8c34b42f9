/**
 * Route choice of one class of cargo on one pair: a logit over the land-bridge routes and one nest of sea routes.
 *
 * With c_r the generalized cost, PS_r the fixed overlap factor, μ the dispersion and ν that of the sea nest:
 *   c_S = −ν ln Σ_{r∈S} PS_r e^(−c_r/ν),   C = −μ ln( Σ_{r∉S} PS_r e^(−c_r/μ) + e^(−c_S/μ) ),
 * and the share of a route is the derivative of C to its cost. C never exceeds the least cost by more than
 * μ ln(1/smallest factor). See Ben-Akiva and Bierlaire (1999) for the path-size term, McFadden (1978) for nests.
 */
import { exp, log } from '../numeric/elementary.js'

/** Routes of one pair, gathered from the choice set; the first `count` entries count. `arrange` after every change. */
export interface LaneRoutes {
  count: number
  readonly hours: Float64Array
  readonly usd: Float64Array
  /** 1 = may be chosen. */
  readonly available: Uint8Array
  readonly maritime: Uint8Array
  readonly overlap: Float64Array
  /** The available routes, those on land first: positions, and how many of each kind. */
  readonly order: Uint16Array
  landCount: number
  availableCount: number
}

export function laneRoutes(capacity: number): LaneRoutes {
  return {
    count: 0,
    hours: new Float64Array(capacity),
    usd: new Float64Array(capacity),
    available: new Uint8Array(capacity),
    maritime: new Uint8Array(capacity),
    overlap: new Float64Array(capacity),
    order: new Uint16Array(capacity),
    landCount: 0,
    availableCount: 0,
  }
}

/** Lists the available routes, so that choosing meets no others. */
export function arrange(routes: LaneRoutes): void {
  const { count, available, maritime, order } = routes
  let at = 0
  for (let r = 0; r < count; r++) if (available[r] === 1 && maritime[r] === 0) order[at++] = r
  routes.landCount = at
  for (let r = 0; r < count; r++) if (available[r] === 1 && maritime[r] === 1) order[at++] = r
  routes.availableCount = at
}

/** Beyond this many dispersions above the best a route's share is below 10⁻⁹ and is taken as zero. */
export const NEGLIGIBLE = 20.75

/**
 * Writes the share of every route to `share` and returns the log-sum, USD per TEU.
 *
 * @param timeValue     USD per TEU and hour.
 * @param dispersion    μ > 0, USD per TEU.
 * @param seaDispersion ν > 0, USD per TEU, at most μ.
 * @param share         output, at least `count` long; zero where a route is not available.
 * @returns Infinity (and only zeros in `share`) where no route is available.
 */
export function chooseRoutes(
  routes: LaneRoutes,
  timeValue: number,
  dispersion: number,
  seaDispersion: number,
  share: Float64Array,
): number {
  const { count, hours, usd, overlap, order, landCount, availableCount } = routes
  const perDispersion = 1 / dispersion
  const perSeaDispersion = 1 / seaDispersion
  for (let r = 0; r < count; r++) share[r] = 0
  let bestLand = Number.POSITIVE_INFINITY
  for (let k = 0; k < landCount; k++) {
    const r = order[k]
    const cost = usd[r] + timeValue * hours[r]
    share[r] = cost
    if (cost < bestLand) bestLand = cost
  }
  let bestSea = Number.POSITIVE_INFINITY
  for (let k = landCount; k < availableCount; k++) {
    const r = order[k]
    const cost = usd[r] + timeValue * hours[r]
    share[r] = cost
    if (cost < bestSea) bestSea = cost
  }
  let seaSum = 0
  for (let k = landCount; k < availableCount; k++) {
    const r = order[k]
    const distance = (share[r] - bestSea) * perSeaDispersion
    const term = distance > NEGLIGIBLE ? 0 : overlap[r] * exp(-distance)
    share[r] = term
    seaSum += term
  }
  const seaCost = seaSum > 0 ? bestSea - seaDispersion * log(seaSum) : Number.POSITIVE_INFINITY
  const best = Math.min(seaCost, bestLand)
  if (best === Number.POSITIVE_INFINITY) return best
  const seaDistance = (seaCost - best) / dispersion
  const seaTerm = seaDistance > NEGLIGIBLE ? 0 : exp(-seaDistance)
  let total = seaTerm
  for (let k = 0; k < landCount; k++) {
    const r = order[k]
    const distance = (share[r] - best) * perDispersion
    const term = distance > NEGLIGIBLE ? 0 : overlap[r] * exp(-distance)
    share[r] = term
    total += term
  }
  const seaScale = seaSum > 0 ? seaTerm / (seaSum * total) : 0
  const landScale = 1 / total
  for (let k = 0; k < landCount; k++) share[order[k]] *= landScale
  for (let k = landCount; k < availableCount; k++) share[order[k]] *= seaScale
  return best - dispersion * log(total)
}
