/**
 * Route choice of all classes of cargo on one lane: a logit over the land-bridge routes and one nest of sea routes.
 *
 * With c_r the generalized cost, PS_r the fixed overlap factor, μ the dispersion and ν that of the sea nest:
 *   c_S = −ν ln Σ_{r∈S} PS_r e^(−c_r/ν),   C = −μ ln( Σ_{r∉S} PS_r e^(−c_r/μ) + e^(−c_S/μ) ),
 * and the share of a route is the derivative of C to its cost. C never exceeds the least cost by more than
 * μ ln(1/smallest factor). See Ben-Akiva and Bierlaire (1999) for the path-size term, McFadden (1978) for nests.
 *
 * A term is PS_r e^((reference − c_r)/μ), or /ν at sea, at every time value v (node). Any reference near the best gives the
 * same choice, so lists of routes and states of the network that differ in few routes share the terms of the others: what
 * takes time is the exponentials.
 *
 * On an anchor, the fastest route with hours H and USD U, a term is PS_r e^((U − u_r)/μ) · e^(v (H − h_r)/μ). The values of time are
 * such that each is 2^s times that four places before (`timeValueGrid`), so the last part is that of four places before, squared s times:
 * five exponentials a route at whatever number of nodes. The power ν/μ, by which the sea nest enters, is a few square roots where it is 2^−k.
 */
import { arrayMemory, bytesNeeded } from '../../../numeric/array-memory.js'
import { kernelInstance } from '../../../numeric/kernel-instance.js'
import { KERNEL_BYTES } from './kernel-bytes.js'
import {
  ANCHORS,
  BY_NODE,
  type CargoClasses,
  FIRST_TERM,
  type LaneRoutes,
  LOG_SUM,
  NODES_OF_BIN,
  type NodeWeights,
  type RouteChoice,
} from './kernels.js'
import { plainKernels } from './plain-kernels.js'
import { wasmKernels } from './wasm-kernels.js'

/** How much is made at most. */
export interface LogitRoom {
  /** Lists of routes. */
  readonly lists: number
  /** Choices among them. */
  readonly choices: number
  /** Numbers that are kept besides, see `numbers`. */
  readonly kept?: number | undefined
}

export type NestedLogit = ReturnType<typeof nestedLogit>

/**
 * Route choice in a memory of its own.
 *
 * @param capacity most routes that a lane has.
 */
export function nestedLogit(cargo: CargoClasses, capacity: number, room: LogitRoom) {
  const nodes = cargo.value.length
  const bins = Math.ceil(nodes / NODES_OF_BIN)
  const { kernels, memory } = kernelMemory(cargo, capacity, room)
  const ofNodes: NodeWeights = { weights: memory.float64(nodes), bins: memory.float64(bins) }

  /** Room for a list of routes. */
  const routes = (): LaneRoutes => ({
    count: 0,
    hours: memory.float64(capacity),
    usd: memory.float64(capacity),
    maritime: memory.uint8(capacity),
    overlap: memory.float64(capacity),
  })

  /** Room for a choice among these routes. */
  const choice = (among: LaneRoutes): RouteChoice => ({
    routes: among,
    available: memory.uint8(capacity),
    terms: memory.float64(ANCHORS + (FIRST_TERM + capacity) * nodes),
    onAnchors: true,
    isBeside: false,
    byNode: memory.float64(BY_NODE * nodes),
  })

  /** A copy of a list of routes, undefined where no room is left. */
  function keepRoutes({ count, hours, usd, maritime, overlap }: LaneRoutes): LaneRoutes | undefined {
    if (memory.free() < bytesNeeded([count, count, count], [], [count])) return undefined
    return {
      count,
      hours: numbers(hours, count),
      usd: numbers(usd, count),
      maritime: flags(maritime, count),
      overlap: numbers(overlap, count),
    }
  }

  /**
   * A copy of a choice, undefined where no room is left.
   *
   * @param among the copy of its routes.
   * @param same  the copy of another choice with the same terms.
   */
  function keepChoice(
    { available, terms, onAnchors, isBeside, byNode }: RouteChoice,
    among: LaneRoutes,
    same?: RouteChoice,
  ): RouteChoice | undefined {
    const size = ANCHORS + (FIRST_TERM + among.count) * nodes
    const wanted = bytesNeeded([same === undefined ? size : 0, byNode.length], [], [among.count])
    if (memory.free() < wanted) return undefined
    return {
      routes: among,
      available: flags(available, among.count),
      terms: same?.terms ?? numbers(terms, size),
      onAnchors,
      isBeside,
      byNode: numbers(byNode, byNode.length),
    }
  }

  function numbers(from: Float64Array, length: number): Float64Array {
    const copy = memory.float64(length)
    copy.set(from.subarray(0, length))
    return copy
  }

  function flags(from: Uint8Array, length: number): Uint8Array {
    const copy = memory.uint8(length)
    copy.set(from.subarray(0, length))
    return copy
  }

  /** What means over nodes are weighed with; one record, written anew by the next call. @param weights of the nodes, which sum to one. */
  function weigh(weights: Float64Array): NodeWeights {
    ofNodes.weights.set(weights)
    ofNodes.bins.fill(0)
    weights.forEach((weight, node) => {
      ofNodes.bins[Math.floor(node / NODES_OF_BIN)] += weight
    })
    return ofNodes
  }

  /** Terms on anchors: the fastest of the available routes has its overlap factor. */
  function price(of: RouteChoice): void {
    kernels.anchors(of)
    kernels.terms(of)
    of.onAnchors = true
    of.isBeside = false
  }

  /** Terms on the least cost at every node: however far the routes are apart, the best has its overlap factor. */
  function priceByNode(of: RouteChoice): void {
    kernels.references(of)
    kernels.termsByNode(of)
    of.onAnchors = false
    of.isBeside = false
  }

  /**
   * Terms on the references of another state: those of routes that differ are made anew, the others copied.
   *
   * @param differs 1 where the route costs or takes otherwise, or was not available there; made by `marks`.
   */
  function reprice(of: RouteChoice, other: RouteChoice, differs: Uint8Array): void {
    const beside = { terms: other.terms, differs }
    if (other.onAnchors) kernels.terms(of, beside)
    else kernels.termsByNode(of, beside)
    of.onAnchors = other.onAnchors
    of.isBeside = true
  }

  /**
   * Writes log-sums and scales from the terms: Infinity and zeros where no route is available.
   *
   * @returns false where the routes are too far from the references of another state; `price` brings them nearer.
   */
  function choose(of: RouteChoice): boolean {
    if (chooseAsPriced(of)) return true
    if (of.isBeside) return false
    priceByNode(of)
    return chooseAsPriced(of)
  }

  function chooseAsPriced(of: RouteChoice): boolean {
    kernels.sums(of)
    return finish(of)
  }

  /**
   * Chooses among routes that were priced and among a part of them: one walk along their terms does for both, unless the
   * best of the part is far from the best of all.
   *
   * @param own terms of the part's own.
   * @returns false as `choose` does of the whole.
   */
  function chooseWithPart(whole: RouteChoice, part: RouteChoice, own: Float64Array): boolean {
    shareTerms(part, whole)
    kernels.sums(whole, part)
    const isNear = finish(part)
    if (!finish(whole)) {
      if (whole.isBeside) return false
      priceByNode(whole)
      return chooseWithPart(whole, part, own)
    }
    if (!isNear) chooseOnOwn(part, own)
    return true
  }

  /** Chooses among a part of routes that were chosen among, as `chooseWithPart` does. */
  function chooseAmongPart(part: RouteChoice, whole: RouteChoice, own: Float64Array): void {
    shareTerms(part, whole)
    if (!chooseAsPriced(part)) chooseOnOwn(part, own)
  }

  function shareTerms(part: RouteChoice, { terms, onAnchors, isBeside }: RouteChoice): void {
    part.terms = terms
    part.onAnchors = onAnchors
    part.isBeside = isBeside
  }

  function chooseOnOwn(of: RouteChoice, own: Float64Array): void {
    of.terms = own
    price(of)
    choose(of)
  }

  function finish(of: RouteChoice): boolean {
    const hasSea = hasRoute(of, 1)
    if (hasSea || hasRoute(of, 0)) return kernels.finish(of, hasSea)
    of.byNode.fill(Number.POSITIVE_INFINITY, LOG_SUM * nodes, (LOG_SUM + 1) * nodes)
    return true
  }

  return {
    nodes,
    kernels,
    weigh,
    routes,
    choice,
    /** Marks of routes. */
    marks: () => memory.uint8(capacity),
    keepRoutes,
    keepChoice,
    /** For what follows from a choice, by bin and by route. Whoever writes reads at once. */
    scratch: { means: memory.float64(bins), shares: memory.float64(capacity) },
    price,
    reprice,
    choose,
    chooseWithPart,
    chooseAmongPart,
  }
}

/** Where the nodes are even in number and the engine has WebAssembly, two nodes an instruction; the same bits either way. */
function kernelMemory(cargo: CargoClasses, capacity: number, { lists, choices, kept = 0 }: LogitRoom) {
  const nodes = cargo.value.length
  const bins = Math.ceil(nodes / NODES_OF_BIN)
  const repeat = <T>(times: number, values: readonly T[]): T[] =>
    Array.from({ length: times }, () => values).flat()
  const bytes = bytesNeeded(
    [
      nodes,
      ...repeat(3 * lists, [capacity]),
      ...repeat(choices, [ANCHORS + (FIRST_TERM + capacity) * nodes, BY_NODE * nodes]),
      ...[2 * nodes, nodes, bins, bins, capacity],
      kept,
    ],
    [],
    // and marks, one for every list at most
    repeat(2 * lists + choices, [capacity]),
  )
  const instance = nodes % 2 === 0 ? kernelInstance(KERNEL_BYTES, bytes) : undefined
  const memory = arrayMemory(instance?.buffer ?? new ArrayBuffer(bytes))
  const value = memory.float64(nodes)
  value.set(cargo.value)
  const classes = { ...cargo, value }
  const scratch = memory.float64(2 * nodes)
  return {
    memory,
    kernels: instance ? wasmKernels(instance.exports, classes, scratch) : plainKernels(classes),
  }
}

function hasRoute({ available, routes }: RouteChoice, maritime: 0 | 1): boolean {
  for (let r = 0; r < routes.count; r++)
    if (available[r] === 1 && routes.maritime[r] === maritime) return true
  return false
}
