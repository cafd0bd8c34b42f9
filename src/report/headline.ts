/** Whom the answer is about: the country that its sentence names, and who gains and loses beside it. */
import type { CentralCountry, CentralResult } from '../scenario/result/central-result.js'
import type { Range } from '../scenario/result/result.js'
import { type Verdict, verdict } from './context.js'
import { isNegligible } from './format.js'

/** Members largest gain to largest loss, and whether numbers have ranges. */
export interface HeadlineContext<Country extends CentralCountry = CentralCountry> {
  readonly members: readonly Country[]
  readonly hasRanges: boolean
  readonly result: Pick<CentralResult, 'bloc' | 'countries'>
}

/** The country that the headline speaks of: the largest change, in either direction, that can be told from zero. */
export function headlineCountry<Country extends CentralCountry>(
  context: HeadlineContext<Country>,
): { country: Country; verdict: Verdict } | undefined {
  const told = context.members
    .map(country => ({ country, verdict: verdict(country.realIncomeChangePercent, context.hasRanges) }))
    .filter(entry => entry.verdict !== 'zero')
  const size = (entry: { country: Country }) => entry.country.realIncomeChangePercent.value
  const gain = told.reduce<(typeof told)[number] | undefined>(
    (best, entry) => (best === undefined || size(entry) > size(best) ? entry : best),
    undefined,
  )
  const loss = told.reduce<(typeof told)[number] | undefined>(
    (worst, entry) => (worst === undefined || size(entry) < size(worst) ? entry : worst),
    undefined,
  )
  if (gain === undefined || loss === undefined) return undefined
  // A package that pays for the bloc is headed by who gains, unless someone loses twice as much.
  const pays = context.result.bloc.realIncomeChangeMusd.value >= 0
  return -size(loss) > (pays ? 2 : 1) * size(gain) ? loss : gain
}

export interface BesideHeadline<Country> {
  /** Those that can be told from zero, without the one of the headline. */
  readonly gainers: readonly Country[]
  readonly losers: readonly Country[]
  /** Whose change is within one step of the last decimal. */
  readonly small: readonly Country[]
  /** Whose range holds zero. */
  readonly zeros: readonly Country[]
}

export function besideHeadline<Country extends CentralCountry>(
  context: HeadlineContext<Country>,
): BesideHeadline<Country> {
  const { members, hasRanges } = context
  const headline = headlineCountry(context)?.country
  const of = (wanted: Verdict) =>
    members.filter(
      country => verdict(country.realIncomeChangePercent, hasRanges) === wanted && country !== headline,
    )
  const still = of('zero')
  const small = still.filter(country => hasRanges && isNegligible(country.realIncomeChangePercent))
  return {
    gainers: of('gain'),
    losers: of('loss'),
    small,
    zeros: still.filter(country => !small.includes(country)),
  }
}

export function isUnchanged({ result }: Pick<HeadlineContext, 'result'>): boolean {
  const nothing = (range: Range) => range.value === 0 && range.low === 0 && range.high === 0
  return result.countries.every(country => nothing(country.realIncomeChangePercent))
}
