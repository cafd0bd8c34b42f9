/** Members of blocs with roles and dates. */
import type { ReadInput } from './replication.js'
import { type OutputRow, qualityOf, sourceOf } from './wording.js'

/** Groups that are no country with an ISO 3166 code; named in docs/data.md. */
const WITHOUT_CODE = new Set(['XNC'])
/** `cisfta` and `instc` are kept: the treaty area's dates make the agreements, the corridor's its members. */
const RENAMED: Readonly<Record<string, string>> = { EU27: 'eu' }
/** Roles in one word. */
const ROLE: Readonly<Record<string, string>> = {
  'participant by protocol': 'participant',
  'suspended by Russia': 'suspended',
}

export function buildBlocs(input: ReadInput, codes: ReadonlySet<string>): OutputRow[] {
  const rows = input('parameters/blocs.csv')
    .filter(row => !WITHOUT_CODE.has(row.iso3!))
    // an invitation that was declined before its day never held
    .filter(row => row.to === '' || row.to! > row.from!)
    .map(row => {
      if (!codes.has(row.iso3!))
        throw new Error(`data:build: blocs.csv: ${row.iso3} is not in country-names.csv`)
      const role = ROLE[row.role!] ?? row.role!
      return {
        bloc: RENAMED[row.bloc!] ?? row.bloc!.toLowerCase(),
        iso3: row.iso3!,
        role,
        from: row.from,
        to: row.to,
        quality: qualityOf(row.quality!, row.source),
        source: sourceOf(row.quality!, row.source!),
        note: [role === row.role ? '' : row.role, row.note].filter(part => part !== '').join('; '),
      }
    })
  const key = (row: (typeof rows)[number]) => `${row.bloc} ${row.iso3} ${row.from} ${row.role}`
  return rows.sort((a, b) => (key(a) < key(b) ? -1 : 1))
}
