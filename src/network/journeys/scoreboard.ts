/**
 * What a journey scores, as the corridor monitoring of CAREC measures it: time and cost for 500 km and 20 tonnes,
 * speed without and with delay, hours at a border; and what it emits.
 *
 * Indicators after CAREC, Corridor Performance Measurement and Monitoring (CPMM): time to clear a border crossing
 * point, cost to travel a corridor section (per 500 km, per 20-tonne load), speed without delay (SWOD: moving only) and
 * with delay (SWD: all stops counted). CPMM measures lorries and trains on the way; here they are computed from the
 * network's speeds and waits.
 */
import type { Mode, Parameter, Quality } from '../../dataset/dataset.js'
import { getParameter } from '../../dataset/parameters.js'
import { type JourneyStep, STEP_KINDS, type StepKind } from './journey-steps.js'

/** Emissions and load, as the dataset's parameters give them. */
export interface ScoreParameters {
  /** tonnes of cargo in a TEU */
  readonly tonnesPerTeu: Range
  /** g CO2e per tonne-km, well to wheel */
  readonly emissions: Readonly<Record<Mode, Range>>
}

/** A central value and the stated range around it. */
export interface Range {
  readonly mean: number
  readonly low: number
  readonly high: number
}

/** Figures of one journey. */
export interface JourneyScore {
  readonly lengthKm: number
  /** Without waits at the two ends; the range has all waits short and all moving fast, and the other way round. */
  readonly hours: Range
  readonly hoursByKind: Readonly<Record<StepKind, number>>
  readonly usdPerTeu: number
  /** With every rate and charge at the low, and at the high end of its range. */
  readonly usdPerTeuRange: { readonly low: number; readonly high: number }
  /** Parts of hours and money of which no range is known; they count in both ends as they are. */
  readonly withoutRange: { readonly hours: number; readonly usdPerTeu: number }
  /** km/h moving, and with every wait counted. */
  readonly speedWithoutDelayKmh: number
  readonly speedWithDelayKmh: number
  /** Borders crossed, and hours at each, their mean. Zero where none is crossed. */
  readonly borders: number
  readonly hoursPerBorder: number
  /** For 500 km of the journey and 20 tonnes of cargo. */
  readonly hoursPer500Km: number
  readonly usdPer500KmAnd20Tonnes: number
  /** kg CO2e per TEU; the range is that of the factors and of the load together. */
  readonly kgCo2ePerTeu: Range
  /** Part of the length, by quality of the links. */
  readonly lengthByQuality: Readonly<Partial<Record<Quality, number>>>
}

const SECTION_KM = 500
const SECTION_TONNES = 20

export const EMISSION_PARAMETERS: Readonly<Record<Mode, string>> = {
  rail: 'emissionsRail',
  road: 'emissionsRoad',
  sea: 'emissionsSea',
  ferry: 'emissionsFerry',
  inland_waterway: 'emissionsInlandWaterway',
}

/** @throws KeruenError `dataset.unknown-parameter` where the dataset lacks one. */
export function scoreParameters(parameters: readonly Parameter[]): ScoreParameters {
  const range = (id: string): Range => {
    const { value, low, high } = getParameter(parameters, id)
    return { mean: value, low, high }
  }
  return {
    tonnesPerTeu: range('tonnesPerTeu'),
    emissions: {
      rail: range(EMISSION_PARAMETERS.rail),
      road: range(EMISSION_PARAMETERS.road),
      sea: range(EMISSION_PARAMETERS.sea),
      ferry: range(EMISSION_PARAMETERS.ferry),
      inland_waterway: range(EMISSION_PARAMETERS.inland_waterway),
    },
  }
}

/** Scores a journey; one that moves nowhere scores zero speed. O(steps). */
export function scoreJourney(steps: readonly JourneyStep[], parameters: ScoreParameters): JourneyScore {
  const hoursByKind = Object.fromEntries(STEP_KINDS.map(kind => [kind, 0])) as Record<StepKind, number>
  const hours = { mean: 0, low: 0, high: 0 }
  const kg = { mean: 0, low: 0, high: 0 }
  const byQuality: Partial<Record<Quality, number>> = {}
  let lengthKm = 0
  let usdPerTeu = 0
  const usdPerTeuRange = { low: 0, high: 0 }
  const withoutRange = { hours: 0, usdPerTeu: 0 }
  let borders = 0
  for (const step of steps) {
    hoursByKind[step.kind] += step.hours
    hours.mean += step.hours
    hours.low += step.hoursLow
    hours.high += step.hoursHigh
    usdPerTeu += step.usd
    usdPerTeuRange.low += step.usdLow
    usdPerTeuRange.high += step.usdHigh
    if (!step.hoursRanged) withoutRange.hours += step.hours
    if (!step.usdRanged) withoutRange.usdPerTeu += step.usd
    if (step.fromCountry !== undefined) borders++
    if (step.kind !== 'running') continue
    lengthKm += step.lengthKm
    byQuality[step.quality] = (byQuality[step.quality] ?? 0) + step.lengthKm
    const factor = parameters.emissions[step.mode as Mode]
    for (const end of ['mean', 'low', 'high'] as const) kg[end] += (step.lengthKm * factor[end]) / 1000
  }
  const { tonnesPerTeu } = parameters
  for (const end of ['mean', 'low', 'high'] as const) kg[end] *= tonnesPerTeu[end]
  for (const quality of Object.keys(byQuality) as Quality[]) byQuality[quality]! /= lengthKm
  const atBorders = steps.reduce((sum, step) => sum + (step.fromCountry === undefined ? 0 : step.hours), 0)
  return {
    lengthKm,
    hours,
    hoursByKind,
    usdPerTeu,
    usdPerTeuRange,
    withoutRange,
    speedWithoutDelayKmh: ratio(lengthKm, hoursByKind.running),
    speedWithDelayKmh: ratio(lengthKm, hours.mean),
    borders,
    hoursPerBorder: ratio(atBorders, borders),
    hoursPer500Km: ratio(hours.mean * SECTION_KM, lengthKm),
    usdPer500KmAnd20Tonnes: ratio(usdPerTeu * SECTION_KM * (SECTION_TONNES / tonnesPerTeu.mean), lengthKm),
    kgCo2ePerTeu: kg,
    lengthByQuality: byQuality,
  }
}

function ratio(a: number, b: number): number {
  return b > 0 ? a / b : 0
}
