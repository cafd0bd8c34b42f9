/** Lanes of bulk: between which gateways which part of a country pair's bulk goes. */
import type { BulkChain, Gateway, NetworkTables } from '../../dataset/dataset.js'
import { type ChoiceSet, gatewayPairs } from '../choice-set/choice-set.js'

/** One row for each lane; lanes of a country pair stand together, pairs ascending. */
export interface BulkLanes {
  readonly count: number
  /** Index of the country pair: exporter × economies + importer. */
  readonly countryPair: Int32Array
  /** Pair of the choice set. */
  readonly gatewayPair: Int32Array
  /** Part of the country pair's bulk; what no way of the network stands for is in none. */
  readonly weight: Float64Array
  /** One of `BY_GATEWAY`, `FROM_OUTLET` and `FROM_OUTLET_OR_GATEWAY`. */
  readonly origin: Uint8Array
}

/** By the pair's gateways, which stand in for each other. */
export const BY_GATEWAY = 0
/** By pipeline to the port that it leaves by, with no other way out. */
export const FROM_OUTLET = 1
/** The same, but where it is cut off there it leaves by the gateways. */
export const FROM_OUTLET_OR_GATEWAY = 2

const ORIGINS = { none: FROM_OUTLET, gateways: FROM_OUTLET_OR_GATEWAY, both: BY_GATEWAY } as const

/**
 * Lanes of bulk of all ordered pairs of economies that have gateways: by the same gateways as general cargo, and from the outlets of
 * pipelines.
 *
 * @param economies the axis of trade.
 * @param position  where the parts that have chains of their own stand in their ranges, −1 to 1.
 */
export function buildBulkLanes(
  choiceSet: ChoiceSet,
  { gateways, bulkChains = [] }: NetworkTables,
  economies: readonly string[],
  position = 0,
): BulkLanes {
  const { indexOf, pairOf } = gatewayPairs(choiceSet)
  const gatesOf = economies.map(iso3 => gateways.filter(gate => gate.iso3 === iso3))
  const rows: { pair: number; gateway: number; weight: number; origin: number }[] = []
  economies.forEach((exporter, i) => {
    const chains = bulkChains.filter(({ exporters }) => exporters.includes(exporter))
    economies.forEach((importer, j) => {
      if (i === j) return
      const chain = chains.find(({ importers }) => importers.includes(importer))
      const add = (from: string, { placeId, share }: Gateway, weight: number, origin: number): void => {
        const gateway = pairOf(indexOf(from), indexOf(placeId))
        if (gateway < 0 || weight === 0) return
        rows.push({ pair: i * economies.length + j, gateway, weight: weight * share, origin })
      }
      const own = chain === undefined ? 0 : ownChainAt(chain, position)
      const rest = 1 - own
      for (const from of gatesOf[i])
        for (const to of gatesOf[j]) add(from.placeId, to, rest * from.share, BY_GATEWAY)
      if (chain?.outlet === undefined) return
      for (const to of gatesOf[j]) add(chain.outlet, to, own, ORIGINS[chain.otherWays ?? 'none'])
    })
  })
  return {
    count: rows.length,
    countryPair: Int32Array.from(rows, row => row.pair),
    gatewayPair: Int32Array.from(rows, row => row.gateway),
    weight: Float64Array.from(rows, row => row.weight),
    origin: Uint8Array.from(rows, row => row.origin),
  }
}

function ownChainAt({ ownChain, ownChainLow, ownChainHigh }: BulkChain, position: number): number {
  const end = position < 0 ? ownChainLow : ownChainHigh
  return ownChain + Math.abs(position) * (end - ownChain)
}
