/** Lengths held against great circles: no way is shorter; where longitude and latitude were exchanged, it shows here. */
import type { Link, NetworkTables, Place } from '../../dataset/dataset.js'
import { type GlobePoint, greatCircleKm } from '../../numeric/great-circle.js'
import type { FindingList, Locate } from './findings.js'

/** A length below this part of the great circle is a fault: the earth's flattening and rounding explain no more. */
const SHORTEST = 0.98

/** A length up to so many times the great circle is taken as a sign that the coordinates are right. */
const USUAL = 3

/**
 * Adds a fault for every link that is too short, and for every place whose exchanged coordinates would mend one.
 *
 * @returns ids of those places.
 */
export function checkLengths(
  network: NetworkTables,
  places: ReadonlyMap<string, Place>,
  locate: Locate,
  found: FindingList,
): ReadonlySet<string> {
  const exchanged = new Map<Place, Link[]>()
  for (const link of network.links) {
    const from = places.get(link.from)
    const to = places.get(link.to)
    if (from === undefined || to === undefined) continue
    const distance = greatCircleKm(from, to)
    if (link.lengthKm >= SHORTEST * distance) continue
    const suspects = exchangedEnds(from, to, link.lengthKm)
    for (const place of suspects) exchanged.set(place, [...(exchanged.get(place) ?? []), link].slice(0, 3))
    if (suspects.length > 0) continue
    found.fault({
      code: 'network.shorter-than-great-circle',
      at: locate('links', link, 'lengthKm'),
      expected: `at least the great circle from ${link.from} to ${link.to}, ${distance.toFixed(1)} km`,
      found: `${link.lengthKm} km`,
      mend: 'Correct the length, or the coordinates of the places',
    })
  }
  for (const [place, links] of exchanged) {
    const { longitude, latitude } = place
    const named = links.map(({ id }) => id).join(', ')
    found.fault({
      code: 'network.coordinates-swapped',
      at: locate('places', place, 'coordinates'),
      expected: `longitude, then latitude, such that ${named} ${links.length === 1 ? 'is' : 'are'} no shorter than the great circle`,
      found: `[${longitude}, ${latitude}]`,
      mend: `Write [${latitude}, ${longitude}] if that is where ${place.id} lies`,
    })
  }
  return new Set(Array.from(exchanged.keys(), place => place.id))
}

/** Ends with which a length fits when their coordinates are exchanged: one of them, or both; none where it never fits. */
function exchangedEnds(from: Place, to: Place, lengthKm: number): readonly Place[] {
  for (const suspects of [[from], [to], [from, to]]) {
    if (suspects.some(({ longitude }) => Math.abs(longitude) > 90)) continue
    const at = (place: Place): GlobePoint =>
      suspects.includes(place) ? { longitude: place.latitude, latitude: place.longitude } : place
    const distance = greatCircleKm(at(from), at(to))
    if (lengthKm >= SHORTEST * distance && lengthKm <= USUAL * distance) return suspects
  }
  return []
}
