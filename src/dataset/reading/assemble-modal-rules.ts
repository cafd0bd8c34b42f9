/** Turns the checked tables of bound cargo and of bulk into records, with regions told as their countries. */
import type { BulkChain, Country, ModalRule, Quality } from '../dataset.js'
import { records, sortedBy, withNote } from './assemble-economy.js'
import type { Table } from './read-table.js'

/** @param countries whose regions the ends may name. */
export function assembleModalRules(table: Table, countries: readonly Country[]): ModalRule[] {
  const [id, a, b, quality, source, note] = ['id', 'ends_a', 'ends_b', 'quality', 'source', 'note'].map(
    table.text,
  )
  const [lorry, low, high, noTrain, noTransit, switchUsd] = [
    'lorry',
    'lorry_low',
    'lorry_high',
    'no_train',
    'no_transit',
    'switch_usd_per_teu',
  ].map(table.numbers)
  const membersOf = regionMembers(countries)
  return sortedBy(
    records(table, k => {
      const ends = [a![k]!, b![k]!].map(cell => endOf(cell, membersOf))
      return {
        id: id![k]!,
        endsA: ends[0]!.countries,
        endsB: ends[1]!.countries,
        precision: ends.filter(end => end.isByCountry).length,
        lorry: lorry![k]!,
        lorryLow: low![k]!,
        lorryHigh: high![k]!,
        noTrain: noTrain![k]!,
        noTransit: Number.isNaN(noTransit![k]) ? 0 : noTransit![k]!,
        switchUsdPerTeu: switchUsd![k]!,
        quality: quality![k] as Quality,
        source: withNote(source![k]!, note![k]!),
      }
    }),
    rule => rule.id,
  )
}

/** @param countries whose regions the rows may name. */
export function assembleBulkChains(table: Table, countries: readonly Country[]): BulkChain[] {
  const [id, from, to, outlet, otherWays, quality, source, note] = [
    'id',
    'exporters',
    'importers',
    'outlet',
    'other_ways',
    'quality',
    'source',
    'note',
  ].map(table.text)
  const [share, low, high] = ['own_chain', 'own_chain_low', 'own_chain_high'].map(table.numbers)
  const membersOf = regionMembers(countries)
  return sortedBy(
    records(table, k => ({
      id: id![k]!,
      exporters: endOf(from![k]!, membersOf).countries,
      importers: endOf(to![k]!, membersOf).countries,
      ownChain: share![k]!,
      ownChainLow: low![k]!,
      ownChainHigh: high![k]!,
      ...(outlet![k] ? { outlet: outlet![k]! } : {}),
      ...(otherWays![k]
        ? { otherWays: otherWays![k] === 'yes' ? ('both' as const) : ('gateways' as const) }
        : {}),
      quality: quality![k] as Quality,
      source: withNote(source![k]!, note![k]!),
    })),
    row => row.id,
  )
}

/** One end of a rule: its countries, and whether all of them are named. */
export function endOf(
  cell: string,
  membersOf: ReadonlyMap<string, readonly string[]>,
): { readonly countries: readonly string[]; readonly isByCountry: boolean } {
  const parts = cell.split(';')
  return {
    countries: [...new Set(parts.flatMap(part => membersOf.get(part) ?? [part]))].sort(),
    isByCountry: parts.every(part => !membersOf.has(part)),
  }
}

/** alpha-3 codes of every region. */
export function regionMembers(
  countries: readonly Pick<Country, 'iso3' | 'region'>[],
): ReadonlyMap<string, readonly string[]> {
  const members = new Map<string, string[]>()
  for (const { iso3, region } of countries) {
    const known = members.get(region)
    if (known === undefined) members.set(region, [iso3])
    else known.push(iso3)
  }
  return members
}
