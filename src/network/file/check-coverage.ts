/** What a network needs beyond sound rows: crossings at borders, links along corridors, shares that sum to one. */
import type { Corridor, Link, NetworkRows, NetworkTables, Place } from '../../dataset/dataset.js'
import { shown } from '../../dataset/reading/issue-list.js'
import { loadingsOf } from '../elements/loadings.js'
import type { FindingList, Locate } from './findings.js'

/** Rounding of published shares. */
const SHARE_TOLERANCE = 1e-4

/**
 * Adds faults of crossings that the place does not have, and, where every row was read, warns of borders that cannot
 * be passed.
 */
export function checkBorders(
  network: NetworkTables,
  places: ReadonlyMap<string, Place>,
  locate: Locate,
  found: FindingList,
  isComplete: boolean,
): void {
  for (const row of network.crossings) {
    const place = places.get(row.placeId)
    if (place === undefined) continue
    if (place.kind !== 'border') {
      found.fault({
        code: 'network.not-a-border',
        at: locate('crossings', row, 'fromCountry'),
        expected: 'crossings at a place of kind border',
        found: `a place of kind ${place.kind}`,
        mend: 'Write "border" as its kind with both countries, or leave the crossing out',
      })
      continue
    }
    const { country = 'none', country2 = 'none' } = place
    const ends = new Set([row.fromCountry, row.toCountry])
    if (ends.size === 2 && ends.has(country) && ends.has(country2)) continue
    found.fault({
      code: 'network.wrong-countries',
      at: locate('crossings', row, 'fromCountry'),
      expected: `from ${country} to ${country2}, or back`,
      found: `from ${row.fromCountry} to ${row.toCountry}`,
    })
  }
  if (isComplete) warnOfClosedBorders(network, locate, found)
}

/** A border is passed by a row of its own for each mode and direction; without one the way ends there. */
function warnOfClosedBorders(network: NetworkTables, locate: Locate, found: FindingList): void {
  const rows = new Set(
    network.crossings.map(row => `${row.placeId} ${row.mode} ${row.fromCountry}>${row.toCountry}`),
  )
  const withRow = new Set(network.crossings.map(row => row.placeId))
  const sides = new Set(
    network.links.flatMap(({ from, to, mode, country }) =>
      [from, to].map(place => `${place} ${mode} ${country}`),
    ),
  )
  for (const place of network.places) {
    const { id, kind, country, country2 } = place
    if (kind !== 'border') continue
    const warn = (way: string) =>
      found.warn({
        code: 'network.no-crossing',
        at: locate('places', place, 'crossings'),
        expected: `a crossing ${way}`,
        found: 'none, so that nothing passes',
      })
    if (!withRow.has(id)) {
      warn(`between ${country} and ${country2}`)
      continue
    }
    for (const mode of ['rail', 'road'] as const) {
      if (!sides.has(`${id} ${mode} ${country}`) || !sides.has(`${id} ${mode} ${country2}`)) continue
      for (const [a, b] of [
        [country, country2],
        [country2, country],
      ]) {
        if (!rows.has(`${id} ${mode} ${a}>${b}`)) warn(`by ${mode} from ${a} to ${b}`)
      }
    }
  }
}

/** Warns of a change to a mode, or a wait for one, that no link of the place has; lorries load a gateway's trains without one. */
export function checkTerminals(network: NetworkTables, locate: Locate, found: FindingList): void {
  const served = new Set(network.links.flatMap(({ from, to, mode }) => [`${from} ${mode}`, `${to} ${mode}`]))
  const loading = new Set(loadingsOf(network).map(({ terminal }) => terminal))
  network.terminals.forEach((row, at) => {
    for (const mode of new Set([row.modeA, row.modeB])) {
      if (served.has(`${row.placeId} ${mode}`) || (mode === 'road' && loading.has(at))) continue
      found.warn({
        code: 'network.idle-terminal',
        at: locate('terminals', row, mode === row.modeA ? 'modeA' : 'modeB'),
        expected: `a link by ${mode} at ${row.placeId}`,
        found: 'none, so that nobody changes to it',
      })
    }
  })
  for (const row of network.endWaits ?? []) {
    if (served.has(`${row.placeId} ${row.mode}`)) continue
    found.warn({
      code: 'network.idle-wait',
      at: locate('endWaits', row, 'mode'),
      expected: `a link by ${row.mode} at ${row.placeId}`,
      found: 'none, so that nobody waits for it',
    })
  }
}

/** Adds a fault for every two neighbours of a corridor that none of its modes joins. */
export function checkCorridors(
  network: NetworkTables,
  places: ReadonlyMap<string, Place>,
  locate: Locate,
  found: FindingList,
): void {
  const between = linksByEnds(network.links)
  for (const corridor of network.corridors) {
    for (let k = 1; k < corridor.places.length; k++) {
      const [a, b] = [corridor.places[k - 1]!, corridor.places[k]!]
      if (!places.has(a) || !places.has(b)) continue // has been said
      const modes = new Set((between.get(`${a} ${b}`) ?? []).map(({ mode }) => mode))
      if (corridor.modes.some(mode => modes.has(mode))) continue
      found.fault({
        code: 'network.broken-corridor',
        at: locate('corridors', corridor, `places[${k}]`),
        expected: `a link ${modesOf(corridor)} between ${a} and ${b}`,
        found: modes.size === 0 ? 'none' : `one by ${[...modes].join(' and ')} alone`,
      })
    }
  }
}

function linksByEnds(links: readonly Link[]): ReadonlyMap<string, Link[]> {
  const between = new Map<string, Link[]>()
  for (const link of links) {
    for (const key of [`${link.from} ${link.to}`, `${link.to} ${link.from}`]) {
      const list = between.get(key)
      if (list === undefined) between.set(key, [link])
      else list.push(link)
    }
  }
  return between
}

function modesOf({ modes }: Corridor): string {
  return `by ${modes.join(' or ')}`
}

/** Adds a fault for every country whose shares do not sum to one. */
export function checkGatewayShares(network: NetworkTables, locate: Locate, found: FindingList): void {
  const sums = new Map<string, { sum: number; row: NetworkRows['gateways'][number] }>()
  for (const row of network.gateways) {
    sums.set(row.iso3, { sum: (sums.get(row.iso3)?.sum ?? 0) + row.share, row })
  }
  for (const [iso3, { sum, row }] of sums) {
    if (Math.abs(sum - 1) <= SHARE_TOLERANCE) continue
    found.fault({
      code: 'network.share-sum',
      at: locate('gateways', row, 'share'),
      expected: `shares of ${iso3} that sum to one`,
      found: String(sum),
    })
  }
}

/** Warns of places without a link. */
export function warnOfIsolated(network: NetworkTables, locate: Locate, found: FindingList): void {
  const linked = new Set(network.links.flatMap(({ from, to }) => [from, to]))
  for (const place of network.places) {
    if (linked.has(place.id)) continue
    found.warn({
      code: 'network.isolated-place',
      at: locate('places', place, 'id'),
      expected: 'a link from or to it',
      found: `none at ${shown(place.name)}`,
    })
  }
}
