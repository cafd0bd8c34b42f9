import { expect, test } from 'vitest'
import { run } from '../../src/scenario/runs/pipeline.js'
import { resolveScenario } from '../../src/scenario/text/resolve-scenario.js'
import { rateOutcome, rateTrials } from '../../tools/backtest/freight-rates.js'
import { settingOf } from '../../tools/calibrate/setting.js'
import { embeddedChoiceSet } from '../choice-set.js'
import { embeddedDataset } from '../embedded.js'

// Half a minute alone, more where the machine is busy.
test('the backtest of rates: all ships by the Cape is the scenario that closes Suez, none is today, a part lies between', async () => {
  const dataset = embeddedDataset()
  const choiceSet = await embeddedChoiceSet()
  const setting = settingOf(dataset, choiceSet)
  const trials = await rateTrials(setting)
  const all = await rateOutcome(setting, trials, { diverted: 1, answer: true })
  const written = {
    keruen: 1,
    measures: [{ close: { strait: 'suez' } }],
    freightRates: 'answer-demand',
    draws: 0,
  }
  const { freightMarkets } = await run(dataset, resolveScenario(written, { dataset }), { choiceSet })
  const ratio = (id: string) => {
    const { before, after } = freightMarkets.find(row => row.id === id)!.usdPerUnit
    return after / before
  }
  expect(all.shipRate).toBeCloseTo(ratio('container-ships'), 3)
  expect(all.trainRate).toBeCloseTo(ratio('china-trains'), 3)

  const none = await rateOutcome(setting, trials, { diverted: 0, answer: true })
  expect(none).toEqual({
    shipDays: 1,
    shipRate: 1,
    shipPrice: expect.closeTo(1, 12),
    trainRate: 1,
    trains: 1,
    chinaEurope: 1,
    paidMoreMusd: 0,
  })

  // Held against what was counted in 2024: +9 % trains, +43 % prices of ships, of which the trains were set on nothing.
  const part = await rateOutcome(setting, trials, { diverted: 0.7, answer: true })
  const stated = await rateOutcome(setting, trials, { diverted: 0.7, answer: false })
  expect(part.trains).toBeGreaterThan(1.04)
  expect(part.trains).toBeLessThan(1.14)
  expect(stated.trains).toBeGreaterThan(1.18)
  expect(part.shipPrice).toBeGreaterThan(1.2)
  expect(part.shipPrice).toBeLessThan(all.shipPrice)
  // Trade of one year more on as many more ships as came: dearer by less.
  const year = await rateOutcome(setting, trials, { diverted: 0.7, answer: true, trade: 1.062, fleet: 1.106 })
  expect(year.shipRate).toBeLessThan(part.shipRate)
}, 180_000)
