/** GeoJSON text → network: every fault and warning at once, and nothing of a file with faults. */

import type { Country, NetworkTables } from '../../dataset/dataset.js'
import { nearestNames } from '../../dataset/nearest.js'
import { sortedBy } from '../../dataset/reading/assemble-economy.js'
import { type Issue, KeruenError } from '../../errors.js'
import { applyRules } from './check-network.js'
import { type FindingList, findingList, type NetworkFindings } from './findings.js'
import { COLLECTION_MEMBERS, NETWORK_FORMAT } from './format.js'
import { type Position, turned } from './line-geometry.js'
import { parseJson } from './parse-json.js'
import { type ReadRows, readRows } from './read-features.js'
import { describeJson, isObject, type Strangers, warnOfStrangers } from './record-shape.js'

export interface ReadNetworkOptions {
  /** Name that issues carry. */
  readonly file?: string
  /** Known countries; left out: any code of three letters is taken. */
  readonly countries?: readonly Country[]
}

/** What was found, and the network where there was no fault. */
export interface NetworkReading extends NetworkFindings {
  readonly network?: NetworkTables
}

/**
 * The network that a GeoJSON text holds (`docs/network-format.md`), records sorted by id as in a dataset.
 *
 * @throws KeruenError input: every fault that `checkNetworkGeojson` finds.
 */
export function readNetworkGeojson(text: string, options: ReadNetworkOptions = {}): NetworkTables {
  const { network, faults } = checkNetworkGeojson(text, options)
  if (network === undefined) throw new KeruenError('input', faults)
  return network
}

/**
 * Faults and warnings of a network file, each with the feature and the field; never throws on a bad file.
 *
 * A text that is no JSON, no collection or of another version is that one fault alone.
 */
export function checkNetworkGeojson(
  text: string,
  { file, countries }: ReadNetworkOptions = {},
): NetworkReading {
  const found = findingList(file)
  const { value, issue } = parseJson(text, file)
  const fatal = issue ?? collectionFault(value, file)
  if (fatal !== undefined) return { faults: [fatal], warnings: [] }
  const strangers: Strangers = new Map()
  const collection = value as Readonly<Record<string, unknown>>
  checkMembers(collection, file, found)
  const rows = readRows(collection, file, found, strangers)
  const network = sortNetwork(rows.network)
  if (network.places.length === 0 && found.faults.length === 0) {
    found.fault({
      code: 'network.empty',
      at: { ...(file === undefined ? {} : { file }), field: 'features' },
      expected: 'at least one place',
      found: 'none',
    })
  }
  const exchanged = applyRules(
    network,
    { locate: rows.locate, ...(countries ? { countries } : {}) },
    found,
    rows,
  )
  checkLineEnds(rows, exchanged, found)
  warnOfStrangers(strangers, file, found)
  const { faults, warnings } = found
  return faults.length > 0 ? { faults, warnings } : { network, faults, warnings }
}

/** Why a value is no network of this format at all. */
function collectionFault(value: unknown, file: string | undefined): Issue | undefined {
  const at = (field?: string) => ({
    ...(file === undefined ? {} : { file }),
    ...(field === undefined ? {} : { field }),
  })
  const mend = 'See docs/network-format.md; keruen network export writes an example'
  if (!isObject(value) || value.type !== 'FeatureCollection') {
    return {
      code: 'network.not-a-collection',
      at: at(),
      expected: 'a GeoJSON object of type "FeatureCollection"',
      found:
        isObject(value) && value.type !== undefined
          ? `the type ${describeJson(value.type)}`
          : describeJson(value),
      mend,
    }
  }
  if (!Array.isArray(value.features)) {
    return {
      code: 'network.not-a-collection',
      at: at('features'),
      expected: 'a list of features',
      found: describeJson(value.features),
      mend,
    }
  }
  const version = value.keruenNetwork
  if (version === NETWORK_FORMAT) return undefined
  const isFuture = typeof version === 'number' && Number.isInteger(version) && version > NETWORK_FORMAT
  return version === undefined
    ? {
        code: 'network.not-a-network',
        at: at('keruenNetwork'),
        expected: `"keruenNetwork": ${NETWORK_FORMAT}, the version of the format`,
        found: `a GeoJSON of ${contents(value.features)} without it`,
        mend,
      }
    : {
        code: isFuture ? 'network.future-version' : 'network.unknown-version',
        at: at('keruenNetwork'),
        expected: `format version ${NETWORK_FORMAT}, which this program reads`,
        found: describeJson(version),
        mend: isFuture ? 'Update Keruen to read a newer format' : `Write "keruenNetwork": ${NETWORK_FORMAT}`,
      }
}

/** `12 features, Polygon and Point`. */
function contents(features: readonly unknown[]): string {
  const types = new Set<string>()
  for (const feature of features.slice(0, 1000)) {
    const geometry = isObject(feature) ? feature.geometry : undefined
    if (isObject(geometry) && typeof geometry.type === 'string')
      types.add(geometry.type.replace(/\W.*$/s, '').slice(0, 30))
  }
  const named = [...types].slice(0, 5).join(' and ')
  return `${features.length} ${features.length === 1 ? 'feature' : 'features'}${named === '' ? '' : `, ${named},`}`
}

/** Members that GeoJSON itself or its programs give a collection. */
const COMMON_MEMBERS = [
  'type',
  'bbox',
  'crs',
  'name',
  'id',
  'description',
  'title',
  'xy_coordinate_resolution',
]

function checkMembers(
  collection: Readonly<Record<string, unknown>>,
  file: string | undefined,
  found: FindingList,
): void {
  const absent = COLLECTION_MEMBERS.filter(name => collection[name] === undefined)
  for (const name of Object.keys(collection).slice(0, 100)) {
    if (COMMON_MEMBERS.includes(name) || COLLECTION_MEMBERS.includes(name)) continue
    const [nearest] = nearestNames(name, absent)
    const at = { ...(file === undefined ? {} : { file }), field: name.slice(0, 60) }
    if (nearest === undefined)
      found.warn({ code: 'network.no-effect', at, found: 'a member that is not read' })
    else {
      found.fault({
        code: 'network.unknown-property',
        at,
        expected: `one of ${COLLECTION_MEMBERS.join(', ')}`,
        found: describeJson(name),
        mend: `Write ${nearest}`,
      })
    }
  }
}

/** As the tables of a dataset are sorted, so that the order of features cannot change a result. */
function sortNetwork({
  places,
  links,
  crossings,
  terminals,
  endWaits,
  corridors,
  gateways,
}: ReadRows['network']): NetworkTables {
  return {
    places: sortedBy(places, row => row.id),
    links: sortedBy(links, row => row.id),
    crossings: sortedBy(crossings, row => `${row.placeId} ${row.fromCountry} ${row.toCountry} ${row.mode}`),
    terminals: sortedBy(terminals, row => `${row.placeId} ${row.modeA} ${row.modeB}`),
    // A dataset may do without this table.
    ...(endWaits.length === 0
      ? {}
      : { endWaits: sortedBy(endWaits, row => `${row.placeId} ${row.mode} ${row.end}`) }),
    corridors: sortedBy(corridors, row => row.id),
    gateways: sortedBy(gateways, row => `${row.iso3} ${row.placeId}`),
  }
}

/** Degrees by which a line may miss its place: some ten metres, more than programs round. */
const NEAR = 1e-4

/** @param exchanged places that were named already: their lines say nothing more. */
function checkLineEnds(
  { network, lineEnds, locate }: ReadRows,
  exchanged: ReadonlySet<string>,
  found: FindingList,
): void {
  const places = new Map(network.places.map(place => [place.id, place]))
  for (const link of network.links) {
    const [first, last] = lineEnds.get(link)!
    const [from, to] = [places.get(link.from), places.get(link.to)]
    if (from === undefined || to === undefined || exchanged.has(from.id) || exchanged.has(to.id)) continue
    const meets = (end: Position, place: { longitude: number; latitude: number }) =>
      Math.abs(end[1] - place.latitude) <= NEAR && Math.abs(turned(end[0] - place.longitude)) <= NEAR
    if (meets(first, from) && meets(last, to)) continue
    const isReversed = meets(first, to) && meets(last, from)
    const isExchanged = meets([first[1], first[0]], from) && meets([last[1], last[0]], to)
    found.fault({
      code: 'network.line-ends',
      at: locate('links', link, 'geometry.coordinates'),
      expected: `a line from ${link.from} [${from.longitude}, ${from.latitude}] to ${link.to} [${to.longitude}, ${to.latitude}]`,
      found: `one from [${first.join(', ')}] to [${last.join(', ')}]`,
      mend: isExchanged
        ? 'Write longitude before latitude'
        : isReversed
          ? 'Exchange from and to, or turn the line round'
          : 'Move its ends to the places',
    })
  }
}
