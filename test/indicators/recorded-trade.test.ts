import { describe, expect, test } from 'vitest'
import { separatedTrade } from '../../src/indicators/recorded-trade.js'
import { embeddedDataset } from './embedded.js'
import { tradeOf } from './worlds.js'

const joinedWorld = tradeOf(
  ['CHN', 'IND'],
  [
    [1000, 124],
    [26, 500],
  ],
)

describe('by hand', () => {
  test('what was joined stands on its own axis again, and nothing is lost', () => {
    const { economies, recordedMusd } = separatedTrade({
      ...joinedWorld,
      joined: [
        { exporter: 'HKG', importer: 'IND', musd: 4 },
        { exporter: 'IND', importer: 'HKG', musd: 9 },
        { exporter: 'CHN', importer: 'HKG', musd: 250 },
        { exporter: 'HKG', importer: 'HKG', musd: 30 },
      ],
    })
    expect(economies).toEqual(['CHN', 'HKG', 'IND'])
    expect([...recordedMusd]).toEqual([720, 250, 120, 0, 30, 4, 17, 9, 500])
  })

  test('nothing joined: the matrix as it is', () => {
    const { adjustmentMusd, quality, ...recorded } = joinedWorld
    expect(separatedTrade(joinedWorld)).toEqual(recorded)
  })

  test('a join that is not known is refused', () => {
    expect(() =>
      separatedTrade({ ...joinedWorld, joined: [{ exporter: 'XXX', importer: 'IND', musd: 1 }] }),
    ).toThrow(expect.objectContaining({ code: 'trade.unknown-join', kind: 'input' }))
  })
})

test('embedded dataset: taking apart keeps the sum of all cells', async () => {
  const { trade } = await embeddedDataset()
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0)
  const { economies, recordedMusd } = separatedTrade(trade)
  expect(economies).toContain('HKG')
  expect(economies.length).toBe(trade.economies.length + 1)
  expect(sum(recordedMusd) / sum(trade.recordedMusd)).toBeCloseTo(1, 12)
})
