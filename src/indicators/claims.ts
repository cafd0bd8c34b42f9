/** Published statements about a bloc's weight, held against every definition that could make them true. */
import { membersOn } from '../dataset/blocs.js'
import type { Claim, Dataset } from '../dataset/dataset.js'
import { blocWeight, figureTable, fullYears, type Indicator } from './bloc-shares.js'

/** One claim under one definition, one membership and one year. */
export interface ClaimVerdict {
  readonly definition: Indicator
  /** ISO date from which the membership held. */
  readonly membershipDate: string
  readonly memberCount: number
  readonly year: number
  /** 0–1. */
  readonly share: number
  readonly holds: boolean
}

export interface ClaimCheck {
  readonly claim: Claim
  /** By definition, then membership date, then year. */
  readonly verdicts: readonly ClaimVerdict[]
}

/**
 * Every claim about a bloc under each definition of its words, each membership the bloc has had and each year with
 * figures for all of those members and the world.
 *
 * A statement about the economy that does not say its basis is held against market rates and purchasing power parity.
 * It holds where the share lies within the claim's band, both ends included.
 */
export function checkClaims(dataset: Dataset, bloc: string): ClaimCheck[] {
  const table = figureTable(dataset)
  const memberships = membershipDates(dataset, bloc).map(date => ({
    date,
    members: membersOn(dataset, bloc, date),
  }))
  const shares = new Map<Indicator, Omit<ClaimVerdict, 'holds'>[]>()
  const sharesOf = (definition: Indicator) => {
    const known = shares.get(definition)
    if (known !== undefined) return known
    const computed = memberships.flatMap(({ date, members }) =>
      fullYears(dataset, table, members, definition).map(year => ({
        definition,
        membershipDate: date,
        memberCount: members.length,
        year,
        share: blocWeight(table, members, definition, year).worldShare,
      })),
    )
    shares.set(definition, computed)
    return computed
  }
  return dataset.claims
    .filter(claim => claim.bloc === bloc)
    .map(claim => ({
      claim,
      verdicts: definitionsOf(claim.subject).flatMap(definition =>
        sharesOf(definition).map(row => ({
          ...row,
          holds: row.share >= claim.low && row.share <= claim.high,
        })),
      ),
    }))
}

/** Sorted dates on which the bloc's full membership changed and somebody was a member afterwards. */
export function membershipDates(dataset: Dataset, bloc: string): string[] {
  const rows = dataset.blocs.filter(row => row.bloc === bloc && row.role === 'member')
  const dates = new Set(rows.flatMap(row => (row.to === undefined ? [row.from] : [row.from, row.to])))
  return [...dates].filter(date => membersOn(dataset, bloc, date).length > 0).sort()
}

function definitionsOf(subject: string): Indicator[] {
  if (subject === 'population') return ['population']
  if (subject === 'gdp-nominal') return ['gdp-nominal']
  if (subject === 'gdp-ppp') return ['gdp-ppp']
  if (subject === 'gdp') return ['gdp-nominal', 'gdp-ppp']
  return []
}
