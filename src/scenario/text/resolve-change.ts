/** Changes and quantities as written → canonical numbers, their faults reported. */
import type { Change, RelativeChange } from '../../measures/measure.js'
import type { Path } from './path.js'
import type { Context } from './resolve-names.js'
import { type Dimension, parseChangeFactor, parseQuantity } from './units.js'

/** undefined where nothing is written, null where it is at fault. */
export function resolveQuantity(
  context: Context,
  written: unknown,
  path: Path,
  dimensions: readonly Dimension[],
) {
  if (written === undefined) return undefined
  const quantity = parseQuantity(written, dimensions)
  if (quantity.fault === undefined) return quantity
  const { code, expected, found, mend } = quantity.fault
  context.report(path, { code, expected, found, mend })
  return null
}

interface WrittenChange {
  readonly change?: unknown
  readonly to?: unknown
}

/** undefined where nothing is written, null where it is at fault; `unit` belongs to an absolute change. */
export function resolveChange(
  context: Context,
  written: WrittenChange | undefined,
  path: Path,
  dimensions: readonly Dimension[],
) {
  if (written === undefined) return undefined
  const hasChange = written.change !== undefined
  if (hasChange === (written.to !== undefined)) {
    context.report(path, {
      code: 'scenario.one-change',
      expected: 'either change or to',
      found: hasChange ? 'both' : 'neither',
      mend: 'write { change: -20% } or { to: a value with its unit }',
    })
    return null
  }
  if (hasChange) {
    const factor = resolveFactor(context, written.change, [...path, 'change'])
    return factor === null ? null : { change: factor as Change }
  }
  const quantity = resolveQuantity(context, written.to, [...path, 'to'], dimensions)
  if (quantity === null || quantity === undefined) return null
  return { change: { kind: 'absolute', value: quantity.value } as Change, unit: quantity.unit }
}

export function resolveFactor(context: Context, written: unknown, path: Path): RelativeChange | null {
  const factor = parseChangeFactor(written)
  if (factor.fault === undefined) return { kind: 'relative', factor: factor.value }
  const { code, expected, found, mend } = factor.fault
  context.report(path, { code, expected, found, mend })
  return null
}

/** Several changes of one measure: undefined where one is at fault or none is written (reported). */
export function resolveChanges<Key extends string>(
  context: Context,
  written: Partial<Record<NoInfer<Key>, WrittenChange | undefined>>,
  path: Path,
  dimensions: Readonly<Record<Key, readonly Dimension[]>>,
): { changes: Partial<Record<Key, Change>>; units: Partial<Record<Key, string>> } | undefined {
  const keys = Object.keys(dimensions) as Key[]
  const changes: Partial<Record<Key, Change>> = {}
  const units: Partial<Record<Key, string>> = {}
  let failed = false
  for (const key of keys) {
    const resolved = resolveChange(context, written[key], [...path, key], dimensions[key])
    if (resolved === null) failed = true
    else if (resolved !== undefined) {
      changes[key] = resolved.change
      if (resolved.unit !== undefined) units[key] = resolved.unit
    }
  }
  if (failed) return undefined
  if (Object.keys(changes).length === 0) {
    context.report(path, {
      code: 'scenario.no-effect',
      expected: `a change of ${keys.join(' or ')}`,
      found: 'none: the measure would have no effect',
      mend: `add ${keys[0]}: { change: -20% }`,
    })
    return undefined
  }
  return { changes, units }
}

/** The part of a measure that its lever decides, and what its title may call it. */
export interface ResolvedLever {
  readonly lever: object
  readonly subject?: string
}
