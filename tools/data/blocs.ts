/** Members of blocs with roles and dates; what was looked up and found takes the place of what was remembered. */
import { type InputRow, type ReadInput, readHandKept } from './replication.js'
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
/** On this day the Shanghai Cooperation Organization merged observers and dialogue partners into one status. */
const TIANJIN = '2025-09-01'
const TIANJIN_SOURCE = 'TASS 2025-09-01 (Wang Yi), https://tass.com/world/2010381; newscentralasia 2025-09-01'

/** How the input's notes say that a day was remembered. */
const REMEMBERED_DAY = ', date from memory'

interface Membership {
  readonly bloc: string
  readonly iso3: string
  readonly role: string
  readonly from: string
  readonly to: string
  readonly quality: string
  readonly source: string
  readonly note: string
}

export function buildBlocs(input: ReadInput, codes: ReadonlySet<string>): OutputRow[] {
  const found = verifications()
  const rows = input('parameters/blocs.csv')
    .filter(row => !WITHOUT_CODE.has(row.iso3!))
    // an invitation that was declined before its day never held
    .filter(row => row.to === '' || row.to! > row.from!)
    .flatMap(row => splitAtTianjin(membership(row, found)))
  const unused = [...found.values()].find(verification => !verification.used)
  if (unused !== undefined) throw new Error(`data:build: bloc-verifications.csv: no row for ${unused.key}`)
  for (const { iso3 } of rows) {
    if (!codes.has(iso3)) throw new Error(`data:build: blocs.csv: ${iso3} is not in country-names.csv`)
  }
  const key = (row: Membership) => `${row.bloc} ${row.iso3} ${row.from} ${row.role}`
  return rows.sort((a, b) => (key(a) < key(b) ? -1 : 1)).map(row => ({ ...row }))
}

interface Verification {
  readonly key: string
  readonly row: InputRow
  used: boolean
}

/** What was looked up, by bloc, country, role and day of the input (every day where that is left open). */
function verifications(): Map<string, Verification> {
  const entries = readHandKept('bloc-verifications.csv').flatMap(row =>
    row.iso3!.split(' ').map((iso3): [string, Verification] => {
      const key = `${row.bloc} ${iso3} ${row.role} ${row.input_from}`
      return [key, { key, row, used: false }]
    }),
  )
  return new Map(entries)
}

function membership(row: InputRow, found: ReadonlyMap<string, Verification>): Membership {
  const role = ROLE[row.role!] ?? row.role!
  const key = `${row.bloc} ${row.iso3} ${row.role}`
  const verification = found.get(`${key} ${row.from}`) ?? found.get(`${key} `)
  if (verification !== undefined) verification.used = true
  return {
    bloc: RENAMED[row.bloc!] ?? row.bloc!.toLowerCase(),
    iso3: row.iso3!,
    role,
    from: verification?.row.from || row.from!,
    to: verification?.row.to || row.to!,
    quality: verification === undefined ? qualityOf(row.quality!, row.source) : 'published',
    source: verification?.row.source ?? sourceOf(row.quality!, row.source!),
    note: [role === row.role ? '' : row.role!, noteOf(row.note!, verification !== undefined)]
      .filter(part => part !== '')
      .join('; '),
  }
}

/** A day that was looked up is no longer one from memory. */
function noteOf(note: string, verified: boolean): string {
  return verified ? note.replace(REMEMBERED_DAY, '') : note
}

/** A dialogue partner of before the merger was one under the old name, and is a partner since. */
function splitAtTianjin(row: Membership): Membership[] {
  if (row.bloc !== 'sco' || row.role !== 'partner' || row.from >= TIANJIN) return [row]
  return [
    { ...row, role: 'dialogue-partner', to: TIANJIN },
    {
      ...row,
      from: TIANJIN,
      quality: 'published',
      source: TIANJIN_SOURCE,
      note: 'partner status merged in 2025',
    },
  ]
}
