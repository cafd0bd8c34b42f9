import { type ClaimCheck, type ClaimVerdict, checkClaims, type Dataset } from '../../index.js'
import { formatCsv, formatMarkdown, formatText, type TextTable } from '../text-table.js'

interface ClaimOptions {
  readonly year?: number
  readonly json?: boolean
  readonly csv?: boolean
  readonly md?: boolean
}

const DEFINITIONS: Readonly<Record<string, string>> = {
  population: 'population',
  'gdp-nominal': 'product, market rates',
  'gdp-ppp': 'product, PPP',
}

/** `keruen bloc ID --claims`: each claim under each definition, membership date and year. */
export function claimsPage(dataset: Dataset, bloc: string, options: ClaimOptions): string {
  const checks = checkClaims(dataset, bloc).map(check => ({
    ...check,
    verdicts: check.verdicts.filter(verdict => options.year === undefined || verdict.year === options.year),
  }))
  if (options.json) return `${JSON.stringify({ bloc, claims: checks }, null, 2)}\n`
  if (options.csv) return `${formatCsv(verdictTable(checks))}\n`
  if (checks.length === 0) return `No published claims about ${bloc} in the dataset.\n`
  const format = options.md ? formatMarkdown : formatText
  const sections = checks.map(check => `${heading(check)}\n\n${format(summaryTable(check))}`)
  return `${sections.join('\n\n')}\n`
}

function heading({ claim }: ClaimCheck): string {
  const band =
    claim.high === 1
      ? `taken as at least ${bound(claim.low)} of the world`
      : `taken as ${bound(claim.low)} to ${bound(claim.high)} of the world`
  return `“${claim.quote}” — ${claim.who}, ${claim.date}; ${band}\n${claim.address}`
}

/** One row for each definition and membership: the years in which the words hold, and the newest figure. */
function summaryTable({ verdicts }: ClaimCheck): TextTable {
  const groups = groupVerdicts(verdicts)
  return {
    columns: [
      { title: 'definition' },
      { title: 'membership since' },
      { title: 'members', align: 'right' },
      { title: 'newest year', align: 'right' },
      { title: 'share', align: 'right' },
      { title: 'true' },
      { title: 'true in the years' },
    ],
    rows: groups.map(group => {
      const newest = group.at(-1)!
      return [
        DEFINITIONS[newest.definition] ?? newest.definition,
        newest.membershipDate,
        String(newest.memberCount),
        String(newest.year),
        percent(newest.share),
        newest.holds ? 'yes' : 'no',
        yearRanges(group.filter(verdict => verdict.holds).map(verdict => verdict.year)),
      ]
    }),
  }
}

function groupVerdicts(verdicts: readonly ClaimVerdict[]): ClaimVerdict[][] {
  const groups = new Map<string, ClaimVerdict[]>()
  for (const verdict of verdicts) {
    const key = `${verdict.definition} ${verdict.membershipDate}`
    groups.set(key, [...(groups.get(key) ?? []), verdict])
  }
  return [...groups.values()]
}

/** One row for each verdict. */
function verdictTable(checks: readonly ClaimCheck[]): TextTable {
  return {
    columns: [
      'claim',
      'low',
      'high',
      'definition',
      'membership_date',
      'members',
      'year',
      'share',
      'true',
    ].map(title => ({ title })),
    rows: checks.flatMap(({ claim, verdicts }) =>
      verdicts.map(v => [
        claim.id,
        String(claim.low),
        String(claim.high),
        v.definition,
        v.membershipDate,
        String(v.memberCount),
        String(v.year),
        String(v.share),
        String(v.holds),
      ]),
    ),
  }
}

/** `2004–2009, 2012`; `none` for no year. */
function yearRanges(years: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const year of years) {
    const last = ranges.at(-1)
    if (last !== undefined && last[1] === year - 1) last[1] = year
    else ranges.push([year, year])
  }
  return ranges.length === 0
    ? 'none'
    : ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}

/** An end of a band as it was set, with the digits it needs: 40 %, 23.55 %. */
function bound(share: number): string {
  return `${Number((share * 100).toFixed(4))} %`
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`
}
