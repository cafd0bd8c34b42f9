import { expect, test } from 'vitest'
import type { AbsorbKernels, GroupedRows } from '../../src/gravity/fit/absorb/kernels.js'
import { PLAIN_KERNELS } from '../../src/gravity/fit/absorb/plain-kernels.js'
import { kernelMemory } from '../../src/gravity/fit/absorb/wasm-kernels.js'
import { OTHERS, WIDTHS } from '../../tools/kernels/absorb-wat.js'

const GROUPS = 40
const SIZE = 333
const LEVELS = 25

/** Numbers of many sizes and both signs, the same every time. */
function spread(length: number, salt: number): Float64Array {
  return Float64Array.from({ length }, (_, k) => Math.sin(k * 12.9898 + salt) * 10 ** ((k * 7 + salt) % 9))
}

/** Rows in memory that the kernels address; groups of one row to some twenty. */
function rowsIn(memory: ReturnType<typeof kernelMemory>['memory'], others: number): GroupedRows {
  const starts = memory.int32(GROUPS + 1)
  for (let group = 1; group < GROUPS; group++) starts[group] = starts[group - 1]! + 1 + ((group * 7) % 15)
  starts[GROUPS] = SIZE
  const weights = memory.float64(SIZE)
  weights.set(spread(SIZE, 3).map(value => Math.abs(value) + 0.1))
  const inverseTotals = memory.float64(GROUPS)
  for (let group = 0; group < GROUPS; group++) {
    const own = weights.subarray(starts[group]!, starts[group + 1]!)
    inverseTotals[group] = 1 / own.reduce((total, weight) => total + weight, 0)
  }
  const columns = Array.from({ length: others }, (_, e) => {
    const ids = memory.int32(SIZE)
    for (let row = 0; row < SIZE; row++) ids[row] = e * LEVELS + ((row * (3 + e) + e) % LEVELS)
    return ids
  })
  return { size: SIZE, starts, others: columns, weights, inverseTotals }
}

/** Everything that the kernels write, one pass after the other. */
function runAll(
  kernels: AbsorbKernels,
  memory: ReturnType<typeof kernelMemory>['memory'],
  width: number,
  others: number,
) {
  const rows = rowsIn(memory, others)
  const place = (values: Float64Array) => {
    const array = memory.float64(values.length)
    array.set(values)
    return array
  }
  const length = Math.max(1, others) * LEVELS * width
  const vector = place(spread(length, 1))
  const columns = place(spread(SIZE * width, 2))
  const right = place(spread(SIZE * 2, 4))
  const [applied, gradient] = [memory.float64(length), memory.float64(length)]
  kernels.apply(rows, width, vector, applied)
  kernels.gradient(rows, width, columns, gradient)
  const keep = place(Float64Array.from({ length: width }, (_, k) => (k === 1 ? 0 : 1)))
  const sign = place(Float64Array.from({ length: width }, (_, k) => (k === 1 ? -1 : 1)))
  const untouched = columns.slice()
  kernels.residualise(rows, width, columns, vector, keep, sign)
  const gram = memory.float64(width * 2)
  kernels.gram(rows, columns, width, right, 2, gram)
  const single = memory.float64(width)
  kernels.gram(rows, rows.weights, 1, columns, width, single)
  const combined = place(spread(SIZE, 5))
  kernels.combine(rows, width, columns, place(spread(width, 6)), combined)
  const powers = place(
    Float64Array.from({ length: 401 }, (_, k) =>
      k % 50 === 0 ? [Infinity, -Infinity, Number.NaN, 709.5, -720][(k / 50) % 5]! : Math.sin(k) * 300,
    ),
  )
  const exponentials = memory.float64(401)
  kernels.exponentials(powers, exponentials)
  return { rows, vector, untouched, columns, applied, gradient, gram, single, combined, exponentials }
}

const cases = WIDTHS.flatMap(width => [0, ...OTHERS, 3].map(others => [width, others] as const))

test.each(cases)(
  'width %i, %i looked-up effects: the same bits from WebAssembly and plainly',
  (width, others) => {
    const { kernels, memory } = kernelMemory(4_000_000)
    // an engine without WebAssembly would compare the plain kernels with themselves
    expect(kernels).not.toBe(PLAIN_KERNELS)
    const fast = runAll(kernels, memory, width, others)
    const plain = runAll(PLAIN_KERNELS, kernelMemory(4_000_000).memory, width, others)
    for (const name of [
      'columns',
      'applied',
      'gradient',
      'gram',
      'single',
      'combined',
      'exponentials',
    ] as const) {
      expect([...fast[name]], name).toEqual([...plain[name]])
    }
  },
)

test('what is left of a column has no group mean, and what was taken is in the span of the effects', () => {
  const { rows, untouched, columns, vector } = runAll(PLAIN_KERNELS, kernelMemory(4_000_000).memory, 2, 2)
  const looked = (row: number) =>
    rows.others.reduce((total, ids) => total + Math.abs(vector[ids[row]! * 2]!), 0)
  for (let group = 0; group < GROUPS; group++) {
    let left = 0
    let size = 0
    for (let row = rows.starts[group]!; row < rows.starts[group + 1]!; row++) {
      left += rows.weights[row]! * columns[row * 2]!
      size += rows.weights[row]! * (Math.abs(untouched[row * 2]!) + looked(row))
    }
    expect(Math.abs(left)).toBeLessThan(1e-13 * size)
  }
  // lane 0 lost D vector and a mean of its group; lane 1 holds just that
  const group = 5
  const taken = (row: number) =>
    untouched[row * 2]! -
    columns[row * 2]! -
    rows.others.reduce((total, ids) => total + vector[ids[row]! * 2]!, 0)
  const first = rows.starts[group]!
  for (let row = first; row < rows.starts[group + 1]!; row++) {
    expect(Math.abs(taken(row) - taken(first))).toBeLessThan(1e-5)
  }
})
