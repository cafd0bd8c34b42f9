/**
 * What closing any one link, crossing, port or strait would do to the cost of trade, for all of them in one walk.
 *
 * Closing takes routes away and changes no cost, so the new log-sum follows from the shares before. With P_r the shares
 * of a class of cargo, S the sea nest, μ and ν the two dispersions and q the part of the nest that is closed:
 *   T′/T = 1 − P_S − Σ_{closed by land} P_r + P_S (1 − q)^(ν/μ),   C′ − C = −μ ln(T′/T).
 * On a lane, links that lie on the same routes are one case. Where nearly nothing is left the remaining routes are
 * chosen among anew. A way round at cost c that no stored route is counts beside what is left, with C the log-sum before:
 * e^(−(c − C)/μ) by land; in the nest, whose own cost is C − μ ln P_S, e^(−(c − C + μ ln P_S)/ν). The same rules as a
 * scenario that closes one thing (`lane-chooser.ts`, `logit/`, `bulk.ts`); a test holds the two beside each other.
 */
import type { RouteChoiceParameters } from '../network/route-choice/network-state.js'
import { bulkLeft } from '../network/traffic/bulk.js'
import { orderByKey, startsByKey } from '../numeric/counting-sort.js'
import { type BulkRows, closureBulk } from './closure-bulk.js'
import { closureLane, type LaneRows } from './closure-lane.js'
import type { ClosureLevers, ClosureSituation, ClosureValues } from './closure-situation.js'

/** Entries lever by lever: a country pair, and what the closing does to its cargo. */
export interface ClosureTable {
  /** Lever l's entries are start[l] … start[l + 1] − 1, pairs ascending. */
  readonly start: Uint32Array
  /** Exporter × economies + importer. */
  readonly pair: Int32Array
  /**
   * Share of the pair's general cargo that passes the lever today: also the derivative of its expected cost to the cost
   * of passing it.
   */
  readonly passing: Float64Array
  /** Generalized cost that is added, USD per TEU, and days; means over the cargo for which a way is left. */
  readonly addedUsd: Float64Array
  readonly addedDays: Float64Array
  /** Part of the general cargo for which no way is left. */
  readonly cutOff: Float64Array
  /** Part of the pair's bulk that goes by sea and passes the lever. */
  readonly bulkPassing: Float64Array
  /** Iceberg ratios, Infinity where nothing is left. */
  readonly generalHat: Float64Array
  readonly bulkHat: Float64Array
  /** Part of the pair's bulk that is cut off while the rest goes on. */
  readonly bulkLost: Float64Array
  /** Part of the pair's bulk that an outlet cuts off. */
  readonly bulkCutOffOutlets: Float64Array
}

/** Below this share of a pair nothing is told of it. */
const SMALLEST_SHARE = 1e-7

/** @returns what each closing does, one at a time. O(routes × nodes × cases of a lane). */
export function closureTable(
  situation: ClosureSituation,
  parameters: RouteChoiceParameters,
  levers: ClosureLevers,
  values: ClosureValues,
): ClosureTable {
  const { lanes, bulkLanes } = situation
  const lane = closureLane(situation, parameters, levers, values)
  const bulk = closureBulk(situation, levers, values.bulkValue)
  const rows = pairRows(levers.count)
  const entries = entryLists()
  const pairAt = (of: { readonly countryPair: Int32Array }, l: number): number =>
    of.countryPair[l] ?? Number.POSITIVE_INFINITY
  for (let l = 0, b = 0; l < lanes.count || b < bulkLanes.count; ) {
    const pair = Math.min(pairAt(lanes, l), pairAt(bulkLanes, b))
    for (; pairAt(lanes, l) === pair; l++) lane(l, rows)
    for (; pairAt(bulkLanes, b) === pair; b++) bulk(b, rows)
    tell(rows, pair, entries)
  }
  return sortByLever(entries, levers.count)
}

interface PairRows extends LaneRows, BulkRows {}

function pairRows(levers: number): PairRows {
  const column = (): Float64Array => new Float64Array(levers)
  return {
    met: [],
    isMet: new Uint8Array(levers),
    passing: column(),
    addedUsd: column(),
    addedHours: column(),
    ratio: column(),
    cutOff: column(),
    byGateways: 0,
    byOutlets: 0,
    bulkPassing: column(),
    bulkCutOff: column(),
    bulkCutOffOutlets: column(),
    bulkTurned: column(),
    bulkChange: column(),
    bulkChangeOutlets: column(),
  }
}

function columnsOf(rows: PairRows): readonly Float64Array[] {
  const { passing, addedUsd, addedHours, ratio, cutOff, bulkPassing } = rows
  const { bulkCutOff, bulkCutOffOutlets, bulkTurned, bulkChange, bulkChangeOutlets } = rows
  const ofGeneral = [passing, addedUsd, addedHours, ratio, cutOff]
  return [...ofGeneral, bulkPassing, bulkCutOff, bulkCutOffOutlets, bulkTurned, bulkChange, bulkChangeOutlets]
}

interface EntryLists {
  readonly lever: number[]
  readonly pair: number[]
  readonly values: readonly number[][]
}

function entryLists(): EntryLists {
  return { lever: [], pair: [], values: Array.from({ length: 9 }, () => []) }
}

/** Writes the entries of one country pair and clears its rows. */
function tell(rows: PairRows, pair: number, { lever, pair: pairs, values }: EntryLists): void {
  for (const at of rows.met) {
    const left = 1 - rows.cutOff[at]
    const general = left < 1e-9 ? Number.POSITIVE_INFINITY : 1 + rows.ratio[at] / left
    const bulk = bulkLeft({
      byGateways: rows.byGateways,
      byOutlets: rows.byOutlets,
      cutOff: rows.bulkCutOff[at],
      cutOffOutlets: rows.bulkCutOffOutlets[at],
      turned: rows.bulkTurned[at],
      change: rows.bulkChange[at],
      changeOutlets: rows.bulkChangeOutlets[at],
    })
    if (rows.passing[at] > SMALLEST_SHARE || rows.bulkPassing[at] > SMALLEST_SHARE) {
      lever.push(at)
      pairs.push(pair)
      const perLeft = left < 1e-9 ? 0 : 1 / left
      values[0].push(rows.passing[at])
      values[1].push(rows.addedUsd[at] * perLeft)
      values[2].push((rows.addedHours[at] * perLeft) / 24)
      values[3].push(rows.cutOff[at])
      values[4].push(rows.bulkPassing[at])
      values[5].push(general)
      values[6].push(bulk.hat)
      values[7].push(bulk.lost)
      values[8].push(bulk.cutOffOutlets)
    }
    rows.isMet[at] = 0
    for (const column of columnsOf(rows)) column[at] = 0
  }
  rows.byGateways = 0
  rows.byOutlets = 0
  rows.met.length = 0
}

/** Pairs stay ascending within a lever. */
function sortByLever({ lever, pair, values }: EntryLists, levers: number): ClosureTable {
  const order = orderByKey(lever, levers)
  const column = (k: number): Float64Array => Float64Array.from(order, entry => values[k][entry])
  return {
    start: startsByKey(lever, levers),
    pair: Int32Array.from(order, entry => pair[entry]),
    passing: column(0),
    addedUsd: column(1),
    addedDays: column(2),
    cutOff: column(3),
    bulkPassing: column(4),
    generalHat: column(5),
    bulkHat: column(6),
    bulkLost: column(7),
    bulkCutOffOutlets: column(8),
  }
}
