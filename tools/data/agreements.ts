/** Customs unions and free-trade agreements, expanded to pairs with dates by country. */
import { type InputRow, type ReadInput, readHandKept } from './replication.js'
import { type OutputRow, qualityOf, sourceOf, weaker } from './wording.js'

interface Party {
  readonly iso3: string
  readonly from: string
  readonly to: string
  readonly quality: string
}

/** A remembered date ends with a question mark. */
const REMEMBERED = '?'
const EXCEPTION = /^([A-Z]{3})-([A-Z]{3}) until (\d{4}-\d{2}-\d{2})$/

export function buildAgreements(input: ReadInput, blocs: readonly OutputRow[]): OutputRow[] {
  const texts = new Map(input('parameters/agreements.csv').map(row => [row.agreement, row]))
  const rows = readHandKept('agreement-parties.csv').flatMap(row => {
    const text = textOf(row, texts)
    const first = parties(row.side_a!, row, text, blocs)
    const second = row.side_b === '' ? undefined : parties(row.side_b!, row, text, blocs)
    return pairsOf(first, second).map(([one, other]) => pairRow(row, text, one, other))
  })
  const key = (row: OutputRow) => `${row.agreement} ${row.a} ${row.b} ${row.from}`
  return rows
    .filter(row => row.to === '' || String(row.to) > String(row.from))
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** Quality and source: what was looked up, else what the input says. */
function textOf(row: InputRow, texts: ReadonlyMap<string | undefined, InputRow>): InputRow {
  const text = texts.get(row.agreement)
  if (row.agreement !== '' && text === undefined) {
    throw new Error(`data:build: agreements.csv has no "${row.agreement}"`)
  }
  if (row.source === '') {
    if (text === undefined) throw new Error(`data:build: agreement-parties.csv: ${row.id} has no source`)
    return text
  }
  const quality = row.source!.includes('memory') ? 'memory' : 'published'
  return { quality, source: row.source!, address: '' }
}

/** A side is a bloc id (members and participants with their dates) or codes, each with its own date after a colon. */
function parties(side: string, row: InputRow, text: InputRow, blocs: readonly OutputRow[]): Party[] {
  if (/^[a-z]/.test(side)) {
    return blocs
      .filter(member => member.bloc === side && (member.role === 'member' || member.role === 'participant'))
      .map(member => ({
        iso3: String(member.iso3),
        from: laterOf(String(member.from), row.from!),
        to: String(member.to ?? ''),
        quality: String(member.quality),
      }))
  }
  return side.split(' ').map(part => {
    const [iso3, from] = part.split(':')
    const remembered = from?.endsWith(REMEMBERED) ?? false
    return {
      iso3: iso3!,
      from: from?.replace(REMEMBERED, '') ?? row.from!,
      to: row.to!,
      quality: remembered ? 'memory' : text.quality!,
    }
  })
}

function pairsOf(first: readonly Party[], second: readonly Party[] | undefined): [Party, Party][] {
  const others = second ?? first
  return first.flatMap((one, k) =>
    (second === undefined ? others.slice(k + 1) : others)
      .filter(other => other.iso3 !== one.iso3)
      .map((other): [Party, Party] => (one.iso3 < other.iso3 ? [one, other] : [other, one])),
  )
}

function pairRow(row: InputRow, text: InputRow, a: Party, b: Party): OutputRow {
  const ends = [a.to, b.to].filter(date => date !== '')
  for (const exception of row.exceptions!.split(';').filter(part => part !== '')) {
    const match = EXCEPTION.exec(exception.trim())
    if (match === null) throw new Error(`data:build: agreement-parties.csv: cannot read "${exception}"`)
    if ([match[1], match[2]].sort().join() === `${a.iso3},${b.iso3}`) ends.push(match[3]!)
  }
  return {
    agreement: row.id,
    kind: row.kind,
    a: a.iso3,
    b: b.iso3,
    from: laterOf(a.from, b.from),
    to: ends.sort()[0] ?? '',
    quality: [text.quality!, a.quality, b.quality].map(words => qualityOf(words)).reduce(weaker),
    source: sourceText(
      text,
      [a, b].some(party => qualityOf(party.quality) === 'estimated'),
    ),
  }
}

/** The later of two ISO dates. */
function laterOf(a: string, b: string): string {
  return [a, b].sort()[1]!
}

function sourceText(text: InputRow, rememberedDates: boolean): string {
  const parts = [sourceOf(text.quality!, text.source!), text.address!]
  if (rememberedDates && text.quality !== 'memory') parts.push('dates of the parties from memory, unverified')
  return parts.filter(part => part !== '').join(', ')
}
