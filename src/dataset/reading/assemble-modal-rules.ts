/** Turns the checked table of cargo that is bound to a mode into records, with regions told as their countries. */
import type { Country, ModalRule, Quality } from '../dataset.js'
import { records, sortedBy } from './assemble-economy.js'
import type { Table } from './read-table.js'

/** @param countries whose regions the ends may name. */
export function assembleModalRules(table: Table, countries: readonly Country[]): ModalRule[] {
  const [id, a, b, quality, source, note] = ['id', 'ends_a', 'ends_b', 'quality', 'source', 'note'].map(
    table.text,
  )
  const [lorry, low, high, noTrain, switchUsd] = [
    'lorry',
    'lorry_low',
    'lorry_high',
    'no_train',
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
        switchUsdPerTeu: switchUsd![k]!,
        quality: quality![k] as Quality,
        // the note carries the reservations, so it travels wherever the source is shown
        source: note![k] === '' ? source![k]! : `${source![k]} (${note![k]})`,
      }
    }),
    rule => rule.id,
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
