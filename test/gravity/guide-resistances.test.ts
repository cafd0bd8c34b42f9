/** Multilateral resistances beside the Guide's own output, chapter 2, application 1, and beside hat algebra. */
import { beforeAll, expect, test } from 'vitest'
import { estimatePpml } from '../../src/gravity/fit/ppml.js'
import {
  multilateralResistances,
  resistanceLevels,
} from '../../src/gravity/inference/multilateral-resistance.js'
import { positionsOf, readAgtpaPanel, rowsOfYear } from '../../src/replication/agtpa-data.js'
import { SIGMA, solveGuideWorld } from '../../src/replication/agtpa-world.js'
import { describeWithReplicationData, readReplicationCsv, readReplicationFile } from '../replication-data.js'

const PANEL = 'published/agtpa/agtpa_applications.csv.gz'
const OUTPUT = 'published/agtpa/Chapter2_Applications_1_TradeWithoutBorder_Results_1_TradeWithoutBorder_FULL'

describeWithReplicationData('the Guide, trade without borders', () => {
  const panel = readAgtpaPanel(readReplicationFile(PANEL), PANEL)
  const { countries } = panel
  const n = countries.length
  const [reference] = positionsOf(panel, ['DEU']) as [number]
  const rows = rowsOfYear(panel, 2006)
  const column = (values: ArrayLike<number>) => Float64Array.from(rows, row => values[row]!)
  const trade = column(panel.trade)
  const exporter = Int32Array.from(rows, row => panel.exporter[row]!)
  const importer = Int32Array.from(rows, row => panel.importer[row]!)
  const regressors = [
    { name: 'distance', values: column(panel.logDistance) },
    { name: 'contiguity', values: column(panel.contiguity) },
    { name: 'border', values: Float64Array.from(rows, (_, k) => (exporter[k] === importer[k] ? 0 : 1)) },
  ]
  const effects = [
    { name: 'exporter', ids: exporter },
    { name: 'importer', ids: importer },
  ]
  /** Costs as (1 − σ) ln t, and the resistances of the model that has them. */
  const under = (slopes: readonly number[]) => {
    const costs = trade.map((_, k) =>
      regressors.reduce((sum, { values }, s) => sum + slopes[s]! * values[k]!, 0),
    )
    const { fittedMeans, effectValues } = estimatePpml(
      { outcome: trade, regressors: [], effects, offset: costs },
      { recoverEffects: true },
    )
    const [exporterEffect, importerEffect] = effectValues as [Float64Array, Float64Array]
    const input = { exporter, importer, exporterEffect, importerEffect, fittedMeans }
    return { costs, fittedMeans, ...multilateralResistances({ ...input, references: [reference] }) }
  }
  let before: ReturnType<typeof under>
  let without: ReturnType<typeof under>
  beforeAll(() => {
    const { coefficients } = estimatePpml({ outcome: trade, regressors, effects })
    const slopes = coefficients.map(({ estimate }) => estimate)
    before = under(slopes)
    without = under([slopes[0]!, slopes[1]!, 0])
  })

  test.each(['BLN', 'CDL'] as const)('its powers of inward and outward resistance, %s', state => {
    const ours = state === 'BLN' ? before : without
    const world = ours.output.reduce((sum, value) => sum + value, 0)
    for (const row of readReplicationCsv(`${OUTPUT}_CONS.csv`)) {
      const published = Number(row[`IMR_${state}`])
      expect(ours.inwardPower[countries.indexOf(row.country!)]! / published).toBeCloseTo(1, 5)
    }
    // the Guide's outward resistance is not divided by world output
    for (const row of readReplicationCsv(`${OUTPUT}_PROD.csv`)) {
      const published = Number(row[`OMR_${state}`]) / world
      expect(ours.outwardPower[countries.indexOf(row.country!)]! / published).toBeCloseTo(1, 5)
    }
  })

  test('they change as in the conditional equilibrium of hat algebra', () => {
    const scenario = {
      countries,
      reference,
      trade,
      baselineCosts: before.costs,
      counterfactualCosts: without.costs,
    }
    const solved = solveGuideWorld(scenario, before.fittedMeans, 'conditional')
    const hat = (powers: 'inwardPower' | 'outwardPower') => {
      const old = resistanceLevels(before[powers], SIGMA)
      return resistanceLevels(without[powers], SIGMA).map((level, k) => level / old[k]!)
    }
    const [inward, outward] = [hat('inwardPower'), hat('outwardPower')]
    for (let k = 0; k < n; k++) {
      expect(inward[k]! / solved.inwardMultilateralResistanceHat[k]!).toBeCloseTo(1, 8)
      expect(outward[k]! / solved.outwardMultilateralResistanceHat[k]!).toBeCloseTo(1, 8)
    }
  })
})
