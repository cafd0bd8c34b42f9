/** Ids that occur twice, names that point nowhere, ranges out of order, countries that a row needs. */
import type { NetworkRows, NetworkTables, Place } from '../../dataset/dataset.js'
import { shown } from '../../dataset/reading/issue-list.js'
import type { CheckOptions, FindingList, Locate, NetworkRow } from './findings.js'

/** Adds the faults of single rows, and of two rows under one name. */
export function checkRows(
  network: NetworkTables,
  places: ReadonlyMap<string, Place>,
  placeIds: ReadonlySet<string>,
  { locate, countries }: CheckOptions,
  found: FindingList,
): void {
  checkKeys(network, locate, found)
  checkPlaceNames(network, placeIds, locate, found)
  checkRanges(network, locate, found)
  checkPlaceCountries(network, locate, found)
  checkLinks(network, places, locate, found)
  if (countries === undefined) return
  const known = new Set(countries.map(({ iso3 }) => iso3))
  const candidates = countries.map(({ iso3, names }) => ({ id: iso3, label: names.en }))
  for (const [table, field, row, code] of mentionedCountries(network)) {
    if (code === undefined || known.has(code)) continue
    found.fault({
      code: 'network.unknown-country',
      at: locate(table, row, field),
      expected: 'the code of a country (ISO 3166-1 alpha-3)',
      found: shown(code),
      ...found.suggest(code, candidates),
    })
  }
}

type Mention = readonly [keyof NetworkRows, string, NetworkRow, string | undefined]

function* mentionedCountries(network: NetworkTables): Generator<Mention> {
  for (const row of network.places) {
    yield ['places', 'country', row, row.country]
    yield ['places', 'country2', row, row.country2]
  }
  for (const row of network.links) yield ['links', 'country', row, row.country]
  for (const row of network.crossings) {
    yield ['crossings', 'fromCountry', row, row.fromCountry]
    yield ['crossings', 'toCountry', row, row.toCountry]
  }
  for (const row of network.gateways) yield ['gateways', 'iso3', row, row.iso3]
}

function checkKeys(network: NetworkTables, locate: Locate, found: FindingList): void {
  const once = <Row extends NetworkRow>(
    table: keyof NetworkRows,
    rows: readonly Row[],
    field: string,
    keyOf: (row: Row) => string,
    what: string,
  ) => {
    const first = new Map<string, Row>()
    for (const row of rows) {
      const key = keyOf(row)
      const earlier = first.get(key)
      if (earlier === undefined) {
        first.set(key, row)
        continue
      }
      const { field: where = '', line } = locate(table, earlier, '')
      found.fault({
        code: 'network.duplicate',
        at: locate(table, row, field),
        expected: `${what} ${key} once`,
        found: `it twice, first in ${line === undefined ? where : `line ${line}`}`,
        mend: 'Keep one of them, or give one another name',
      })
    }
  }
  once('places', network.places, 'id', row => row.id, 'the place')
  once('links', network.links, 'id', row => row.id, 'the link')
  once(
    'crossings',
    network.crossings,
    'mode',
    row => `${row.placeId} ${row.mode} ${row.fromCountry}>${row.toCountry}`,
    'the crossing',
  )
  // Either way round is the same change of mode.
  once(
    'terminals',
    network.terminals,
    'modeA',
    row => `${row.placeId} ${[row.modeA, row.modeB].sort().join('/')}`,
    'the terminal',
  )
  once('endWaits', network.endWaits ?? [], 'end', row => `${row.placeId} ${row.mode} ${row.end}`, 'the wait')
  once('corridors', network.corridors, 'id', row => row.id, 'the corridor')
  once('gateways', network.gateways, 'placeId', row => `${row.iso3} ${row.placeId}`, 'the gateway')
}

function checkPlaceNames(
  network: NetworkTables,
  placeIds: ReadonlySet<string>,
  locate: Locate,
  found: FindingList,
): void {
  let candidates: string[] | undefined
  const look = (table: keyof NetworkRows, row: NetworkRow, field: string, id: string) => {
    if (placeIds.has(id)) return
    candidates ??= [...placeIds]
    found.fault({
      code: 'network.unknown-place',
      at: locate(table, row, field),
      expected: 'the id of a place',
      found: shown(id),
      ...found.suggest(id, candidates),
    })
  }
  for (const row of network.links) {
    look('links', row, 'from', row.from)
    look('links', row, 'to', row.to)
  }
  for (const row of network.corridors) {
    row.places.forEach((id, k) => {
      look('corridors', row, `places[${k}]`, id)
    })
  }
  for (const row of network.gateways) look('gateways', row, 'placeId', row.placeId)
}

function checkRanges(network: NetworkTables, locate: Locate, found: FindingList): void {
  for (const table of ['crossings', 'terminals', 'endWaits'] as const) {
    for (const row of network[table] ?? []) {
      const { hoursLow, hours, hoursHigh } = row
      if (hoursLow <= hours && hours <= hoursHigh) continue
      found.fault({
        code: 'network.range-out-of-order',
        at: locate(table, row, 'hours'),
        expected: 'hoursLow ≤ hours ≤ hoursHigh',
        found: `${hoursLow}, ${hours}, ${hoursHigh}`,
      })
    }
  }
}

function checkPlaceCountries(network: NetworkTables, locate: Locate, found: FindingList): void {
  for (const place of network.places) {
    const { kind, country, country2 } = place
    if (kind !== 'strait' && country === undefined) {
      found.fault({
        code: 'network.missing-country',
        at: locate('places', place, 'country'),
        expected: `the country of a place of kind ${kind}`,
        found: 'none',
      })
    }
    if (kind === 'border' && (country2 === undefined || country2 === country)) {
      found.fault({
        code: 'network.missing-country',
        at: locate('places', place, 'country2'),
        expected: 'the second country of a border place',
        found: country2 === undefined ? 'none' : `${shown(country2)}, which is the first`,
      })
    }
    if (kind !== 'border' && country2 !== undefined) {
      found.fault({
        code: 'network.not-a-border',
        at: locate('places', place, 'country2'),
        expected: `one country, as the place is of kind ${kind}`,
        found: `a second one, ${shown(country2)}`,
        mend: 'Write "border" as its kind, or leave country2 out',
      })
    }
  }
}

function checkLinks(
  network: NetworkTables,
  places: ReadonlyMap<string, Place>,
  locate: Locate,
  found: FindingList,
): void {
  for (const link of network.links) {
    const { from, to, mode, country } = link
    if (from === to) {
      found.fault({
        code: 'network.loop',
        at: locate('links', link, 'to'),
        expected: 'another place than from',
        found: shown(to),
      })
    }
    if (mode !== 'rail' && mode !== 'road') continue
    if (country === undefined) {
      found.fault({
        code: 'network.missing-country',
        at: locate('links', link, 'country'),
        expected: `the country in which a ${mode} link lies`,
        found: 'none',
        mend: 'A link across a border is two links that meet at a border place',
      })
      continue
    }
    for (const id of new Set([from, to])) {
      const place = places.get(id)
      if (place === undefined || place.country === country || place.country2 === country) continue
      if (place.country === undefined || (place.kind === 'border' && place.country2 === undefined)) continue // has been said
      if (place.kind !== 'border') {
        found.warn({
          code: 'network.border-skipped',
          at: locate('links', link, 'country'),
          expected: `a link in ${place.country}, where ${id} lies`,
          found: `${shown(country)}, so that the border costs neither time nor money`,
          mend: 'Let two links meet at a border place',
        })
        continue
      }
      found.fault({
        code: 'network.wrong-countries',
        at: locate('links', link, 'country'),
        expected: `a country that meets at ${id}: ${place.country} or ${place.country2}`,
        found: shown(country),
      })
    }
  }
}
