/**
 * The choice set: for every ordered pair of gateways the routes that cargo chooses among, found once for a network.
 *
 * Types, and how it is laid out: routes of pair p are routeStart[p] … routeStart[p + 1] − 1, elements of route r are
 * elements[elementStart[r] … elementStart[r + 1] − 1] in order of travel.
 */
import type { AvoidanceRule, NetworkTables } from '../../dataset/dataset.js'
import { canonicalHash } from '../elements/canonical-hash.js'

export interface ChoiceSet {
  /** Place ids, sorted; the axis of the pairs. */
  readonly gateways: readonly string[]
  /** Gateway index of each pair's two ends. */
  readonly pairOrigin: Uint16Array
  readonly pairDestination: Uint16Array
  readonly routeStart: Uint32Array
  readonly elementStart: Uint32Array
  readonly elements: Uint16Array
  /** Path-size factor of each route, in (0, 1]; held fixed whatever a measure does. */
  readonly overlap: Float64Array
  /** 1 where more than half of the way is by sea: those routes share the sea nest. */
  readonly maritime: Uint8Array
  /** Modes besides lorry and ferry, and closed borders, that a route uses; see `modesUsed`. */
  readonly modes: Uint8Array
  /** 1 for routes that only a closing brings into use, see `withDetours`; absent where there are none. */
  readonly detour?: Uint8Array
  /** Hash of the topology and values it was found on, see `networkHash`. */
  readonly networkHash: string
}

/** Identifies the network a choice set belongs to: every value that its building reads. */
export function networkHash(
  network: NetworkTables,
  economies: readonly string[],
  territories: readonly (readonly string[])[],
): string {
  const links = network.links.map(l => [
    l.id,
    l.from,
    l.to,
    l.mode,
    l.country ?? '',
    l.lengthKm,
    l.speedKmh,
    l.costUsdPerTeuKm,
    l.lumpUsd ?? '',
    l.status,
  ])
  const crossings = network.crossings.map(c => [
    c.placeId,
    c.fromCountry,
    c.toCountry,
    c.mode,
    c.hours,
    c.feeUsd,
    c.status,
    c.transitClosed === true,
  ])
  const terminals = network.terminals.map(t => [t.placeId, t.modeA, t.modeB, t.hours, t.usdPerTeu, t.status])
  const places = network.places.map(p => [p.id, p.country ?? '', p.country2 ?? '', p.kind])
  const gateways = network.gateways.map(g => [g.iso3, g.placeId])
  const outlets = (network.bulkChains ?? []).flatMap(({ outlet, exporters }) =>
    outlet === undefined ? [] : [[outlet, exporters]],
  )
  const bound = network.modalRules?.map(rule => [
    rule.endsA,
    rule.endsB,
    rule.precision,
    rule.lorryHigh > 0,
    rule.noTrain > 0,
    rule.noTransit > 0,
  ])
  return canonicalHash([
    CHOICE_SET_VERSION,
    places,
    links,
    crossings,
    terminals,
    gateways,
    economies,
    territories,
    bound ?? [],
    outlets,
  ])
}

/** Raised whenever building changes what it finds. */
export const CHOICE_SET_VERSION = 18

/** Sets of countries that some cargo avoids in a dataset's rules, each once, in the order of the rules. */
export function avoidedTerritories(
  rules: readonly Pick<AvoidanceRule, 'territory'>[],
): (readonly string[])[] {
  return [...new Map(rules.map(({ territory }) => [territory.join(), territory])).values()]
}

/** Returns what finds a pair of gateways: the index of a gateway, and of the pair of two; −1 where there is none. */
export function gatewayPairs({
  gateways,
  pairOrigin,
  pairDestination,
}: Pick<ChoiceSet, 'gateways' | 'pairOrigin' | 'pairDestination'>) {
  const at = new Map(gateways.map((id, k) => [id, k]))
  const size = gateways.length
  const pairAt = new Int32Array(size * size).fill(-1)
  pairOrigin.forEach((origin, pair) => {
    pairAt[origin * size + pairDestination[pair]] = pair
  })
  return {
    indexOf: (id: string): number => at.get(id) ?? -1,
    pairOf: (from: number, to: number): number =>
      from < 0 || to < 0 || from === to ? -1 : pairAt[from * size + to],
  }
}

/** Of the pair that has most: room enough for any. */
export function mostRoutes({ routeStart }: ChoiceSet): number {
  let most = 1
  for (let p = 0; p + 1 < routeStart.length; p++) most = Math.max(most, routeStart[p + 1] - routeStart[p])
  return most
}
