/**
 * What stands idle where bulk has no way left: an oil field makes no other goods.
 *
 * Of what an exporter sold overseas by a chain – its gateways, which stand in for each other, or the ports where pipelines end – let a
 * closing cut off the part F. What it cut off turns to the buyers that the chain still reaches, as far as they go: the part
 * 1 − F is sold there (the general equilibrium finds its price), F stays in the ground. A buyer that alone is out of reach idles next to
 * nothing, a port that is closed all that comes to it. Of the value of that, a part (parameter `idleBulkShare`) is earned by nothing else.
 * Own rule; no source.
 */
import type { BulkChange, FoundBulk, SailingBulk } from '../network/traffic/bulk.js'

/** Part of a pair's bulk for which no way is left. */
export function bulkGone({ hat, lost }: BulkChange, pair: number): number {
  return hat[pair] === Number.POSITIVE_INFINITY ? 1 : lost[pair]
}

/**
 * Of each pair's bulk that has no way left, the part that finds no other buyer.
 *
 * @param found    what measures make of bulk.
 * @param sailing  finds what of it goes by sea today; asked where some of it is gone.
 * @param bulkMusd bulk of a pair, exporter × economies + importer, million USD.
 * @returns n × n, 0 to 1; where nothing of a pair is gone, that of the exporter's outlets or else of its gateways (parts that are
 *          gone move in draws). Undefined where all bulk has a way.
 */
export function shutInBulk(
  found: FoundBulk,
  sailing: () => SailingBulk,
  bulkMusd: (pair: number) => number,
  economies: number,
): Float64Array | undefined {
  if (!found.hat.some((_, pair) => bulkGone(found, pair) > 0)) return undefined
  const { byGateways, byOutlets } = sailing()
  const shut = new Float64Array(economies * economies)
  for (let i = 0; i < economies; i++) {
    const [first, end] = [i * economies, (i + 1) * economies]
    let [goneGateways, goneOutlets, sailGateways, sailOutlets] = [0, 0, 0, 0]
    for (let pair = first; pair < end; pair++) {
      const worth = bulkMusd(pair)
      goneOutlets += worth * found.cutOffOutlets[pair]
      goneGateways += worth * (bulkGone(found, pair) - found.cutOffOutlets[pair])
      sailOutlets += worth * byOutlets[pair]
      sailGateways += worth * byGateways[pair]
    }
    const ofGateways = partOf(goneGateways, sailGateways)
    const ofOutlets = partOf(goneOutlets, sailOutlets)
    for (let pair = first; pair < end; pair++) {
      const gone = bulkGone(found, pair)
      const outlets = found.cutOffOutlets[pair]
      shut[pair] =
        gone > 0 ? (outlets * ofOutlets + (gone - outlets) * ofGateways) / gone : ofOutlets || ofGateways
    }
  }
  return shut
}

function partOf(gone: number, sailing: number): number {
  return gone > 0 ? Math.min(1, gone / sailing) : 0
}

/**
 * Income of exporters that is earned by nothing else while their bulk has no way, at the prices of today.
 *
 * @param shutInMusd of a pair, exporter × economies + importer: bulk that has no way left and finds no other buyer, million USD a year.
 * @param part       of its value, 0 to 1: the rent of fields and mines above the cost of what else works there, which finds
 *                   other work (parameter `idleBulkShare`).
 * @returns n, million USD a year; undefined where nothing stands idle.
 */
export function idleIncome(
  economies: number,
  part: number,
  shutInMusd: (pair: number) => number,
): Float64Array | undefined {
  if (part === 0) return undefined
  const idle = new Float64Array(economies)
  let any = false
  for (let pair = 0; pair < economies * economies; pair++) {
    const shut = shutInMusd(pair)
    if (shut === 0) continue
    idle[Math.floor(pair / economies)] += part * shut
    any = true
  }
  return any ? idle : undefined
}

/** Bulk of the trade matrix that has no way left and finds no other buyer, by pair; for `idleIncome`. */
export function shutInTrade(
  flows: Float64Array,
  generalShare: Float64Array,
  bulk: BulkChange,
  shutIn: Float64Array,
): (pair: number) => number {
  return pair => shutIn[pair] * bulkGone(bulk, pair) * flows[pair] * (1 - generalShare[pair])
}
