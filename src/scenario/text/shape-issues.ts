/** Faults of shape, as the schema library lists them, in the parts of our own issues. */
import type * as z from 'zod/mini'
import { nearestNames } from '../../dataset/nearest.js'
import type { Issue } from '../../errors.js'
import type { Path } from './path.js'
import { describeWritten } from './units.js'

/** An issue without its place, and the path (and whether its key) where it stands. */
export interface Fault {
  readonly path: Path
  /** The fault is in the key itself. */
  readonly key?: boolean
  readonly issue: Omit<Issue, 'at'>
}

/** Every fault of a value against a schema; empty = none. Paths start at `base`. */
export function shapeFaults(schema: z.core.$ZodType, value: unknown, base: Path): Fault[] {
  const result = (schema as z.ZodMiniType).safeParse(value)
  if (result.success) return []
  return result.error.issues.flatMap(issue => faultsOf(issue, schema, value, base))
}

function faultsOf(issue: z.core.$ZodIssue, schema: z.core.$ZodType, value: unknown, base: Path): Fault[] {
  const inner = issue.path.map(part => (typeof part === 'symbol' ? String(part) : part))
  const path = [...base, ...inner]
  const written = valueAt(value, inner)
  const key = String(path.at(-1) ?? '')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(name => unknownKey(name, path, keysAt(schema, inner)))
  }
  if (written === undefined) {
    return [
      { path, issue: { code: 'scenario.missing-key', expected: `the key ${key}`, found: 'no such key' } },
    ]
  }
  const found = describeWritten(written)
  switch (issue.code) {
    case 'invalid_type':
      return [wrongType(path, written, typeName(issue.expected))]
    case 'invalid_union': {
      const deeper = issue.errors.find(errors =>
        errors.some(each => each.path.length > 0 || !isTypeFault(each)),
      )
      if (deeper !== undefined && deeper.length > 0) {
        return deeper.flatMap(each =>
          faultsOf({ ...each, path: [...issue.path, ...each.path] } as z.core.$ZodIssue, schema, value, base),
        )
      }
      const types = issue.errors
        .flat()
        .map(each => (each.code === 'invalid_type' ? typeName(each.expected) : ''))
      return [wrongType(path, written, [...new Set(types.filter(type => type !== ''))].join(' or '))]
    }
    case 'invalid_value': {
      const values = issue.values.map(String)
      const [nearest] = nearestNames(String(written), values)
      const code = key === 'model' ? 'scenario.unknown-model' : 'scenario.unknown-value'
      const expected = values.length === 1 ? values[0]! : `one of ${values.join(', ')}`
      const mend = nearest === undefined ? {} : { mend: `write ${nearest}` }
      return [{ path, issue: { code, expected, found, ...mend } }]
    }
    case 'too_small':
    case 'too_big': {
      const bound = issue.code === 'too_small' ? `at least ${issue.minimum}` : `at most ${issue.maximum}`
      const isList = issue.origin === 'array'
      const expected = isList
        ? issue.exact
          ? `${issue.code === 'too_small' ? issue.minimum : issue.maximum} entries`
          : `${bound} ${bound.endsWith(' 1') ? 'entry' : 'entries'}`
        : `a number of ${bound}`
      const size = isList && Array.isArray(written) ? `${written.length}` : found
      return [{ path, issue: { code: 'scenario.out-of-range', expected, found: size } }]
    }
    default:
      return [wrongType(path, written, 'another value')]
  }
}

function isTypeFault(issue: z.core.$ZodIssue): boolean {
  return issue.code === 'invalid_type'
}

/** Keys whose value is `{ change: … }` or `{ to: … }`. */
const CHANGED_KEYS = new Set(['hours', 'fee', 'cost', 'speed', 'capacity', 'share', 'premium'])

function wrongType(path: Path, written: unknown, expected: string): Fault {
  const found = describeWritten(written)
  const key = path.at(-1)
  if (typeof key === 'string' && CHANGED_KEYS.has(key) && typeof written !== 'object') {
    const text = String(written)
    const mend = `write ${text.includes('%') ? `{ change: ${text} }` : /[a-z]/i.test(text) ? `{ to: ${text} }` : `{ to: ${text} … }, with its unit`}`
    return {
      path,
      issue: {
        code: 'scenario.wrong-type',
        expected: '{ change: -20% } or { to: a value with its unit }',
        found,
        mend,
      },
    }
  }
  return { path, issue: { code: 'scenario.wrong-type', expected, found } }
}

function unknownKey(name: string, path: Path, valid: readonly string[]): Fault {
  const [nearest] = nearestNames(name, valid)
  return {
    path: [...path, name],
    key: true,
    issue: {
      code: 'scenario.unknown-key',
      expected: `one of ${valid.join(', ')}`,
      found: name,
      mend: nearest === undefined ? 'leave it out: it would have no effect' : `write ${nearest}`,
    },
  }
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
}

function typeName(expected: string): string {
  return TYPE_NAMES[expected] ?? expected
}

function valueAt(value: unknown, path: Path): unknown {
  let at = value
  for (const part of path) {
    if (typeof at !== 'object' || at === null) return undefined
    at = (at as Record<string | number, unknown>)[part]
  }
  return at
}

/** Keys that the schema allows at a path. */
function keysAt(schema: z.core.$ZodType, path: Path): string[] {
  const { def } = schema._zod as { def: z.core.$ZodTypeDef }
  switch (def.type) {
    case 'optional':
      return keysAt((def as z.core.$ZodOptionalDef).innerType, path)
    case 'union':
      return [...new Set((def as z.core.$ZodUnionDef).options.flatMap(option => keysAt(option, path)))]
    case 'array':
      return keysAt((def as z.core.$ZodArrayDef).element, path.slice(1))
    case 'record':
      return keysAt((def as z.core.$ZodRecordDef).valueType, path.slice(1))
    case 'object': {
      const { shape } = def as z.core.$ZodObjectDef
      const [first, ...rest] = path
      if (first === undefined) return Object.keys(shape)
      const next = shape[String(first)]
      return next === undefined ? [] : keysAt(next, rest)
    }
    default:
      return []
  }
}
