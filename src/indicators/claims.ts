/** Published statements about a bloc's weight, held against every definition that could make them true. */
import type { Claim, Dataset } from '../dataset/dataset.js'
import { figureTable, type Indicator } from './bloc-shares.js'
import { blocShares } from './definitions.js'

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
  const shares = new Map<Indicator, Omit<ClaimVerdict, 'holds'>[]>()
  const sharesOf = (definition: Indicator) => {
    const known = shares.get(definition)
    if (known !== undefined) return known
    const computed = blocShares(dataset, bloc, definition, { table }).map(
      ({ partnerCount: _, ...row }) => row,
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

/** On which bases a claim's words can be meant. */
export function definitionsOf(subject: string): Indicator[] {
  if (subject === 'population') return ['population']
  if (subject === 'gdp-nominal') return ['gdp-nominal']
  if (subject === 'gdp-ppp') return ['gdp-ppp']
  if (subject === 'gdp') return ['gdp-nominal', 'gdp-ppp']
  return []
}
