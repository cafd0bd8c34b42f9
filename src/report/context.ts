/** What every part of the report reads: the result, the dataset's names, and the words. */
import type { Country, Dataset, Place } from '../dataset/dataset.js'
import type { CorridorResult, CountryResult, Range, Result } from '../scenario/result/result.js'
import { mostChangedCorridors } from './changed-corridors.js'
import {
  holdsZero,
  isNegligible,
  type NumberForms,
  numberForms,
  PERCENT,
  type WriteNumber,
} from './format.js'
import type { Messages } from './messages/en.js'

export type Verdict = 'gain' | 'loss' | 'zero'

/** Enough to put numbers into words. */
export interface WordContext {
  readonly result: Result
  readonly messages: Messages
  readonly numbers: NumberForms
  readonly write: WriteNumber
  /** False when no draws were made: then no number has a range, and the report says so. */
  readonly hasRanges: boolean
  /** Members of the bloc, largest gain to largest loss. */
  readonly members: readonly CountryResult[]
  /** All others, largest gain to largest loss. */
  readonly others: readonly CountryResult[]
}

export interface ReportContext extends WordContext {
  readonly dataset: Dataset
  /** See `mostChangedCorridors`, first things first. */
  readonly changedCorridors: readonly CorridorResult[]
  readonly countries: ReadonlyMap<string, Country>
  readonly places: ReadonlyMap<string, Place>
}

export function wordContext(result: Result, messages: Messages): WordContext {
  const inBloc = new Set(result.bloc.members)
  const byGain = [...result.countries].sort(
    (a, b) =>
      b.realIncomeChangePercent.value - a.realIncomeChangePercent.value ||
      (a.iso3 < b.iso3 ? -1 : a.iso3 > b.iso3 ? 1 : 0),
  )
  const numbers = numberForms(messages.numbers)
  return {
    result,
    messages,
    numbers,
    write: numbers.write,
    hasRanges: result.uncertainty.draws > 0,
    members: byGain.filter(country => inBloc.has(country.iso3)),
    others: byGain.filter(country => !inBloc.has(country.iso3)),
  }
}

/** @param named the result with English names, in which a corridor is found by the words of the title. */
export function reportContext(
  result: Result,
  dataset: Dataset,
  messages: Messages,
  named: Result = result,
): ReportContext {
  const corridors = new Map(result.corridors.map(corridor => [corridor.id, corridor]))
  const changed = mostChangedCorridors({ result: named }, named.corridors.length)
  return {
    ...wordContext(result, messages),
    dataset,
    changedCorridors: changed.map(({ id }) => corridors.get(id)!),
    countries: new Map(dataset.countries.map(country => [country.iso3, country])),
    places: new Map(dataset.network.places.map(place => [place.id, place])),
  }
}

/** In place of a number after the package where nothing passes: closed by it, or not open before either. */
export function shutWord(
  { messages }: Pick<WordContext, 'messages'>,
  before: number | object | null,
): string {
  return before === null ? messages.notOpen : messages.closed
}

/** Whether a change in percent is a gain, a loss or cannot be told from zero. */
export function verdict(range: Range, hasRanges: boolean): Verdict {
  if (holdsZero(range, hasRanges, PERCENT) || isNegligible(range, PERCENT)) return 'zero'
  return range.value > 0 ? 'gain' : 'loss'
}

/** Name without what stands in brackets behind it, Chinese ones too: `Iran (Islamic Republic of)` in running text is Iran. */
export function shortName(name: string): string {
  const bare = name.replace(/\s*[(（][^()（）]*[)）]\s*$/, '')
  return bare === '' ? name : bare
}

/** What the dataset says of an economy's data, beside the codes of the result. */
export function economyNote(context: ReportContext, iso3: string): string | undefined {
  return context.dataset.cautions.find(caution => caution.iso3 === iso3)?.words
}

/** Whether a reader should look at the data before reading this economy's results. */
export function needsCare(country: CountryResult): boolean {
  return (
    country.quality === 'estimated' ||
    country.cautions.includes('data-caution') ||
    country.cautions.includes('trade-adjusted')
  )
}

/** Name of a country by its code; the code itself where the dataset has none. */
export function countryName(context: ReportContext, iso3: string): string {
  const known = context.countries.get(iso3)
  if (known !== undefined) return shortName(known.names[context.messages.id])
  return context.messages.economies[iso3] ?? iso3
}

/** A parameter in a few words: our own where there are some, else the meaning that the dataset states. */
export function parameterName(
  context: WordContext,
  parameter: { readonly id: string; readonly meaning: string },
): string {
  return context.messages.parameters[parameter.id] ?? parameter.meaning.replace(/\.$/, '')
}

/** Spaced hyphens of the tables as dashes. */
export function dashed(name: string): string {
  return name.replaceAll(' - ', ' – ')
}

/** Of a double name of a city the first is enough. */
export function cityName(name: string): string {
  return shortName(dashed(name))
    .split(' – ')[0]!
    .replace(/ port$/, '')
}

/** Name of a place; the id itself where the dataset has none. */
export function placeName(context: Pick<ReportContext, 'places'>, id: string): string {
  return dashed(context.places.get(id)?.name ?? id)
}
