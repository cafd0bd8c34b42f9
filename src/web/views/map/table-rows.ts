/** Rows of the table behind the map. */
import { shortName } from '../../../report/context.js'
import { isInnerSea } from '../../../report/map/sea-lanes.js'
import { changeClass, visibleChange } from '../../../report/map/traffic.js'
import { number } from '../../i18n/locale.js'
import { type FactContext, hoursText, linkLabel, placeLabel } from './facts.js'

export interface LineRow {
  readonly id: string
  readonly line: string
  readonly mode: string
  readonly before: string
  readonly after: string
  readonly change: string
  readonly quality: string
}

export interface WaitRow {
  readonly id: string
  readonly place: string
  readonly kind: string
  readonly before: string
  readonly after: string
  readonly change: string
  readonly quality: string
}

/** The largest changes first, then the most traffic; of links of the open sea only those that change. */
export function lineRows(context: FactContext, most: number): { rows: LineRow[]; others: number } {
  const { dataset, result, language, words } = context
  const links = new Map(dataset.network.links.map(link => [link.id, link]))
  const visible = visibleChange(result.links)
  const thousands = (value: number, signed = false) =>
    number(language, value / 1000, { decimals: Math.abs(value) < 9950 ? 1 : 0, signed })
  const places = new Map(dataset.network.places.map(place => [place.id, place]))
  const isOpenSea = ({ id }: (typeof result.links)[number]) => {
    const { mode, from, to } = links.get(id)!
    return mode === 'sea' && !isInnerSea(places.get(from)!, places.get(to)!)
  }
  const change = (link: (typeof result.links)[number]) => {
    const { before, after } = link.teu
    return changeClass(link.teu, isOpenSea(link) ? visible.sea : visible.land) === 'none'
      ? 0
      : Math.abs(after - before)
  }
  const told = result.links
    .filter(link => links.has(link.id) && Math.max(link.teu.before, link.teu.after) >= 0.5)
    .filter(link => links.get(link.id)!.mode !== 'sea' || change(link) > 0)
    .sort((a, b) => change(b) - change(a) || b.teu.after - a.teu.after || (a.id < b.id ? -1 : 1))
  const rows = told.slice(0, most).map(({ id, teu }) => {
    const link = links.get(id)!
    return {
      id,
      line: linkLabel(link, dataset),
      mode: words.facts.modes[link.mode],
      before: thousands(teu.before),
      after: thousands(teu.after),
      change: thousands(teu.after - teu.before, true),
      quality: words.tables.qualities[link.quality],
    }
  })
  return { rows, others: told.length - rows.length }
}

/** `CHN→KAZ rail` or `rail–ferry` of the model in the reader's words. */
function waitKind(label: string, { dataset, language, words }: FactContext): string {
  return label
    .replace(/[A-Z]{3}/g, iso3 => {
      const country = dataset.countries.find(each => each.iso3 === iso3)
      return country === undefined ? iso3 : shortName(country.names[language])
    })
    .replace('→', ' – ')
    .replace(/ (rail|road)$/, (_, mode: 'rail' | 'road') => `, ${words.facts.modes[mode]}`)
    .replace(/^(\w+)–(\w+)$/, (whole, a: string, b: string) => {
      const modes: Readonly<Record<string, string>> = words.facts.modes
      return modes[a] === undefined || modes[b] === undefined ? whole : `${modes[a]} – ${modes[b]}`
    })
}

export function waitRows(context: FactContext): WaitRow[] {
  const { dataset, result, language, words } = context
  const places = new Map(dataset.network.places.map(place => [place.id, place]))
  const change = ({ hours }: (typeof result.waits)[number]) => Math.abs(hours.after - hours.before)
  return [...result.waits]
    .sort(
      (a, b) => change(b) - change(a) || b.hours.after - a.hours.after || (a.placeId < b.placeId ? -1 : 1),
    )
    .map(wait => {
      const place = places.get(wait.placeId)
      const { before, after } = wait.hours
      return {
        id: `${wait.placeId} ${wait.kind} ${wait.label}`,
        place: place === undefined ? wait.placeId : placeLabel(place),
        kind: waitKind(wait.label, context),
        before: hoursText(language, before),
        after: hoursText(language, after),
        change: number(language, after - before, { decimals: 1, signed: true }),
        quality: words.tables.qualities[wait.quality],
      }
    })
}
