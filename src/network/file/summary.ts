/** What a network holds, in counts, and which of its links go a long way round. */
import {
  type LinkStatus,
  type Mode,
  type NetworkRows,
  type NetworkTables,
  QUALITIES,
  type Quality,
} from '../../dataset/dataset.js'
import { greatCircleKm } from '../../numeric/great-circle.js'
import { MODES } from './format.js'

/** Links longer than so many great circles are listed: a mountain road, or a slip. */
const LONG = 1.5

type Count<Name extends string> = Readonly<Partial<Record<Name, number>>>

export interface NetworkSummary {
  readonly places: { readonly total: number; readonly byKind: Count<string> }
  readonly links: {
    readonly total: number
    readonly byMode: readonly (Readonly<Record<LinkStatus, number>> & {
      readonly mode: Mode
      readonly total: number
      /** Sum of lengths. */
      readonly km: number
    })[]
    readonly withWaypoints: number
    readonly withCapacity: number
  }
  readonly crossings: {
    readonly total: number
    readonly byMode: Count<Mode>
    readonly byStatus: Count<LinkStatus>
    readonly withCapacity: number
  }
  readonly terminals: { readonly total: number; readonly byStatus: Count<LinkStatus> }
  readonly endWaits: { readonly total: number }
  readonly corridors: { readonly total: number; readonly byStatus: Count<LinkStatus> }
  readonly gateways: { readonly total: number; readonly countries: number }
  /** Rows of each quality, by table. */
  readonly quality: Readonly<Record<keyof NetworkRows, Readonly<Record<Quality, number>>>>
  /** Links above 1.5 × the great circle, the most roundabout first. */
  readonly longLinks: readonly {
    readonly id: string
    readonly mode: Mode
    readonly lengthKm: number
    readonly greatCircleKm: number
    readonly ratio: number
    readonly lengthQuality: string
  }[]
}

/** Counts a network's rows. O(rows). */
export function summariseNetwork(network: NetworkTables): NetworkSummary {
  const { places, links, crossings, terminals, endWaits = [], corridors, gateways } = network
  const statuses = (rows: readonly { readonly status: LinkStatus }[]) => countBy(rows, row => row.status)
  return {
    places: { total: places.length, byKind: countBy(places, row => row.kind) },
    links: {
      total: links.length,
      byMode: MODES.flatMap(mode => {
        const own = links.filter(link => link.mode === mode)
        if (own.length === 0) return []
        const { open = 0, planned = 0, suspended = 0 } = statuses(own)
        const km = own.reduce((sum, link) => sum + link.lengthKm, 0)
        return [{ mode, total: own.length, open, planned, suspended, km }]
      }),
      withWaypoints: links.filter(link => link.waypoints !== undefined).length,
      withCapacity: links.filter(link => link.capacityKteu !== undefined).length,
    },
    crossings: {
      total: crossings.length,
      byMode: countBy(crossings, row => row.mode),
      byStatus: statuses(crossings),
      withCapacity: crossings.filter(row => row.capacityKteu !== undefined).length,
    },
    terminals: { total: terminals.length, byStatus: statuses(terminals) },
    endWaits: { total: endWaits.length },
    corridors: { total: corridors.length, byStatus: statuses(corridors) },
    gateways: { total: gateways.length, countries: new Set(gateways.map(row => row.iso3)).size },
    quality: {
      places: qualities(places),
      links: qualities(links),
      crossings: qualities(crossings),
      terminals: qualities(terminals),
      endWaits: qualities(endWaits),
      corridors: qualities(corridors),
      gateways: qualities(gateways),
    },
    longLinks: longLinks(network),
  }
}

function countBy<Row, Name extends string>(
  rows: readonly Row[],
  nameOf: (row: Row) => Name,
): Partial<Record<Name, number>> {
  const counts: Partial<Record<Name, number>> = {}
  for (const row of rows) counts[nameOf(row)] = (counts[nameOf(row)] ?? 0) + 1
  return counts
}

function qualities(rows: readonly { readonly quality: Quality }[]): Record<Quality, number> {
  const counts = countBy(rows, row => row.quality)
  return Object.fromEntries(QUALITIES.map(quality => [quality, counts[quality] ?? 0])) as Record<
    Quality,
    number
  >
}

function longLinks({ places, links }: NetworkTables): NetworkSummary['longLinks'] {
  const placeOf = new Map(places.map(place => [place.id, place]))
  return links
    .flatMap(({ id, from, to, mode, lengthKm, lengthQuality }) => {
      // Places are given to a hundredth of a degree, so that nothing is said of less than a kilometre.
      const distance = Math.max(1, greatCircleKm(placeOf.get(from)!, placeOf.get(to)!))
      return lengthKm > LONG * distance
        ? [{ id, mode, lengthKm, greatCircleKm: distance, ratio: lengthKm / distance, lengthQuality }]
        : []
    })
    .sort((a, b) => b.ratio - a.ratio || (a.id < b.id ? -1 : 1))
}
