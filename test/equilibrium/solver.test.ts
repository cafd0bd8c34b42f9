import { expect, test } from 'vitest'
import { solveOneSector } from '../../src/equilibrium/one-sector/solve.js'
import { EQUILIBRIUM_MODELS, type EquilibriumModel, solveEquilibrium } from '../../src/equilibrium/solver.js'
import { MODELS } from '../../src/scenario/scenario.js'
import { costsOnly, worldOf } from './one-sector/worlds.js'

const baseline = worldOf([80, 20, 20, 80])
const change = costsOnly(baseline, [1, 0.9, 0.9, 1])

test('the models that a scenario can name are those that can be solved', () => {
  expect([...EQUILIBRIUM_MODELS].sort()).toEqual([...MODELS].sort())
})

test('a name leads to its model', () => {
  expect(solveEquilibrium('one-sector', baseline, change)).toEqual(solveOneSector(baseline, change))
})

test('options arrive', () => {
  expect(() => solveEquilibrium('one-sector', baseline, change, { tolerance: -1 })).toThrow(
    expect.objectContaining({ code: 'equilibrium.bad-option' }),
  )
})

test('a model that does not exist is refused, with the names of those that do', () => {
  expect(() => solveEquilibrium('two-sector' as EquilibriumModel, baseline, change)).toThrow(
    expect.objectContaining({
      kind: 'input',
      code: 'equilibrium.unknown-model',
      message: expect.stringContaining('one-sector'),
    }),
  )
})
