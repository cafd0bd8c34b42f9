/**
 * The network if its figures were elsewhere in their ranges: waits at borders and at changes of mode, running speeds, and
 * rates, lump sums, charges and fees.
 *
 * What a package is worth depends on how long cargo waits, how fast it moves and what it pays today, and that is known to
 * a factor only. Whether the figures of a kind move together is not known; that all of them do is the widest reading.
 */
import type { Crossing, NetworkRange, NetworkTables, Terminal } from '../../dataset/dataset.js'
import { rangeLookup } from './element-ranges.js'
import { type ElementCosts, type ElementIndex, indexElements } from './elements.js'

/** Kinds of figures whose ranges the dataset states and that passing costs or takes. */
export const COST_KINDS = ['waits', 'speeds', 'charges'] as const
export type CostKind = (typeof COST_KINDS)[number]

/** And how much cargo is bound to the lorry. */
export const FIGURE_KINDS = [...COST_KINDS, 'lorries'] as const
export type FigureKind = (typeof FIGURE_KINDS)[number]

/**
 * Where the figures of each kind stand: −1 at the low end of each one's range (short waits, slow speeds, low charges, little
 * cargo bound to the lorry), 0 as stated, 1 at the high end; linear in between.
 */
export type FigurePositions = Readonly<Record<FigureKind, number>>

/** All figures as they are stated. */
export const AS_STATED: FigurePositions = { waits: 0, speeds: 0, charges: 0, lorries: 0 }

/**
 * The tables with the figures of each kind at a position in their ranges; figures without a range stay.
 *
 * @param network   the tables before any measure: their own figures say which range is theirs.
 * @param positions −1 to 1 each.
 */
export function networkAt(
  network: NetworkTables,
  { waits, speeds, charges }: FigurePositions,
  ranges: readonly NetworkRange[],
): NetworkTables {
  const index = indexElements(network)
  const lookup = rangeLookup(network, index, ranges)
  const moved = (kind: 'speed' | 'price', position: number) => (element: number) =>
    factorAt(lookup(element)[kind], position)
  const inTime = waits === 0 ? network : waitsAt(network, waits)
  const atSpeed = speeds === 0 ? inTime : speedsTimes(inTime, moved('speed', speeds))
  return charges === 0 ? atSpeed : chargesTimes(atSpeed, index, moved('price', charges))
}

/** What a figure is multiplied with. */
function factorAt(range: NetworkRange | undefined, position: number): number {
  if (range === undefined) return 1
  const end = position < 0 ? range.low : range.high
  return 1 + Math.abs(position) * (end / range.central - 1)
}

/** A mean outside its stated range widens it. */
function waitsAt(network: NetworkTables, position: number): NetworkTables {
  const at = <Row extends Crossing | Terminal>(row: Row): Row => {
    const end = position < 0 ? Math.min(row.hours, row.hoursLow) : Math.max(row.hours, row.hoursHigh)
    return { ...row, hours: row.hours + Math.abs(position) * (end - row.hours) }
  }
  return { ...network, crossings: network.crossings.map(at), terminals: network.terminals.map(at) }
}

function speedsTimes(network: NetworkTables, factor: (element: number) => number): NetworkTables {
  return {
    ...network,
    links: network.links.map((link, l) => ({ ...link, speedKmh: link.speedKmh * factor(l) })),
  }
}

function chargesTimes(
  network: NetworkTables,
  { crossingStart, terminalStart }: ElementIndex,
  factor: (element: number) => number,
): NetworkTables {
  return {
    ...network,
    links: network.links.map((link, l) => ({
      ...link,
      costUsdPerTeuKm: link.costUsdPerTeuKm * factor(l),
      ...(link.lumpUsd !== undefined && { lumpUsd: link.lumpUsd * factor(l) }),
    })),
    crossings: network.crossings.map((row, k) => ({
      ...row,
      feeUsd: row.feeUsd * factor(crossingStart + k),
    })),
    terminals: network.terminals.map((row, k) => ({
      ...row,
      usdPerTeu: row.usdPerTeu * factor(terminalStart + k),
    })),
  }
}

/** What passing takes before and after a package. */
export interface CostsOfPackage {
  readonly before: ElementCosts
  readonly after: ElementCosts
}

/**
 * The costs after a package where figures are elsewhere in their ranges, moved in no direction in which the package does
 * not move them as stated: what it shortens it never lengthens. A wait cut *to* a day stays as it is where it is below a
 * day already.
 *
 * @param moved  where the figures are elsewhere; @param stated as stated. The same elements.
 */
export function keepDirection({ before, after }: CostsOfPackage, stated: CostsOfPackage): ElementCosts {
  const keep = (of: 'hours' | 'usd'): Float64Array =>
    after[of].map((cost, e) => {
      const change = stated.after[of][e] - stated.before[of][e]
      const own = before[of][e]
      return change < 0 ? Math.min(cost, own) : change > 0 ? Math.max(cost, own) : own
    })
  return { hours: keep('hours'), usd: keep('usd'), open: after.open }
}
