/** The runs with all of today's waits at one end of their stated range. */
import type { Result, Sensitivity } from '../scenario/result.js'

export interface WaitRuns {
  readonly short: Sensitivity
  readonly long: Sensitivity
}

/** Undefined where the package leaves the network alone. */
export function waitRuns({ sensitivities }: Pick<Result, 'sensitivities'>): WaitRuns | undefined {
  const find = (id: string) => sensitivities.find(each => each.id === id)
  const [short, long] = [find('waits-short'), find('waits-long')]
  return short && long && { short, long }
}

/** A member's change of real income in such a run, percent. */
export function incomeIn({ members }: Sensitivity, iso3: string): number | undefined {
  return members.find(each => each.iso3 === iso3)?.realIncomeChangePercent
}
