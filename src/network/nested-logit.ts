/**
 * Route choice of all classes of cargo on one lane: a logit over the land-bridge routes and one nest of sea routes.
 *
 * With c_r the generalized cost, PS_r the fixed overlap factor, μ the dispersion and ν that of the sea nest:
 *   c_S = −ν ln Σ_{r∈S} PS_r e^(−c_r/ν),   C = −μ ln( Σ_{r∉S} PS_r e^(−c_r/μ) + e^(−c_S/μ) ),
 * and the share of a route is the derivative of C to its cost. C never exceeds the least cost by more than
 * μ ln(1/smallest factor). See Ben-Akiva and Bierlaire (1999) for the path-size term, McFadden (1978) for nests.
 *
 * A term is PS_r e^((reference − c_r)/μ), or /ν at sea, at every time value (node). Any reference near the best gives the
 * same choice, so lists of routes and states of the network that differ in few routes share the terms of the others: what
 * takes time is the exponentials.
 */
import { exp, log } from '../numeric/elementary.js'

/** How cargo chooses: USD per TEU and hour at each node; USD per TEU, μ > 0, and ν > 0, at most μ. */
export interface CargoClasses {
  readonly value: Float64Array
  readonly dispersion: number
  readonly seaDispersion: number
}

/** Routes of one lane in one state of the network; the first `count` entries count. */
export interface LaneRoutes {
  count: number
  readonly hours: Float64Array
  readonly usd: Float64Array
  readonly maritime: Uint8Array
  readonly overlap: Float64Array
}

/** Choice among those routes of a lane that may be chosen. */
export interface RouteChoice {
  readonly routes: LaneRoutes
  /** 1 = may be chosen. */
  readonly available: Uint8Array
  /** The reference of every node, then that at sea, then the terms route by route; its own, or the same as another's. */
  terms: Float64Array
  /**
   * Output of `choose` by node: log-sum in USD per TEU; what makes a share of a term by land; the same by sea; then the
   * sum of terms by sea, the term of the nest, and that over the sum.
   */
  byNode: Float64Array
}

export function laneRoutes(capacity: number): LaneRoutes {
  return {
    count: 0,
    hours: new Float64Array(capacity),
    usd: new Float64Array(capacity),
    maritime: new Uint8Array(capacity),
    overlap: new Float64Array(capacity),
  }
}

/** Numbers that the terms of so many routes take. */
export function termsSize(routes: number, nodes: number): number {
  return (2 + routes) * nodes
}

/** Numbers that a choice takes by node. */
export const BY_NODE = 6

/** Room for a choice among these routes. */
export function routeChoice(routes: LaneRoutes, nodes: number): RouteChoice {
  const capacity = routes.hours.length
  return {
    routes,
    available: new Uint8Array(capacity),
    terms: new Float64Array(termsSize(capacity, nodes)),
    byNode: new Float64Array(BY_NODE * nodes),
  }
}

/** Terms on the references that are the least costs among the available routes: the best has its overlap factor. */
export function price({ routes, available, terms }: RouteChoice, cargo: CargoClasses): void {
  const { count, hours, usd, maritime } = routes
  const { value } = cargo
  const nodes = value.length
  terms.fill(Number.POSITIVE_INFINITY, 0, 2 * nodes)
  for (let r = 0; r < count; r++) {
    if (available[r] === 0) continue
    for (let node = 0; node < nodes; node++) {
      const cost = usd[r] + value[node] * hours[r]
      if (cost < terms[node]) terms[node] = cost
      if (maritime[r] === 1 && cost < terms[nodes + node]) terms[nodes + node] = cost
    }
  }
  for (let r = 0; r < count; r++) if (available[r] === 1) priceRoute(routes, r, cargo, terms)
}

/**
 * Terms on the references of another state: those of routes that differ are made anew, the others copied.
 *
 * @param differs 1 where the route costs or takes otherwise, or was not available there.
 */
export function reprice(
  { routes, available, terms }: RouteChoice,
  other: Float64Array,
  differs: Uint8Array,
  cargo: CargoClasses,
): void {
  const nodes = cargo.value.length
  for (let at = 0; at < 2 * nodes; at++) terms[at] = other[at]
  for (let r = 0; r < routes.count; r++) {
    if (available[r] === 0) continue
    if (differs[r] === 1) priceRoute(routes, r, cargo, terms)
    else for (let at = (2 + r) * nodes; at < (3 + r) * nodes; at++) terms[at] = other[at]
  }
}

function priceRoute(
  { hours, usd, maritime, overlap }: LaneRoutes,
  r: number,
  { value, dispersion, seaDispersion }: CargoClasses,
  terms: Float64Array,
): void {
  const nodes = value.length
  const [atHours, atUsd, factor] = [hours[r], usd[r], overlap[r]]
  const reference = maritime[r] === 1 ? nodes : 0
  const perDispersion = 1 / (maritime[r] === 1 ? seaDispersion : dispersion)
  const start = (2 + r) * nodes
  for (let node = 0; node < nodes; node++) {
    const above = terms[reference + node] - (atUsd + value[node] * atHours)
    terms[start + node] = factor * exp(above * perDispersion)
  }
}

/** Sums of terms beyond these are too far from the reference to be told exactly. */
const SMALLEST = 1e-250
const LARGEST = 1e250

/**
 * Writes log-sums and scales from the terms: Infinity and zeros where no route is available.
 *
 * @param like a choice on which the nest at sea may be the same: then its term is taken from there.
 * @returns false where the routes are too far from the references of the terms; `price` brings them nearer.
 */
export function choose(choice: RouteChoice, cargo: CargoClasses, like?: RouteChoice): boolean {
  const nodes = cargo.value.length
  choice.byNode.fill(0, 0, BY_NODE * nodes)
  const { available, routes } = choice
  for (let r = 0; r < routes.count; r++) if (available[r] === 1) addTerms(choice, r, choice.byNode, nodes)
  return finish(choice, cargo, like)
}

/**
 * Chooses among routes that were priced and among a part of them: one walk along their terms does for both, unless the
 * best of the part is far from the best of all.
 *
 * @param own room for terms of the part's own.
 * @returns false as `choose` does of the whole.
 */
export function chooseWithPart(
  whole: RouteChoice,
  part: RouteChoice,
  own: Float64Array,
  cargo: CargoClasses,
  likeWhole?: RouteChoice,
  likePart?: RouteChoice,
): boolean {
  const nodes = cargo.value.length
  part.terms = whole.terms
  whole.byNode.fill(0, 0, BY_NODE * nodes)
  part.byNode.fill(0, 0, BY_NODE * nodes)
  for (let r = 0; r < whole.routes.count; r++) {
    if (whole.available[r] === 1)
      addTerms(whole, r, part.available[r] === 1 ? part.byNode : whole.byNode, nodes)
  }
  for (let at = LAND * nodes; at < (LAND + 1) * nodes; at++) whole.byNode[at] += part.byNode[at]
  for (let at = SEA_SUM * nodes; at < (SEA_SUM + 1) * nodes; at++) whole.byNode[at] += part.byNode[at]
  const isNear = finish(part, cargo, likePart)
  if (!finish(whole, cargo, likeWhole)) return false
  if (!isNear) chooseOnOwn(part, own, cargo)
  return true
}

/** Chooses among a part of routes that were chosen among, as `chooseWithPart` does. */
export function chooseAmongPart(
  part: RouteChoice,
  whole: RouteChoice,
  own: Float64Array,
  cargo: CargoClasses,
): void {
  part.terms = whole.terms
  if (!choose(part, cargo, whole)) chooseOnOwn(part, own, cargo)
}

function chooseOnOwn(choice: RouteChoice, own: Float64Array, cargo: CargoClasses): void {
  choice.terms = own
  price(choice, cargo)
  choose(choice, cargo)
}

/** Rows of `byNode`; that of land holds the sum until there is a scale. */
const LAND = 1
const SEA = 2
const SEA_SUM = 3
const SEA_TERM = 4
const SEA_TERM_PER_SUM = 5

function addTerms({ terms, routes }: RouteChoice, r: number, sums: Float64Array, nodes: number): void {
  const to = (routes.maritime[r] === 1 ? SEA_SUM : LAND) * nodes
  const from = (2 + r) * nodes
  for (let node = 0; node < nodes; node++) sums[to + node] += terms[from + node]
}

function finish(
  choice: RouteChoice,
  { value, dispersion, seaDispersion }: CargoClasses,
  like?: RouteChoice,
): boolean {
  const { terms, byNode } = choice
  const nodes = value.length
  const hasSea = hasRoute(choice, 1)
  if (!hasSea && !hasRoute(choice, 0)) {
    byNode.fill(Number.POSITIVE_INFINITY, 0, nodes)
    return true
  }
  if (hasSea && !closeNest(choice, dispersion, seaDispersion, nodes, like)) return false
  for (let node = 0; node < nodes; node++) {
    const total = byNode[LAND * nodes + node] + byNode[SEA_TERM * nodes + node]
    if (!(total > SMALLEST && total < LARGEST)) return false
    const perTotal = 1 / total
    byNode[node] = terms[node] - dispersion * log(total)
    byNode[LAND * nodes + node] = perTotal
    byNode[SEA * nodes + node] = byNode[SEA_TERM_PER_SUM * nodes + node] * perTotal
  }
  return true
}

/** Writes the term of the nest at sea, or takes it from a choice that has the same sum on the same references. */
function closeNest(
  { terms, byNode }: RouteChoice,
  dispersion: number,
  seaDispersion: number,
  nodes: number,
  like: RouteChoice | undefined,
): boolean {
  for (let node = 0; node < nodes; node++) {
    const seaSum = byNode[SEA_SUM * nodes + node]
    const isSame =
      like !== undefined &&
      like.byNode[SEA_SUM * nodes + node] === seaSum &&
      like.terms[node] === terms[node] &&
      like.terms[nodes + node] === terms[nodes + node]
    if (isSame) {
      byNode[SEA_TERM * nodes + node] = like.byNode[SEA_TERM * nodes + node]
      byNode[SEA_TERM_PER_SUM * nodes + node] = like.byNode[SEA_TERM_PER_SUM * nodes + node]
      continue
    }
    if (!(seaSum > SMALLEST && seaSum < LARGEST)) return false
    const above = terms[node] - terms[nodes + node] + seaDispersion * log(seaSum)
    const seaTerm = exp(above / dispersion)
    byNode[SEA_TERM * nodes + node] = seaTerm
    byNode[SEA_TERM_PER_SUM * nodes + node] = seaTerm / seaSum
  }
  return true
}

function hasRoute({ available, routes }: RouteChoice, maritime: 0 | 1): boolean {
  for (let r = 0; r < routes.count; r++)
    if (available[r] === 1 && routes.maritime[r] === maritime) return true
  return false
}

/** Share of a route at a node, 0–1. */
export function shareOf(
  { routes, available, terms, byNode }: RouteChoice,
  r: number,
  node: number,
  nodes: number,
): number {
  if (available[r] === 0) return 0
  return terms[(2 + r) * nodes + node] * byNode[(LAND + routes.maritime[r]) * nodes + node]
}
