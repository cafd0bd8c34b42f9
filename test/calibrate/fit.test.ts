import { describe, expect, test } from 'vitest'
import { estimate, objective, type Problem, sharpness } from '../../tools/calibrate/fit.js'
import { minimise } from '../../tools/calibrate/nelder-mead.js'
import { symmetricAxes } from '../../tools/calibrate/symmetric-eigen.js'

describe('minimise', () => {
  test('finds the valley floor of Rosenbrock’s function (1960)', () => {
    const found = minimise(([x, y]) => 100 * (y! - x! * x!) ** 2 + (1 - x!) ** 2, [-1.2, 1])
    expect(found.converged).toBe(true)
    expect(found.at[0]).toBeCloseTo(1, 3)
    expect(found.at[1]).toBeCloseTo(1, 3)
  })

  test('stops at the most evaluations and says that it did not converge', () => {
    const found = minimise(([x, y]) => 100 * (y! - x! * x!) ** 2 + (1 - x!) ** 2, [-1.2, 1], { most: 20 })
    expect(found.converged).toBe(false)
    expect(found.evaluations).toBeLessThan(25)
  })

  test('goes around where the function has no value', () => {
    const found = minimise(([x]) => Math.sqrt(x! - 1) + (x! - 2) ** 2, [3])
    expect(found.at[0]).toBeGreaterThanOrEqual(1)
    expect(Number.isFinite(found.value)).toBe(true)
  })
})

describe('axes of a symmetric matrix', () => {
  const matrix = [
    [4, 1, -2],
    [1, 3, 0.5],
    [-2, 0.5, 5],
  ]

  test('put together give the matrix again', () => {
    const axes = symmetricAxes(matrix)
    matrix.forEach((row, i) => {
      row.forEach((entry, j) => {
        const sum = axes.reduce((total, { value, vector }) => total + value * vector[i]! * vector[j]!, 0)
        expect(sum).toBeCloseTo(entry, 10)
      })
    })
  })

  test('stand at right angles and fall in value', () => {
    const axes = symmetricAxes(matrix)
    expect(axes.map(({ value }) => value)).toEqual(axes.map(({ value }) => value).sort((a, b) => b - a))
    const inner = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, k) => sum + x * b[k]!, 0)
    axes.forEach((one, k) => {
      axes.forEach((other, l) => expect(inner(one.vector, other.vector)).toBeCloseTo(k === l ? 1 : 0, 10))
    })
  })
})

describe('estimate', () => {
  /** Two moments that see a and the product of a and b; c is seen by none. */
  const problem: Problem<'a' | 'b' | 'c'> = {
    moments: [
      { id: 'one', observed: 3, deviation: 0.1 },
      { id: 'two', observed: 12, deviation: 0.1 },
    ],
    parameters: [
      { name: 'a', kind: 'positive' },
      { name: 'b', kind: 'positive' },
      { name: 'c', kind: 'share' },
    ],
    model: ({ a, b }) => [a, a * b],
  }
  const start = { a: 1, b: 1, c: 0.5 }

  test('meets as many moments as it has parameters', () => {
    const { values, objective: least, converged } = estimate(problem, start, ['a', 'b'])
    expect(converged).toBe(true)
    expect(least).toBeLessThan(1e-6)
    expect(values.a).toBeCloseTo(3, 2)
    expect(values.b).toBeCloseTo(4, 2)
    expect(values.c).toBe(0.5)
  })

  test('leaves what is not named where it was, and weighs what cannot be met by its deviation', () => {
    const { values } = estimate(problem, { ...start, b: 1 }, ['a'])
    expect(values.b).toBe(1)
    expect(values.a).toBeCloseTo(Math.sqrt(3 * 12), 2) // equal deviations: the mean of both logarithms
    expect(objective(problem, values)).toBeCloseTo(2 * (Math.log(2) / 0.1) ** 2, 3)
  })

  test('tells what the moments tell: deviations in closed form', () => {
    const { alone, together, flat } = sharpness(problem, { a: 3, b: 4, c: 0.5 }, ['a', 'b'])
    expect(alone.a).toBeCloseTo(0.1 / Math.sqrt(2), 6) // both moments see a
    expect(together.a).toBeCloseTo(0.1, 6) // b takes the second
    expect(together.b).toBeCloseTo(0.1 * Math.sqrt(2), 6)
    expect(flat).toEqual([])
  })

  test('says so when no moment sees a parameter', () => {
    const { alone, together, flat } = sharpness(problem, { a: 3, b: 4, c: 0.5 }, ['a', 'c'])
    expect(alone.c).toBe(Number.POSITIVE_INFINITY)
    expect(together.c).toBe(Number.POSITIVE_INFINITY)
    expect(flat).toHaveLength(1)
    expect(flat[0]!.vector[1]).toBeCloseTo(1, 6)
  })

  test('says so when two parameters are not told apart', () => {
    const product: Problem<'a' | 'b'> = {
      moments: [{ id: 'product', observed: 12, deviation: 0.1 }],
      parameters: [
        { name: 'a', kind: 'positive' },
        { name: 'b', kind: 'positive' },
      ],
      model: ({ a, b }) => [a * b],
    }
    const { alone, together, flat } = sharpness(product, { a: 3, b: 4 }, ['a', 'b'])
    expect(alone.a).toBeCloseTo(0.1, 6)
    expect(together.a).toBe(Number.POSITIVE_INFINITY)
    expect(flat).toHaveLength(1)
    expect(flat[0]!.vector[0]! * flat[0]!.vector[1]!).toBeCloseTo(-0.5, 6) // one up, the other down
  })
})
