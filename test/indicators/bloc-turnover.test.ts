import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { membersOn } from '../../src/dataset/blocs.js'
import type { TradeMatrix } from '../../src/dataset/dataset.js'
import { turnoverBridge } from '../../src/indicators/bloc-turnover.js'
import { roundedBridge } from '../../src/report/turnover-bridge.js'
import { goodsFlows } from '../../src/scenario/stages/world.js'
import { embeddedDataset, projectRoot } from '../embedded.js'
import { tradeOf } from './worlds.js'

const dataset = embeddedDataset()
const blocs = [...new Set(dataset.blocs.map(row => row.bloc))].sort()

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

describe('by hand', () => {
  // Hong Kong's 7 with KAZ and 2 from RUS stand in the cells of China; its 5 from China are China's home sales.
  const trade: TradeMatrix = {
    ...tradeOf(
      ['CHN', 'KAZ', 'RUS'],
      [
        [900, 107, 60],
        [40, 500, 10],
        [82, 20, 700],
      ],
    ),
    adjustmentMusd: Float64Array.from([0, -30, 30, 0, 0, 0, 0, -4, 0]),
    joined: [
      { exporter: 'HKG', importer: 'KAZ', musd: 7 },
      { exporter: 'RUS', importer: 'HKG', musd: 2 },
      { exporter: 'CHN', importer: 'HKG', musd: 5 },
    ],
  }

  test('recorded, joined and adjusted add up to what the model holds', () => {
    expect(turnoverBridge(trade, ['CHN', 'KAZ'])).toEqual({
      recordedMusd: 140,
      joined: [{ iso3: 'HKG', host: 'CHN', musd: 7 }],
      adjustmentMusd: -30,
      modelMusd: 117,
    })
    expect(turnoverBridge(trade, ['CHN', 'KAZ', 'RUS'])).toEqual({
      recordedMusd: 310,
      joined: [{ iso3: 'HKG', host: 'CHN', musd: 9 }],
      adjustmentMusd: -4,
      modelMusd: 315,
    })
  })

  test('a scenario without adjustments has none, a bloc without China no Hong Kong', () => {
    expect(turnoverBridge(trade, ['CHN', 'KAZ'], false)).toMatchObject({ adjustmentMusd: 0, modelMusd: 147 })
    expect(turnoverBridge(trade, ['KAZ', 'RUS'])).toEqual({
      recordedMusd: 30,
      joined: [],
      adjustmentMusd: -4,
      modelMusd: 26,
    })
  })

  test('a joined territory that is itself a member is recorded, and in the model part of its host', () => {
    // recorded: 140 of China and Kazakhstan, 5 and 7 of Hong Kong; the 5 are no trade once the two are one
    expect(turnoverBridge(trade, ['CHN', 'HKG', 'KAZ'])).toMatchObject({
      recordedMusd: 152,
      joined: [{ iso3: 'HKG', host: 'CHN', musd: -5 }],
      modelMusd: 117,
    })
  })
})

test.each(blocs)('%s: the bridge ends at the flows from which scenarios start', bloc => {
  const members = membersOn(dataset, bloc, '9999-12-31')
  for (const adjustments of [true, false]) {
    const bridge = turnoverBridge(dataset.trade, members, adjustments)
    const flows = goodsFlows(dataset, adjustments)
    const { economies } = dataset.trade
    const rows = members.map(iso3 => economies.indexOf(iso3)).filter(row => row >= 0)
    const model = sumOf(rows.flatMap(i => rows.map(j => (i === j ? 0 : flows[i * economies.length + j]!))))
    expect(bridge.modelMusd).toBeCloseTo(model, 6)
    const led = bridge.recordedMusd + sumOf(bridge.joined.map(({ musd }) => musd)) + bridge.adjustmentMusd
    // joined flows are written with three decimals
    expect(Math.abs(led - model)).toBeLessThan(0.1)
    const shown = roundedBridge(bridge, 1000, 1)
    const steps = sumOf(shown.joined.map(({ value }) => value)) + shown.adjustments
    expect(shown.recorded + steps).toBeCloseTo(shown.model, 9)
    expect(Math.abs(shown.model - model / 1000)).toBeLessThanOrEqual(0.05 + 1e-9)
    for (const [k, { value }] of shown.joined.entries()) {
      expect(Math.abs(value - bridge.joined[k]!.musd / 1000)).toBeLessThan(0.1)
    }
  }
})

test('the table of the docs is what the data give', () => {
  const text = readFileSync(join(projectRoot, 'docs', 'data.md'), 'utf8')
  const rows: readonly (readonly [string, string, string])[] = [
    ['SCO, ten of today', 'sco', '9999-12-31'],
    ['SCO, nine on 31 December 2023', 'sco', '2023-12-31'],
    ['EAEU', 'eaeu', '9999-12-31'],
  ]
  for (const [title, bloc, date] of rows) {
    const bridge = roundedBridge(turnoverBridge(dataset.trade, membersOn(dataset, bloc, date)), 1000, 1)
    const step = (value: number | undefined) =>
      value === undefined || value === 0 ? '' : `${value < 0 ? '\u2212' : '+'}${Math.abs(value).toFixed(1)}`
    const cells = [
      title,
      bridge.recorded.toFixed(1),
      step(bridge.joined[0]?.value),
      step(bridge.adjustments),
      bridge.model.toFixed(1),
    ]
    const row = `|${cells.map(cell => (cell === '' ? ' ' : ` ${cell} `)).join('|')}|`
    expect(text.includes(row), row).toBe(true)
  }
})
