import { describe, expect, test } from 'vitest'
import { KeruenError } from '../../src/errors.js'
import { applyPackage } from '../../src/measures/apply.js'
import { parseScenario } from '../../src/scenario/text/parse.js'
import { scenarioToYaml } from '../../src/scenario/text/write.js'
import { embeddedDataset } from '../embedded.js'

const dataset = embeddedDataset()
const options = { date: '2023-12-31', regime: '2024', parameters: dataset.parameters }
const value = (id: string) => dataset.parameters.find(parameter => parameter.id === id)!.value
const scenario = (measures: string) =>
  parseScenario(`keruen: 1\ntitle: Gauge\nmeasures:\n${measures}`, { file: 'gauge.yaml', dataset })

describe('one gauge', () => {
  const { measures } = scenario('  - oneGauge: [alashankou-dostyk, makmal]')
  const { network, changedRows } = applyPackage(dataset, measures, options)

  test('takes its hours and fee from the trains of the border, both ways, and nothing from lorries', () => {
    const rows = (tables: typeof network) =>
      tables.crossings.filter(row => row.placeId === 'alashankou-dostyk' && row.mode === 'rail')
    const [before, after] = [rows(dataset.network), rows(network)]
    expect(before.every(row => row.gaugeChange)).toBe(true)
    expect(after).toHaveLength(2)
    after.forEach((row, k) => {
      expect(row.hours).toBeCloseTo(before[k]!.hours - value('gaugeChangeHours'), 9)
      expect(row.feeUsd).toBeCloseTo(Math.max(0, before[k]!.feeUsd - value('gaugeChangeUsd')), 9)
      expect(row.hoursLow).toBeLessThanOrEqual(row.hours)
      expect(row.gaugeChange).toBe(false)
    })
    const others = dataset.network.crossings.filter(row => row.placeId !== 'alashankou-dostyk')
    expect(network.crossings.filter(row => row.placeId !== 'alashankou-dostyk')).toEqual(others)
  })

  test('takes the whole row of a yard, and leaves its lorries', () => {
    const yard = network.terminals.filter(row => row.placeId === 'makmal')
    expect(yard.find(row => row.modeB === 'rail')).toMatchObject({ hours: 0, hoursHigh: 0, usdPerTeu: 0 })
    expect(yard.find(row => row.modeB === 'road')!.hours).toBeGreaterThan(0)
    expect(changedRows.get('m1')).toBe(3)
  })

  test('is described, and written as it was read', () => {
    expect(measures[0]!.title).toMatch(/^One gauge at .*Dostyk.*Makmal/)
    const whole = scenario('  - oneGauge: makmal')
    const again = parseScenario(scenarioToYaml(whole), { file: 'again.yaml', dataset })
    expect(again.measures).toEqual(whole.measures)
  })

  test('where trains do not change gauge it is refused, with the nearest place that has a change', () => {
    const fault = (measure: string) => {
      try {
        scenario(measure)
      } catch (error) {
        if (error instanceof KeruenError) return error.message
        throw error
      }
      return ''
    }
    expect(fault('  - oneGauge: alashankou-dostik')).toMatch(/gauge\.yaml:4.*alashankou-dostyk/)
    expect(fault('  - oneGauge: khorgos-nur-zholy')).toMatch(/a place of gauge change.*khorgos-nur-zholy/)
  })
})
