/** The axis on which trade and income are told: that of the trade matrix, or of a many-sector baseline. */
import { type Dataset, QUALITIES } from '../../dataset/dataset.js'
import type { SectorWorld } from './sector-world.js'

export interface EconomicAxis {
  readonly economies: readonly string[]
  /** Index of each member that has a row of its own. */
  readonly members: readonly number[]
  /** Million USD of the baseline year; NaN where no figure is in hand. */
  readonly gdpMusd: Float64Array
  /** Index of each economy in the trade matrix, whose axis the network has; −1 where it is not there. */
  readonly inMatrix: Int32Array
  /** Index into QUALITIES of the trade of every pair. */
  readonly quality: Uint8Array
  /** Stated adjustments of every pair, million USD. */
  readonly adjustmentMusd: Float64Array
}

/** The trade matrix: its economies, the members among them, and their product in million USD. */
interface MatrixWorld {
  readonly dataset: Dataset
  readonly economies: readonly string[]
  readonly members: readonly number[]
  readonly gdpMusd: Float64Array
}

export function economicAxis(
  { dataset, economies, members, gdpMusd }: MatrixWorld,
  sectors: SectorWorld | undefined,
): EconomicAxis {
  const { quality, adjustmentMusd } = dataset.trade
  if (sectors === undefined) {
    const inMatrix = Int32Array.from(economies, (_, i) => i)
    return { economies, members, gdpMusd, inMatrix, quality, adjustmentMusd }
  }
  const own = sectors.economies
  const inMatrix = Int32Array.from(own, iso3 => economies.indexOf(iso3))
  const isMember = new Set(members)
  return {
    economies: own,
    members: [...inMatrix.keys()].filter(a => isMember.has(inMatrix[a])),
    gdpMusd: Float64Array.from(inMatrix, i => (i < 0 ? Number.NaN : gdpMusd[i])),
    inMatrix,
    // made of input–output tables: no cell is a record of customs
    quality: new Uint8Array(own.length * own.length).fill(QUALITIES.indexOf('derived')),
    adjustmentMusd: new Float64Array(own.length * own.length),
  }
}
