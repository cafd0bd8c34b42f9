/** The embedded calibration against what was observed: a change of network or parameters that breaks it is seen here. */
import { beforeAll, describe, expect, test } from 'vitest'
import { observedRailGrowth } from '../../tools/backtest/backtest-report.js'
import { sharesFromRatios } from '../../tools/backtest/caspian.js'
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

  test('the median is the fitted one within a quarter, and the shares of avoidance lie between the readings', () => {
    const { values, converged } = estimate(problemOf(setting), setting.embedded, IDENTIFIED)
    expect(converged).toBe(true)
    expect(Math.abs(Math.log(values.median / setting.embedded.median))).toBeLessThan(0.25)
    const [north19, north23] = targetsOf(setting.observed).map(({ observed }) => observed)
    const titr = (period: string, metric: string) => setting.observed('TITR', period, metric).value
    const byTonnes = sharesFromRatios(north23! / north19!, titr('2023', 'cargo') / titr('2021', 'cargo'))!
    expect(setting.embedded.before).toBeGreaterThan(byTonnes.before)
    expect(setting.embedded.before).toBeLessThan(values.before)
    expect(setting.embedded.since).toBeGreaterThan(byTonnes.since)
    expect(setting.embedded.since).toBeLessThan(values.since)
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
