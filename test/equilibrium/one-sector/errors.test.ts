import { describe, expect, test } from 'vitest'
import { solveOneSector } from '../../../src/equilibrium/one-sector/solve.js'
import { createOneSectorWorkspace } from '../../../src/equilibrium/one-sector/system.js'
import type {
  OneSectorBaseline,
  OneSectorOptions,
  TradeCostChange,
} from '../../../src/equilibrium/one-sector/world.js'
import { KeruenError } from '../../../src/errors.js'
import { costsOnly, noChange, worldOf } from './worlds.js'

const good = worldOf([80, 20, 20, 80])

function issuesOf(baseline: OneSectorBaseline, change: TradeCostChange, options?: OneSectorOptions) {
  try {
    solveOneSector(baseline, change, options)
  } catch (error) {
    if (error instanceof KeruenError) return { kind: error.kind, issues: error.issues }
    throw error
  }
  throw new Error('it was accepted')
}

const place = ({ issues }: ReturnType<typeof issuesOf>) =>
  issues.map(issue => `${issue.code} ${issue.at?.field}`)

describe('inputs that are no world', () => {
  test.each([
    ['a negative flow', [80, -1, 20, 80], 'equilibrium.bad-flow flows[A → B]'],
    ['a flow that is no number', [80, 20, Number.NaN, 80], 'equilibrium.bad-flow flows[B → A]'],
    ['an infinite flow', [Infinity, 20, 20, 80], 'equilibrium.bad-flow flows[A → A]'],
    ['an economy that sells nothing', [0, 0, 20, 80], 'equilibrium.no-sales flows[A]'],
    ['an economy that buys nothing', [0, 20, 0, 80], 'equilibrium.no-purchases flows[A]'],
  ])('%s', (_, flows, expected) => {
    const found = issuesOf(worldOf(flows), noChange(good))
    expect(found.kind).toBe('input')
    expect(place(found)).toEqual([expected])
  })

  test.each([0, -5, Number.NaN, Infinity])('trade elasticity %d', tradeElasticity => {
    const found = issuesOf({ ...good, tradeElasticity }, noChange(good))
    expect(place(found)).toEqual(['equilibrium.bad-elasticity tradeElasticity'])
  })

  test.each([-1, -2, Number.NaN, Infinity])('tariff %d, before and after', rate => {
    const tariff = Float64Array.of(0, rate, 0, 0)
    expect(place(issuesOf({ ...good, tariff }, noChange(good)))).toEqual([
      'equilibrium.bad-tariff tariff[A → B]',
    ])
    const found = issuesOf(good, { ...noChange(good), newTariff: tariff })
    expect(place(found)).toEqual(['equilibrium.bad-tariff newTariff[A → B]'])
  })

  test.each([0, -0.5, Number.NaN])('cost ratio %d', hat => {
    const found = issuesOf(good, costsOnly(good, [1, 1, hat, 1]))
    expect(place(found)).toEqual(['equilibrium.bad-cost-change icebergHat[B → A]'])
  })

  test('every fault is named at once', () => {
    const baseline = { ...worldOf([80, -1, 20, Number.NaN]), tariff: Float64Array.of(0, 0, -3, 0) }
    expect(place(issuesOf(baseline, costsOnly(good, [1, 0, 1, 1])))).toEqual([
      'equilibrium.bad-flow flows[A → B]',
      'equilibrium.bad-flow flows[B → B]',
      'equilibrium.bad-tariff tariff[B → A]',
      'equilibrium.bad-cost-change icebergHat[A → B]',
    ])
  })

  test('thousands of faulty cells are counted, not listed', () => {
    const many = worldOf(new Array(400).fill(Number.NaN))
    const { issues } = issuesOf(many, noChange(many))
    expect(issues).toHaveLength(21)
    expect(issues[20]!.found).toBe('380 more cells like these')
  })

  test('shapes that do not fit', () => {
    const found = issuesOf(
      { ...good, tariff: new Float64Array(3) },
      { icebergHat: new Float64Array(9), newTariff: new Float64Array(0) },
      { workspace: createOneSectorWorkspace(5), startWageHat: Float64Array.of(1) },
    )
    expect(place(found)).toEqual(
      ['tariff', 'icebergHat', 'newTariff', 'workspace', 'startWageHat'].map(
        field => `equilibrium.bad-shape ${field}`,
      ),
    )
    const empty = { economies: [], flows: new Float64Array(), tariff: new Float64Array(), tradeElasticity: 5 }
    const nothing = { icebergHat: new Float64Array(), newTariff: new Float64Array() }
    expect(place(issuesOf(empty, nothing))).toEqual(['equilibrium.bad-shape economies'])
  })

  test('options that make no sense', () => {
    const startWageHat = Float64Array.of(1, 0)
    const found = issuesOf(good, noChange(good), { tolerance: 0, maxPasses: 1.5, startWageHat })
    expect(place(found)).toEqual(
      ['tolerance', 'maxPasses', 'startWageHat[1]'].map(field => `equilibrium.bad-option ${field}`),
    )
  })
})

describe('changes without an equilibrium', () => {
  test('no convergence within the passes: an error with the path, not a number', () => {
    const found = issuesOf(good, costsOnly(good, [1, 2, 1, 1]), { maxPasses: 2 })
    expect(found.kind).toBe('failure')
    expect(found.issues[0]!.code).toBe('numeric.not-converged')
    expect(found.issues[0]!.found).toMatch(/^3 passes, residuals \d\.\d+e-\d/)
  })

  test('an exporter without a market, an importer without a supplier', () => {
    const found = issuesOf(good, costsOnly(good, [Infinity, Infinity, Infinity, 1]))
    expect(found.kind).toBe('failure')
    expect(place(found)).toEqual([
      'equilibrium.no-market-left icebergHat[A]',
      'equilibrium.no-supplier-left icebergHat[A]',
    ])
  })

  test('unbalanced blocks that are cut apart, each economy with a balance named', () => {
    const baseline = worldOf([80, 25, 5, 15, 80, 5, 5, 5, 90])
    const apart = [1, 1, Infinity, 1, 1, Infinity, Infinity, Infinity, 1]
    const found = issuesOf(baseline, costsOnly(baseline, apart))
    expect(found.kind).toBe('failure')
    expect(place(found)).toEqual([
      'equilibrium.divided-world economies.A',
      'equilibrium.divided-world economies.B',
    ])
  })

  test('an economy whose surplus its trade can no longer carry has nothing left to spend: named', () => {
    // A sells 60 abroad and buys 10: at ten times the cost no wage above 50 / 70 sells its goods
    const baseline = worldOf([10, 60, 10, 200], { tradeElasticity: 5 })
    const found = issuesOf(baseline, costsOnly(baseline, [1, 10, 10, 1]))
    expect(found.kind).toBe('failure')
    expect(place(found)).toEqual([
      'numeric.not-converged one-sector equilibrium',
      'equilibrium.no-spending-left economies.A',
    ])
  })
})
