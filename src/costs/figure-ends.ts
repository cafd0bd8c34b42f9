/**
 * General cargo's change of cost where the network's figures stand elsewhere in their ranges: routes are chosen anew at both
 * ends of each kind alone, and what lies between is laid between them.
 */
import { FIGURE_KINDS, type FigureKind, type FigurePositions } from '../network/elements/network-at.js'
import { generalCargoHat, type RouteCostParameters } from './iceberg.js'
import type { PairClasses } from './pair-classes.js'

/** What cargo pays and waits with all figures of a kind at an end of their ranges; all of the same pairs, of which none is cut off. */
export type ClassesAtEnds = Readonly<Partial<Record<FigureKind, ClassesAtBothEnds>>>

export interface ClassesAtBothEnds {
  readonly low: PairClasses
  readonly high: PairClasses
}

/** Above this a kind alone makes so much of a change that is next to nothing that kinds no longer multiply. */
const MOST_TIMES = 5

/**
 * Moves the iceberg ratios of general cargo on the pairs of the ends to where the figures stand.
 *
 * With L the change as stated, τ̂ − 1, and L_k that at the end of kind k on whose side its position x_k lies, kind k makes
 * r_k = 1 + |x_k| (L_k/L − 1) times of it, and all kinds together Π r_k. Where L is so small that one of them alone makes more
 * than five times of it, or changes its sign, their differences |x_k| (L_k − L) are added instead. Pairs without ends change as
 * the mean of those that have them, and not where they are cut off. Exact at the stated figures and, for pairs that have them,
 * at each end; how far off it is between them is told in docs/models/network.md, section 2.
 *
 * @param hat  n × n, of `generalCargoHat` at the stated figures; written.
 * @param room three matrices n × n, written.
 */
export function moveToFigures(
  hat: Float64Array,
  ends: ClassesAtEnds,
  positions: FigurePositions,
  binWeight: Float64Array,
  value: Float64Array,
  parameters: RouteCostParameters,
  { end, times, moved }: FigureRoom,
): void {
  const kinds = FIGURE_KINDS.filter(kind => positions[kind] !== 0 && ends[kind] !== undefined)
  if (kinds.length === 0) return
  const { pairs } = ends[kinds[0]!]!.low
  times.fill(1)
  moved.fill(0)
  /** The same product of the pairs without ends. */
  let ofOthers = 1
  for (const kind of kinds) {
    const part = Math.abs(positions[kind])
    generalCargoHat(ends[kind]![positions[kind] < 0 ? 'low' : 'high'], binWeight, value, parameters, end)
    let [changes, differences] = [0, 0]
    for (const pair of pairs) {
      const difference = part * (end[pair] - hat[pair])
      const ofKind = 1 + difference / (hat[pair] - 1)
      changes += hat[pair] - 1
      differences += difference
      moved[pair] += difference
      times[pair] = isMultiple(ofKind) ? times[pair] * ofKind : Number.NaN
    }
    const ofMean = 1 + differences / changes
    if (isMultiple(ofMean)) ofOthers *= ofMean
  }
  for (const pair of pairs)
    moved[pair] = hat[pair] + (Number.isNaN(times[pair]) ? moved[pair] : (times[pair] - 1) * (hat[pair] - 1))
  for (let pair = 0; pair < hat.length; pair++)
    if (hat[pair] !== 1 && hat[pair] !== Number.POSITIVE_INFINITY)
      hat[pair] += (ofOthers - 1) * (hat[pair] - 1)
  for (const pair of pairs) hat[pair] = moved[pair]
}

function isMultiple(times: number): boolean {
  return times >= 0 && times <= MOST_TIMES
}

/** Matrices n × n. */
export interface FigureRoom {
  readonly end: Float64Array
  /** Product of r_k, NaN where the kinds no longer multiply. */
  readonly times: Float64Array
  /** Sum of the differences, then what the ratio is moved to. */
  readonly moved: Float64Array
}
