/** The embedded calibration against what was observed: a change of network or parameters that breaks it is seen here. */
import { beforeAll, describe, expect, test } from 'vitest'
import { observedRailGrowth } from '../../tools/backtest/backtest-report.js'
import { sharesFromRatios } from '../../tools/backtest/caspian.js'
import { elementLoads, pointRows, railOverChinasBorders } from '../../tools/backtest/points.js'
import { DIVERTED, flowsWithCape } from '../../tools/backtest/suez.js'
import { estimate, residuals } from '../../tools/calibrate/fit.js'
import { type Setting, settingOf } from '../../tools/calibrate/setting.js'
import { IDENTIFIED, problemOf, targetsOf } from '../../tools/calibrate/targets.js'
import { embeddedChoiceSet } from '../choice-set.js'
import { embeddedDataset } from '../embedded.js'

/** Deviations of a target that present parameters may lie off. */
const TOLERANCE = 2

let setting: Setting
beforeAll(async () => {
  setting = settingOf(embeddedDataset(), await embeddedChoiceSet())
})

describe('present parameters', () => {
  test('meet every target within two deviations', () => {
    const off = residuals(problemOf(setting), setting.embedded)
    off.forEach((residual, k) => {
      expect(Math.abs(residual), targetsOf(setting.observed)[k]!.words).toBeLessThan(TOLERANCE)
    })
  })

  test('the median is the fitted one within two fifths, and the shares of avoidance lie between the readings', () => {
    const { values, converged } = estimate(problemOf(setting), setting.embedded, IDENTIFIED)
    expect(converged).toBe(true)
    expect(Math.abs(Math.log(values.median / setting.embedded.median))).toBeLessThan(0.34)
    const [north19, north23] = targetsOf(setting.observed).map(({ observed }) => observed)
    const titr = (period: string, metric: string) => setting.observed('TITR', period, metric).value
    const byTonnes = sharesFromRatios(north23! / north19!, titr('2023', 'cargo') / titr('2021', 'cargo'))!
    expect(setting.embedded.before).toBeGreaterThan(byTonnes.before)
    expect(setting.embedded.before).toBeLessThan(values.before)
    expect(setting.embedded.since).toBeGreaterThan(byTonnes.since)
    expect(setting.embedded.since).toBeLessThan(values.since)
  })
})

describe('traffic of all lanes', () => {
  const rail = (loads: Float64Array) => railOverChinasBorders(setting, loads)

  test('a price at China’s rail borders lowers traffic there, and China–Europe is a part of it', () => {
    const usual = elementLoads(setting, '2024')
    const dear = elementLoads(setting, '2024', { borderUsd: 500 })
    expect(rail(usual.chinaEurope)).toBeGreaterThan(0)
    expect(rail(usual.chinaEurope)).toBeLessThan(rail(usual.all))
    expect(rail(dear.all)).toBeLessThan(rail(usual.all))
    expect(rail(dear.chinaEurope)).toBeLessThan(rail(usual.chinaEurope))
    // ships take what leaves the trains
    const [suez] = pointRows(setting, { '2021': usual, '2024': dear }).filter(
      ({ point }) => point.id === 'suez',
    )
    expect(suez!.model['2024'].chinaEurope).toBeGreaterThan(suez!.model['2021'].chinaEurope)
  })

  test('the Caspian: the same China–Europe boxes as among the corridors', () => {
    const loads = elementLoads(setting, '2024')
    const [caspian] = pointRows(setting, { '2021': loads, '2024': loads }).filter(
      ({ point }) => point.id === 'caspian',
    )
    const flows = flowsWithCape(setting, { diverted: 0, seaUsd: 0, railUsd: 0 })
    const onTheCaspian = caspian!.model['2024'].chinaEurope
    const asCorridor = flows.out.middle + flows.back.middle
    // routes by ferry on which ships at either end make more than half of the way count as sea
    expect(onTheCaspian).toBeGreaterThanOrEqual(asCorridor * (1 - 1e-9))
    expect(onTheCaspian).toBeLessThan(asCorridor * 1.1)
  })
})

describe('held out', () => {
  test('the Cape: rail from China to Europe doubled in 2024, within a third of it by the model', () => {
    const north = (diverted: number) => flowsWithCape(setting, { diverted, seaUsd: 0, railUsd: 0 }).out.north
    const observed = observedRailGrowth(setting)
    expect(observed).toBeGreaterThan(1.9)
    expect(observed).toBeLessThan(2.2)
    expect(Math.abs(Math.log(north(DIVERTED) / north(0) / observed))).toBeLessThan(0.3)
  })
})
