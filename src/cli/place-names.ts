/** What a person writes for a place or a country → its id; names in any case, with or without accents. */
import { type Country, type Issue, KeruenError, type NetworkTables, nearestNames } from '../index.js'

/** A place, and the country it stands for where a country was written. */
export interface NamedPlace {
  readonly id: string
  readonly name: string
  /** alpha-3, where a country was written: the place is its largest gateway. */
  readonly gatewayOf?: string
}

/** A place or country that is not to be passed. */
export type Avoided =
  | { readonly kind: 'place'; readonly id: string }
  | { readonly kind: 'country'; readonly iso3: string }

/**
 * The place of that id or name; for a country its gateway with the largest share.
 *
 * @throws KeruenError usage `route.unknown-place` with the nearest names, `route.ambiguous-place` with the ids.
 */
export function findPlace(
  network: NetworkTables,
  countries: readonly Country[],
  written: string,
  field: string,
): NamedPlace {
  const places = placesNamed(network, written)
  if (places.length === 1) return { id: places[0]!.id, name: places[0]!.name }
  if (places.length > 1) throw ambiguous(written, field, places)
  const iso3 = countryNamed(countries, written)
  const gateway = largestGateway(network, iso3)
  if (iso3 !== undefined && gateway !== undefined) {
    const place = network.places.find(({ id }) => id === gateway)!
    return { id: place.id, name: place.name, gatewayOf: iso3 }
  }
  throw unknown(network, countries, written, field)
}

/** @throws KeruenError usage `route.unknown-place`, `route.ambiguous-place`. */
export function findAvoided(
  network: NetworkTables,
  countries: readonly Country[],
  written: string,
  field: string,
): Avoided {
  const places = placesNamed(network, written)
  if (places.length === 1) return { kind: 'place', id: places[0]!.id }
  if (places.length > 1) throw ambiguous(written, field, places)
  const iso3 = countryNamed(countries, written)
  if (iso3 !== undefined) return { kind: 'country', iso3 }
  throw unknown(network, countries, written, field)
}

function placesNamed({ places }: NetworkTables, written: string): NetworkTables['places'] {
  const byId = places.filter(({ id }) => id === written)
  if (byId.length > 0) return byId
  const wanted = folded(written)
  return places.filter(({ id, name }) => folded(name) === wanted || folded(id) === wanted)
}

function countryNamed(countries: readonly Country[], written: string): string | undefined {
  const wanted = folded(written)
  return countries.find(({ iso3, names }) =>
    [iso3, ...Object.values(names)].some(name => folded(name) === wanted),
  )?.iso3
}

function largestGateway({ gateways }: NetworkTables, iso3: string | undefined): string | undefined {
  const own = gateways.filter(gateway => gateway.iso3 === iso3)
  if (own.length === 0) return undefined
  return own.reduce((largest, gateway) => (gateway.share > largest.share ? gateway : largest)).placeId
}

function ambiguous(written: string, field: string, places: NetworkTables['places']): KeruenError {
  return new KeruenError('usage', {
    code: 'route.ambiguous-place',
    at: { field },
    expected: 'one place',
    found: `"${written}", the name of ${places.length}`,
    mend: `Write the id: ${places.map(({ id }) => id).join(' or ')}`,
  })
}

function unknown(
  { places }: NetworkTables,
  countries: readonly Country[],
  written: string,
  field: string,
): KeruenError {
  const nearest = nearestNames(written, [
    ...places.map(({ id, name }) => ({ id, label: name })),
    ...countries.map(({ iso3, names }) => ({ id: iso3, label: names.en })),
  ])
  const issue: Issue = {
    code: 'route.unknown-place',
    at: { field },
    expected: 'a place of the network by its id or name, or a country',
    found: `"${written}"`,
    mend:
      nearest.length === 0
        ? 'keruen network export lists every place'
        : `Did you mean ${nearest.join(' or ')}?`,
  }
  return new KeruenError('usage', issue)
}

function folded(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[\s_–—-]+/gu, '-')
}
