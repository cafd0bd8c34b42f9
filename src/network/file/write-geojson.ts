/** Network → GeoJSON text: one line a feature, numbers as they are, so that reading gives the same records again. */
import type { NetworkTables } from '../../dataset/dataset.js'
import { NETWORK_FORMAT } from './format.js'
import { cutLine } from './line-geometry.js'

export interface WriteNetworkOptions {
  /** Where the network comes from, e.g. id and version of its dataset. */
  readonly dataset?: string
  /** Whom to name where it is shown, as the licences of its sources ask. */
  readonly attribution?: string
}

/**
 * A network as GeoJSON (RFC 7946, WGS 84), in the format of `docs/network-format.md`.
 *
 * Places are points with their crossings and terminals, links are lines: straight unless the link has way-points.
 * A line that crosses the 180th meridian is cut there.
 *
 * @param network every `from`, `to` and `placeId` is a place of it.
 */
export function networkToGeojson(
  network: NetworkTables,
  { dataset, attribution }: WriteNetworkOptions = {},
): string {
  const places = new Map(network.places.map(place => [place.id, place]))
  const crossings = byPlace(network.crossings)
  const terminals = byPlace(network.terminals)
  const endWaits = byPlace(network.endWaits ?? [])
  const features = [
    ...network.places.map(place => {
      const { longitude, latitude, ...properties } = place
      return feature(
        { type: 'Point', coordinates: [longitude, latitude] },
        {
          ...properties,
          ...(crossings.has(place.id) ? { crossings: crossings.get(place.id) } : {}),
          ...(terminals.has(place.id) ? { terminals: terminals.get(place.id) } : {}),
          ...(endWaits.has(place.id) ? { endWaits: endWaits.get(place.id) } : {}),
        },
      )
    }),
    ...network.links.map(({ waypoints = [], ...properties }) => {
      const [from, to] = [places.get(properties.from)!, places.get(properties.to)!]
      return feature(
        cutLine([[from.longitude, from.latitude], ...waypoints, [to.longitude, to.latitude]]),
        properties,
      )
    }),
  ]
  const head = JSON.stringify({
    type: 'FeatureCollection',
    keruenNetwork: NETWORK_FORMAT,
    ...(dataset === undefined ? {} : { dataset }),
    ...(attribution === undefined || attribution === '' ? {} : { attribution }),
  })
  const list = (name: string, rows: readonly unknown[]) =>
    `"${name}":[\n${rows.map(row => JSON.stringify(row)).join(',\n')}\n]`
  return `${head.slice(0, -1)},\n${[
    list('corridors', network.corridors),
    list('gateways', network.gateways),
    `"features":[\n${features.join(',\n')}\n]`,
  ].join(',\n')}}\n`
}

/** Rows of each place, without its id. */
function byPlace<Row extends { readonly placeId: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Omit<Row, 'placeId'>[]> {
  const groups = new Map<string, Omit<Row, 'placeId'>[]>()
  for (const { placeId, ...row } of rows) {
    const group = groups.get(placeId)
    if (group === undefined) groups.set(placeId, [row])
    else group.push(row)
  }
  return groups
}

function feature(geometry: object, properties: object): string {
  return JSON.stringify({ type: 'Feature', geometry, properties })
}
