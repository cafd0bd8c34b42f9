/** A journey for machines (JSON, one leg for each element) and for the screen (one line for each stretch). */
import {
  type EndWait,
  endWait,
  type JourneyScore,
  type JourneyStep,
  loadingAt,
  type Mode,
  type NetworkTables,
  type Terminal,
} from '../index.js'
import type { TextTable } from './text-table.js'

/** What a step is called on the screen. */
const WAITS = {
  border: 'border',
  gauge: 'change of gauge',
  terminal: 'change of mode',
  canal: 'canal',
} as const

/** Legs as `--json` prints them. */
export function legsJson(network: NetworkTables, steps: readonly JourneyStep[]) {
  const names = placeNames(network)
  return steps.map(step => ({
    kind: step.kind,
    id: step.id,
    from: step.from,
    to: step.to,
    from_name: names.get(step.from) ?? step.from,
    to_name: names.get(step.to) ?? step.to,
    mode: step.mode,
    ...(step.fromCountry === undefined ? {} : { from_country: step.fromCountry }),
    ...(step.country === undefined ? {} : { country: step.country }),
    hours: step.hours,
    hours_low: step.hoursLow,
    hours_high: step.hoursHigh,
    usd_per_teu: step.usd,
    usd_per_teu_low: step.usdLow,
    usd_per_teu_high: step.usdHigh,
    hours_have_range: step.hoursRanged,
    usd_has_range: step.usdRanged,
    length_km: step.lengthKm,
    quality: step.quality,
    source: step.source,
  }))
}

/** The scoreboard as `--json` prints it. */
export function scoreJson(score: JourneyScore) {
  return {
    hours_low: score.hours.low,
    hours_high: score.hours.high,
    usd_per_teu_low: score.usdPerTeuRange.low,
    usd_per_teu_high: score.usdPerTeuRange.high,
    without_range: { hours: score.withoutRange.hours, usd_per_teu: score.withoutRange.usdPerTeu },
    hours_by: score.hoursByKind,
    speed_without_delay_kmh: score.speedWithoutDelayKmh,
    speed_with_delay_kmh: score.speedWithDelayKmh,
    borders: score.borders,
    hours_per_border: score.hoursPerBorder,
    hours_per_500_km: score.hoursPer500Km,
    usd_per_500_km_and_20_t: score.usdPer500KmAnd20Tonnes,
    kg_co2e_per_teu: score.kgCo2ePerTeu.mean,
    kg_co2e_per_teu_low: score.kgCo2ePerTeu.low,
    kg_co2e_per_teu_high: score.kgCo2ePerTeu.high,
    length_by_quality: score.lengthByQuality,
  }
}

interface JourneyEnd {
  readonly placeId: string
  readonly mode: Mode
  readonly end: EndWait['end']
}

function endsOf(steps: readonly JourneyStep[]): readonly JourneyEnd[] {
  const moving = steps.filter(step => step.kind === 'running')
  const [first, last] = [moving[0], moving.at(-1)]
  if (first === undefined || last === undefined) return []
  return [
    { placeId: first.from, mode: first.mode as Mode, end: 'origin' },
    { placeId: last.to, mode: last.mode as Mode, end: 'destination' },
  ]
}

/** What is known of waits at the two ends, which are in no figure of the journey. */
export function endWaitsOf(network: NetworkTables, steps: readonly JourneyStep[]): readonly EndWait[] {
  return endsOf(steps).flatMap(({ placeId, mode, end }) => endWait(network, placeId, mode, end) ?? [])
}

/** What loading and unloading take, which is in no figure of a journey from terminal to terminal, but in every cost of the model. */
export interface EndLoading extends JourneyEnd {
  readonly row: Terminal
}

export function endLoadingsOf(network: NetworkTables, steps: readonly JourneyStep[]): readonly EndLoading[] {
  return endsOf(steps).flatMap(each => {
    const row = loadingAt(network, each.placeId, each.mode)
    return row === undefined ? [] : [{ ...each, row }]
  })
}

/** The same as `--json` prints it. */
export function endLoadingsJson(loadings: readonly EndLoading[]) {
  return loadings.map(({ placeId, mode, end, row }) => ({
    place: placeId,
    mode,
    end,
    hours: row.hours,
    hours_low: row.hoursLow,
    hours_high: row.hoursHigh,
    usd_per_teu: row.usdPerTeu,
    quality: row.quality,
    source: row.source,
  }))
}

/** A sentence on loading at the ends, or nothing where none is known. */
export function endLoadingsNote(network: NetworkTables, loadings: readonly EndLoading[]): readonly string[] {
  if (loadings.length === 0) return []
  const names = placeNames(network)
  const known = loadings.map(
    ({ placeId, mode, row }) =>
      `${names.get(placeId)} (${mode.replaceAll('_', ' ')}) ${row.hours.toFixed(0)} h (${row.hoursLow.toFixed(0)}–${row.hoursHigh.toFixed(0)}) and ${row.usdPerTeu.toFixed(0)} USD`,
  )
  return [
    `From terminal to terminal. Loading and unloading come on top in every cost of the model: ${known.join('; ')}.`,
  ]
}

/** The same as `--json` prints it. */
export function endWaitsJson(waits: readonly EndWait[]) {
  return waits.map(wait => ({
    place: wait.placeId,
    mode: wait.mode,
    end: wait.end,
    hours: wait.hours,
    hours_low: wait.hoursLow,
    hours_high: wait.hoursHigh,
    counts_for: wait.countsFor,
    quality: wait.quality,
    source: wait.source,
  }))
}

/** A sentence on waits at the ends, known or not. */
export function endWaitsNote(network: NetworkTables, waits: readonly EndWait[]): string {
  const names = placeNames(network)
  const known = waits.map(
    ({ placeId, end, hours, hoursLow, hoursHigh, countsFor }) =>
      `${names.get(placeId)} (${end}) ${hours.toFixed(0)} h (${hoursLow.toFixed(0)}–${hoursHigh.toFixed(0)}), ${countsFor}`,
  )
  const start = 'Waits for booking and for the first port call are not in it'
  return known.length === 0 ? `${start}.` : `${start}; known are: ${known.join('; ')}.`
}

const NO_RANGE = 'no range'

/** The range of the money, or that none is known of any of it. */
export function usdRange({ usdPerTeu, usdPerTeuRange: { low, high }, withoutRange }: JourneyScore): string {
  return usdPerTeu > 0 && withoutRange.usdPerTeu === usdPerTeu ? NO_RANGE : rangeText(low, high, 0)
}

/** The range of the hours as days, or that none is known of any of them. */
export function daysRange({ hours, withoutRange }: JourneyScore): string {
  return hours.mean > 0 && withoutRange.hours === hours.mean
    ? NO_RANGE
    : rangeText(hours.low / 24, hours.high / 24, 1)
}

export function rangeText(low: number, high: number, digits: number): string {
  return `${low.toFixed(digits)}–${high.toFixed(digits)}`
}

/** What the ranges are, and what of these journeys carries none. */
export function rangesNote(scores: readonly JourneyScore[]): string {
  const most = (of: (score: JourneyScore) => number) => Math.max(...scores.map(of))
  const hours = most(score => score.withoutRange.hours)
  const usd = most(score => score.withoutRange.usdPerTeu)
  const parts = [
    ...(hours >= 0.5 ? [`${hours.toFixed(0)} h moving`] : []),
    ...(usd >= 0.5 ? [`${usd.toFixed(0)} USD`] : []),
  ]
  const missing =
    parts.length === 0
      ? ''
      : ` No range is known for ${scores.length > 1 ? 'up to ' : ''}${parts.join(' and ')}, which count as they are.`
  return `Ranges: all waits short, all moving fast and all rates low, against all long, slow and high; the widest, no forecast.${missing}`
}

interface Stretch {
  readonly what: string
  readonly mode: string
  km: number
  hours: number
  low: number
  high: number
  usd: number
  usdLow: number
  usdHigh: number
  /** Whether a range is known of all of it. */
  hoursRanged: boolean
  usdRanged: boolean
  readonly qualities: Set<string>
}

/** Consecutive links of one mode in one line, every wait in a line of its own; straits are part of their sea leg. */
export function stretchTable(network: NetworkTables, steps: readonly JourneyStep[]): TextTable {
  const names = placeNames(network)
  const stretches: Stretch[] = []
  let from = ''
  let last: Stretch | undefined
  for (const step of steps) {
    if (step.kind === 'strait') continue
    const goesOn = step.kind === 'running' && last?.mode === step.mode && last.km > 0
    if (!goesOn) from = names.get(step.from) ?? step.from
    const at = names.get(step.to) ?? step.to
    const what = step.kind === 'running' ? `${from} → ${at}` : waitLabel(step, at)
    const before: Partial<Stretch> = goesOn ? stretches.pop()! : {}
    last = {
      what,
      mode: step.mode,
      km: (before.km ?? 0) + step.lengthKm,
      hours: (before.hours ?? 0) + step.hours,
      low: (before.low ?? 0) + step.hoursLow,
      high: (before.high ?? 0) + step.hoursHigh,
      usd: (before.usd ?? 0) + step.usd,
      usdLow: (before.usdLow ?? 0) + step.usdLow,
      usdHigh: (before.usdHigh ?? 0) + step.usdHigh,
      hoursRanged: (before.hoursRanged ?? true) && step.hoursRanged,
      usdRanged: (before.usdRanged ?? true) && step.usdRanged,
      qualities: new Set([...(before.qualities ?? []), step.quality]),
    }
    stretches.push(last)
  }
  return {
    columns: [
      { title: 'leg' },
      { title: 'mode' },
      { title: 'km', align: 'right' },
      { title: 'hours', align: 'right' },
      { title: 'range', align: 'right' },
      { title: 'USD/TEU', align: 'right' },
      { title: 'USD range', align: 'right' },
      { title: 'quality' },
    ],
    rows: stretches.map(({ what, mode, km, hours, low, high, usd, qualities, ...stretch }) => [
      what,
      mode.replaceAll('_', ' '),
      km > 0 ? km.toFixed(0) : '',
      hours.toFixed(1),
      low < high ? rangeText(low, high, 0) : stretch.hoursRanged ? '' : NO_RANGE,
      usd.toFixed(0),
      stretch.usdLow < stretch.usdHigh
        ? rangeText(stretch.usdLow, stretch.usdHigh, 0)
        : stretch.usdRanged
          ? ''
          : NO_RANGE,
      [...qualities].join(', '),
    ]),
  }
}

function waitLabel(step: JourneyStep, at: string): string {
  if (step.kind === 'running' || step.kind === 'strait') return at
  const borders = step.fromCountry === undefined ? '' : ` ${step.fromCountry} → ${step.country}`
  const what = step.kind === 'gauge' && borders !== '' ? 'border and change of gauge' : WAITS[step.kind]
  return `  ${at}: ${what}${borders}`
}

/** Modes in order of travel, each once in a row: `rail, ferry, rail`. */
export function modesOf(steps: readonly JourneyStep[]): string {
  const modes = steps.flatMap(step => (step.kind === 'running' ? [step.mode.replaceAll('_', ' ')] : []))
  return modes.filter((mode, k) => mode !== modes[k - 1]).join(', ')
}

/** Names of the crossings, straits, canals and ports passed, in order. */
export function gatesOf(network: NetworkTables, steps: readonly JourneyStep[]): string {
  const names = placeNames(network)
  const gates = steps.flatMap(step => (step.kind === 'running' ? [] : [names.get(step.id) ?? step.id]))
  return gates.filter((gate, k) => gate !== gates[k - 1]).join(', ')
}

export function placeNames({ places }: NetworkTables): ReadonlyMap<string, string> {
  return new Map(places.map(({ id, name }) => [id, name]))
}
