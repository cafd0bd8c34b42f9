/** Who belongs to a bloc on a day, and in which role. */
import { KeruenError } from '../errors.js'
import type { Dataset } from './dataset.js'

/**
 * Role of every country in the bloc on the day, sorted by country.
 *
 * A role holds from its first day to the day before `to`. Where periods overlap, the one that began last is given.
 *
 * @param date ISO date.
 * @throws KeruenError `dataset.unknown-bloc` (input) when the dataset has no such bloc.
 */
export function rolesOn(dataset: Dataset, bloc: string, date: string): Map<string, string> {
  const rows = dataset.blocs.filter(row => row.bloc === bloc)
  if (rows.length === 0) {
    const known = [...new Set(dataset.blocs.map(row => row.bloc))].sort()
    throw new KeruenError('input', {
      code: 'dataset.unknown-bloc',
      at: { field: 'bloc' },
      expected: `one of ${known.join(', ')}`,
      found: JSON.stringify(bloc),
    })
  }
  const latest = new Map<string, { role: string; from: string }>()
  for (const { iso3, role, from, to } of rows) {
    if (from > date || (to !== undefined && to <= date)) continue
    const before = latest.get(iso3)
    if (before === undefined || from > before.from) latest.set(iso3, { role, from })
  }
  return new Map([...latest.keys()].sort().map(iso3 => [iso3, latest.get(iso3)!.role]))
}

/** Full members on the day, sorted; empty before the bloc was founded. @throws as rolesOn. */
export function membersOn(dataset: Dataset, bloc: string, date: string): string[] {
  return [...rolesOn(dataset, bloc, date)].filter(([, role]) => role === 'member').map(([iso3]) => iso3)
}
