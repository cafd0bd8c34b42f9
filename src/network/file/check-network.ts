/**
 * The rules of a network that no single field can show, the same for a GeoJSON file and for the tables of a dataset.
 *
 * First what each row says of others, then what the map and the borders say, last, where nothing else is wrong,
 * whether every country can be reached.
 */
import type { NetworkRows, NetworkTables } from '../../dataset/dataset.js'
import {
  checkBorders,
  checkCorridors,
  checkGatewayShares,
  checkTerminals,
  warnOfIsolated,
} from './check-coverage.js'
import { checkLengths } from './check-lengths.js'
import { checkReach } from './check-reach.js'
import { checkRows } from './check-rows.js'
import { type CheckOptions, type FindingList, findingList, type NetworkFindings } from './findings.js'

/** What is known of rows that were left out for faults of their own. */
export interface LeftOut {
  readonly incomplete: ReadonlySet<keyof NetworkRows>
  readonly placeIds: ReadonlySet<string>
}

/**
 * Every fault and warning of a network. Faults: nothing may be computed. Warnings: worth a look.
 *
 * O(rows + arcs × countries / 32).
 */
export function checkNetwork(network: NetworkTables, options: CheckOptions): NetworkFindings {
  const found = findingList(undefined)
  applyRules(network, options, found, { incomplete: new Set(), placeIds: new Set() })
  return { faults: found.faults, warnings: found.warnings }
}

/**
 * Adds what `checkNetwork` finds to a list; nothing is said of what a table lacks that is not whole.
 *
 * @returns ids of places whose longitude and latitude seem to be exchanged.
 */
export function applyRules(
  network: NetworkTables,
  options: CheckOptions,
  found: FindingList,
  { incomplete, placeIds }: LeftOut,
): ReadonlySet<string> {
  const { locate } = options
  const known = new Set([...network.places.map(({ id }) => id), ...placeIds])
  const leadOn = network.links.every(({ from, to }) => known.has(from) && known.has(to))
  const has = (...tables: (keyof NetworkRows)[]) =>
    tables.every(table => !incomplete.has(table) && (table !== 'links' || leadOn))
  const places = new Map(network.places.map(place => [place.id, place]))
  checkRows(network, places, known, options, found)
  const exchanged = checkLengths(network, places, locate, found)
  checkBorders(network, places, locate, found, has('places', 'links', 'crossings'))
  if (has('links')) checkTerminals(network, locate, found)
  if (has('links')) checkCorridors(network, places, locate, found)
  if (has('gateways')) checkGatewayShares(network, locate, found)
  if (has('links')) warnOfIsolated(network, locate, found)
  if (found.faults.length === 0) checkReach(network, locate, found)
  return exchanged
}
