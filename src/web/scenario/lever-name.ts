/** What a lever is called: the title that a person wrote, else the thing it acts on in the reader's words. */
import type { Dataset } from '../../index.js'
import { dashed } from '../../report/context.js'
import type { Language } from '../i18n/languages.js'
import { series } from '../i18n/locale.js'
import type { Messages } from '../i18n/messages.js'
import { corridorAmong, placeShort } from '../i18n/short-names.js'
import { leverKey } from './handles.js'
import { listOf } from './today.js'
import type { WrittenMeasure } from './written.js'

export interface LeverNaming {
  readonly words: Messages['levers']
  readonly language: Language
  readonly dataset: Dataset
  readonly countryName: (iso3: string) => string
  /** Of a title, where the reader's language has it. */
  readonly readersWords: (title: string) => string
  /** Measures from which it is to be told: what none of them shares is left out of a name. */
  readonly among: readonly WrittenMeasure[]
}

/** Names longer than this many are counted. */
const LISTED = 3

export function leverName(measure: WrittenMeasure, naming: LeverNaming): string {
  if (typeof measure.title === 'string' && measure.title !== '')
    return dashed(naming.readersWords(measure.title))
  const { names } = naming.words
  const subject = subjectOf(measure, naming)
  switch (leverKey(measure)) {
    case 'crossing':
      return listOf(measure.crossing).length === 0
        ? subject
        : withCarriers(names.crossing(subject), measure, naming)
    case 'terminal':
      return withCarriers(names.terminal(subject), measure, naming)
    case 'link':
    case 'corridor':
      return withCarriers(subject, measure, naming)
    case 'tariff':
      return isAmongMembers(measure.tariff)
        ? names.tariff
        : names.field(names.tariffOther, sides(measure.tariff, naming))
    case 'nonTariff':
      return isAmongMembers(measure.nonTariff)
        ? names.nonTariff
        : names.field(names.nonTariffOther, sides(measure.nonTariff, naming))
    case 'digital':
      return isAmongMembers(measure.digital)
        ? names.digital
        : names.field(names.digitalOther, sides(measure.digital, naming))
    case 'oneGauge':
      return names.oneGauge(subject)
    case 'open':
      return names.open(subject)
    case 'close':
      return names.close(subject)
    default:
      return names.avoidance
  }
}

/** The same where it goes without saying that something is opened. */
export function openedName(measure: WrittenMeasure, naming: LeverNaming): string {
  return measure.title === undefined ? subjectOf(measure, naming) : leverName(measure, naming)
}

/** Whether the name says of whom the measure is, so that it need not be said again beside it. */
export function namesOwners(
  measure: WrittenMeasure,
  owners: readonly string[],
  naming: Pick<LeverNaming, 'among'>,
): boolean {
  const countries = listOf(measure.countries).join()
  return measure.title === undefined && owners.join() === countries && tellsCountries(measure, naming)
}

/** Countries tell a stretch of a way from its other stretches. */
function tellsCountries(
  { corridor, link, countries }: WrittenMeasure,
  { among }: Pick<LeverNaming, 'among'>,
) {
  const other = listOf(countries).join()
  return among.some(
    each =>
      each.title === undefined &&
      JSON.stringify([each.corridor, each.link]) === JSON.stringify([corridor, link]) &&
      listOf(each.countries).join() !== other,
  )
}

function subjectOf(measure: WrittenMeasure, naming: LeverNaming): string {
  const { words, language, dataset } = naming
  const { places, links, corridors } = dataset.network
  const place = (id: string) => placeShort(places.find(each => each.id === id)?.name ?? id)
  const link = (id: string) => {
    const found = links.find(each => each.id === id)
    return found === undefined ? place(id) : `${place(found.from)} – ${place(found.to)}`
  }
  const named = new Set(naming.among.flatMap(corridorsOf))
  const corridor = (id: string) => {
    const found = corridors.find(each => each.id === id)
    const others = corridors.filter(each => each.id !== id && named.has(each.id))
    return found === undefined
      ? id
      : corridorAmong(
          found.name,
          others.map(({ name }) => name),
        )
  }
  const list = (ids: unknown, nameOf: (id: string) => string) => {
    const all = listOf(ids)
    const shown = series(language, all.slice(0, LISTED).map(nameOf))
    return all.length > LISTED ? `${shown} … (${all.length})` : shown
  }
  if (measure.crossing !== undefined) {
    if (listOf(measure.crossing).length > 0) return list(measure.crossing, place)
    return isAmongMembers(measure.crossing)
      ? words.names.memberBorders
      : words.names.field(words.names.borders, sides(measure.crossing, naming))
  }
  if (measure.terminal !== undefined) return list(measure.terminal, place)
  if (measure.link !== undefined) return list(measure.link, link)
  if (measure.corridor !== undefined) return list(measure.corridor, corridor)
  if (measure.oneGauge !== undefined) return list(measure.oneGauge, place)
  const acted = measure.open ?? measure.close
  if (listOf(acted).length > 0) return list(acted, link)
  const nameOf: Readonly<Record<string, (id: string) => string>> = { corridor, link }
  return series(
    language,
    Object.entries((acted ?? {}) as Readonly<Record<string, unknown>>).map(([kind, ids]) =>
      list(ids, nameOf[kind] ?? place),
    ),
  )
}

function corridorsOf({ corridor, open, close }: WrittenMeasure): readonly string[] {
  const parts = [open, close].map(acted => (acted as { readonly corridor?: unknown } | undefined)?.corridor)
  return [corridor, ...parts].flatMap(listOf)
}

/** Whose wait or speed it is: trains, trains – ferries, trains in Kazakhstan. */
function withCarriers(name: string, measure: WrittenMeasure, naming: LeverNaming): string {
  const {
    words: { modes, names },
    language,
    countryName,
  } = naming
  const carriers = [...listOf(measure.mode), ...listOf(measure.modes)]
    .map(mode => modes[mode as keyof typeof modes])
    .filter(mode => mode !== undefined)
    .join(' – ')
  const told = tellsCountries(measure, naming) ? listOf(measure.countries) : []
  const countries = series(language, told.map(countryName))
  if (carriers === '' && countries === '') return name
  if (carriers === '' || countries === '') return names.part(name, carriers + countries)
  return names.part(name, names.within(carriers, countries))
}

function isAmongMembers(written: unknown): boolean {
  return (written as { readonly among?: unknown }).among === 'members'
}

/** Those who are named, as they are written: ISO codes and names of blocs; the members of the bloc in the reader's language. */
export function ownersNamed(
  ids: readonly string[],
  { language, words }: Pick<LeverNaming, 'language' | 'words'>,
): string {
  return series(
    language,
    ids.map(id => (id === 'members' ? words.names.members : id)),
  )
}

/** The two sides of a measure on trade. */
function sides(written: unknown, naming: LeverNaming): string {
  const { among, exporters, importers, between } = written as Readonly<Record<string, unknown>>
  const side = (ids: unknown) => ownersNamed(listOf(ids), naming)
  if (among !== undefined) return side(among)
  const both = between === undefined ? [exporters, importers] : (between as readonly unknown[])
  return both.map(side).join(' – ')
}
