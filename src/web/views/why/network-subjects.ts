/** What the why panel says of a crossing, a terminal, a link and a corridor. */
import type {
  BeforeAfter,
  Bounds,
  CentralResult,
  CorridorResult,
  Dataset,
  Measure,
  NetworkRange,
  Place,
  Range,
  WaitResult,
} from '../../../index.js'
import { indexElements, rangeLookup } from '../../../index.js'
import { number } from '../../i18n/locale.js'
import type { Movable } from '../../scenario/lever-for.js'
import { hoursText, linkLabel, placeLabel } from '../map/facts.js'
import { type Fact, levelFact, point, type Subject, type SubjectContext } from './subject-records.js'

const ROUTE_STEPS = ['routes', 'avoidance', 'costs', 'equilibrium'] as const

export function waitSubject(
  placeId: string,
  kind: 'crossing' | 'terminal',
  context: SubjectContext,
): Subject | undefined {
  const { dataset, result, words, language } = context
  const place = dataset.network.places.find(each => each.id === placeId)
  if (place === undefined) return undefined
  const waits = result.waits.filter(wait => wait.placeId === placeId)
  const own = waits.filter(wait => wait.kind === kind)
  const busiest = (own.length > 0 ? own : waits)[0]
  const row = rowOf(dataset, placeId, busiest, kind)
  const { labels, kinds } = words.whyWords
  const stated = busiest && statedHours(dataset, busiest)
  const hours = (value: number) => hoursText(language, value)
  return {
    kicker: kinds[kind],
    title: placeLabel(place),
    ...(busiest !== undefined && {
      level: {
        label: `${labels.wait}: ${waitLabel(busiest, context)}`,
        before: { value: busiest.hours.before, ...(stated ?? point(busiest.hours.before)) },
        after: point(busiest.hours.after),
        beforeText: hours(busiest.hours.before),
        afterText: hours(busiest.hours.after),
        unit: words.whyWords.hours,
        interval: stated === undefined ? '' : words.why.statedRange(hours(stated.low), hours(stated.high)),
        token: 'delay',
        estimated: busiest.quality === 'estimated',
      },
    }),
    facts: waits.flatMap(wait => [
      levelFact(
        `${labels.wait}: ${waitLabel(wait, context)}`,
        hours(wait.hours.before),
        hours(wait.hours.after),
      ),
      teuFact(`${labels.teu}: ${waitLabel(wait, context)}`, wait.teu, context),
    ]),
    notes: [waits.length === 0 ? words.why.none : words.why.noRange],
    rows: placeRows(placeId, row, context),
    tables: ['network-crossings', 'network-terminals', 'network-places'],
    contributed: { kind: 'real-income' },
    acts: measure => actsOnPlace(measure, placeId, place.country, place.country2),
    steps: ROUTE_STEPS,
    ...movableAt(place, row),
  }
}

/** What a lever moves at a place: the wait that is shown, or a strait as a whole. */
function movableAt({ id, kind }: Place, row: WaitRow | undefined): { readonly movable?: Movable } {
  if (row === undefined) return kind === 'strait' ? { movable: { kind, placeId: id } } : {}
  // what takes no time cannot take less, and boxes that change vessels wait for no lever of the format
  if (row.hours === 0) return {}
  if ('mode' in row) {
    const { fromCountry: from, toCountry: to, mode } = row
    return { movable: { kind: 'crossing', placeId: id, from, to, mode } }
  }
  if (row.modeA === row.modeB) return {}
  return { movable: { kind: 'terminal', placeId: id, modes: [row.modeA, row.modeB] } }
}

/** The row of the dataset that a wait stands on; the first of the place where nobody passes. */
function rowOf(
  { network }: Dataset,
  placeId: string,
  wait: WaitResult | undefined,
  kind: 'crossing' | 'terminal',
): WaitRow | undefined {
  const [first, second] =
    kind === 'crossing' ? [network.crossings, network.terminals] : [network.terminals, network.crossings]
  const rows: readonly WaitRow[] = [...first, ...second].filter(row => row.placeId === placeId)
  return wait === undefined ? rows[0] : rows.find(row => isOf(row, wait))
}

/** `CHN→KAZ rail` or `rail–ferry` in the reader's language. */
function waitLabel({ label }: { readonly label: string }, { words, countryName }: SubjectContext): string {
  const modes: Readonly<Record<string, string>> = words.map.facts.modes
  return label
    .replace('→', ' – ')
    .replace(/ (rail|road)$/, ', $1')
    .replace(/inland[ _]waterway|rail|road|sea|ferry/g, mode => modes[mode.replace(' ', '_')] ?? mode)
    .replace(/[A-Z]{3}/g, countryName)
}

/** The stated range of a wait today, where a row of the dataset is the one. */
function statedHours({ network }: Dataset, wait: WaitResult): Bounds | undefined {
  const hours = wait.hours.before
  const rows = [...network.crossings, ...network.terminals].filter(
    row => row.placeId === wait.placeId && Math.abs(row.hours - hours) < 1e-9 && isOf(row, wait),
  )
  const row = rows.length === 1 ? rows[0] : undefined
  return row && { low: Math.min(row.hoursLow, hours), high: Math.max(row.hoursHigh, hours) }
}

type WaitRow = Dataset['network']['crossings'][number] | Dataset['network']['terminals'][number]

function isOf(row: WaitRow, { kind, label }: WaitResult): boolean {
  return kind === ('modeA' in row ? 'terminal' : 'crossing') && label === labelOf(row)
}

/** As a result names the wait of a row. */
function labelOf(row: WaitRow): string {
  return 'modeA' in row
    ? `${row.modeA}–${row.modeB}`.replaceAll('_', ' ')
    : `${row.fromCountry}→${row.toCountry} ${row.mode}`
}

function actsOnPlace(
  measure: Measure,
  placeId: string,
  ...countries: readonly (string | undefined)[]
): boolean {
  if ('placeIds' in measure) return measure.placeIds.includes(placeId)
  return (
    measure.kind === 'digital' &&
    countries.every(iso3 => iso3 !== undefined && measure.countries.includes(iso3))
  )
}

function placeRows(placeId: string, shown: WaitRow | undefined, context: SubjectContext): Subject['rows'] {
  const { network } = context.dataset
  const rows: readonly WaitRow[] = [...network.crossings, ...network.terminals]
  return rows
    .filter(row => row.placeId === placeId)
    .sort((a, b) => Number(b === shown) - Number(a === shown))
    .map(row => ({
      label: waitLabel({ label: labelOf(row) }, context),
      quality: row.quality,
      source: row.source,
    }))
}

function teuFact(label: string, { before, after }: BeforeAfter, { language }: SubjectContext): Fact {
  return levelFact(label, thousandTeu(language, before), thousandTeu(language, after))
}

function thousandTeu(language: SubjectContext['language'], teu: number): string {
  return number(language, teu / 1000, { decimals: teu < 99_950 ? 1 : 0 })
}

function teuLevel(label: string, teu: BeforeAfter, range: Range, interval: string, context: SubjectContext) {
  const { before, after } = teu
  return {
    label,
    before: point(before),
    after: range,
    beforeText: thousandTeu(context.language, before),
    afterText: thousandTeu(context.language, after),
    unit: context.words.whyWords.thousandTeu,
    interval,
    token: Math.abs(after - before) < 50 ? 'zero' : after > before ? 'gain' : 'loss',
  } as const
}

export function linkSubject(linkId: string, context: SubjectContext): Subject | undefined {
  const { dataset, result, words, language } = context
  const link = dataset.network.links.find(each => each.id === linkId)
  if (link === undefined) return undefined
  const { labels, kinds } = words.whyWords
  const { network, networkRanges } = dataset
  const { speed, price } = rangeLookup(
    network,
    indexElements(network),
    networkRanges,
  )(network.links.indexOf(link))
  const { messages } = context.wording
  const speedRange =
    speed === undefined
      ? words.why.noRangeKnown
      : messages.range(
          number(language, (link.speedKmh * speed.low) / speed.central, { decimals: 1 }),
          number(language, (link.speedKmh * speed.high) / speed.central, { decimals: 1 }),
        )
  const row = result.links.find(each => each.id === linkId)
  const teu = row?.teu ?? { before: 0, after: 0 }
  const capacity = row?.capacityTeu.after ?? null
  return {
    kicker: kinds[link.mode],
    title: linkLabel(link, dataset),
    level: {
      ...teuLevel(labels.teu, teu, point(teu.after), '', context),
      estimated: link.quality === 'estimated',
    },
    facts: [
      { label: labels.length, after: number(language, link.lengthKm) },
      { label: labels.speed, after: number(language, link.speedKmh), interval: speedRange },
      ...(capacity === null ? [] : [{ label: labels.capacity, after: number(language, capacity / 1000) }]),
      ...legFacts(result, linkId, price, context),
    ],
    notes: [words.why.linkNoRange],
    rows: [
      { label: link.id, quality: link.quality, source: link.source },
      ...[speed, price].flatMap(range =>
        range === undefined ? [] : [{ label: range.id, quality: range.quality, source: range.source }],
      ),
    ],
    tables: ['network-links', 'network-ranges'],
    contributed: { kind: 'real-income' },
    acts: measure => 'linkIds' in measure && measure.linkIds.includes(linkId),
    steps: ROUTE_STEPS,
    movable: { kind: 'link', linkId },
  }
}

/** Hours and money of passing a link, where a corridor runs over it. */
function legFacts(
  { corridors }: CentralResult,
  linkId: string,
  price: NetworkRange | undefined,
  { words, wording, language }: SubjectContext,
): Fact[] {
  const leg = corridors.flatMap(corridor => corridor.legs).find(({ id }) => id === linkId)
  if (leg === undefined) return []
  const { labels } = words.whyWords
  const hours = (value: number) => hoursText(language, value)
  const usd = (value: number) => number(language, value)
  return [
    levelFact(labels.hours, hours(leg.hours.before), hours(leg.hours.after)),
    levelFact(
      labels.usd,
      usd(leg.usd.before),
      usd(leg.usd.after),
      price === undefined
        ? words.why.noRangeKnown
        : wording.messages.range(
            usd((leg.usd.after * price.low) / price.central),
            usd((leg.usd.after * price.high) / price.central),
          ),
    ),
  ]
}

export function corridorSubject(corridorId: string, context: SubjectContext): Subject | undefined {
  const { dataset, result, words, wording, language } = context
  const corridor = result.corridors.find(({ id }) => id === corridorId)
  if (corridor === undefined) return undefined
  const { labels, kinds } = words.whyWords
  const { days, daysRange, teu, teuRange, usdPerTeu, score } = corridor
  const range = (low: number, high: number) => messages.range(number(language, low), number(language, high))
  const { hasRanges, messages } = wording
  const write = (value: number) => number(language, value, { decimals: 1 })
  const inWords = (value: number | null, closed: string) => (value === null ? closed : write(value))
  const traffic = hasRanges
    ? messages.range(thousandTeu(language, teuRange.after.low), thousandTeu(language, teuRange.after.high))
    : undefined
  const source = dataset.network.corridors.find(({ id }) => id === corridorId)
  const places = new Set(corridor.legs.map(leg => leg.id))
  return {
    kicker: kinds.corridor,
    title: context.corridorName(corridorId),
    ...(days.after !== null && {
      level: {
        label: labels.days,
        ...(days.before !== null && {
          before: { value: days.before, ...(daysRange.before ?? point(days.before)) },
          beforeText: write(days.before),
        }),
        after: { value: days.after, ...(daysRange.after ?? point(days.after)) },
        afterText: write(days.after),
        unit: words.whyWords.days,
        interval:
          daysRange.after === null
            ? ''
            : messages.range(write(daysRange.after.low), write(daysRange.after.high)),
        token: days.before === null || days.after <= days.before ? 'gain' : 'loss',
        estimated: corridor.quality === 'estimated',
      },
    }),
    facts: [
      levelFact(
        labels.days,
        inWords(days.before, words.outcomes.notOpen),
        inWords(days.after, words.outcomes.closed),
      ),
      levelFact(labels.teu, thousandTeu(language, teu.before), thousandTeu(language, teu.after), traffic),
      ...scoreFacts(labels, score, language),
      ...(usdPerTeu.before !== null && usdPerTeu.after !== null
        ? [
            levelFact(
              labels.usd,
              number(language, usdPerTeu.before),
              number(language, usdPerTeu.after),
              usdInterval(corridor, words.why.noRangeKnown, range),
            ),
          ]
        : []),
    ],
    notes: [words.why.waitsRange, ...withoutRange(corridor, context), words.why.trafficRange],
    rows: source === undefined ? [] : [{ label: source.id, quality: source.quality, source: source.source }],
    tables: [
      'network-corridors',
      'network-links',
      'network-crossings',
      'network-terminals',
      'network-ranges',
    ],
    contributed: { kind: 'real-income' },
    acts: measure =>
      ('linkIds' in measure && measure.linkIds.some(id => places.has(id))) ||
      ('placeIds' in measure && measure.placeIds.some(id => places.has(id))),
    steps: ROUTE_STEPS,
    movable: { kind: 'corridor', corridorId },
  }
}

/** Of the scenario; nothing where the corridor is closed. */
function usdInterval(
  { usdPerTeu, usdPerTeuRange, withoutRange: missing }: CorridorResult,
  unknown: string,
  write: (low: number, high: number) => string,
): string | undefined {
  const bounds = usdPerTeuRange.after
  if (bounds === null || missing.after === null) return undefined
  return missing.after.usdPerTeu > 0 && missing.after.usdPerTeu === usdPerTeu.after
    ? unknown
    : write(bounds.low, bounds.high)
}

function withoutRange({ withoutRange: { after } }: CorridorResult, context: SubjectContext): string[] {
  if (after === null || (after.hours < 0.5 && after.usdPerTeu < 0.5)) return []
  const write = (value: number) => number(context.language, value)
  return [context.words.why.withoutRange(write(after.hours), write(after.usdPerTeu))]
}

function scoreFacts(
  labels: SubjectContext['words']['whyWords']['labels'],
  { before, after }: CentralResult['corridors'][number]['score'],
  language: SubjectContext['language'],
): Fact[] {
  if (before === null || after === null) return []
  const pair = (label: string, of: (score: NonNullable<typeof before>) => number, decimals = 0) =>
    levelFact(label, number(language, of(before), { decimals }), number(language, of(after), { decimals }))
  return [
    pair(labels.kmh, score => score.speedWithDelayKmh, 1),
    ...(before.borders > 0 ? [pair(labels.perBorder, score => score.hoursPerBorder, 1)] : []),
    pair(labels.emissions, score => score.kgCo2ePerTeu),
  ]
}
