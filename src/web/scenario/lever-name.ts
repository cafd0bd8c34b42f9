/** What a lever is called: the title that a person wrote, else the thing it acts on in the reader's words. */
import type { Dataset } from '../../index.js'
import { dashed, placeName } from '../../report/context.js'
import type { Messages } from '../i18n/messages.js'
import { leverKey } from './handles.js'
import { listOf } from './today.js'
import type { WrittenMeasure } from './written.js'

type Words = Messages['levers']

/** Names longer than this many are counted. */
const LISTED = 3

/** @param readersWords of a title, where the reader's language has it. */
export function leverName(
  measure: WrittenMeasure,
  words: Words,
  dataset: Dataset,
  readersWords: (title: string) => string,
): string {
  if (typeof measure.title === 'string' && measure.title !== '') return dashed(readersWords(measure.title))
  const { names } = words
  const subject = subjectOf(measure, words, dataset)
  switch (leverKey(measure)) {
    case 'crossing':
      return listOf(measure.crossing).length === 0
        ? subject
        : withModes(names.crossing(subject), measure, words)
    case 'terminal':
      return withModes(names.terminal(subject), measure, words)
    case 'link':
    case 'corridor':
      return withModes([subject, ...listOf(measure.countries)].join(', '), measure, words)
    case 'tariff':
      return isAmongMembers(measure.tariff) ? names.tariff : pairs(names.tariffOther, measure.tariff)
    case 'nonTariff':
      return isAmongMembers(measure.nonTariff)
        ? names.nonTariff
        : pairs(names.nonTariffOther, measure.nonTariff)
    case 'digital':
      return isAmongMembers(measure.digital) ? names.digital : pairs(names.digitalOther, measure.digital)
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

function subjectOf(measure: WrittenMeasure, words: Words, dataset: Dataset): string {
  const places = new Map(dataset.network.places.map(place => [place.id, place]))
  const place = (id: string) => placeName({ places }, id)
  const link = (id: string) => {
    const found = dataset.network.links.find(each => each.id === id)
    return found === undefined ? place(id) : `${place(found.from)} – ${place(found.to)}`
  }
  const corridor = (id: unknown) =>
    dashed(dataset.network.corridors.find(each => each.id === id)?.name ?? String(id))
  const list = (ids: unknown, nameOf: (id: string) => string) => {
    const all = listOf(ids)
    const shown = all.slice(0, LISTED).map(nameOf).join(', ')
    return all.length > LISTED ? `${shown} … (${all.length})` : shown
  }
  if (measure.crossing !== undefined) {
    if (listOf(measure.crossing).length > 0) return list(measure.crossing, place)
    return isAmongMembers(measure.crossing)
      ? words.names.memberBorders
      : pairs(words.names.borders, measure.crossing)
  }
  if (measure.terminal !== undefined) return list(measure.terminal, place)
  if (measure.link !== undefined) return list(measure.link, link)
  if (measure.corridor !== undefined) return corridor(measure.corridor)
  if (measure.oneGauge !== undefined) return list(measure.oneGauge, place)
  const acted = measure.open ?? measure.close
  if (listOf(acted).length > 0) return list(acted, link)
  const parts = (acted ?? {}) as Readonly<Record<string, unknown>>
  return Object.entries(parts)
    .map(([kind, ids]) => (kind === 'corridor' ? corridor(ids) : list(ids, kind === 'link' ? link : place)))
    .join(', ')
}

function withModes(name: string, measure: WrittenMeasure, { modes }: Words): string {
  const all = [...listOf(measure.mode), ...listOf(measure.modes)]
  const known = all.map(mode => modes[mode as keyof typeof modes]).filter(mode => mode !== undefined)
  return known.length === 0 ? name : `${name}, ${known.join(' – ')}`
}

function isAmongMembers(written: unknown): boolean {
  return (written as { readonly among?: unknown }).among === 'members'
}

/** The two sides as they are written, ISO codes and names of blocs. */
function pairs(name: string, written: unknown): string {
  const { among, exporters, importers, between } = written as Readonly<Record<string, unknown>>
  const sides =
    among !== undefined
      ? listOf(among).join(', ')
      : between !== undefined
        ? (between as readonly unknown[]).map(side => listOf(side).join(', ')).join(' – ')
        : [exporters, importers].map(side => listOf(side).join(', ')).join(' – ')
  return `${name}: ${sides}`
}
