/**
 * What of a measure a hand can move: one handle for each number that it sets, or a switch for what is or is not.
 *
 * Numbers of a handle are in the unit that a reader sees: percent, hours, km/h, USD per TEU, thousand TEU.
 */
import {
  type Dimension,
  formatChange,
  formatQuantity,
  parseChangeFactor,
  parseQuantity,
} from '../../vocabulary.js'
import { readPath, writePath } from './operations.js'
import type { WrittenMeasure } from './written.js'

/** What a handle moves. */
export type FieldName =
  | 'hours'
  | 'fee'
  | 'capacity'
  | 'cost'
  | 'speed'
  | 'tariff'
  | 'nonTariff'
  | 'documents'
  | 'share'
  | 'premium'

/** Unit of a handle; `%` for a change, and for a share or rate. */
export type Unit = '%' | 'h' | 'km/h' | 'USD/TEU' | 'USD/TEU-km' | 'kTEU'

export interface NumberHandle {
  readonly kind: 'number'
  readonly field: FieldName
  /** Where the text stands in the measure, e.g. `['hours', 'change']`. */
  readonly path: readonly string[]
  readonly form: 'change' | 'to'
  readonly unit: Unit
  readonly value: number
  /** Undefined where it cannot be told. */
  readonly today: number | undefined
  readonly low: number
  readonly high: number
  readonly step: number
}

export interface SwitchHandle {
  readonly kind: 'switch'
}

export type Handle = NumberHandle | SwitchHandle

interface FieldRule {
  readonly field: FieldName
  /** Where `change` and `to` stand. */
  readonly at: readonly string[]
  /** Name of the change there, where it is not `change`. */
  readonly changeKey?: string
  readonly dimensions: readonly Dimension[]
  /** Percent of the old value. */
  readonly change: readonly [number, number, number]
}

const COST: readonly Dimension[] = ['cost-per-teu-km', 'cost-per-teu']
const HOURS: FieldRule = { field: 'hours', at: ['hours'], dimensions: ['hours'], change: [-90, 100, 5] }
const CAPACITY: FieldRule = {
  field: 'capacity',
  at: ['capacity'],
  dimensions: ['capacity'],
  change: [-80, 200, 10],
}
const CARRIAGE: readonly FieldRule[] = [
  { field: 'speed', at: ['speed'], dimensions: ['speed'], change: [-50, 100, 5] },
  { field: 'cost', at: ['cost'], dimensions: COST, change: [-50, 50, 5] },
  CAPACITY,
]

/** Fields of every lever, by the key that names it. */
const RULES: Readonly<Record<string, readonly FieldRule[]>> = {
  crossing: [
    HOURS,
    { field: 'fee', at: ['fee'], dimensions: ['cost-per-teu'], change: [-90, 100, 5] },
    CAPACITY,
  ],
  terminal: [
    HOURS,
    { field: 'cost', at: ['cost'], dimensions: ['cost-per-teu'], change: [-90, 100, 5] },
    CAPACITY,
  ],
  link: CARRIAGE,
  corridor: CARRIAGE,
  tariff: [{ field: 'tariff', at: ['tariff'], dimensions: ['share'], change: [-100, 100, 5] }],
  nonTariff: [{ field: 'nonTariff', at: ['nonTariff'], dimensions: [], change: [-10, 10, 0.5] }],
  digital: [
    {
      field: 'documents',
      at: ['digital'],
      changeKey: 'documents',
      dimensions: [],
      change: [-90, 0, 5],
    },
  ],
  avoidance: [
    // The largest share of today, 0.68, stays one.
    { field: 'share', at: ['avoidance', 'share'], dimensions: ['share'], change: [-100, 45, 5] },
    { field: 'premium', at: ['avoidance', 'premium'], dimensions: ['cost-per-teu'], change: [-100, 100, 5] },
  ],
}

const SWITCHES = ['open', 'close', 'oneGauge']

/** The key that names a measure's lever; undefined where there is none. */
export function leverKey(measure: WrittenMeasure): string | undefined {
  return [...Object.keys(RULES), ...SWITCHES].find(key => measure[key] !== undefined)
}

/**
 * The handles of a measure; none where it is no lever that the page knows or its numbers cannot be read.
 *
 * @param todayOf value today of a field that is set outright, in the canonical unit; undefined where none is known.
 */
export function handlesOf(
  measure: WrittenMeasure,
  todayOf: (field: FieldName) => number | undefined,
): readonly Handle[] {
  const key = leverKey(measure)
  if (key === undefined) return []
  if (SWITCHES.includes(key)) return [{ kind: 'switch' }]
  return RULES[key]!.flatMap(rule => {
    const change = readPath(measure, [...rule.at, rule.changeKey ?? 'change'])
    const to = readPath(measure, [...rule.at, 'to'])
    const handle = change === undefined ? toHandle(rule, to, todayOf(rule.field)) : changeHandle(rule, change)
    return handle === undefined ? [] : [handle]
  })
}

function changeHandle(rule: FieldRule, written: unknown): NumberHandle | undefined {
  const read = parseChangeFactor(written)
  if (read.fault !== undefined) return undefined
  const [low, high, step] = rule.change
  const value = rounded(100 * (read.value - 1))
  return {
    kind: 'number',
    field: rule.field,
    path: [...rule.at, rule.changeKey ?? 'change'],
    form: 'change',
    unit: '%',
    value,
    today: 0,
    low: Math.min(low, value),
    high: Math.max(high, value),
    step,
  }
}

function toHandle(rule: FieldRule, written: unknown, today: number | undefined): NumberHandle | undefined {
  const read = parseQuantity(written, rule.dimensions)
  if (read.fault !== undefined) return undefined
  const unit = read.unit as Unit
  const scale = unit === '%' ? 100 : 1
  const value = rounded(read.value * scale)
  const top = unit === '%' ? 100 : niceAbove(1.5 * Math.max(value, (today ?? 0) * scale))
  return {
    kind: 'number',
    field: rule.field,
    path: [...rule.at, 'to'],
    form: 'to',
    unit,
    value,
    today: today === undefined ? undefined : rounded(today * scale),
    low: 0,
    high: Math.max(top, value),
    step: top > 20 ? 1 : top > 2 ? 0.1 : 0.01,
  }
}

/** The measure with all its handles where they are today, as far as that is known. */
export function atToday(measure: WrittenMeasure, handles: readonly Handle[]): WrittenMeasure {
  return handles.reduce(
    (moved, handle) =>
      handle.kind === 'number' && handle.today !== undefined
        ? moveHandle(moved, handle, handle.today)
        : moved,
    measure,
  )
}

/** Whether nothing of a measure differs from today; a switch that is there always does. */
export function isAsToday(handles: readonly Handle[]): boolean {
  return handles.every(handle => handle.kind === 'number' && handle.value === handle.today)
}

/** The measure with the handle at another value. */
export function moveHandle(measure: WrittenMeasure, handle: NumberHandle, value: number): WrittenMeasure {
  return writePath(measure, handle.path, writtenValue(handle, rounded(value)))
}

function writtenValue({ form, unit }: NumberHandle, value: number): string {
  if (form === 'change') return formatChange(rounded(1 + value / 100))
  const dimension = DIMENSION_OF[unit]
  return formatQuantity(unit === '%' ? rounded(value / 100) : value, dimension)
}

const DIMENSION_OF: Readonly<Record<Unit, Dimension>> = {
  '%': 'share',
  h: 'hours',
  'km/h': 'speed',
  'USD/TEU': 'cost-per-teu',
  'USD/TEU-km': 'cost-per-teu-km',
  kTEU: 'capacity',
}

/** Without the dust of binary fractions. */
function rounded(value: number): number {
  return Number(value.toFixed(6))
}

/** The next of 1, 2, 3, 5, 10, … that is not below. */
function niceAbove(value: number): number {
  if (!(value > 0)) return 10
  const power = 10 ** Math.floor(Math.log10(value))
  return [1, 2, 3, 5, 10].map(step => step * power).find(each => each >= value) ?? 10 * power
}
