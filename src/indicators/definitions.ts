/** A bloc's weight in the world under every definition: who is counted, on what basis, in which year. */
import { membersOn, rolesOn } from '../dataset/blocs.js'
import type { Dataset } from '../dataset/dataset.js'
import { blocWeight, type FigureTable, figureTable, fullYears, type Indicator } from './bloc-shares.js'

export interface ShareByDefinition {
  readonly definition: Indicator
  /** ISO date from which these countries were the bloc. */
  readonly membershipDate: string
  readonly memberCount: number
  /** Of those counted beside the members; 0 where members alone are. */
  readonly partnerCount: number
  readonly year: number
  /** 0–1. */
  readonly share: number
}

interface Membership {
  readonly date: string
  readonly members: readonly string[]
  readonly partners: readonly string[]
}

/** Roles of countries that the bloc itself counts as close to it; guests and invited ones are not. */
const PARTNER_ROLES = new Set(['observer', 'partner', 'dialogue-partner'])

/**
 * Shares on one basis: by membership the bloc has had, then by year with figures for all of those countries and the
 * world.
 *
 * @param choices.partners whether members and partners of the newest date follow as a membership of their own.
 */
export function blocShares(
  dataset: Dataset,
  bloc: string,
  definition: Indicator,
  { partners = false, table = figureTable(dataset) }: { partners?: boolean; table?: FigureTable } = {},
): ShareByDefinition[] {
  const memberships = [
    ...membershipDates(dataset, bloc).map(date => ({
      date,
      members: membersOn(dataset, bloc, date),
      partners: [],
    })),
    ...(partners ? withPartners(dataset, bloc) : []),
  ]
  return memberships.flatMap(({ date, members, partners: others }) => {
    const countries = [...members, ...others]
    return fullYears(dataset, table, countries, definition).map(year => ({
      definition,
      membershipDate: date,
      memberCount: members.length,
      partnerCount: others.length,
      year,
      share: blocWeight(table, countries, definition, year).worldShare,
    }))
  })
}

/** Sorted dates on which the bloc's full membership changed and somebody was a member afterwards. */
export function membershipDates(dataset: Dataset, bloc: string): string[] {
  const rows = dataset.blocs.filter(row => row.bloc === bloc && row.role === 'member')
  const dates = new Set(rows.flatMap(row => (row.to === undefined ? [row.from] : [row.from, row.to])))
  return [...dates].filter(date => membersOn(dataset, bloc, date).length > 0).sort()
}

/** Members and partners since the last change of either; nothing for a bloc without partners. */
function withPartners(dataset: Dataset, bloc: string): Membership[] {
  const rows = dataset.blocs.filter(
    row => row.bloc === bloc && (row.role === 'member' || PARTNER_ROLES.has(row.role)),
  )
  const date = rows
    .flatMap(row => (row.to === undefined ? [row.from] : [row.from, row.to]))
    .sort()
    .at(-1)
  if (date === undefined) return []
  const roles = [...rolesOn(dataset, bloc, date)]
  const members = roles.filter(([, role]) => role === 'member').map(([iso3]) => iso3)
  const partners = roles.filter(([, role]) => PARTNER_ROLES.has(role)).map(([iso3]) => iso3)
  return partners.length === 0 ? [] : [{ date, members, partners }]
}
