/**
 * Route choice of one class of cargo on one pair: a logit over the land-bridge routes and one nest of sea routes.
 *
 * With c_r the generalized cost, PS_r the fixed overlap factor, μ the dispersion and ν that of the sea nest:
 *   c_S = −ν ln Σ_{r∈S} PS_r e^(−c_r/ν),   C = −μ ln( Σ_{r∉S} PS_r e^(−c_r/μ) + e^(−c_S/μ) ),
 * and the share of a route is the derivative of C to its cost. C never exceeds the least cost by more than
 * μ ln(1/smallest factor). See Ben-Akiva and Bierlaire (1999) for the path-size term, McFadden (1978) for nests.
 */
import { exp, log } from '../numeric/elementary.js'

/** Routes of one kind that may be chosen, side by side: so that choosing meets no others. */
interface RouteList {
  count: number
  /** Place of each among the lane's routes, ascending. */
  readonly position: Uint16Array
  readonly hours: Float64Array
  readonly usd: Float64Array
  readonly overlap: Float64Array
  /** PS_r e^(−distance from the best) and, for routes by sea, their sum and log-sum, all at the last time value. */
  readonly term: Float64Array
  timeValue: number
  sum: number
  logSum: number
}

/**
 * Routes of one pair, gathered from the choice set; the first `count` entries count. `arrange` after every change.
 *
 * What was chosen at a time value is not chosen again at the same one, so lists that are alike can stand for each
 * other, see `shareSea`.
 */
export interface LaneRoutes {
  /** USD per TEU: μ > 0, and ν > 0, at most μ. */
  readonly dispersion: number
  readonly seaDispersion: number
  count: number
  readonly hours: Float64Array
  readonly usd: Float64Array
  /** 1 = may be chosen. */
  readonly available: Uint8Array
  readonly maritime: Uint8Array
  readonly overlap: Float64Array
  readonly land: RouteList
  readonly ownSea: RouteList
  /** Its own, or the same one as another's. */
  sea: RouteList
  /** Output of `chooseRoutes`; zero where a route is not available. */
  readonly share: Float64Array
  timeValue: number
  logSum: number
  /** From terms to shares. */
  landScale: number
  seaScale: number
}

export function laneRoutes(capacity: number, dispersion: number, seaDispersion: number): LaneRoutes {
  const ownSea = routeList(capacity)
  return {
    dispersion,
    seaDispersion,
    count: 0,
    hours: new Float64Array(capacity),
    usd: new Float64Array(capacity),
    available: new Uint8Array(capacity),
    maritime: new Uint8Array(capacity),
    overlap: new Float64Array(capacity),
    land: routeList(capacity),
    ownSea,
    sea: ownSea,
    share: new Float64Array(capacity),
    timeValue: Number.NaN,
    logSum: Number.NaN,
    landScale: 0,
    seaScale: 0,
  }
}

function routeList(capacity: number): RouteList {
  return {
    count: 0,
    position: new Uint16Array(capacity),
    hours: new Float64Array(capacity),
    usd: new Float64Array(capacity),
    overlap: new Float64Array(capacity),
    term: new Float64Array(capacity),
    timeValue: Number.NaN,
    sum: Number.NaN,
    logSum: Number.NaN,
  }
}

/** Lists the available routes by land and by sea, and forgets what was chosen before. */
export function arrange(routes: LaneRoutes): void {
  routes.sea = routes.ownSea
  list(routes, 0, routes.land)
  list(routes, 1, routes.sea)
  routes.sea.timeValue = Number.NaN
  routes.timeValue = Number.NaN
  for (let r = 0; r < routes.count; r++) routes.share[r] = 0
}

function list(
  { count, available, maritime, hours, usd, overlap }: LaneRoutes,
  kind: 0 | 1,
  to: RouteList,
): void {
  let at = 0
  for (let r = 0; r < count; r++) {
    if (available[r] === 0 || maritime[r] !== kind) continue
    to.position[at] = r
    to.hours[at] = hours[r]
    to.usd[at] = usd[r]
    to.overlap[at] = overlap[r]
    at++
  }
  to.count = at
}

/** Lets `routes` share the sea nest of `other` where both are alike; returns whether their land routes are so too. */
export function shareSea(routes: LaneRoutes, other: LaneRoutes): boolean {
  if (!alike(routes.sea, other.sea)) return false
  routes.sea = other.sea
  return alike(routes.land, other.land)
}

/** Of one lane, so that the overlap of a position is the same. */
function alike(a: RouteList, b: RouteList): boolean {
  if (a.count !== b.count) return false
  for (let k = 0; k < a.count; k++) {
    if (a.position[k] !== b.position[k] || a.usd[k] !== b.usd[k] || a.hours[k] !== b.hours[k]) return false
  }
  return true
}

/** Beyond this many dispersions above the best a route's share is below 10⁻⁹ and is taken as zero. */
export const NEGLIGIBLE = 20.75

/**
 * Writes the share of every route to `routes.share` and returns the log-sum, USD per TEU.
 *
 * @param timeValue USD per TEU and hour.
 * @returns Infinity (and only zeros in `share`) where no route is available.
 */
export function chooseRoutes(routes: LaneRoutes, timeValue: number): number {
  if (routes.timeValue === timeValue) return routes.logSum
  const { dispersion, land, sea, share } = routes
  routes.timeValue = timeValue
  if (sea.timeValue !== timeValue) chooseAtSea(sea, timeValue, routes.seaDispersion)
  const best = Math.min(sea.logSum, price(land, timeValue))
  if (best === Number.POSITIVE_INFINITY) {
    routes.logSum = best
    return best
  }
  const seaDistance = (sea.logSum - best) / dispersion
  const seaTerm = seaDistance > NEGLIGIBLE ? 0 : exp(-seaDistance)
  const total = addTerms(land, best, 1 / dispersion, seaTerm)
  routes.seaScale = sea.sum > 0 ? seaTerm / (sea.sum * total) : 0
  routes.landScale = 1 / total
  scatter(land, routes.landScale, share)
  scatter(sea, routes.seaScale, share)
  routes.logSum = best - dispersion * log(total)
  return routes.logSum
}

/** Numbers that a kept choice takes besides its terms: log-sum, scales, and the sea's sum and log-sum. */
const KEPT = 5

/** Numbers that the choice at one time value takes. */
export function keptSize({ land, sea }: LaneRoutes): number {
  return KEPT + land.count + sea.count
}

/** Writes what `chooseRoutes` found last, so that `recallChoice` brings it back bit for bit. */
export function keepChoice(routes: LaneRoutes, to: Float64Array, at: number): void {
  const { land, sea, logSum, landScale, seaScale } = routes
  to[at] = logSum
  to[at + 1] = landScale
  to[at + 2] = seaScale
  to[at + 3] = sea.sum
  to[at + 4] = sea.logSum
  for (let k = 0; k < land.count; k++) to[at + KEPT + k] = land.term[k]
  for (let k = 0; k < sea.count; k++) to[at + KEPT + land.count + k] = sea.term[k]
}

/** In place of `chooseRoutes`, where a choice of the same routes at this time value was kept. */
export function recallChoice(routes: LaneRoutes, timeValue: number, from: Float64Array, at: number): number {
  if (routes.timeValue === timeValue) return routes.logSum
  const { land, sea, share } = routes
  routes.timeValue = timeValue
  routes.logSum = from[at]
  routes.landScale = from[at + 1]
  routes.seaScale = from[at + 2]
  sea.timeValue = timeValue
  sea.sum = from[at + 3]
  sea.logSum = from[at + 4]
  for (let k = 0; k < land.count; k++) land.term[k] = from[at + KEPT + k]
  for (let k = 0; k < sea.count; k++) sea.term[k] = from[at + KEPT + land.count + k]
  scatter(land, routes.landScale, share)
  scatter(sea, routes.seaScale, share)
  return routes.logSum
}

function chooseAtSea(sea: RouteList, timeValue: number, dispersion: number): void {
  const best = price(sea, timeValue)
  sea.timeValue = timeValue
  sea.sum = addTerms(sea, best, 1 / dispersion, 0)
  sea.logSum = sea.sum > 0 ? best - dispersion * log(sea.sum) : Number.POSITIVE_INFINITY
}

/** Writes generalized costs in place of the terms and returns the least. */
function price({ count, hours, usd, term }: RouteList, timeValue: number): number {
  let best = Number.POSITIVE_INFINITY
  for (let k = 0; k < count; k++) {
    const cost = usd[k] + timeValue * hours[k]
    term[k] = cost
    if (cost < best) best = cost
  }
  return best
}

/** Turns costs into terms and returns their sum on top of `total`. */
function addTerms(
  { count, overlap, term }: RouteList,
  best: number,
  perDispersion: number,
  total: number,
): number {
  for (let k = 0; k < count; k++) {
    const distance = (term[k] - best) * perDispersion
    const part = distance > NEGLIGIBLE ? 0 : overlap[k] * exp(-distance)
    term[k] = part
    total += part
  }
  return total
}

/** Writes scaled terms to the places of their routes. */
function scatter({ count, position, term }: RouteList, scale: number, share: Float64Array): void {
  for (let k = 0; k < count; k++) share[position[k]] = term[k] * scale
}
