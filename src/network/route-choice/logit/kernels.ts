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
  /** The reference of every node, then that at sea, then the terms route by route; its own, or those of another choice. */
  terms: Float64Array
  /**
   * By node, in rows: log-sum in USD per TEU; what makes a share of a term by land; the same by sea; then the sum of
   * terms by sea, the term of the nest, and that over the sum. Before `finish` the rows of land and of the sum by sea hold
   * sums of terms.
   */
  byNode: Float64Array
}

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
  return terms[(2 + r) * nodes + node] * byNode[(LAND + routes.maritime[r]) * nodes + node]
}

/** How cargo chooses: USD per TEU and hour at each node; USD per TEU, μ > 0, and ν > 0, at most μ. */
export interface CargoClasses {
  readonly value: Float64Array
  readonly dispersion: number
  readonly seaDispersion: number
}

/** Below minus this a term is nothing beside the best; above, it is too far from the reference to be used and held there. */
export const LARGEST_EXPONENT = 700
/** Sums of terms beyond these are too far from the reference to be told exactly: the term of a nest over its sum must be normal. */
export const SMALLEST_SUM = 1e-150
export const LARGEST_SUM = 1e150

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
  /** References: the least costs among the available routes, of all and of those at sea; Infinity where there is none. */
  references(choice: RouteChoice): void
  /** Terms of the available routes on the references that stand there, or on those of another state. */
  terms(choice: RouteChoice, beside?: TermsBeside): void
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
