/** Arrays of route choice on one lane, and the loops over them: plain in `plain-kernels.ts`, two nodes at a time in `wasm-kernels.ts`. */

/** Routes of one lane in one state of the network; the first `count` entries count. */
export interface LaneRoutes {
  count: number
  readonly hours: Float64Array
  readonly usd: Float64Array
  /** Its own, or that of the same routes in another state; so is the next. */
  maritime: Uint8Array
  overlap: Float64Array
}

/** Choice among those routes of a lane that may be chosen. */
export interface RouteChoice {
  readonly routes: LaneRoutes
  /** 1 = may be chosen. */
  readonly available: Uint8Array
  /**
   * The anchors: hours and USD per TEU of the fastest available route, then of the fastest at sea; Infinity where there is none. Then by
   * node, in rows: the reference, that at sea, the term of the best at sea by land's dispersion, and the terms route by route. Its own, or
   * those of another choice.
   */
  terms: Float64Array
  /** Whether the terms are on anchors, and not on a reference of every node; and whether on those of another state. */
  onAnchors: boolean
  isBeside: boolean
  /**
   * By node, in rows: log-sum in USD per TEU; what makes a share of a term by land; the same by sea; then the sum of
   * terms by sea, the term of the nest, and that over the sum. Before `finish` the rows of land and of the sum by sea hold
   * sums of terms.
   */
  byNode: Float64Array
}

/** Numbers of `terms` before its rows, and these. */
export const ANCHORS = 4
export const REFERENCE = 0
export const SEA_REFERENCE = 1
export const NEST = 2
export const FIRST_TERM = 3

/** Rows of `byNode` and their number. */
export const LOG_SUM = 0
export const LAND = 1
export const SEA = 2
export const SEA_SUM = 3
export const SEA_TERM = 4
export const SEA_TERM_PER_SUM = 5
export const BY_NODE = 6

/** Share of a route at a node, 0–1. */
export function shareOf(
  { routes, available, terms, byNode }: RouteChoice,
  r: number,
  node: number,
  nodes: number,
): number {
  if (available[r] === 0) return 0
  return terms[ANCHORS + (FIRST_TERM + r) * nodes + node] * byNode[(LAND + routes.maritime[r]) * nodes + node]
}

/** How cargo chooses: USD per TEU and hour at each node; USD per TEU, μ > 0, and ν > 0, at most μ. */
export interface CargoClasses {
  readonly value: Float64Array
  readonly dispersion: number
  readonly seaDispersion: number
}

/** What follows from these for the loops. */
export interface ClassPowers {
  /** Squarings that lead to a value of time from that `POWERED_AFTER` places before; 0 where none do. */
  readonly squarings: number
  /** Square roots that raise to the power ν ÷ μ; −1 where none do. */
  readonly roots: number
}

/** Most squarings and roots that are looked for. */
const MOST = 8

export function classPowers({ value, dispersion, seaDispersion }: CargoClasses): ClassPowers {
  const doublings = Array.from({ length: MOST }, (_, k) => k + 1)
  const isPowered = (squarings: number): boolean =>
    value.every((v, node) => node < POWERED_AFTER || v === value[node - POWERED_AFTER] * (1 << squarings))
  const isRoot = (roots: number): boolean => seaDispersion * (1 << roots) === dispersion
  return {
    squarings: value.length <= POWERED_AFTER ? 0 : (doublings.find(isPowered) ?? 0),
    roots: [0, ...doublings].find(isRoot) ?? -1,
  }
}

/**
 * Values of time of which each is so many places after another that is smaller by a power of two: a term's part that grows with
 * time is then a power of the one so many places before.
 */
export const POWERED_AFTER = 4

/** Below minus this a term is nothing beside the best; above, it is too far from the reference to be used and held there. */
export const LARGEST_EXPONENT = 700
/** On anchors, the same of each of the two parts of a term: no product of them is below the normal numbers. */
export const SMALLEST_PART = -345
/** What is not above it counts as nothing when it is raised to a power, for the same reason: 2^−62. */
export const SMALLEST_BASE = 2.168404344971009e-19
/**
 * Sums of terms beyond these are too far from the reference to be told exactly: what a smallest part leaves out of a term is nothing
 * beside the smallest sum, even where the other part is as large as the largest.
 */
export const SMALLEST_SUM = 1e-60
export const LARGEST_SUM = 1e80

/** Terms of another state: those of routes that do not differ are taken over, with the references. */
export interface TermsBeside {
  readonly terms: Float64Array
  /** 1 where a route costs or takes otherwise, or was not available there. */
  readonly differs: Uint8Array
}

/** Nodes that a bin gathers, those of a vector of the kernels. */
export const NODES_OF_BIN = 2

/** What means over nodes are weighed with. */
export interface NodeWeights {
  /** Part of all cargo at each node. */
  readonly weights: Float64Array
  /** The same in each bin of neighbouring nodes. */
  readonly bins: Float64Array
}

/** The loops; each form gives the same bits. All arrays are of one memory, see `choiceMemory`. */
export interface LogitKernels {
  /** Anchors and the references that they give: the fastest of the available routes, of all and of those at sea. */
  anchors(choice: RouteChoice): void
  /**
   * Terms of the available routes on the anchors that stand there, or on those of another state: the part that money makes times the
   * part that time makes, of which only the first nodes' are exponentials where the values of time allow it (`POWERED_AFTER`).
   */
  terms(choice: RouteChoice, beside?: TermsBeside): void
  /** References of every node: the least costs among the available routes; Infinity where there is none. */
  references(choice: RouteChoice): void
  /** Terms on these, however far the routes are apart; also beside those of another state. */
  termsByNode(choice: RouteChoice, beside?: TermsBeside): void
  /** Sums of terms by land and by sea; also of a part of the routes that has the same terms. */
  sums(choice: RouteChoice, part?: RouteChoice): void
  /** Log-sums and scales from the sums; false where a sum is too small or too large. @param hasSea some route is maritime. */
  finish(choice: RouteChoice, hasSea: boolean): boolean
  /** Mean over nodes of the share of every route, 0 where it is not available. */
  shares(choice: RouteChoice, of: NodeWeights, out: Float64Array): void
  /** Mean log-sum of each bin. @param least another choice, below whose log-sum none counts. */
  costs(choice: RouteChoice, least: RouteChoice, of: NodeWeights, out: Float64Array): void
  /** Σ over routes of share × hours, or of what they are more than others; the mean of each bin. */
  hours(
    choice: RouteChoice,
    of: NodeWeights,
    hours: Float64Array,
    less: Float64Array | undefined,
    out: Float64Array,
  ): void
  /**
   * What a change adds to the mean hours of cargo at its **baseline** shares, by bin.
   *
   * Cargo on routes that are open in both states keeps its route. Cargo that a closing displaces moves to the mean of
   * the new choice, and cargo that an opening draws leaves the mean of the old one, each only in the direction of the
   * measure, so that an opening never costs and a closing never pays.
   *
   * @param onlyLoses routes open for no other reason than that others close: they draw nothing.
   * @param isLoss nobody gains, so that no node counts below zero.
   */
  displaced(
    old: RouteChoice,
    next: RouteChoice,
    of: NodeWeights,
    { onlyLoses, isLoss }: { readonly onlyLoses: boolean; readonly isLoss: boolean },
    out: Float64Array,
  ): void
}
