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
  const short: Short[] = []
  /** Links of each place whose length suits its coordinates as they are. */
  const sound = new Map<Place, number>()
  for (const link of network.links) {
    const from = places.get(link.from)
    const to = places.get(link.to)
    if (from === undefined || to === undefined) continue
    const distance = greatCircleKm(from, to)
    if (link.lengthKm < SHORTEST * distance) short.push({ link, ends: [from, to], distance })
    else if (link.lengthKm <= USUAL * distance) {
      for (const place of [from, to]) sound.set(place, (sound.get(place) ?? 0) + 1)
    }
  }
  const { exchanged, unexplained } = explainByExchange(short, sound)
  for (const { link, distance } of unexplained) {
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
    const named = links
      .slice(0, 3)
      .map(({ id }) => id)
      .join(', ')
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

/** A link shorter than the great circle between its ends. */
interface Short {
  readonly link: Link
  readonly ends: readonly [Place, Place]
  readonly distance: number
}

/**
 * Places that explain short links if longitude and latitude were exchanged: those that alone explain the most come
 * first, then both ends of what is left. A place with more links that suit it as it is than it explains is none.
 */
function explainByExchange(
  short: readonly Short[],
  sound: ReadonlyMap<Place, number>,
): {
  readonly exchanged: ReadonlyMap<Place, readonly Link[]>
  readonly unexplained: readonly Short[]
} {
  const alone = new Map<Place, Link[]>()
  for (const { link, ends } of short) {
    for (const place of ends) {
      if (fitsWith([place], ends, link.lengthKm)) alone.set(place, [...(alone.get(place) ?? []), link])
    }
  }
  const exchanged = new Map<Place, Link[]>()
  const explained = new Set<Link>()
  const explain = (place: Place, links: readonly Link[]) => {
    exchanged.set(place, [...(exchanged.get(place) ?? []), ...links])
    for (const link of links) explained.add(link)
  }
  const score = ([place, links]: readonly [Place, readonly Link[]]) => links.length - (sound.get(place) ?? 0)
  for (const entry of [...alone].sort((a, b) => score(b) - score(a))) {
    const left = entry[1].filter(link => !explained.has(link))
    if (left.length > 0 && score(entry) >= 0) explain(entry[0], left)
  }
  for (const { link, ends } of short) {
    if (explained.has(link) || !fitsWith(ends, ends, link.lengthKm)) continue
    for (const place of ends) explain(place, [link])
  }
  return { exchanged, unexplained: short.filter(({ link }) => !explained.has(link)) }
}

/** Whether a length suits its ends once the coordinates of the suspects are exchanged. */
function fitsWith(suspects: readonly Place[], ends: readonly [Place, Place], lengthKm: number): boolean {
  if (suspects.some(({ longitude }) => Math.abs(longitude) > 90)) return false
  const [from, to] = ends.map(place =>
    suspects.includes(place) ? { longitude: place.latitude, latitude: place.longitude } : place,
  ) as [GlobePoint, GlobePoint]
  const distance = greatCircleKm(from, to)
  return lengthKm >= SHORTEST * distance && lengthKm <= USUAL * distance
}
