/**
 * One record after the other over a thread's border, as what each differs in from the last: an answer of the model has
 * ten thousand small records, and copying them all takes the time of a picture on either side.
 */

/** What is left to send of a record whose forerunner the other side has. */
export interface RecordChanges {
  /** All numbers, in the order of the record. */
  readonly numbers: Float64Array<ArrayBuffer>
  /** What else differs, by its place in that order, ascending. */
  readonly others: readonly { readonly at: number; readonly value: unknown }[]
}

/** A record or a list of them: what is looked into. Typed arrays and the like go over whole. */
type Parts = { readonly [key: string]: unknown }

function isParts(value: unknown): value is Parts {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === Array.prototype
}

/** Keys that both have in the same order, so that both sides walk alike; undefined where they differ. */
function sharedKeys(a: Parts, b: Parts): readonly string[] | undefined {
  const [ours, theirs] = [Object.keys(a), Object.keys(b)]
  if (ours.length !== theirs.length || Array.isArray(a) !== Array.isArray(b)) return undefined
  for (let k = 0; k < ours.length; k++) if (ours[k] !== theirs[k]) return undefined
  return ours
}

/** Returns a function that tells of one record after the other what it differs in from the last. Records must not change. */
export function changesOfRecords(): (record: unknown) => RecordChanges {
  let last: unknown
  let numbers = new Float64Array(1 << 12)
  let count = 0
  let place = 0
  let others: { at: number; value: unknown }[] = []

  function tell(before: unknown, now: unknown): void {
    const at = place++
    if (typeof now === 'number' && typeof before === 'number') {
      if (count === numbers.length) numbers = widened(numbers)
      numbers[count++] = now
    } else if (!isParts(now) || !isParts(before) || !tellParts(before, now)) {
      if (!Object.is(before, now)) others.push({ at, value: now })
    }
  }

  /** False where they have no parts in common. */
  function tellParts(before: Parts, now: Parts): boolean {
    if (Array.isArray(before) && Array.isArray(now)) {
      if (before.length !== now.length) return false
      for (let k = 0; k < before.length; k++) tell(before[k], now[k])
      return true
    }
    const keys = sharedKeys(before, now)
    if (keys === undefined) return false
    for (const key of keys) tell(before[key], now[key])
    return true
  }

  return record => {
    count = 0
    place = 0
    others = []
    tell(last, record)
    last = record
    return { numbers: numbers.slice(0, count), others }
  }
}

function widened(numbers: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const wide = new Float64Array(2 * numbers.length)
  wide.set(numbers)
  return wide
}

/**
 * Returns a function that makes each record of its changes, all of them in the order in which they were told. Parts that
 * do not differ are those of the last record.
 */
export function recordsOfChanges(): (changes: RecordChanges) => unknown {
  let last: unknown

  return ({ numbers, others }) => {
    let count = 0
    let place = 0
    let other = 0

    function made(before: unknown): unknown {
      const at = place++
      if (others[other]?.at === at) return others[other++]!.value
      if (typeof before === 'number') return numbers[count++]
      if (!isParts(before)) return before
      return Array.isArray(before) ? madeList(before) : madeParts(before)
    }

    function madeList(before: readonly unknown[]): readonly unknown[] {
      const list = before.map(made)
      return list.every((part, k) => Object.is(part, before[k])) ? before : list
    }

    function madeParts(before: Parts): Parts {
      let parts: Record<string, unknown> | undefined
      for (const key in before) {
        const part = made(before[key])
        if (Object.is(part, before[key])) continue
        parts ??= { ...before }
        parts[key] = part
      }
      return parts ?? before
    }

    last = made(last)
    return last
  }
}
