/** `network.geojson`: links as lines between their places, places as points with their waits, before and after. */
import type { Dataset, Link, Place } from '../dataset/dataset.js'
import type { Result, WaitResult } from '../scenario/result/result.js'
import { exactNumber } from './csv.js'

type Property = string | number | boolean | null | readonly Property[] | { readonly [key: string]: Property }

/** WGS 84, longitude before latitude, as RFC 7946 says. Lines go by way-points for orientation, not by surveyed tracks. */
export function networkGeojson(result: Result, dataset: Dataset): string {
  const places = new Map(dataset.network.places.map(place => [place.id, place]))
  const links = new Map(result.links.map(link => [link.id, link]))
  const waits = new Map<string, WaitResult[]>()
  for (const wait of result.waits) waits.set(wait.placeId, [...(waits.get(wait.placeId) ?? []), wait])
  const features: string[] = []
  for (const link of dataset.network.links) {
    const from = places.get(link.from)
    const to = places.get(link.to)
    if (from === undefined || to === undefined) continue
    const computed = links.get(link.id)
    features.push(
      feature(link.id, lineOf(link, from, to), {
        kind: 'link',
        mode: link.mode,
        from: link.from,
        to: link.to,
        country: link.country ?? null,
        lengthKm: link.lengthKm,
        status: link.status,
        openBefore: computed?.open.before ?? link.status === 'open',
        openAfter: computed?.open.after ?? link.status === 'open',
        teuBefore: computed?.teu.before ?? 0,
        teuAfter: computed?.teu.after ?? 0,
        quality: link.quality,
        source: link.source,
      }),
    )
  }
  for (const place of dataset.network.places) {
    const geometry = { type: 'Point', coordinates: [place.longitude, place.latitude] }
    features.push(
      feature(place.id, geometry, {
        kind: place.kind,
        name: place.name,
        country: place.country ?? null,
        country2: place.country2 ?? null,
        waits: (waits.get(place.id) ?? []).map(wait => ({
          kind: wait.kind,
          label: wait.label,
          hoursBefore: wait.hours.before,
          hoursAfter: wait.hours.after,
          teuBefore: wait.teu.before,
          teuAfter: wait.teu.after,
          quality: wait.quality,
        })),
        quality: place.quality,
        source: place.source,
      }),
    )
  }
  const head = json({
    keruenResult: result.keruenResult,
    hash: result.hash,
    attribution: attribution(dataset),
  })
  return `{"type":"FeatureCollection",${head.slice(1, -1)},"features":[\n${features.join(',\n')}\n]}\n`
}

/** Cut where it crosses the antimeridian (RFC 7946, section 3.1.9). */
function lineOf(link: Link, from: Place, to: Place): { readonly [key: string]: Property } {
  const parts: [number, number][][] = [[[from.longitude, from.latitude]]]
  for (const [x, y] of [...(link.waypoints ?? []), [to.longitude, to.latitude] as const]) {
    const part = parts[parts.length - 1]!
    const [lastX, lastY] = part[part.length - 1]!
    if (Math.abs(x - lastX) <= 180) {
      part.push([x, y])
      continue
    }
    const edge = lastX > 0 ? 180 : -180
    const share = (edge - lastX) / (x + 2 * edge - lastX)
    const latitude = lastY + share * (y - lastY)
    part.push([edge, latitude])
    parts.push([
      [-edge, latitude],
      [x, y],
    ])
  }
  return parts.length === 1
    ? { type: 'LineString', coordinates: parts[0]! }
    : { type: 'MultiLineString', coordinates: parts }
}

function attribution(dataset: Dataset): string {
  return dataset.sources
    .map(source => source.attribution)
    .filter(text => text !== '')
    .join('; ')
}

function feature(id: string, geometry: Property, properties: { readonly [key: string]: Property }): string {
  return `{"type":"Feature","id":${JSON.stringify(id)},"geometry":${json(geometry)},"properties":${json(properties)}}`
}

function json(value: Property): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'number' ? Number(exactNumber(inner)) : inner,
  )
}
