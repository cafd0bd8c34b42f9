/** Linear restrictions and combinations of coefficients, as a person writes them. */
import { nearestNames } from '../../dataset/nearest.js'
import { KeruenError } from '../../errors.js'

/** Σ weights · coefficients = value. */
export interface Restriction {
  /** As written. */
  readonly text: string
  /** One for each coefficient, in the order of the names. */
  readonly weights: Float64Array
  readonly value: number
}

/** Σ weights · coefficients + constant. */
export interface Combination {
  readonly text: string
  readonly weights: Float64Array
  readonly constant: number
}

/**
 * A linear restriction from text: `rta + rta_lag4 = 0`, `2*a - b = 1`, `a = b`.
 *
 * Sums of numbers, coefficients and products of the two, on both sides of one equals sign. A coefficient is written by
 * its name, the longest that fits; between backticks where the name reads as a number.
 *
 * @param names of the coefficients, in their order.
 * @throws KeruenError `gravity.restriction` (usage), with the character: a name that is none of these (the nearest are
 *         told), a sign missing or too many, a product of two coefficients, a restriction in which none is left.
 */
export function parseRestriction(text: string, names: readonly string[]): Restriction {
  const reader = new Reader(text, names)
  const left = reader.sum()
  if (!reader.take('=')) throw reader.fault(`'=' and a number or coefficients`)
  const right = reader.sum()
  if (!reader.atEnd()) throw reader.fault('the end of the restriction')
  const weights = left.weights.map((weight, k) => weight - right.weights[k]!)
  if (weights.every(weight => weight === 0)) throw reader.fault('a coefficient that does not cancel out', 0)
  return { text, weights, value: right.constant - left.constant }
}

/**
 * A linear combination of coefficients from text: `rta + rta_lag4 + rta_lag8`, `a - 2*b + 1`.
 *
 * @throws KeruenError `gravity.restriction` (usage) as `parseRestriction`.
 */
export function parseCombination(text: string, names: readonly string[]): Combination {
  const reader = new Reader(text, names)
  const { weights, constant } = reader.sum()
  if (!reader.atEnd()) throw reader.fault('the end of the sum')
  if (weights.every(weight => weight === 0)) throw reader.fault('a coefficient that does not cancel out', 0)
  return { text, weights, constant }
}

interface Sum {
  readonly weights: Float64Array
  constant: number
}

const BLANK = /\s*/y
const NUMBER = /\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?/y
/** What a person takes for one name, where it is none. */
const WORD = /[\p{Letter}\p{Number}_.^:]+|\S/uy
const WORD_CHARACTER = /[\p{Letter}\p{Number}_]/u

/** Reads a restriction from left to right; `position` is that of the next character. */
class Reader {
  private position = 0
  private readonly text: string
  private readonly names: readonly string[]

  constructor(text: string, names: readonly string[]) {
    this.text = text
    this.names = names
  }

  /** sum: [sign] term { sign term } */
  sum(): Sum {
    const total: Sum = { weights: new Float64Array(this.names.length), constant: 0 }
    let sign = this.take('-') ? -1 : 1
    if (sign === 1) this.take('+')
    for (;;) {
      this.addTerm(total, sign)
      if (this.take('+')) sign = 1
      else if (this.take('-')) sign = -1
      else return total
    }
  }

  /** term: factor { ('*' | '/') factor }, at most one of them a coefficient, none below the line. */
  private addTerm(total: Sum, sign: number): void {
    let scale = sign
    let name = -1
    for (let divide = false; ; ) {
      const start = this.skipBlanks()
      const number = this.number()
      if (number === undefined) {
        const found = this.name()
        if (divide) throw this.fault('a number below the line', start)
        if (name >= 0) throw this.fault('one coefficient in a product: the restriction is linear', start)
        name = found
      } else if (divide && number === 0) throw this.fault('a number other than zero below the line', start)
      else if (divide) scale /= number
      else scale *= number
      divide = this.take('/')
      if (!divide && !this.take('*')) break
    }
    if (name >= 0) total.weights[name]! += scale
    else total.constant += scale
  }

  private number(): number | undefined {
    if (this.longestName() >= 0) return undefined
    NUMBER.lastIndex = this.skipBlanks()
    const written = NUMBER.exec(this.text)?.[0]
    if (written === undefined) return undefined
    this.position += written.length
    return Number(written)
  }

  /** Index of the coefficient that stands here. */
  private name(): number {
    const start = this.skipBlanks()
    if (this.text[start] === '`') {
      const end = this.text.indexOf('`', start + 1)
      if (end < 0) throw this.fault('a second backtick behind the name', start)
      const index = this.names.indexOf(this.text.slice(start + 1, end))
      if (index < 0) throw this.unknown(this.text.slice(start + 1, end), start)
      this.position = end + 1
      return index
    }
    const index = this.longestName()
    if (index >= 0) {
      this.position += this.names[index]!.length
      return index
    }
    WORD.lastIndex = start
    const written = WORD.exec(this.text)?.[0]
    if (written === undefined || !WORD_CHARACTER.test(written)) {
      throw this.fault('a number or the name of a coefficient', start)
    }
    throw this.unknown(written, start)
  }

  /** Index of the longest name that stands here whole, or −1; numbers are not taken for names. */
  private longestName(): number {
    const start = this.skipBlanks()
    let best = -1
    this.names.forEach((name, index) => {
      if (!this.text.startsWith(name, start) || name.trim() === '' || Number.isFinite(Number(name))) return
      const next = this.text.slice(start + name.length, start + name.length + 1)
      const goesOn = WORD_CHARACTER.test(next) && WORD_CHARACTER.test(name.slice(-1))
      if (!goesOn && (best < 0 || name.length > this.names[best]!.length)) best = index
    })
    return best
  }

  take(sign: string): boolean {
    if (this.text[this.skipBlanks()] !== sign) return false
    this.position++
    return true
  }

  atEnd(): boolean {
    return this.skipBlanks() === this.text.length
  }

  private skipBlanks(): number {
    BLANK.lastIndex = this.position
    BLANK.exec(this.text)
    this.position = BLANK.lastIndex
    return this.position
  }

  fault(expected: string, at = this.skipBlanks()): KeruenError {
    WORD.lastIndex = at
    const found = at < this.text.length ? `'${WORD.exec(this.text)?.[0]}'` : 'the end'
    return this.error(expected, found, at)
  }

  private unknown(written: string, at: number): KeruenError {
    const near = nearestNames(written, this.names)
    const shown = near.length > 0 ? near : this.names.slice(0, 8)
    const list = shown.map(name => `'${name}'`).join(', ')
    const mend = near.length > 0 ? `Perhaps ${list}` : `The coefficients begin with ${list}`
    return this.error('the name of a coefficient', `'${written}'`, at, mend)
  }

  private error(expected: string, found: string, at: number, mend?: string): KeruenError {
    return new KeruenError('usage', {
      code: 'gravity.restriction',
      at: { column: at + 1, field: this.text },
      expected,
      found: `${found} at character ${at + 1}`,
      ...(mend === undefined ? {} : { mend }),
    })
  }
}
