/** The answer as two lines of text, in any language. */
import type { CentralCountry, CentralResult } from '../../../index.js'
import { PERCENT } from '../../../report/format.js'
import {
  besideHeadline,
  type HeadlineContext,
  headlineCountry,
  isUnchanged,
} from '../../../report/headline.js'
import { wordedPercent } from '../../../report/words.js'
import { percent } from '../../i18n/locale.js'
import type { Messages } from '../../i18n/messages.js'
import { type PageWording, told } from '../../i18n/wording.js'

export interface AnswerContext {
  readonly result: CentralResult
  readonly wording: PageWording
  readonly words: Messages['answer']
  readonly countryName: (iso3: string) => string
  /** Whether the scenario has a measure at all. */
  readonly hasMeasures: boolean
}

export interface AnswerWords {
  readonly sentence: string
  /** Who gains and loses beside, and who cannot be told from zero; empty where there is nothing to add. */
  readonly line: string
}

/** Members of the bloc, largest gain to largest loss. */
export function membersByGain(result: CentralResult): CentralCountry[] {
  const members = new Set(result.bloc.members)
  return result.countries.filter(({ iso3 }) => members.has(iso3)).sort(byGain)
}

export function byGain(a: CentralCountry, b: CentralCountry): number {
  return (
    b.realIncomeChangePercent.value - a.realIncomeChangePercent.value ||
    (a.iso3 < b.iso3 ? -1 : a.iso3 > b.iso3 ? 1 : 0)
  )
}

export function answerWords({
  result,
  wording,
  words,
  countryName,
  hasMeasures,
}: AnswerContext): AnswerWords {
  if (!hasMeasures) return { sentence: words.unchanged, line: words.showsToday(result.dataset.year) }
  if (isUnchanged({ result })) return { sentence: words.noEffect, line: '' }
  const { language, hasRanges } = wording
  const context: HeadlineContext = { members: membersByGain(result), hasRanges, result }
  const headline = headlineCountry(context)
  const beside = besideHeadline(context)
  const computing = hasRanges ? [] : [words.computing]
  if (headline === undefined) return { sentence: words.zero, line: computing.join(' ') }
  const { value, interval } = told(wording, headline.country.realIncomeChangePercent, PERCENT, wordedPercent)
  const space = language === 'zh' ? '' : '\u00a0'
  const names = (countries: readonly CentralCountry[]) => countries.map(({ iso3 }) => countryName(iso3))
  const { gainers, losers } = beside
  const most = Math.min(...losers.map(country => country.realIncomeChangePercent.value))
  const isGain = headline.verdict === 'gain'
  const parts = [
    gainers.length > 0 && words.gainers(names(gainers), isGain),
    losers.length > 0 && words.losers(names(losers.toReversed()), percent(language, -most), !isGain),
    beside.zeros.length + beside.small.length > 0 && words.rest,
    ...computing,
  ]
  return {
    sentence: words[isGain ? 'gain' : 'loss'](
      countryName(headline.country.iso3),
      `${value}${space}%`,
      interval,
    ),
    line: parts.filter(part => part !== false).join(wording.language === 'zh' ? '' : ' '),
  }
}
