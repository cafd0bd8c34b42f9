/** Capacities of links, crossings and terminals after a measure. */
import type { Mode, Terminal, TerminalLimit } from '../dataset/dataset.js'
import type { Issue } from '../errors.js'
import { changedValue } from './change.js'
import { measureField } from './check.js'
import type { Change, TerminalMeasure } from './measure.js'

/** A capacity that is stated, or that the measure itself states. */
export function changedCapacity(
  kteu: number | undefined,
  change: Change | undefined,
): { capacityKteu?: number } {
  const stated = change?.kind === 'absolute' ? change.value : kteu
  return stated === undefined ? {} : { capacityKteu: changedValue(stated, change) }
}

export function noCapacity(index: number, what: 'link' | 'crossing' | 'terminal', row: string): Issue {
  return {
    code: 'measure.no-capacity',
    at: { field: measureField(index, 'capacity') },
    expected: `a ${what} with a stated capacity`,
    found: `${row}, which has none to change`,
    mend: 'Write the capacity itself, e.g. { to: 100 kTEU }',
  }
}

/**
 * One limit for all rows of a place that the measure chooses; a later measure sets another for the rows that it chooses.
 *
 * @returns undefined where the measure sets none, an issue where it changes one that is not stated.
 */
export function terminalLimit(
  terminals: readonly Terminal[],
  { id, modes, capacity }: TerminalMeasure,
  placeId: string,
  index: number,
): TerminalLimit | Issue | undefined {
  if (capacity === undefined) return undefined
  const before = terminals.find(
    row => row.placeId === placeId && (modes === undefined || sameModes(row, modes)),
  )?.limit
  if (capacity.kind === 'relative' && before === undefined) return noCapacity(index, 'terminal', placeId)
  return { kteu: changedValue(before?.kteu ?? 0, capacity), group: `${id} ${placeId}` }
}

export function sameModes({ modeA, modeB }: Terminal, [first, second]: readonly [Mode, Mode]): boolean {
  return (modeA === first && modeB === second) || (modeA === second && modeB === first)
}
