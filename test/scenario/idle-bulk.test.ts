/** An oil field whose port is closed makes no other goods: what stands idle, by scenario. */
import { beforeAll, expect, test } from 'vitest'
import type { ChoiceSet } from '../../src/network/choice-set/choice-set.js'
import { rankClosings } from '../../src/scenario/runs/exposure-ranking.js'
import { run } from '../../src/scenario/runs/pipeline.js'
import { scenarioOfClosing, scenarioOfToday } from '../../src/scenario/stages/closing.js'
import { parseScenario } from '../../src/scenario/text/parse.js'
import { embeddedChoiceSet } from '../choice-set.js'
import { embeddedDataset } from '../embedded.js'

const dataset = embeddedDataset()
const stated = dataset.parameters.find(({ id }) => id === 'idleBulkShare')!

let choiceSet: ChoiceSet
beforeAll(async () => {
  choiceSet = await embeddedChoiceSet()
})

const closing = (place: string, idle?: number, draws = 0) => {
  const parsed = parseScenario(scenarioOfClosing(dataset, place), { dataset })
  const parameters = parsed.parameters.map(each =>
    each.id === 'idleBulkShare' && idle !== undefined
      ? { ...each, value: idle, low: idle, high: idle }
      : each,
  )
  return run(dataset, { ...parsed, parameters, draws }, { choiceSet })
}

test('Novorossiysk: of the oil that it loads the stated part, and of no other country', async () => {
  const { countries } = await closing('novorossiysk')
  for (const { iso3, idleIncomeMusd, exportsCutOffMusd } of countries) {
    if (iso3 === 'KAZ') expect(idleIncomeMusd / (stated.value * exportsCutOffMusd)).toBeCloseTo(1, 9)
    else expect(idleIncomeMusd).toBe(0)
  }
})

test('Hormuz: exporters behind it lose what they sold, those whose buyers are behind it turn to others', async () => {
  const { countries } = await closing('hormuz')
  const part = (iso3: string) => {
    const { idleIncomeMusd, exportsCutOffMusd } = countries.find(each => each.iso3 === iso3)!
    return idleIncomeMusd / (stated.value * exportsCutOffMusd)
  }
  for (const iso3 of ['IRQ', 'KWT', 'QAT']) expect(part(iso3)).toBeGreaterThan(0.9)
  for (const iso3 of ['AGO', 'AUS', 'BRA', 'RUS', 'ZAF']) expect(part(iso3)).toBeLessThan(0.1)
})

test('the more of it stands idle the more is lost; each end of the range is a run that stands there', async () => {
  const { bloc, uncertainty, sensitivities } = await closing('novorossiysk', undefined, 10)
  const drawn = uncertainty.parameters.find(({ id }) => id === 'idleBulkShare')!
  const at = async (idle: number) => (await closing('novorossiysk', idle)).bloc.realIncomeChangeMusd.value
  expect(drawn.atLowMusd / (await at(stated.low))).toBeCloseTo(1, 8)
  expect(drawn.atHighMusd / (await at(stated.high))).toBeCloseTo(1, 8)
  expect(drawn.atHighMusd).toBeLessThan(bloc.realIncomeChangeMusd.value)
  expect(drawn.atLowMusd).toBeGreaterThan(bloc.realIncomeChangeMusd.value)
  const other = (id: string) => sensitivities.find(each => each.id === id)!.blocRealIncomeChangeMusd
  expect(other('idle-none') / (await at(0))).toBeCloseTo(1, 8)
  expect(other('idle-all') / (await at(1))).toBeCloseTo(1, 8)
  expect(other('idle-none')).toBeGreaterThan(drawn.atLowMusd)
})

test('what is lost of income is at least what stands idle, less what dearer goods bring', async () => {
  const { countries } = await closing('novorossiysk')
  const kazakhstan = countries.find(each => each.iso3 === 'KAZ')!
  const { idleIncomeMusd, realIncomeChangeMusd } = kazakhstan
  expect(-realIncomeChangeMusd.value / idleIncomeMusd).toBeGreaterThan(0.9)
  expect(-realIncomeChangeMusd.value / idleIncomeMusd).toBeLessThan(1.5)
})

test('the ranking counts it as a scenario does', async () => {
  const today = parseScenario(scenarioOfToday(dataset), { dataset })
  const ranked = await rankClosings(dataset, today, { choiceSet, exactly: 0 })
  for (const id of ['novorossiysk', 'hormuz', 'bosporus']) {
    const row = ranked.find(({ lever }) => lever.id === id)!
    const { bloc } = await closing(id)
    expect(row.blocRealIncomeChangeMusd / bloc.realIncomeChangeMusd.value).toBeGreaterThan(0.9)
    expect(row.blocRealIncomeChangeMusd / bloc.realIncomeChangeMusd.value).toBeLessThan(1.1)
  }
}, 120_000)

test('where nothing closes it is not among what is drawn, and no share above one is taken', async () => {
  const today = { ...parseScenario(scenarioOfToday(dataset), { dataset }), draws: 10 }
  const { uncertainty, countries } = await run(dataset, today, { choiceSet })
  expect(uncertainty.parameters.some(({ id }) => id === 'idleBulkShare')).toBe(false)
  expect(countries.every(({ idleIncomeMusd }) => idleIncomeMusd === 0)).toBe(true)
  const above = 'keruen: 1\nparameters: { idleBulkShare: { value: 1.2, low: 0, high: 1.2 } }\n'
  expect(() => parseScenario(above, { dataset })).toThrow(/at most one/)
})
