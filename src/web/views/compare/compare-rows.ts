/** Rows of the charts in which scenarios stand side by side: one for each scenario under each thing that is compared. */
import type { CentralResult, CorridorResult } from '../../../index.js'
import { mostChangedCorridors } from '../../../report/changed-corridors.js'
import { verdict } from '../../../report/context.js'
import { PERCENT } from '../../../report/format.js'
import { wordedPercent } from '../../../report/words.js'
import type { IntervalRow } from '../../charts/interval-rows.js'
import { number } from '../../i18n/locale.js'
import { corridorShort } from '../../i18n/short-names.js'
import { type PageWording, told } from '../../i18n/wording.js'
import type { Letter } from '../../state/compare.js'
import { inUnit, toldIn, verdictOf } from '../outcomes/outcome-rows.js'

/** A compared scenario that has its answer. */
export interface Answered {
  readonly letter: Letter
  readonly result: CentralResult
  /** With or without ranges, as the answer is. */
  readonly wording: PageWording
}

export interface CompareWords {
  readonly countryName: (iso3: string) => string
  readonly corridorName: (id: string) => string
  readonly today: string
}

/** Corridors that are shown at most, and of each scenario looked at. */
const CORRIDORS = 3
const TRUNKS = 8

/** The letter, and the name before the first of a group. */
function labelled(letter: Letter, name: string): string {
  return `${letter}  ${name}`
}

/** Members by the largest gain in the first scenario; those that only some scenarios have stand last. */
export function incomeRows(answered: readonly Answered[], { countryName }: CompareWords): IntervalRow[] {
  const members = [...new Set(answered.flatMap(({ result }) => result.bloc.members))]
  const gain = (iso3: string): number =>
    countryIn(answered[0]?.result, iso3)?.realIncomeChangePercent.value ?? Number.NEGATIVE_INFINITY
  members.sort((a, b) => gain(b) - gain(a) || (a < b ? -1 : 1))
  return members.flatMap(iso3 =>
    answered.flatMap(({ letter, result, wording }): IntervalRow[] => {
      const country = result.bloc.members.includes(iso3) ? countryIn(result, iso3) : undefined
      if (country === undefined) return []
      const range = country.realIncomeChangePercent
      return [
        {
          key: `${iso3} ${letter}`,
          name: labelled(letter, countryName(iso3)),
          range,
          ...told(wording, range, PERCENT, wordedPercent),
          verdict: verdict(range, wording.hasRanges),
          estimated: country.quality === 'estimated',
          bar: wording.hasRanges ? 'known' : 'none',
        },
      ]
    }),
  )
}

export function turnoverRows(
  answered: readonly Answered[],
  titleOf: (letter: Letter) => string,
): IntervalRow[] {
  return answered.map(({ letter, result, wording }) => {
    const range = result.bloc.turnoverChangeMusd
    const rounding = inUnit(range, 1000, 2)
    return {
      key: letter,
      name: labelled(letter, titleOf(letter)),
      range,
      ...toldIn(wording, range, rounding),
      verdict: verdictOf(range, wording.hasRanges, rounding),
      estimated: false,
      bar: wording.hasRanges ? 'known' : 'none',
    }
  })
}

function daysChanged(corridor: CorridorResult | undefined): number {
  const { before, after } = corridor?.days ?? { before: null, after: null }
  return before === null || after === null ? 0 : Math.abs(after - before)
}

/** Days of the corridors that change most in any of the scenarios; today's stand beside, the range is that of the waits. */
export function daysRows(
  answered: readonly Answered[],
  { corridorName, today }: CompareWords,
): IntervalRow[] {
  const change = (id: string): number =>
    Math.max(0, ...answered.map(({ result }) => daysChanged(result.corridors.find(each => each.id === id))))
  // Of the branches of one corridor, that of which the caravan line of a scenario speaks.
  const byName = new Map<string, string>()
  for (const { result } of answered) {
    for (const { id } of mostChangedCorridors({ result }, TRUNKS)) {
      const name = corridorShort(corridorName(id))
      if (!byName.has(name)) byName.set(name, id)
    }
  }
  const shown = [...byName.values()]
    .filter(id => change(id) >= 0.05)
    .sort((a, b) => change(b) - change(a) || (a < b ? -1 : 1))
  return shown.slice(0, CORRIDORS).flatMap(id =>
    answered.flatMap(({ letter, result, wording }): IntervalRow[] => {
      const corridor = result.corridors.find(each => each.id === id)
      const after = corridor?.days.after ?? undefined
      const bounds = corridor?.daysRange.after ?? undefined
      if (corridor === undefined || after === undefined || bounds === undefined) return []
      const before = corridor.days.before ?? after
      const days = (value: number) => number(wording.language, value, { decimals: 1 })
      return [
        {
          key: `${id} ${letter}`,
          name: labelled(letter, corridorShort(corridorName(id))),
          under: `${days(before)} ${today}`,
          range: { value: after, ...bounds },
          value: days(after),
          interval: `${days(bounds.low)} – ${days(bounds.high)}`,
          verdict: after < before - 0.05 ? 'gain' : after > before + 0.05 ? 'loss' : 'zero',
          estimated: corridor.quality === 'estimated',
          bar: 'known',
        },
      ]
    }),
  )
}

function countryIn(result: CentralResult | undefined, iso3: string) {
  return result?.countries.find(each => each.iso3 === iso3)
}
