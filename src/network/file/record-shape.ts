/** The properties of one feature, wait, corridor or gateway, checked against its shape; every fault by its field. */
import type * as z from 'zod/mini'
import { nearestNames } from '../../dataset/nearest.js'
import { shown } from '../../dataset/reading/issue-list.js'
import { ID_PATTERN, ISO3_PATTERN } from '../../dataset/tables/field-patterns.js'
import type { Issue, IssuePlace } from '../../errors.js'
import type { FindingList } from './findings.js'
import { meaningOf } from './format.js'

/** Where a field of the object stands. */
export type FieldPlace = (field: string) => IssuePlace

/** Counts properties that the format does not know, by what has them and their name. */
export type Strangers = Map<string, number>

type Shape = z.ZodMiniObject

/** Entries of the longest list inside one object. */
const MOST_ENTRIES = 10_000

/**
 * The object as its shape gives it, or undefined where it has faults; null stands for "left out", as other programs
 * write it.
 *
 * @param kind what it is, in the plural.
 * @param also names of properties that are read elsewhere.
 */
export function readRecord<S extends Shape>(
  schema: S,
  value: unknown,
  kind: string,
  at: FieldPlace,
  found: FindingList,
  strangers: Strangers,
  also: readonly string[] = [],
): z.output<S> | undefined {
  if (!isObject(value)) {
    found.fault({ code: 'network.wrong-type', at: at(''), expected: 'an object', found: describeJson(value) })
    return undefined
  }
  const given: Record<string, unknown> = {}
  const names = Object.keys(schema.shape)
  const unknown: string[] = []
  for (const [name, part] of Object.entries(value)) {
    if (part === null || also.includes(name)) continue
    if (names.includes(name)) given[name] = part
    else unknown.push(name)
  }
  const all = [...names, ...also]
  const absent = all.filter(name => value[name] === undefined)
  const misspelt = readUnknown(unknown, all, absent, kind, at, found, strangers)
  const long = Object.entries(given).find(([, part]) => Array.isArray(part) && part.length > MOST_ENTRIES)
  if (long !== undefined) {
    const size = (long[1] as unknown[]).length
    found.fault({
      code: 'network.out-of-range',
      at: at(long[0]),
      expected: `at most ${MOST_ENTRIES} entries`,
      found: String(size),
    })
    return undefined
  }
  const result = schema.safeParse(given)
  if (result.success) return misspelt.size > 0 ? undefined : result.data
  for (const issue of result.error.issues) {
    const name = String(issue.path[0])
    const isMissing = given[name] === undefined
    // What is missing under its own name and was found under one like it has been said.
    if (isMissing && misspelt.has(name)) continue
    const place = at(formatPath(issue.path))
    found.fault({
      ...(isMissing ? missing(schema, name) : faultOf(issue, valueAt(given, issue.path), found)),
      at: place,
    })
  }
  return undefined
}

/** A name like one that is missing is a slip, anything else belongs to another program. Returns what was meant. */
function readUnknown(
  unknown: readonly string[],
  names: readonly string[],
  absent: readonly string[],
  kind: string,
  at: FieldPlace,
  found: FindingList,
  strangers: Strangers,
): ReadonlySet<string> {
  const meant = new Set<string>()
  for (const name of unknown.slice(0, MOST_STRANGERS)) {
    const nearest = nearestNames(name, absent)[0]
    if (nearest === undefined) {
      const key = `${kind}\n${name}`
      if (strangers.has(key) || strangers.size < MOST_STRANGERS)
        strangers.set(key, (strangers.get(key) ?? 0) + 1)
      continue
    }
    meant.add(nearest)
    found.fault({
      code: 'network.unknown-property',
      at: at(name),
      expected: `one of ${names.join(', ')}`,
      found: shown(name),
      mend: `Write ${nearest}`,
    })
  }
  return meant
}

const MOST_STRANGERS = 100

/** A warning for every property that has no effect. */
export function warnOfStrangers(strangers: Strangers, file: string | undefined, found: FindingList): void {
  for (const [key, count] of strangers) {
    const [kind, name] = key.split('\n') as [string, string]
    found.warn({
      code: 'network.no-effect',
      at: { ...(file === undefined ? {} : { file }), field: kind },
      found: `a property ${shown(name)} (${count} times), which is not read`,
    })
  }
}

function missing(schema: Shape, name: string): Issue {
  const meaning = meaningOf((schema.shape as Record<string, z.core.$ZodType>)[name]!)
  return {
    code: 'network.missing-property',
    expected: `a property ${name}${meaning === '' ? '' : ` (${meaning})`}`,
    found: 'none',
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a finite number',
  boolean: 'true or false',
  array: 'a list',
}

function faultOf(issue: z.core.$ZodIssue, written: unknown, found: FindingList): Issue {
  const seen = describeJson(written)
  switch (issue.code) {
    case 'invalid_type': {
      const expected = TYPES[issue.expected] ?? issue.expected
      const isNumber = issue.expected === 'number' && typeof written === 'string' && written.trim() !== ''
      const mend =
        isNumber && Number.isFinite(Number(written)) ? { mend: `Write ${Number(written)}, unquoted` } : {}
      return { code: 'network.wrong-type', expected, found: seen, ...mend }
    }
    case 'invalid_value': {
      const values = issue.values.map(String)
      const isMode = values.includes('rail')
      return {
        code: isMode ? 'network.unknown-mode' : 'network.unknown-value',
        expected: `one of ${values.join(', ')}`,
        found: seen,
        ...(typeof written === 'string' ? found.suggest(written, values) : {}),
      }
    }
    case 'too_small':
    case 'too_big': {
      const bound = issue.code === 'too_small' ? `at least ${issue.minimum}` : `at most ${issue.maximum}`
      if (issue.origin === 'string')
        return { code: 'network.wrong-form', expected: 'a text that is not empty', found: seen }
      if (issue.origin !== 'array')
        return { code: 'network.out-of-range', expected: `a number of ${bound}`, found: seen }
      const size = Array.isArray(written) ? String(written.length) : seen
      return { code: 'network.out-of-range', expected: `${bound} entries`, found: size }
    }
    case 'invalid_format': {
      const isCountry = 'pattern' in issue && String(issue.pattern).includes(ISO3_PATTERN.source)
      const { words } = isCountry ? ISO3_PATTERN : ID_PATTERN
      return { code: 'network.wrong-form', expected: words, found: seen }
    }
    default:
      return { code: 'network.wrong-type', expected: 'another value', found: seen }
  }
}

/** A value as it is named in a message. */
export function describeJson(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === 'object') return 'an object'
  return typeof value === 'string' ? shown(value) : String(value)
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value
  for (const part of path) at = (at as Record<PropertyKey, unknown> | undefined)?.[part]
  return at
}

/** `['places', 3]` → `places[3]`. */
function formatPath(path: readonly PropertyKey[]): string {
  return path
    .map((part, k) => (typeof part === 'number' ? `[${part}]` : `${k > 0 ? '.' : ''}${String(part)}`))
    .join('')
}
