/** What a many-sector solve writes on the way. */
import { type AndersonWorkspace, createAndersonWorkspace } from '../../numeric/fixed-point.js'

/** Everything that a solve writes on the way; may be used again for any world of the same numbers. */
export interface ManySectorWorkspace {
  readonly size: number
  readonly sectors: number
  /** J × n × n each (sector, importer, exporter): A and B of `system.ts`; only the diagonal where a sector is not traded. */
  readonly pull: Float64Array
  readonly netPull: Float64Array
  /** J: 1 for sectors with cells off the diagonal. */
  readonly traded: Uint8Array
  /** J × n: 1 where an economy buys something of a sector. */
  readonly bought: Uint8Array
  /** n views of J × J (input, user): γ (1 − β); not read without intermediates. */
  readonly inputs: readonly Float64Array[]
  /** J × n each: β, α. */
  readonly valueAddedShare: Float64Array
  readonly finalDemandShare: Float64Array
  /** J: θ. */
  readonly tradeElasticity: Float64Array
  /** n each, million USD: value added of the base, and its balance as it gives way where factors stand idle. */
  readonly valueAdded: Float64Array
  readonly balance: Float64Array
  /** n: what is left of value added at the base's prices when idle factors are taken away. */
  readonly endowment: Float64Array
  /** J × n, million USD: the unit in which the point counts spending. */
  readonly unit: Float64Array
  /** n: η. */
  readonly wageStep: Float64Array
  /** n + 2 J n: u, p, X/unit; and what a pass adds to them. */
  readonly point: Float64Array
  readonly step: Float64Array
  /** n each, at the last point evaluated: ŵ, N, R. */
  readonly wage: Float64Array
  readonly spendingBeforeRevenue: Float64Array
  readonly revenue: Float64Array
  /** J × n each, at the last point evaluated: ln ĉ, x, Φ, Σᵢ B x, E, X. */
  readonly logCost: Float64Array
  readonly competitiveness: Float64Array
  readonly priceTerm: Float64Array
  readonly netPriceTerm: Float64Array
  readonly sales: Float64Array
  readonly expenditure: Float64Array
  /** n each: x and Σ B X/Φ of the sector at hand. */
  readonly exporters: Float64Array
  readonly exporterSales: Float64Array
  /** J each: one economy's column, in and out of `inputs`. */
  readonly column: Float64Array
  readonly product: Float64Array
  /** The best point so far and its step, to go back to. */
  readonly bestPoint: Float64Array
  readonly bestStep: Float64Array
  readonly anderson: AndersonWorkspace
}

/** Passes that the acceleration remembers. */
const DEPTH = 10

/** Allocates the workspace of n economies and J sectors: O(J n² + n J²). */
export function createManySectorWorkspace(n: number, sectors: number): ManySectorWorkspace {
  const cells = sectors * n
  const inputs = new Float64Array(n * sectors * sectors)
  return {
    size: n,
    sectors,
    pull: new Float64Array(cells * n),
    netPull: new Float64Array(cells * n),
    traded: new Uint8Array(sectors),
    bought: new Uint8Array(cells),
    inputs: Array.from({ length: n }, (_, i) =>
      inputs.subarray(i * sectors * sectors, (i + 1) * sectors * sectors),
    ),
    valueAddedShare: new Float64Array(cells),
    finalDemandShare: new Float64Array(cells),
    tradeElasticity: new Float64Array(sectors),
    valueAdded: new Float64Array(n),
    balance: new Float64Array(n),
    endowment: new Float64Array(n),
    unit: new Float64Array(cells),
    wageStep: new Float64Array(n),
    point: new Float64Array(n + 2 * cells),
    step: new Float64Array(n + 2 * cells),
    wage: new Float64Array(n),
    spendingBeforeRevenue: new Float64Array(n),
    revenue: new Float64Array(n),
    logCost: new Float64Array(cells),
    competitiveness: new Float64Array(cells),
    priceTerm: new Float64Array(cells),
    netPriceTerm: new Float64Array(cells),
    sales: new Float64Array(cells),
    expenditure: new Float64Array(cells),
    exporters: new Float64Array(n),
    exporterSales: new Float64Array(n),
    column: new Float64Array(sectors),
    product: new Float64Array(sectors),
    bestPoint: new Float64Array(n + 2 * cells),
    bestStep: new Float64Array(n + 2 * cells),
    anderson: createAndersonWorkspace(n + 2 * cells, DEPTH),
  }
}
