/** Published words about a bloc, gathered by what they mean, each beside every definition that could make them true. */
import {
  blocShares,
  type Claim,
  type Dataset,
  definitionsOf,
  type Indicator,
  type ShareByDefinition,
} from '../../../index.js'

/** For which shares the words are taken as true, 0–1; both ends included. `high` 1: no upper limit. */
export interface Limits {
  readonly low: number
  readonly high: number
}

import { grouped } from '../../grouped.js'

export interface ClaimCard {
  /** What the words are about and the limits as published: `gdp 0.225 0.275`. */
  readonly id: string
  readonly subject: string
  readonly claims: readonly Claim[]
  readonly limits: Limits
  /** What the words mean literally. */
  readonly literal: number
  readonly definitions: readonly Indicator[]
}

export interface ClaimRow extends ShareByDefinition {
  readonly holds: boolean
}

export interface ClaimGroup {
  readonly definition: Indicator
  readonly year: number
  readonly rows: readonly ClaimRow[]
}

/** Words that more than one person has used come first, of these population before product. */
export function claimCards(dataset: Dataset, bloc: string): ClaimCard[] {
  const byMeaning = grouped(
    dataset.claims.filter(claim => claim.bloc === bloc),
    ({ subject, low, high }) => `${subject} ${low} ${high}`,
  )
  const cards = [...byMeaning].map(([id, claims]) => {
    const { subject, low, high } = claims[0]!
    return {
      id,
      subject,
      claims: claims.sort((a, b) => (a.date < b.date ? -1 : 1)),
      limits: { low, high },
      literal: literalOf({ low, high }),
      definitions: definitionsOf(subject),
    }
  })
  const order = ({ claims, subject }: ClaimCard) =>
    (claims.length > 1 ? 0 : 100) + (subject === 'population' ? 0 : 10) - claims.length
  return cards.sort((a, b) => order(a) - order(b) || a.limits.low - b.limits.low)
}

/** Half, a quarter, a third; the lower limit of "over"; else the middle of what the words were rounded from. */
export function literalOf({ low, high }: Limits): number {
  if (high === 1) return low
  const simple = [1 / 2, 1 / 4, 1 / 3].find(value => low <= value && value <= high && high - low > 0.04)
  return simple ?? (low + high) / 2
}

/**
 * Shares under every definition, on each basis in the year nearest to the asked one that has figures for today's
 * members.
 */
export function shareGroups(
  dataset: Dataset,
  bloc: string,
  definitions: readonly Indicator[],
  year: number,
  { low, high }: Limits,
): ClaimGroup[] {
  return definitions.flatMap(definition => {
    const all = blocShares(dataset, bloc, definition, { partners: true })
    const newest = all.filter(row => row.partnerCount === 0).at(-1)
    if (newest === undefined) return []
    const years = all
      .filter(row => row.membershipDate === newest.membershipDate && row.partnerCount === 0)
      .map(row => row.year)
    const nearest = years.reduce((best, other) =>
      Math.abs(other - year) < Math.abs(best - year) ? other : best,
    )
    const rows = all
      .filter(row => row.year === nearest)
      .map(row => ({ ...row, holds: row.share >= low && row.share <= high }))
    return [{ definition, year: nearest, rows }]
  })
}

/** Years with figures of population, newest first: the longest series there is. */
export function figureYears(dataset: Dataset): number[] {
  const years = dataset.figures.filter(figure => figure.indicator === 'population').map(figure => figure.year)
  return [...new Set(years)].sort((a, b) => b - a)
}

/** Blocs of the dataset, the one of the claims first. */
export function blocsOf(dataset: Dataset): string[] {
  const claimed = new Set(dataset.claims.map(claim => claim.bloc))
  return [...new Set(dataset.blocs.map(row => row.bloc))].sort(
    (a, b) => Number(claimed.has(b)) - Number(claimed.has(a)) || (a < b ? -1 : 1),
  )
}
