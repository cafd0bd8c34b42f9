/** What a reader is told of a mark or a line, in words and numbers of their language. */
import type { BeforeAfter, CentralResult, Dataset, Link, Place } from '../../../index.js'
import { cityName, dashed, shortName } from '../../../report/context.js'
import { VISIBLE_TEU } from '../../../report/map/line-shapes.js'
import type { TrafficLine } from '../../../report/map/traffic.js'
import type { Language } from '../../i18n/languages.js'
import { number, percent } from '../../i18n/locale.js'
import type { Messages } from '../../i18n/messages.js'
import type { MapTarget } from './targets.js'

export interface FactContext {
  readonly dataset: Dataset
  readonly result: CentralResult
  readonly language: Language
  readonly words: Messages['map']
}

export interface Facts {
  readonly name: string
  /** One or two lines of numbers. */
  readonly lines: readonly string[]
}

export function factsOf(target: MapTarget, context: FactContext): Facts {
  switch (target.kind) {
    case 'country':
      return countryFacts(target.iso3, context)
    case 'crossing':
    case 'terminal':
      return waitFacts(target.placeId, target.kind, context)
    case 'link':
      return linkFacts(target.linkId, context)
    case 'corridor':
      return corridorFacts(target.corridorId, context)
  }
}

function countryFacts(iso3: string, { dataset, result, language, words }: FactContext): Facts {
  const country = dataset.countries.find(each => each.iso3 === iso3)
  const name = country === undefined ? iso3 : shortName(country.names[language])
  const row = result.countries.find(each => each.iso3 === iso3)
  if (row === undefined) return { name, lines: [words.facts.unknown] }
  const change = (value: number) => percent(language, value, { decimals: 2, signed: true })
  return {
    name,
    lines: [
      words.facts.income(change(row.realIncomeChangePercent.value)),
      words.facts.exports(change(row.exportsChangePercent.value)),
    ],
  }
}

function waitFacts(placeId: string, kind: 'crossing' | 'terminal', context: FactContext): Facts {
  const { dataset, result, language, words } = context
  const place = dataset.network.places.find(each => each.id === placeId)
  const all = result.waits.filter(wait => wait.placeId === placeId)
  const ofKind = all.filter(wait => wait.kind === kind)
  const waits = ofKind.length > 0 ? ofKind : all
  const name = place === undefined ? placeId : placeLabel(place)
  if (waits.length === 0) return { name, lines: [traffic(throughTraffic(placeId, context), context)] }
  const teu = {
    before: sum(waits.map(wait => wait.teu.before)),
    after: sum(waits.map(wait => wait.teu.after)),
  }
  const weights = waits.map(wait => Math.max(wait.teu.before, wait.teu.after))
  const total = sum(weights)
  const mean = (side: keyof BeforeAfter) =>
    sum(waits.map((wait, k) => wait.hours[side] * (total > 0 ? weights[k]! / total : 1 / waits.length)))
  const [before, after] = [hoursText(language, mean('before')), hoursText(language, mean('after'))]
  const heaviest = waits[weights.indexOf(Math.max(...weights))]!
  const wait = before === after ? words.facts.hoursNow(after) : words.facts.hoursChange(before, after)
  return {
    name,
    lines: [
      heaviest.quality === 'estimated' ? `${wait} (${words.facts.estimated})` : wait,
      traffic(teu, context),
    ],
  }
}

/** Of a place where nobody waits, e.g. a strait: half of what its links carry. */
function throughTraffic(placeId: string, { dataset, result }: FactContext): BeforeAfter {
  const ids = new Set(
    dataset.network.links.filter(({ from, to }) => from === placeId || to === placeId).map(({ id }) => id),
  )
  const rows = result.links.filter(({ id }) => ids.has(id))
  const half = (side: keyof BeforeAfter) => sum(rows.map(({ teu }) => teu[side])) / 2
  return { before: half('before'), after: half('after') }
}

function linkFacts(linkId: string, context: FactContext): Facts {
  const { dataset, result, language, words } = context
  const link = dataset.network.links.find(each => each.id === linkId)
  if (link === undefined) return { name: linkId, lines: [words.facts.unknown] }
  const row = result.links.find(each => each.id === linkId)
  const state =
    row?.open.before === true && !row.open.after
      ? words.facts.closed
      : link.status === 'planned' && row?.open.after !== true
        ? words.facts.planned
        : traffic(row?.teu ?? { before: 0, after: 0 }, context)
  return {
    name: `${linkLabel(link, dataset)}, ${words.facts.modes[link.mode]}`,
    lines: [state, words.facts.line(number(language, link.lengthKm), number(language, link.speedKmh))],
  }
}

function corridorFacts(corridorId: string, context: FactContext): Facts {
  const { dataset, result, language, words } = context
  const row = result.corridors.find(each => each.id === corridorId)
  const name = dashed(dataset.network.corridors.find(({ id }) => id === corridorId)?.name ?? corridorId)
  if (row === undefined) return { name, lines: [words.facts.unknown] }
  const { before, after } = row.days
  const days = (value: number) => number(language, value, { decimals: 1 })
  const time =
    after === null
      ? words.facts.closed
      : before === null || days(before) === days(after)
        ? words.facts.daysNow(days(after))
        : words.facts.daysChange(days(before), days(after))
  return { name, lines: [time, traffic(row.teu, context)] }
}

function traffic({ before, after }: BeforeAfter, { language, words }: FactContext): string {
  const [from, to] = [teuText(language, before), teuText(language, after)]
  if (Math.max(before, after) < 0.5) return words.facts.noTraffic
  return from === to ? words.facts.teuNow(to) : words.facts.teuChange(from, to)
}

/** Two significant figures under 10,000, else whole thousands. */
export function teuText(language: Language, value: number): string {
  const size = Math.abs(value)
  const step = size < 100 ? 1 : size < 1000 ? 10 : size < 10_000 ? 100 : 1000
  return number(language, Math.round(value / step) * step)
}

/** Whole from ten on, one decimal below. */
export function hoursText(language: Language, value: number): string {
  return number(language, value, { decimals: value >= 9.95 || value === Math.round(value) ? 0 : 1 })
}

/** A border post bears both its names. */
export function placeLabel(place: Place): string {
  return place.kind === 'border' ? shortName(dashed(place.name)) : cityName(place.name)
}

export function linkLabel(link: Link, dataset: Dataset): string {
  return [link.from, link.to]
    .map(id => dataset.network.places.find(place => place.id === id))
    .map((place, k) => (place === undefined ? [link.from, link.to][k]! : placeLabel(place)))
    .join(' – ')
}

/** The main change in words, for those who cannot see the drawing. */
export function describeChange(lines: readonly TrafficLine[], { language, words }: FactContext): string {
  const told = lines.filter(line => line.change !== 'none')
  const by = (line: TrafficLine) => line.after - line.before
  const most = (sign: 1 | -1) =>
    told.reduce<TrafficLine | undefined>(
      (best, line) => (sign * by(line) > Math.max(VISIBLE_TEU, best ? sign * by(best) : 0) ? line : best),
      undefined,
    )
  const name = (line: TrafficLine) => `${placeLabel(line.from)} – ${placeLabel(line.to)}`
  const [gain, loss] = [most(1), most(-1)]
  const sentences = [
    gain && words.gainsMost(name(gain), teuText(language, by(gain))),
    loss && words.losesMost(name(loss), teuText(language, -by(loss))),
  ].filter(sentence => sentence !== undefined)
  return sentences.length > 0 ? sentences.join(' ') : words.noChange
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
