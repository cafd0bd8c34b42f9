/** What each measure, or group of measures, adds to a figure: Shapley values, which add up to it. */
import type { ContributionResult, Measure } from '../../../index.js'
import type { Contributed } from './subject-records.js'

export interface ContributionRow {
  readonly id: string
  readonly title: string
  /** Million USD a year. */
  readonly musd: number
  /** A measure of it acts on what the panel speaks of. */
  readonly here: boolean
}

/** The largest gain first. Their sum is the figure at central values. */
export function contributionRows(
  contributions: readonly ContributionResult[],
  figure: Contributed,
  members: readonly string[],
  measures: readonly Measure[],
  acts: (measure: Measure) => boolean,
): ContributionRow[] {
  const acting = new Set(measures.filter(acts).map(({ id }) => id))
  return contributions
    .map(contribution => ({
      id: contribution.id,
      title: contribution.title,
      musd: amountOf(contribution, figure, new Set(members)),
      here: contribution.measures.some(id => acting.has(id)),
    }))
    .sort((a, b) => b.musd - a.musd || (a.id < b.id ? -1 : 1))
}

function amountOf(
  contribution: ContributionResult,
  figure: Contributed,
  members: ReadonlySet<string>,
): number {
  switch (figure.kind) {
    case 'country':
      return contribution.members.find(({ iso3 }) => iso3 === figure.iso3)?.realIncomeChangeMusd ?? 0
    case 'turnover':
      return contribution.turnoverChangeMusd
    case 'transit':
      return contribution.members
        .filter(({ iso3 }) => members.has(iso3))
        .reduce((sum, member) => sum + member.transitRevenueChangeMusd, 0)
    case 'real-income':
      return contribution.realIncomeChangeMusd
  }
}
