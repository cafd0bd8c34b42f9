/** Cargo that is bound to a mode: how its table is read, and each fault of it. */
import { describe, expect, test } from 'vitest'
import { readDataset, validateDataset } from '../../src/dataset/reading/read-dataset.js'
import { embeddedDataset } from '../embedded.js'
import { edited, type Files, smallPackage, withCell } from './packages.js'

const small = smallPackage(3)
const TABLE = 'network-modes.csv'
const found = (files: Files) =>
  validateDataset(files).map(({ code, at }) => `${code} ${at?.file} ${at?.line} ${at?.field}`)
/** The table's one row with other ends, as one more row. */
const withRow = (id: string, a: string, b: string): Files =>
  edited(small, TABLE, text => {
    const header = text.split('\n')[0]!.split(',')
    const own = text.split('\n')[1]!.split(',')
    const cells: Record<string, string> = { id, ends_a: a, ends_b: b }
    return `${text.trimEnd()}\n${header.map((name, k) => cells[name] ?? own[k]).join(',')}\n`
  })

describe('reading', () => {
  test('ends are told as countries, and how precise a rule is', () => {
    expect(readDataset(small).network.modalRules).toEqual([
      {
        id: 'chain',
        endsA: ['AAA'],
        endsB: ['AAA', 'AAB', 'AAC'],
        precision: 1,
        lorry: 0.5,
        lorryLow: 0.2,
        lorryHigh: 0.8,
        noTrain: 0.4,
        noTransit: 0.3,
        switchUsdPerTeu: 1000,
        quality: 'published',
        source: 'made up',
      },
    ])
  })

  test('a package without the table binds nothing', () => {
    const without = edited(
      new Map([...small].filter(([name]) => name !== TABLE)),
      'datapackage.json',
      text => {
        const descriptor = JSON.parse(text)
        return JSON.stringify({
          ...descriptor,
          resources: descriptor.resources.filter(({ path }: { path: string }) => path !== TABLE),
        })
      },
    )
    expect(readDataset(without).network.modalRules).toBeUndefined()
  })

  test('the embedded rules: shares of one cargo, those by country before those by region', () => {
    const rules = embeddedDataset().network.modalRules!
    expect(rules.length).toBeGreaterThan(15)
    for (const { lorry, noTrain, lorryLow, lorryHigh } of rules) {
      expect(lorryLow).toBeLessThanOrEqual(lorry)
      expect(lorryHigh).toBeLessThanOrEqual(1)
      expect(noTrain).toBeLessThan(1)
    }
    expect(rules.find(({ id }) => id === 'china-kyrgyzstan-tajikistan')?.precision).toBe(2)
    expect(rules.find(({ id }) => id === 'china-central-asia')?.precision).toBe(1)
  })
})

describe('faults', () => {
  test.each([
    [
      'an end that is neither country nor region',
      withCell(small, TABLE, 2, 'ends_a', 'atlantis'),
      'dataset.unknown-country network-modes.csv 2 ends_a',
    ],
    ['no end', withCell(small, TABLE, 2, 'ends_b', ''), 'dataset.empty-cell network-modes.csv 2 ends_b'],
    [
      'above one',
      withCell(small, TABLE, 2, 'no_train', '1.2'),
      'dataset.out-of-range network-modes.csv 2 no_train',
    ],
    [
      'below its low end',
      withCell(small, TABLE, 2, 'lorry', '0.1'),
      'dataset.range-out-of-order network-modes.csv 2 lorry',
    ],
    [
      'two rules for a pair',
      withRow('again', 'AAB', 'europe'),
      'dataset.coverage network-modes.csv 3 ends_a, ends_b',
    ],
  ])('%s', (_, files, brief) => {
    expect(found(files)).toEqual([brief])
  })

  test('a more precise rule for the same pair is none', () => {
    expect(found(withRow('pair', 'AAA', 'AAB'))).toEqual([])
  })
})

describe('bulk that has a chain of its own', () => {
  const BULK = 'network-bulk.csv'

  test('regions are told as countries; the embedded rows are shares, one of a pair', () => {
    expect(readDataset(small).network.bulkChains).toEqual([
      {
        id: 'pipe',
        exporters: ['AAA'],
        importers: ['AAA', 'AAB', 'AAC'],
        ownChain: 0.5,
        ownChainLow: 0.4,
        ownChainHigh: 0.9,
        quality: 'published',
        source: 'made up',
      },
    ])
    const rows = embeddedDataset().network.bulkChains!
    expect(rows.find(({ id }) => id === 'russia-china')?.ownChain).toBe(0.71)
    expect(rows.find(({ id }) => id === 'kazakhstan-oil')?.outlet).toBe('novorossiysk')
    for (const { ownChain, ownChainHigh } of rows) {
      expect(ownChain).toBeGreaterThan(0)
      expect(ownChainHigh).toBeLessThanOrEqual(1)
    }
  })

  test.each([
    [
      'above its high end',
      withCell(small, BULK, 2, 'own_chain', '0.95'),
      'dataset.range-out-of-order network-bulk.csv 2 own_chain',
    ],
    [
      'no country',
      withCell(small, BULK, 2, 'exporters', 'atlantis'),
      'dataset.unknown-country network-bulk.csv 2 exporters',
    ],
    [
      'two rows for a pair',
      edited(small, BULK, text => {
        const [head, row] = text.trim().split('\n')
        return `${head}\n${row}\n${row!.replace('pipe', 'second')}\n`
      }),
      'dataset.coverage network-bulk.csv 3 exporters, importers',
    ],
    [
      'an outlet that is no place',
      withCell(small, BULK, 2, 'outlet', 'atlantis'),
      'dataset.unknown-place network-bulk.csv 2 outlet',
    ],
    [
      'other ways of no outlet',
      withCell(small, BULK, 2, 'other_ways', 'yes'),
      'dataset.empty-cell network-bulk.csv 2 outlet',
    ],
    [
      'an outlet from which no ship sails',
      withCell(small, BULK, 2, 'outlet', 'aaa'),
      'dataset.coverage network-bulk.csv 2 outlet',
    ],
  ])('%s', (_, files, brief) => {
    expect(found(files)).toEqual([brief])
  })
})
