/** Laws of the reader: any number of economies, any order of rows, the same dataset; other bytes, another hash. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Dataset } from '../../src/dataset/dataset.js'
import { getParameter } from '../../src/dataset/parameters.js'
import { readDataset, validateDataset } from '../../src/dataset/reading/read-dataset.js'
import { edited, embeddedFiles, type Files, smallPackage } from './packages.js'

const FIXED = { seed: 20240704, numRuns: 12 }
const embedded = embeddedFiles()

/** Without what a file order is allowed to change. */
const content = (dataset: Dataset) => ({ ...dataset, hash: '', tables: [] })

test('a package of any number of economies is read: axes, matrix, bulk and gateways have its size', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), n => {
      const files = smallPackage(n)
      expect(validateDataset(files)).toEqual([])
      const dataset = readDataset(files)
      expect(dataset.trade.economies).toHaveLength(n)
      expect(dataset.trade.recordedMusd).toHaveLength(n * n)
      expect(dataset.bulkShare).toHaveLength(n * n)
      expect(dataset.network.gateways).toHaveLength(n)
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < n; j++) {
          expect(dataset.trade.recordedMusd[i * n + j]).toBe(i === j ? 100 : 10)
          expect(dataset.bulkShare[i * n + j]).toBe(i === j ? 0 : 0.1)
        }
      }
    }),
    FIXED,
  )
})

test('law: the order of rows changes the hash and nothing else', () => {
  const first = readDataset(embedded)
  const before = content(first)
  const tables = [...embedded.keys()].filter(path => path.endsWith('.csv'))
  fc.assert(
    fc.property(fc.constantFrom(...tables), fc.integer({ min: 1, max: 1e6 }), (path, turn) => {
      const files = edited(embedded, path, text => {
        const [header, ...rows] = text.trimEnd().split('\n')
        const cut = 1 + (turn % (rows.length - 1))
        return `${[header, ...rows.slice(cut).reverse(), ...rows.slice(0, cut)].join('\n')}\n`
      })
      const again = readDataset(files)
      expect(content(again)).toEqual(before)
      expect(again.hash).not.toBe(first.hash)
    }),
    { ...FIXED, numRuns: 6 },
  )
})

test('the hash covers every table and the descriptor, and no other file', () => {
  const files = smallPackage()
  const { hash } = readDataset(files)
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  expect(readDataset(new Map([...files].reverse())).hash).toBe(hash)
  expect(readDataset(new Map(files).set('LICENSES.md', Uint8Array.of(1))).hash).toBe(hash)
  for (const path of files.keys()) {
    const other =
      path === 'datapackage.json'
        ? (text: string) => `${text} `
        : (text: string) => text.replaceAll('\n', '\r\n')
    expect(readDataset(edited(files, path, other)).hash).not.toBe(hash)
  }
})

test('Windows line ends and a byte order mark read the same', () => {
  const files = smallPackage(3)
  const windows: Files = new Map(
    [...files].map(([path, bytes]) => {
      const text = new TextDecoder().decode(bytes)
      return [
        path,
        new TextEncoder().encode(`\uFEFF${path.endsWith('.csv') ? text.replaceAll('\n', '\r\n') : text}`),
      ]
    }),
  )
  expect(content(readDataset(windows))).toEqual(content(readDataset(files)))
})

test('optional parts: empty cells are absent, absent columns too, a pair takes its own share of bulk', () => {
  const files = edited(
    smallPackage(3),
    'bulk-shares.csv',
    text => `${text}AAA,*,0.4,,,published,made up\nAAA,AAB,0.9,,,derived,made up\n`,
  )
  const { bulkShare, bulkQuality, network, claims, trade } = readDataset(files)
  expect([...bulkShare]).toEqual([0, 0.9, 0.4, 0.1, 0, 0.1, 0.1, 0.1, 0])
  expect(bulkQuality[1]).toBe(2)
  expect(network.places[0]).not.toHaveProperty('country2')
  expect(network.links[0]).not.toHaveProperty('lumpUsd')
  expect(network.links[0]).not.toHaveProperty('capacityKteu')
  expect(claims).toEqual([])
  expect(trade).not.toHaveProperty('joined')
})

test('what flies is read as bulk is, a row for everybody else asked for', () => {
  const files = edited(smallPackage(2), 'air-shares.csv', text => `${text}AAB,AAA,0.7,published,made up\n`)
  expect([...readDataset(files).airShare]).toEqual([0, 0.2, 0.7, 0])
  const lacking = edited(smallPackage(2), 'air-shares.csv', text => text.replace('*,*', 'AAA,AAB'))
  expect(validateDataset(lacking)).toMatchObject([
    { code: 'dataset.coverage', at: { file: 'air-shares.csv', field: 'exporter' } },
  ])
})

test('capacities that a source states are read with the share in use and their quality', () => {
  const { crossings, links } = readDataset(embedded).network
  const stated = crossings.filter(row => row.capacityKteu !== undefined)
  expect(stated.map(row => `${row.placeId} ${row.fromCountry}`)).toEqual([
    'alashankou-dostyk CHN',
    'alashankou-dostyk KAZ',
    'erenhot-zamyn-uud CHN',
    'erenhot-zamyn-uud MNG',
    'khorgos-altynkol CHN',
    'khorgos-altynkol KAZ',
    'manzhouli-zabaikalsk CHN',
    'manzhouli-zabaikalsk RUS',
    'sheikh-hussein ISR',
    'sheikh-hussein JOR',
  ])
  // 27 trains in a day at most, 7,762 in 2023, both ways; 1,230,000 TEU in 11,403 trains
  const khorgos = stated.find(row => row.placeId === 'khorgos-altynkol')!
  expect(khorgos.capacityKteu! / ((27 / 2) * 0.365 * (1_230_000 / 11_403))).toBeCloseTo(1, 2)
  expect(khorgos.capacityUsed).toBeCloseTo(7762 / 365 / 27, 2)
  expect(khorgos.capacityQuality).toBe('derived')
  // 15 Mt a year at 18 t a TEU
  const planned = links.find(link => link.id === 'rail-torugart--makmal')!
  expect(planned.capacityKteu! / (15_000 / 18)).toBeCloseTo(1, 2)
})

test('getParameter: by id, and an unknown id is refused with the known ones', () => {
  const { parameters } = readDataset(embedded)
  expect(getParameter(parameters, 'tradeElasticity')).toMatchObject({ value: 5.03, low: 3.8, high: 6.5 })
  expect(() => getParameter(parameters, 'tradeElastisity')).toThrow(
    expect.objectContaining({
      code: 'dataset.unknown-parameter',
      message: expect.stringContaining('tradeElasticity'),
    }),
  )
})
