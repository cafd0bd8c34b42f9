import { expect, test } from 'vitest'
import { solveManySector } from '../../src/equilibrium/many-sector/solve.js'
import { solveOneSector } from '../../src/equilibrium/one-sector/solve.js'
import { EQUILIBRIUM_MODELS, type EquilibriumModel, solveEquilibrium } from '../../src/equilibrium/solver.js'
import { MODELS } from '../../src/scenario/scenario.js'
import { twoByTwo } from './many-sector/worlds.js'
import { costsOnly, worldOf } from './one-sector/worlds.js'

const baseline = worldOf([80, 20, 20, 80])
const change = costsOnly(baseline, [1, 0.9, 0.9, 1])

test('every model that a scenario can name can be solved', () => {
  expect(EQUILIBRIUM_MODELS).toEqual(expect.arrayContaining([...MODELS]))
  expect(EQUILIBRIUM_MODELS).toEqual([...EQUILIBRIUM_MODELS].sort())
})

test('a name leads to its model', () => {
  expect(solveEquilibrium('one-sector', baseline, change)).toEqual(solveOneSector(baseline, change))
  const sectors = twoByTwo()
  const free = { newTariff: new Float64Array(8) }
  expect(solveEquilibrium('many-sector', sectors, free)).toEqual(solveManySector(sectors, free))
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
