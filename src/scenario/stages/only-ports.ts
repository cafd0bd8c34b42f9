/** Ports that stand for all ports of a country, since the network has no other gateway of it at the sea. */
import type { NetworkTables } from '../../dataset/dataset.js'

/**
 * Returns what tells of which economies some places are all ports, in the order of the axis.
 *
 * @param economies alpha-3, the axis of trade.
 */
export function onlyPorts(
  { places, gateways }: Pick<NetworkTables, 'places' | 'gateways'>,
  economies: readonly string[],
): (placeIds: ReadonlySet<string>) => string[] {
  const ports = new Set(places.flatMap(({ id, kind }) => (kind === 'port' ? [id] : [])))
  const portsOf = economies.map(iso3 =>
    gateways.flatMap(gate => (gate.iso3 === iso3 && ports.has(gate.placeId) ? [gate.placeId] : [])),
  )
  return placeIds =>
    economies.filter((_, i) => portsOf[i].length > 0 && portsOf[i].every(id => placeIds.has(id)))
}
