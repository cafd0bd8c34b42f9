/** The Guide's procedure on a small world: laws, and files that are not as they should be. */
import { describe, expect, test } from 'vitest'
import { runGuideLoop } from '../../src/replication/agtpa-loop.js'
import { AGTPA_PANEL } from '../../src/replication/agtpa-trade-without-borders.js'
import {
  fitStructuralGravity,
  type GuideScenario,
  SIGMA,
  solveGuideWorld,
} from '../../src/replication/agtpa-world.js'
import { REPLICATIONS, replicate } from '../../src/replication/index.js'
import { SMALL_COUNTRIES, smallAgtpaFiles } from './small-agtpa.js'

const n = 4
const size = n * n
/** Four countries with unbalanced trade; costs in the units of (1 − σ) ln t. */
function scenario(change: number): GuideScenario {
  const baselineCosts = Float64Array.from({ length: size }, (_, cell) => {
    const i = Math.floor(cell / n)
    const j = cell % n
    return i === j ? 0 : -1 - 0.2 * Math.abs(i - j)
  })
  return {
    countries: ['CAN', 'DEU', 'KAZ', 'USA'],
    reference: 1,
    trade: Float64Array.of(90, 12, 3, 30, 10, 200, 9, 25, 2, 14, 30, 4, 50, 40, 6, 900),
    baselineCosts,
    counterfactualCosts: baselineCosts.map(cost => (cost === 0 ? 0 : cost + change)),
  }
}

const fitted = (world: GuideScenario, costs: Float64Array) =>
  fitStructuralGravity(world.trade, costs, n, world.reference)

describe('laws', () => {
  test('fits add up, and the importer effect of the reference is one', () => {
    const world = scenario(0)
    const { fitted: flows, importerTerm } = fitted(world, world.baselineCosts)
    expect(importerTerm[1]).toBe(1)
    for (let i = 0; i < n; i++) {
      const row = [0, 1, 2, 3].map(j => i * n + j)
      const column = [0, 1, 2, 3].map(j => j * n + i)
      for (const cells of [row, column]) {
        const total = (flows: Float64Array) => cells.reduce((sum, cell) => sum + flows[cell]!, 0)
        expect(total(flows)).toBeCloseTo(total(world.trade), 8)
      }
    }
  })

  test.each([-0.5, 0.3, 1.2])(
    'costs changed by %d: real GDP moves by the home share to the power −1/θ',
    change => {
      const world = scenario(change)
      const { realGdpHat, homeShareFormula, inwardMultilateralResistanceHat } = solveGuideWorld(
        world,
        fitted(world, world.baselineCosts).fitted,
        'full',
      )
      expect(inwardMultilateralResistanceHat[1]).toBeCloseTo(1, 12)
      realGdpHat.forEach((hat, i) => {
        expect(hat).toBeCloseTo(homeShareFormula[i]!, 11)
        expect(hat > 1).toBe(change > 0)
      })
    },
  )

  test('conditional effects are those of the Poisson fit with the new costs', () => {
    const world = scenario(0.8)
    const before = fitted(world, world.baselineCosts)
    const after = fitted(world, world.counterfactualCosts)
    const solved = solveGuideWorld(world, before.fitted, 'conditional')
    for (let i = 0; i < n; i++) {
      const abroad = (flows: Float64Array) =>
        [0, 1, 2, 3].reduce((sum, j) => sum + (i === j ? 0 : flows[i * n + j]!), 0)
      expect(solved.exportsHat[i]).toBeCloseTo(abroad(after.fitted) / abroad(before.fitted), 9)
      const resistance = (ratio: number) => ratio ** (1 / (1 - SIGMA))
      expect(solved.inwardMultilateralResistanceHat[i]).toBeCloseTo(
        resistance(before.importerTerm[i]! / after.importerTerm[i]!),
        9,
      )
      expect(solved.outwardMultilateralResistanceHat[i]).toBeCloseTo(
        resistance(before.exporterTerm[i]! / after.exporterTerm[i]!),
        9,
      )
    }
  })

  test('no change of costs changes nothing, neither exactly nor in the loop', () => {
    const world = scenario(0)
    const baseline = fitted(world, world.baselineCosts)
    const exact = solveGuideWorld(world, baseline.fitted, 'full')
    const loop = runGuideLoop(world, baseline, baseline, { tolerance: 0.01, maxPasses: 10 })
    expect(loop.settled).toBe(true)
    expect(loop.passes.length).toBe(2) // the first comparison is with zero
    for (const effects of [exact, loop.effects]) {
      for (const hats of [effects.exportsHat, effects.factoryGatePriceHat, effects.realGdpHat]) {
        for (const hat of hats) expect(hat).toBeCloseTo(1, 8)
      }
    }
  })

  test('with balanced trade the loop run on and the exact solution are the same', () => {
    const unbalanced = scenario(0.4)
    const trade = unbalanced.trade.map(
      (value, cell) => value + unbalanced.trade[(cell % n) * n + Math.floor(cell / n)]!,
    )
    const world = { ...unbalanced, trade }
    const baseline = fitted(world, world.baselineCosts)
    const loop = runGuideLoop(world, baseline, fitted(world, world.counterfactualCosts), {
      tolerance: 1e-11,
      maxPasses: 500,
    })
    const exact = solveGuideWorld(world, baseline.fitted, 'full')
    expect(loop.settled).toBe(true)
    expect(loop.spendingOverOutput).toBeCloseTo(1, 9)
    exact.realGdpHat.forEach((hat, i) => {
      expect(loop.effects.realGdpHat[i]).toBeCloseTo(hat, 8)
    })
  })
})

describe('both applications on a small world', () => {
  test.each([...REPLICATIONS.keys()].filter(name => name.startsWith('agtpa-2')))('%s', name => {
    const { rows, explanations } = replicate(name, smallAgtpaFiles())
    const effects = rows.filter(row => row.mode !== 'estimate')
    expect(effects.length).toBe(13 * SMALL_COUNTRIES.length)
    for (const { computed, published, difference } of effects) {
      expect(computed).toBeTypeOf('number')
      expect(Number.isFinite(computed)).toBe(true)
      expect(difference).toBe(computed - published!)
    }
    expect(explanations.join(' ')).not.toMatch(/NaN|undefined|Infinity/)
  })
})

describe('files that are not as published', () => {
  const EFFECTS = 'published/agtpa/published_1_TradeWithoutBorder_FULL.csv'
  const broken = (path: string, mend: (text: string) => string) => {
    const files = smallAgtpaFiles()
    files.set(path, mend(files.get(path)!))
    return files
  }
  const line = (text: string, number: number, change: (line: string) => string) =>
    text
      .split('\n')
      .map((old, k) => (k === number - 1 ? change(old) : old))
      .join('\n')

  test.each<[string, string, (text: string) => string, object]>([
    [
      'a column is missing',
      AGTPA_PANEL,
      text => text.replace('cntg', 'contig'),
      { code: 'replication.missing-column', at: { file: AGTPA_PANEL, line: 1, field: 'cntg' } },
    ],
    [
      'a cell is no number',
      AGTPA_PANEL,
      text => line(text, 7, old => old.replace(/,\d+\.\d+,/, ',n/a,')),
      { code: 'replication.bad-number', at: { file: AGTPA_PANEL, line: 7, field: 'trade' }, found: "'n/a'" },
    ],
    [
      'a negative flow',
      AGTPA_PANEL,
      text => line(text, 9, old => old.replace(/,(\d+\.\d+),/, ',-$1,')),
      { code: 'replication.bad-number', at: { file: AGTPA_PANEL, line: 9, field: 'trade' } },
    ],
    [
      'the file is cut off within a line',
      AGTPA_PANEL,
      text => text.slice(0, -14),
      { code: 'replication.column-count', at: { file: AGTPA_PANEL, line: 295 } },
    ],
    [
      'the file is cut off at the end of a line',
      AGTPA_PANEL,
      text => text.split('\n').slice(0, 290).join('\n'),
      { code: 'replication.incomplete-year', at: { file: AGTPA_PANEL, field: 'year' } },
    ],
    [
      'a pair stands there twice',
      AGTPA_PANEL,
      text => line(text, 294, old => `${old}\n${old}`),
      { code: 'replication.incomplete-year', found: 'UZB–USA again on line 295' },
    ],
    [
      'the reference is not among the countries',
      AGTPA_PANEL,
      text => text.replaceAll('DEU', 'FRA'),
      { code: 'replication.missing-country', expected: 'DEU among the countries' },
    ],
    ['an empty file', AGTPA_PANEL, () => '', { code: 'replication.no-rows', found: 'an empty file' }],
    [
      'a header alone',
      EFFECTS,
      text => text.split('\n')[0]!,
      { code: 'replication.no-rows', at: { file: EFFECTS } },
    ],
    [
      "a country is missing in the authors' file",
      EFFECTS,
      text => text.replace('UZB', 'TJK'),
      { code: 'replication.missing-country', found: 'none for UZB' },
    ],
    [
      "an empty cell in the authors' file",
      EFFECTS,
      text => line(text, 3, () => 'DEU,,2,3,4,5,6'),
      { code: 'replication.bad-number', at: { file: EFFECTS, line: 3, field: 'change_Xi_CDL' } },
    ],
  ])('%s', (_, path, mend, issue) => {
    let error: unknown
    try {
      replicate('agtpa-2-1', broken(path, mend))
    } catch (thrown) {
      error = thrown
    }
    expect(error).toMatchObject({ kind: 'input' })
    expect(error).toHaveProperty('issues.0', expect.objectContaining(issue))
  })

  test('an unknown name and missing files', () => {
    expect(() => replicate('agtpa-9', new Map())).toThrow(
      expect.objectContaining({ code: 'replication.unknown', kind: 'usage' }),
    )
    const files = smallAgtpaFiles()
    files.delete(EFFECTS)
    expect(() => replicate('agtpa-2-1', files)).toThrow(/published_1_TradeWithoutBorder_FULL\.csv: expected/)
  })
})
