/** What the map would like to name, and how much: the greedy placement keeps what fits. */

import type { Place } from '../../dataset/dataset.js'
import { cityName, dashed, shortName } from '../context.js'
import type { Geography } from './geography.js'
import {
  type Box,
  CHANGED_TIER,
  FIRST_TIER,
  type LabelWish,
  type PlacedLabel,
  placeLabels,
} from './labels.js'
import { VISIBLE_TEU } from './line-shapes.js'
import type { MapContext } from './map-context.js'
import type { MapView } from './projection.js'
import { type TrafficLine, trafficWidth } from './traffic.js'
import { isBottleneck, type WaitMark } from './waits.js'

export interface LabelDetail {
  readonly most: number
  /** Places whose names come first, e.g. the ends of the corridors that change. */
  readonly wanted: ReadonlySet<string>
  /** Where something else stands over the map. */
  readonly reserved?: readonly Box[]
  /** What is named besides capitals and the ends of corridors; nothing where undefined. */
  readonly also?: 'cities' | 'corridors' | 'all'
  /** Place that the reader has selected: its name comes before all others. */
  readonly chosen?: string
  /** Hours of a wait in words, put behind its name. */
  readonly hours?: (hours: number) => string
}

interface LabelChoices extends LabelDetail {
  /** By how much marks are larger than in the home view. */
  readonly size: number
  /** Places that the scenario closes. */
  readonly closed: readonly Place[]
  /** Codes of shapes that are drawn as part of another country and bear no name of their own. */
  readonly unnamed: ReadonlySet<string>
}

/** Capitals that are not their country's largest city, by place id. */
const CAPITALS = new Set(['astana', 'ankara', 'islamabad', 'delhi', 'beijing', 'hanoi', 'abu-dhabi'])

/** Rank of what changes, of ends of changed corridors, of capitals, of countries; the rest fills what is left. */
const RANK = {
  chosen: CHANGED_TIER + 400,
  city: 130,
  corridorPlace: 100,
  place: 40,
  changed: CHANGED_TIER,
  wanted: 330,
  memberCity: 300,
  nearCity: 270,
  member: FIRST_TIER,
  end: 140,
  country: 120,
  farCountry: 60,
  wait: 145,
  bottleneck: 260,
}

export function mapLabels(
  context: MapContext,
  view: MapView,
  geography: Geography,
  lines: readonly TrafficLine[],
  marks: readonly WaitMark[],
  members: ReadonlySet<string>,
  choices: LabelChoices,
): PlacedLabel[] {
  const drawn = lines.filter(line => isDrawnWide(line))
  const wishes = [
    ...markWishes(marks, choices),
    ...closedWishes(view, choices.closed),
    ...cityWishes(context, view, lines, marks, members, choices),
    ...countryWishes(context, geography, members, choices),
  ]
  const discs = marks.map(mark => ({ x: mark.x, y: mark.y, radius: reach(mark) }))
  const along = drawn.flatMap(line => {
    const half = trafficWidth(Math.max(line.before, line.after), line.change, choices.size) / 2 + 1
    return line.samples.map(point => ({ point, half }))
  })
  return placeLabels(wishes, view, discs, along, choices.most, choices.reserved)
}

function isDrawnWide(line: TrafficLine): boolean {
  return Math.max(line.before, line.after) >= VISIBLE_TEU && !(line.seaOnly && line.change === 'none')
}

/** Pixels around a mark that its ring of today needs too. */
function reach(mark: WaitMark): number {
  return Math.max(mark.radius, mark.changed ? mark.todayRadius + 1.4 : 0)
}

/** A border post bears both its names. */
function label(place: Place): string {
  return place.kind === 'border' ? shortName(dashed(place.name)) : cityName(place.name)
}

function markWishes(marks: readonly WaitMark[], { hours, chosen }: LabelDetail): LabelWish[] {
  const isStrong = (mark: WaitMark) => mark.changed || mark.place.id === chosen
  return marks.map(mark => ({
    text: hours === undefined ? label(mark.place) : `${label(mark.place)}, ${hours(mark.after)}`,
    x: mark.x,
    y: mark.y,
    radius: reach(mark),
    size: 12,
    weight: isStrong(mark) ? 600 : 400,
    look: isStrong(mark) ? 'strong' : 'place',
    ring: false,
    rank: isStrong(mark)
      ? (mark.place.id === chosen ? RANK.chosen : RANK.changed) +
        Math.min(60, mark.before) +
        Math.min(60, mark.teu / 5000)
      : (isBottleneck(mark) ? RANK.bottleneck : RANK.wait) + Math.min(30, mark.after / 4),
  }))
}

function closedWishes(view: MapView, closed: readonly Place[]): LabelWish[] {
  return closed.map(place => {
    const [x, y] = view.project(place.longitude, place.latitude)
    return {
      text: label(place),
      x,
      y,
      radius: 5,
      size: 12,
      weight: 600,
      look: 'strong',
      ring: false,
      rank: RANK.changed + 200,
    }
  })
}

function cityWishes(
  context: MapContext,
  view: MapView,
  lines: readonly TrafficLine[],
  marks: readonly WaitMark[],
  members: ReadonlySet<string>,
  choices: LabelChoices,
): LabelWish[] {
  const marked = new Set(marks.map(mark => mark.place.id))
  const traffic = new Map<string, number>()
  for (const line of lines) {
    for (const id of [line.from.id, line.to.id]) {
      traffic.set(id, Math.max(traffic.get(id) ?? 0, line.before, line.after))
    }
  }
  const centres = new Map(
    context.dataset.countries.map(country => [country.iso3, country.centre.name.toLowerCase()]),
  )
  const ends = new Set(context.dataset.network.corridors.flatMap(({ places }) => [places[0], places.at(-1)]))
  const onCorridor = new Set(context.dataset.network.corridors.flatMap(({ places }) => places))
  const rankOf = (place: Place): number => {
    const busy = Math.min(15, (traffic.get(place.id) ?? 0) / 1e5)
    if (choices.wanted.has(place.id)) return RANK.wanted + busy
    const isCentre =
      CAPITALS.has(place.id) || centres.get(place.country ?? '') === shortName(place.name).toLowerCase()
    const region = context.countries.get(place.country ?? '')?.region
    if (isCentre && members.has(place.country ?? '')) return RANK.memberCity + busy
    if (isCentre && (region === 'central-asia' || region === 'caucasus')) return RANK.nearCity + busy
    if (busy > 0 && ends.has(place.id)) return RANK.end + busy
    if (choices.also === undefined) return 0
    if (busy > 0 && place.kind === 'city') return RANK.city + busy
    if (choices.also === 'cities') return 0
    if (onCorridor.has(place.id)) return RANK.corridorPlace + busy
    return choices.also === 'all' ? RANK.place + busy : 0
  }
  const hidden = choices.also === undefined || choices.also === 'cities'
  return context.dataset.network.places.flatMap(place => {
    if (marked.has(place.id) || (hidden && (place.kind === 'border' || place.kind === 'strait'))) return []
    const [x, y] = view.project(place.longitude, place.latitude)
    const rank = rankOf(place)
    if (rank === 0 || x < 4 || y < 4 || x > view.width - 4 || y > view.height - 4) return []
    return [
      {
        text: label(place),
        x,
        y,
        radius: 2,
        size: 12,
        weight: 400,
        look: 'place',
        ring: true,
        rank,
      } as const,
    ]
  })
}

/** Pixels of area under which a country is not named, unless it is a member. */
const NAMED_AREA = 1500
const NAMED_MEMBER_AREA = 350
const LONGEST_NAME = 22

/** Regions at the edge of the map, whose names give way to those along the corridors. */
function isFar(region: string): boolean {
  return region === 'africa' || region === 'europe' || region === 'south-east-asia'
}

function countryWishes(
  context: MapContext,
  geography: Geography,
  members: ReadonlySet<string>,
  choices: LabelChoices,
): LabelWish[] {
  const byArea = [...geography.centres].sort((a, b) => b[1].area - a[1].area)
  return byArea.flatMap(([code, centre], k) => {
    const country = context.countries.get(code)
    const member = members.has(code)
    if (country === undefined || choices.unnamed.has(code)) return []
    if (centre.area < (member ? NAMED_MEMBER_AREA : NAMED_AREA)) return []
    const text = context.countryName(country)
    if (text.length > LONGEST_NAME) return []
    return [
      {
        text,
        x: centre.x,
        y: centre.y,
        radius: 0,
        size: 11,
        weight: member ? 600 : 400,
        look: member ? 'country-member' : 'country',
        ring: false,
        rank: member ? RANK.member : (isFar(country.region) ? RANK.farCountry : RANK.country) - k * 0.1,
        reach: k < 4 ? 42 : 28,
      } as const,
    ]
  })
}
