/** Who was what in a bloc, and when. */
import type { Dataset } from '../../../index.js'
import { grouped } from '../../grouped.js'

export interface Period {
  readonly kind: 'member' | 'close'
  readonly role: string
  /** ISO dates; `to` undefined: still. */
  readonly from: string
  readonly to: string | undefined
}

export interface TimelineRow {
  readonly iso3: string
  readonly periods: readonly Period[]
}

export interface Timeline {
  /** Countries that are or were members, in order of accession. */
  readonly members: readonly TimelineRow[]
  /** All others with a role, in order of their first. */
  readonly others: readonly TimelineRow[]
  /** Years in which the membership changed. */
  readonly changes: readonly number[]
  readonly firstYear: number
  /** The year after the last that the dataset speaks of. */
  readonly lastYear: number
}

export function timelineOf(dataset: Dataset, bloc: string): Timeline {
  const rows = dataset.blocs.filter(row => row.bloc === bloc)
  const byCountry = grouped(rows, row => row.iso3)
  const all = [...byCountry].map(([iso3, roles]) => ({
    iso3,
    periods: roles
      .map(({ role, from, to }) => ({
        kind: role === 'member' ? ('member' as const) : ('close' as const),
        role,
        from,
        to,
      }))
      .sort((a, b) => (a.from < b.from ? -1 : 1)),
  }))
  const isMember = (row: TimelineRow) => row.periods.some(period => period.kind === 'member')
  const dates = rows.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to]))
  const changes = rows
    .filter(row => row.role === 'member')
    .flatMap(({ from, to }) => (to === undefined ? [from] : [from, to]))
    .map(yearOf)
  const newest = Math.max(dataset.year, ...dates.map(yearOf))
  return {
    members: all.filter(isMember).sort(byFirst('member')),
    others: all.filter(row => !isMember(row)).sort(byFirst('close')),
    changes: [...new Set(changes)].sort((a, b) => a - b),
    firstYear: Math.min(...dates.map(yearOf)),
    lastYear: newest + 1,
  }
}

function byFirst(kind: Period['kind']) {
  const first = (row: TimelineRow) => row.periods.find(period => period.kind === kind)!.from
  return (a: TimelineRow, b: TimelineRow) =>
    first(a) === first(b) ? (a.iso3 < b.iso3 ? -1 : 1) : first(a) < first(b) ? -1 : 1
}

/** 2017-06-09 as 2017.44. */
export function yearFraction(iso: string): number {
  const [year, month = 1, day = 1] = iso.split('-').map(Number)
  return year! + (month - 1 + (day - 1) / 31) / 12
}

function yearOf(iso: string): number {
  return Number(iso.slice(0, 4))
}
