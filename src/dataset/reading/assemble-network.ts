/** Turns checked tables of the network into its records, sorted by id. */

import type {
  Corridor,
  Country,
  Crossing,
  EndWait,
  FreightMarket,
  Gateway,
  Link,
  LinkStatus,
  Mode,
  NetworkRange,
  NetworkTables,
  Place,
  Quality,
  Terminal,
} from '../dataset.js'
import { listOf, records, sortedBy, withNote } from './assemble-economy.js'
import { assembleBulkChains, assembleModalRules } from './assemble-modal-rules.js'
import type { Table } from './read-table.js'

/**
 * @param table gives the table of a name.
 * @param optional gives a table that a package may do without.
 */
export function assembleNetwork(
  table: (name: string) => Table,
  optional: (name: string) => Table | undefined,
  countries: readonly Country[],
): NetworkTables {
  const endWaits = optional('network-end-waits')
  const modes = optional('network-modes')
  const bulk = optional('network-bulk')
  return {
    places: assemblePlaces(table('network-places')),
    links: assembleLinks(table('network-links')),
    crossings: assembleCrossings(table('network-crossings')),
    terminals: assembleTerminals(table('network-terminals')),
    ...(endWaits === undefined ? {} : { endWaits: assembleEndWaits(endWaits) }),
    corridors: assembleCorridors(table('network-corridors')),
    gateways: assembleGateways(table('network-gateways')),
    ...(modes === undefined ? {} : { modalRules: assembleModalRules(modes, countries) }),
    ...(bulk === undefined ? {} : { bulkChains: assembleBulkChains(bulk, countries) }),
  }
}

function assemblePlaces(table: Table): Place[] {
  const [id, name, country, country2, kind] = ['id', 'name', 'country', 'country2', 'kind'].map(table.text)
  const [quality, source] = ['quality', 'source'].map(table.text)
  const longitude = table.numbers('longitude')
  const latitude = table.numbers('latitude')
  return sortedBy(
    records(table, k => ({
      id: id![k]!,
      name: name![k]!,
      ...(country![k] === '' ? {} : { country: country![k]! }),
      ...(country2![k] === '' ? {} : { country2: country2![k]! }),
      longitude: longitude[k]!,
      latitude: latitude[k]!,
      kind: kind![k] as Place['kind'],
      quality: quality![k] as Quality,
      source: source![k]!,
    })),
    place => place.id,
  )
}

function assembleLinks(table: Table): Link[] {
  const [id, from, to, mode, country, status] = ['id', 'from', 'to', 'mode', 'country', 'status'].map(
    table.text,
  )
  const [lengthQuality, quality, source] = ['length_quality', 'quality', 'source'].map(table.text)
  const waypoints = table.text('waypoints')
  const capacityQuality = table.text('capacity_quality')
  const length = table.numbers('length_km')
  const speed = table.numbers('speed_kmh')
  const cost = table.numbers('cost_usd_per_teu_km')
  const lump = table.numbers('lump_usd')
  const capacity = table.numbers('capacity_kteu')
  return sortedBy(
    records(table, k => ({
      id: id![k]!,
      from: from![k]!,
      to: to![k]!,
      mode: mode![k] as Mode,
      ...(country![k] === '' ? {} : { country: country![k]! }),
      lengthKm: length[k]!,
      speedKmh: speed[k]!,
      // a link with a lump sum may leave the rate empty: it then costs nothing more by the kilometre
      costUsdPerTeuKm: Number.isNaN(cost[k]) ? 0 : cost[k]!,
      ...(Number.isNaN(lump[k]) ? {} : { lumpUsd: lump[k]! }),
      ...(Number.isNaN(capacity[k]) ? {} : { capacityKteu: capacity[k]! }),
      ...(capacityQuality[k] === '' ? {} : { capacityQuality: capacityQuality[k] as Quality }),
      status: status![k] as LinkStatus,
      quality: quality![k] as Quality,
      lengthQuality: lengthQuality![k]!,
      ...(waypoints[k] ? { waypoints: readWaypoints(waypoints[k]!) } : {}),
      source: source![k]!,
    })),
    link => link.id,
  )
}

/** The cell has been checked against its pattern. */
function readWaypoints(cell: string): [number, number][] {
  return cell.split(';').map(point => {
    const [longitude, latitude] = point.split(' ').map(Number)
    return [longitude!, latitude!]
  })
}

function assembleCrossings(table: Table): Crossing[] {
  const [placeId, from, to, mode] = ['place_id', 'from_country', 'to_country', 'mode'].map(table.text)
  const [status, quality, capacityQuality, source] = ['status', 'quality', 'capacity_quality', 'source'].map(
    table.text,
  )
  const [hours, low, high, fee, gauge, closed] = [
    'hours',
    'hours_low',
    'hours_high',
    'fee_usd',
    'gauge_change',
    'transit_closed',
  ].map(table.numbers)
  const [capacity, used] = ['capacity_kteu', 'capacity_used'].map(table.numbers)
  return sortedBy(
    records(table, k => ({
      placeId: placeId![k]!,
      fromCountry: from![k]!,
      toCountry: to![k]!,
      mode: mode![k] as Crossing['mode'],
      hours: hours![k]!,
      hoursLow: low![k]!,
      hoursHigh: high![k]!,
      feeUsd: fee![k]!,
      gaugeChange: gauge![k] === 1,
      ...(closed![k] === 1 && { transitClosed: true }),
      ...(Number.isNaN(capacity![k]) ? {} : { capacityKteu: capacity![k]! }),
      ...(Number.isNaN(used![k]) ? {} : { capacityUsed: used![k]! }),
      ...(capacityQuality![k] === '' ? {} : { capacityQuality: capacityQuality![k] as Quality }),
      status: status![k] as LinkStatus,
      quality: quality![k] as Quality,
      source: source![k]!,
    })),
    row => `${row.placeId} ${row.fromCountry} ${row.toCountry} ${row.mode}`,
  )
}

function assembleTerminals(table: Table): Terminal[] {
  const [placeId, modeA, modeB] = ['place_id', 'mode_a', 'mode_b'].map(table.text)
  const [status, quality, source] = ['status', 'quality', 'source'].map(table.text)
  const [hours, low, high, usd] = ['hours', 'hours_low', 'hours_high', 'usd_per_teu'].map(table.numbers)
  return sortedBy(
    records(table, k => ({
      placeId: placeId![k]!,
      modeA: modeA![k] as Mode,
      modeB: modeB![k] as Mode,
      hours: hours![k]!,
      hoursLow: low![k]!,
      hoursHigh: high![k]!,
      usdPerTeu: usd![k]!,
      status: status![k] as LinkStatus,
      quality: quality![k] as Quality,
      source: source![k]!,
    })),
    row => `${row.placeId} ${row.modeA} ${row.modeB}`,
  )
}

function assembleEndWaits(table: Table): EndWait[] {
  const [placeId, mode, end, countsFor] = ['place_id', 'mode', 'end', 'counts_for'].map(table.text)
  const [quality, source] = ['quality', 'source'].map(table.text)
  const [hours, low, high] = ['hours', 'hours_low', 'hours_high'].map(table.numbers)
  return sortedBy(
    records(table, k => ({
      placeId: placeId![k]!,
      mode: mode![k] as Mode,
      end: end![k] as EndWait['end'],
      hours: hours![k]!,
      hoursLow: low![k]!,
      hoursHigh: high![k]!,
      countsFor: countsFor![k]!,
      quality: quality![k] as Quality,
      source: source![k]!,
    })),
    row => `${row.placeId} ${row.mode} ${row.end}`,
  )
}

export function assembleNetworkRanges(table: Table | undefined): NetworkRange[] {
  if (table === undefined) return []
  const [id, quantity, appliesTo, unit, basis] = ['id', 'quantity', 'applies_to', 'unit', 'basis'].map(
    table.text,
  )
  const [quality, source, note] = ['quality', 'source', 'note'].map(table.text)
  const [from, below] = ['own_from', 'own_below'].map(table.numbers)
  const [low, central, high] = ['low', 'central', 'high'].map(table.numbers)
  return sortedBy(
    records(table, k => ({
      id: id![k]!,
      quantity: quantity![k] as NetworkRange['quantity'],
      appliesTo: appliesTo![k]!.split(';'),
      ...(Number.isNaN(from![k]) ? {} : { ownFrom: from![k]! }),
      ...(Number.isNaN(below![k]) ? {} : { ownBelow: below![k]! }),
      unit: unit![k]!,
      low: low![k]!,
      central: central![k]!,
      high: high![k]!,
      basis: basis![k]!,
      quality: quality![k] as Quality,
      source: withNote(source![k]!, note![k]!),
    })),
    row => row.id,
  )
}

export function assembleFreightMarkets(table: Table | undefined): FreightMarket[] {
  if (table === undefined) return []
  const [id, name, mode, borders, unit] = ['id', 'name', 'mode', 'borders', 'unit'].map(table.text)
  const [neighbours, elasticity] = ['neighbours', 'supply_elasticity'].map(table.text)
  const [quality, source, note] = ['quality', 'source', 'note'].map(table.text)
  const [from, below, usd] = ['own_from', 'own_below', 'usd'].map(table.numbers)
  return sortedBy(
    records(table, k => ({
      id: id![k]!,
      name: name![k]!,
      mode: mode![k] as Mode,
      ...(Number.isNaN(from![k]) ? {} : { ownFrom: from![k]! }),
      ...(Number.isNaN(below![k]) ? {} : { ownBelow: below![k]! }),
      borders: listOf(borders![k]!),
      neighbours: listOf(neighbours![k]!),
      unit: unit![k] as FreightMarket['unit'],
      usd: usd![k]!,
      supplyElasticity: elasticity![k]!,
      quality: quality![k] as Quality,
      source: withNote(source![k]!, note![k]!),
    })),
    row => row.id,
  )
}

function assembleCorridors(table: Table): Corridor[] {
  const [id, name, status, modes, places] = ['id', 'name', 'status', 'modes', 'places'].map(table.text)
  const [quality, source] = ['quality', 'source'].map(table.text)
  return sortedBy(
    records(table, k => ({
      id: id![k]!,
      name: name![k]!,
      status: status![k] as LinkStatus,
      modes: modes![k]!.split(';') as Mode[],
      places: places![k]!.split(';'),
      quality: quality![k] as Quality,
      source: source![k]!,
    })),
    row => row.id,
  )
}

function assembleGateways(table: Table): Gateway[] {
  const [iso3, placeId, quality, source] = ['iso3', 'place_id', 'quality', 'source'].map(table.text)
  const [share, hours, usd] = ['share', 'hinterland_hours', 'hinterland_usd_per_teu'].map(table.numbers)
  return sortedBy(
    records(table, k => ({
      iso3: iso3![k]!,
      placeId: placeId![k]!,
      share: share![k]!,
      hinterlandHours: hours![k]!,
      hinterlandUsdPerTeu: usd![k]!,
      quality: quality![k] as Quality,
      source: source![k]!,
    })),
    row => `${row.iso3} ${row.placeId}`,
  )
}
