/** Rules of the table of ranges: the unit of each quantity, what it may apply to, and no row with two ranges. */
import { type IssueList, shown } from './issue-list.js'
import type { Table } from './read-table.js'

const UNITS: Readonly<Record<string, string>> = {
  speed: 'km/h',
  rate: 'USD per TEU-km',
  lump: 'USD per TEU',
  handling: 'USD per TEU',
  fee: 'USD per TEU',
}

interface Claim {
  readonly id: string
  readonly from: number
  readonly below: number
}

/** Adds what a single cell cannot show; the order of low, central and high is looked at elsewhere. */
export function checkNetworkRanges(table: Table, found: IssueList): void {
  const [id, quantity, appliesTo, unit] = ['id', 'quantity', 'applies_to', 'unit'].map(table.text)
  const [from, below] = ['own_from', 'own_below'].map(table.numbers)
  const claims = new Map<string, Claim[]>()
  for (let k = 0; k < table.length; k++) {
    const at = (field: string) => ({ file: table.path, line: table.line(k), field })
    const what = quantity![k]!
    const expected = UNITS[what]
    if (expected === undefined) continue // has been said
    if (unit![k] !== expected) {
      found.add({
        code: 'dataset.wrong-unit',
        at: at('unit'),
        expected: `${expected}, the unit of a ${what}`,
        found: shown(unit![k]!),
      })
    }
    const claim = {
      id: id![k]!,
      from: Number.isNaN(from![k]) ? 0 : from![k]!,
      below: Number.isNaN(below![k]) ? Number.POSITIVE_INFINITY : below![k]!,
    }
    if (claim.from >= claim.below) {
      found.add({
        code: 'dataset.range-out-of-order',
        at: at('own_below'),
        expected: `a number above own_from, ${claim.from}`,
        found: String(claim.below),
      })
    }
    for (const one of appliesTo![k]!.split(';')) {
      if (one.includes('-') !== (what === 'handling')) {
        found.add({
          code: 'dataset.wrong-form',
          at: at('applies_to'),
          expected: what === 'handling' ? 'pairs of modes, e.g. rail-sea' : 'modes, e.g. rail',
          found: shown(one),
        })
      }
      const others = claims.get(`${what} ${one}`) ?? []
      const other = others.find(each => each.from < claim.below && claim.from < each.below)
      if (other !== undefined) {
        found.add({
          code: 'dataset.coverage',
          at: at('applies_to'),
          expected: `one range for the ${what} of ${one} at any figure`,
          found: `this and ${other.id}`,
          mend: 'Set own_from and own_below so that they do not overlap',
        })
      }
      claims.set(`${what} ${one}`, [...others, claim])
    }
  }
}
