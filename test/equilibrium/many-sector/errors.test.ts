import { describe, expect, test } from 'vitest'
import { normaliseInputShares } from '../../../src/equilibrium/many-sector/input-shares.js'
import { solveManySector } from '../../../src/equilibrium/many-sector/solve.js'
import { createManySectorWorkspace } from '../../../src/equilibrium/many-sector/workspace.js'
import type {
  ManySectorBaseline,
  ManySectorChange,
  ManySectorOptions,
} from '../../../src/equilibrium/many-sector/world.js'
import { KeruenError } from '../../../src/errors.js'
import { manySectorWorld, twoByTwo, unchanged } from './worlds.js'

const good = twoByTwo()

function caught(work: () => unknown) {
  try {
    work()
  } catch (error) {
    if (error instanceof KeruenError) return { kind: error.kind, issues: error.issues }
    throw error
  }
  throw new Error('it was accepted')
}

const issuesOf = (baseline: ManySectorBaseline, change: ManySectorChange, options?: ManySectorOptions) =>
  caught(() => solveManySector(baseline, change, options))

const place = ({ issues }: ReturnType<typeof caught>) =>
  issues.map(issue => `${issue.code} ${issue.at?.field}`)

/** A copy with one number replaced. */
const put = (numbers: Float64Array, index: number, value: number) =>
  numbers.map((number, k) => (k === index ? value : number))

describe('inputs that are no world', () => {
  test.each([-1, Number.NaN, Infinity])('flow %d', flow => {
    const found = issuesOf({ ...good, flows: put(good.flows, 1, flow) }, unchanged(good))
    expect(found.kind).toBe('input')
    expect(place(found)).toEqual(['equilibrium.bad-flow flows[s0: A → B]'])
  })

  test.each([-1, -2, Number.NaN, Infinity])('tariff %d, before and after', rate => {
    const tariff = put(good.tariff, 2, rate)
    expect(place(issuesOf({ ...good, tariff }, { newTariff: good.tariff }))).toEqual([
      'equilibrium.bad-tariff tariff[s0: B → A]',
    ])
    expect(place(issuesOf(good, { newTariff: tariff }))).toEqual([
      'equilibrium.bad-tariff newTariff[s0: B → A]',
    ])
  })

  test.each([0, -0.5, Number.NaN])('cost ratio %d', hat => {
    const icebergHat = put(unchanged(good).icebergHat!, 7, hat)
    expect(place(issuesOf(good, { icebergHat, newTariff: good.tariff }))).toEqual([
      'equilibrium.bad-cost-change icebergHat[s1: B → B]',
    ])
  })

  test.each([0, -0.1, 1.1, Number.NaN])('share of value added %d', share => {
    const valueAddedShare = put(good.valueAddedShare, 1, share)
    expect(place(issuesOf({ ...good, valueAddedShare }, unchanged(good)))).toEqual([
      'equilibrium.bad-value-added-share valueAddedShare[s0: B]',
    ])
  })

  test.each([0, -5, Number.NaN, Infinity])('trade elasticity %d', theta => {
    const tradeElasticity = put(good.tradeElasticity, 1, theta)
    expect(place(issuesOf({ ...good, tradeElasticity }, unchanged(good)))).toEqual([
      'equilibrium.bad-elasticity tradeElasticity[s1]',
    ])
  })

  test.each([-0.1, Number.NaN, Infinity])('input share %d', share => {
    const inputShare = put(good.inputShare!, 5, share)
    expect(place(issuesOf({ ...good, inputShare }, unchanged(good)))).toEqual([
      'equilibrium.bad-input-share inputShare[B: s0 → s1]',
    ])
  })

  test('input shares that do not add up, or are missing where there are inputs', () => {
    const inputShare = put(good.inputShare!, 5, 0.5)
    expect(place(issuesOf({ ...good, inputShare }, unchanged(good)))).toEqual([
      'equilibrium.bad-input-share inputShare[B: → s1]',
    ])
    const without: ManySectorBaseline = { ...good, inputShare: new Float64Array() }
    expect(issuesOf(without, unchanged(good)).issues).toHaveLength(4)
    const column = good.inputShare!.map((share, cell) => (cell === 0 || cell === 2 ? 0 : share))
    expect(place(issuesOf({ ...good, inputShare: column }, unchanged(good)))).toEqual([
      'equilibrium.bad-input-share inputShare[A: → s0]',
    ])
  })

  test('every fault is named at once', () => {
    const found = issuesOf(
      { ...good, flows: put(good.flows, 0, -1), tradeElasticity: Float64Array.of(0, 1) },
      { newTariff: put(good.tariff, 3, -4) },
    )
    expect(place(found)).toEqual([
      'equilibrium.bad-flow flows[s0: A → A]',
      'equilibrium.bad-tariff newTariff[s0: B → B]',
      'equilibrium.bad-elasticity tradeElasticity[s0]',
    ])
  })

  test('thousands of faulty cells are counted, not listed', () => {
    const many = manySectorWorld([new Array(400).fill(Number.NaN)])
    const { issues } = issuesOf(many, unchanged(many))
    expect(issues).toHaveLength(21)
    expect(issues[20]!.found).toBe('380 more cells like these')
  })

  test('shapes that do not fit', () => {
    const found = issuesOf(
      {
        ...good,
        tariff: new Float64Array(3),
        valueAddedShare: new Float64Array(3),
        inputShare: new Float64Array(3),
        tradeElasticity: new Float64Array(3),
      },
      { icebergHat: new Float64Array(3), newTariff: new Float64Array(3) },
      {
        workspace: createManySectorWorkspace(2, 3),
        start: {
          wageHat: new Float64Array(3),
          sectorPriceHat: new Float64Array(3),
          newSectorSpending: new Float64Array(3),
        },
      },
    )
    expect(place(found)).toEqual(
      [
        'tariff',
        'valueAddedShare',
        'tradeElasticity',
        'inputShare',
        'icebergHat',
        'newTariff',
        'start.wageHat',
        'start.sectorPriceHat',
        'start.newSectorSpending',
        'workspace',
      ].map(field => `equilibrium.bad-shape ${field}`),
    )
    const empty = manySectorWorld([[]])
    expect(place(issuesOf(empty, unchanged(empty)))).toEqual(['equilibrium.bad-shape economies'])
    expect(
      place(issuesOf({ ...empty, sectors: [], tradeElasticity: new Float64Array() }, unchanged(empty))),
    ).toEqual(['economies', 'sectors'].map(field => `equilibrium.bad-shape ${field}`))
  })

  test('options that make no sense', () => {
    const found = issuesOf(good, unchanged(good), {
      tolerance: 0,
      maxPasses: 1.5,
      balances: 'fixed' as 'zero',
      numeraire: { wageOf: 'C' },
    })
    expect(place(found)).toEqual([
      'equilibrium.bad-option tolerance',
      'equilibrium.bad-option maxPasses',
      'equilibrium.bad-option balances',
      'equilibrium.bad-option numeraire',
    ])
    const start = {
      wageHat: Float64Array.of(1, 0),
      sectorPriceHat: Float64Array.of(1, 1, 1, Number.NaN),
      newSectorSpending: Float64Array.of(1, -1, 1, 1),
    }
    expect(place(issuesOf(good, unchanged(good), { start }))).toEqual([
      'equilibrium.bad-option start.wageHat[B]',
      'equilibrium.bad-option start.sectorPriceHat[s1: B]',
      'equilibrium.bad-option start.newSectorSpending[s0: B]',
    ])
  })

  test('an economy that sells nothing', () => {
    const idle = manySectorWorld([[0, 0, 20, 80]])
    expect(place(issuesOf(idle, unchanged(idle)))).toEqual(['equilibrium.no-sales flows[A]'])
  })

  test('a sector that is used as an input and never bought', () => {
    const flows = good.flows.map((flow, cell) => (cell === 4 ? 0 : flow))
    expect(place(issuesOf({ ...good, flows }, unchanged(good)))).toEqual([
      'equilibrium.no-supplier flows[s1: → A]',
    ])
  })
})

describe('input shares of a printed table', () => {
  const names = [['A'], ['s0', 's1']] as const

  test('are rescaled when they miss one by its last digit', () => {
    const printed = Float64Array.of(0.333333, 0, 0.666666, 0)
    const { inputShare, largestCorrection } = normaliseInputShares(printed, ...names)
    expect(inputShare[0]! + inputShare[2]!).toBeCloseTo(1, 15)
    expect(largestCorrection).toBeCloseTo(1e-6, 12)
    expect([...printed]).toEqual([0.333333, 0, 0.666666, 0])
  })

  test('are refused when they miss it by more', () => {
    const found = caught(() => normaliseInputShares(Float64Array.of(0.3, 0.5, 0.6, 0.5), ...names))
    expect(place(found)).toEqual(['equilibrium.bad-input-share inputShare[A: → s0]'])
  })
})

describe('changes without an equilibrium', () => {
  test('no convergence within the passes: an error with the path, not a number', () => {
    const icebergHat = put(unchanged(good).icebergHat!, 1, 2)
    const found = issuesOf(good, { icebergHat, newTariff: good.tariff }, { maxPasses: 2 })
    expect(found.kind).toBe('failure')
    expect(found.issues[0]!.code).toBe('numeric.not-converged')
    expect(found.issues[0]!.found).toMatch(/^3 passes, residuals \d\.\d+e-\d/)
  })

  test('… nor of the base', () => {
    const unbalanced = { ...good, flows: put(good.flows, 1, 35) }
    const found = issuesOf(unbalanced, unchanged(good), { maxPasses: 2, balances: 'zero' })
    expect(found.issues[0]!.code).toBe('numeric.not-converged')
    expect(found.issues[0]!.at!.field).toBe('base of the many-sector equilibrium')
  })

  test('an importer without any supplier', () => {
    const icebergHat = put(put(unchanged(good).icebergHat!, 0, Infinity), 2, Infinity)
    const found = issuesOf(good, { icebergHat, newTariff: good.tariff })
    expect(found.kind).toBe('failure')
    expect(place(found)).toEqual(['equilibrium.no-supplier-left icebergHat[s0: → A]'])
  })

  test('an economy whose surplus its trade can no longer carry', () => {
    // A sells 60 abroad and buys 10: at ten times the cost no wage above 50 / 70 sells its goods
    const baseline = manySectorWorld([[10, 60, 10, 200]])
    const icebergHat = Float64Array.of(1, 10, 10, 1)
    const found = issuesOf(baseline, { icebergHat, newTariff: baseline.tariff })
    expect(found.kind).toBe('failure')
    expect(place(found)).toEqual(['numeric.not-converged many-sector equilibrium'])
    // without its balance there is one
    solveManySector(baseline, { icebergHat, newTariff: baseline.tariff }, { balances: 'zero' })
  })
})
