import { expect, test } from 'vitest'
import { andersonMove, createAndersonWorkspace, notConverged } from '../../src/numeric/fixed-point.js'

/** x = A x + b with a slow, asymmetric A. */
const A = [
  [0.9, 0.05, 0],
  [0.02, 0.8, 0.1],
  [0.3, 0, 0.6],
]
const b = [1, 2, 3]

function residualAfter(passes: number, depth: number): number {
  const workspace = createAndersonWorkspace(3, depth)
  const point = new Float64Array(3)
  const step = new Float64Array(3)
  const evaluate = () => {
    A.forEach((row, i) => {
      step[i] = row.reduce((total, a, j) => total + a * point[j]!, b[i]!) - point[i]!
    })
    return Math.max(...step.map(Math.abs))
  }
  for (let pass = 0; pass < passes; pass++) {
    evaluate()
    andersonMove(workspace, pass, point, step)
  }
  return evaluate()
}

test('a linear problem of three unknowns is solved once three differences are known', () => {
  expect(residualAfter(5, 3)).toBeLessThan(1e-9)
  // the plain iteration contracts by no more than a tenth a pass
  expect(residualAfter(5, 1)).toBeGreaterThan(1e-3)
})

test('the ring of memory keeps working past its depth', () => {
  expect(residualAfter(40, 2)).toBeLessThan(1e-9)
})

test('a workspace that has been used gives the same bits as a new one', () => {
  const workspace = createAndersonWorkspace(2, 3)
  const path = () => {
    const point = Float64Array.of(1, 1)
    for (let pass = 0; pass < 6; pass++) {
      const step = Float64Array.of(0.5 * point[1]! - point[0]! + 1, 0.3 * point[0]! - point[1]! - 2)
      andersonMove(workspace, pass, point, step)
    }
    return [...point]
  }
  expect(path()).toEqual(path())
})

test('at the fixed point nothing moves', () => {
  const workspace = createAndersonWorkspace(2, 3)
  const point = Float64Array.of(4, 5)
  for (let pass = 0; pass < 4; pass++) andersonMove(workspace, pass, point, new Float64Array(2))
  expect([...point]).toEqual([4, 5])
})

test('the convergence error tells the path of the residuals', () => {
  const error = notConverged('a toy', 1e-12, [1, 0.5, 0.25])
  expect(error).toMatchObject({ kind: 'failure', code: 'numeric.not-converged' })
  expect(error.issues[0]).toMatchObject({
    at: { field: 'a toy' },
    expected: 'a residual below 1e-12',
    found: '3 passes, residuals 1.00e+0, 5.00e-1, 2.50e-1',
  })
  expect(notConverged('a toy', 1e-12, new Array(40).fill(1)).message).toContain(
    '40 passes, residuals … 1.00e+0',
  )
})
