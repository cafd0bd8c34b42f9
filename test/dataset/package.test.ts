/** The committed package: hashes, licences, nothing remembered that passes for better, and a build that reproduces it. */
import { readFileSync } from 'node:fs'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { csvParse } from 'd3-dsv'
import { describe, expect, test } from 'vitest'
import { readDataset, validateDataset } from '../../src/dataset/reading/read-dataset.js'
import { TABLES } from '../../src/dataset/tables/tables.js'
import { findReplicationFolder } from '../../tools/data/replication.js'
import { buildPackage } from '../../tools/data/tables.js'
import { embeddedFiles, embeddedText } from './packages.js'

const files = embeddedFiles()
const dataset = readDataset(files)
const resources = JSON.parse(embeddedText('datapackage.json')).resources as {
  name: string
  path: string
  bytes: number
  hash: string
  rows: number
}[]

test('no fault, and every table of the format is there', () => {
  expect(validateDataset(files)).toEqual([])
  expect(dataset.tables.map(table => table.name)).toEqual(TABLES.map(table => table.name))
})

test.each(resources)(
  '$path: bytes, rows and hash as stated, and no larger than 1.5 MB',
  ({ path, bytes, hash, rows }) => {
    const content = files.get(path)!
    expect(content.length).toBe(bytes)
    expect(content.length).toBeLessThan(1_500_000)
    expect(`sha256:${bytesToHex(sha256(content))}`).toBe(hash)
    expect(csvParse(embeddedText(path))).toHaveLength(rows)
  },
)

test('every table has a licence and sources that are listed, and LICENSES.md names it', () => {
  const licences = embeddedText('LICENSES.md')
  const known = new Set(dataset.sources.map(source => source.id))
  for (const table of dataset.tables) {
    expect(table.licence).not.toBe('')
    expect(table.sources.length).toBeGreaterThan(0)
    for (const source of table.sources) expect(known).toContain(source)
    expect(licences).toContain(`\`${table.name}\``)
  }
  for (const source of dataset.sources) {
    expect(source.licence).not.toBe('')
    expect(source.attribution).not.toBe('')
  }
})

describe('what is remembered stays marked', () => {
  test('a row whose source says memory is estimated', () => {
    for (const { path, name } of resources) {
      if (name === 'sources') continue
      for (const row of csvParse(embeddedText(path))) {
        if (/memory/.test(row.source ?? '')) expect(row.quality, `${path}: ${row.source}`).toBe('estimated')
      }
    }
  })
  test('a row of a bloc or agreement that no text vouches for says so', () => {
    const rows = [...dataset.blocs, ...dataset.agreements].filter(row => row.quality === 'estimated')
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(row.source).toMatch(/memory, unverified|\(unverified\)/)
  })
})

test('the documents count the rows that rest on a source', () => {
  const text = readFileSync(new URL('../../docs/data.md', import.meta.url), 'utf8')
  for (const rows of [dataset.blocs, dataset.agreements]) {
    const vouched = rows.filter(row => row.quality !== 'estimated').length
    expect(text).toContain(
      `${vouched.toLocaleString('en')} of ${rows.length.toLocaleString('en')} rows rest on a source`,
    )
  }
  expect(text).toContain(`All ${dataset.tariffs.length} rows rest on a source`)
  expect(dataset.tariffs.filter(row => row.quality === 'estimated')).toEqual([])
})

test('the countries: every bloc member, trader and gateway has names in four languages', () => {
  for (const { iso3, names } of dataset.countries) {
    for (const name of Object.values(names)) expect(name, iso3).not.toBe('')
    expect(names.ru, iso3).toMatch(/[А-яЁё]/)
    expect(names.zh, iso3).toMatch(/\p{Script=Han}/u)
    expect(names.kk, iso3).toMatch(/[А-яӘәҒғҚқҢңӨөҰұҮүҺһІі]/)
  }
  const name = (iso3: string) => dataset.countries.find(country => country.iso3 === iso3)?.names
  expect(name('RUS')?.en).toBe('Russian Federation')
  expect(name('IRN')?.en).toBe('Iran (Islamic Republic of)')
  expect(name('TUR')?.en).toBe('Türkiye')
  expect(name('VNM')?.en).toBe('Viet Nam')
  expect(name('KGZ')).toEqual({ en: 'Kyrgyzstan', ru: 'Кыргызстан', zh: '吉尔吉斯斯坦', kk: 'Қырғызстан' })
  expect(name('BLR')?.ru).toBe('Беларусь')
})

test('the rules of avoidance know the two regimes, and 2024 is never below 2021', () => {
  const share = (regime: string) => dataset.avoidance.filter(rule => rule.regime === regime)
  expect(share('2021').map(rule => rule.share)).toEqual([0.05, 0.5, 0.1])
  expect(share('2024').map(rule => rule.share)).toEqual([0.1, 0.68, 0.14])
  for (const rule of dataset.avoidance)
    expect([rule.territory, rule.quality]).toEqual([['RUS', 'BLR'], 'estimated'])
})

test('data:build without its input folder finds none, so that the command can say so', () => {
  const before = process.env.KERUEN_REPLICATION_DATA
  try {
    process.env.KERUEN_REPLICATION_DATA = '/no/such/folder'
    expect(findReplicationFolder()).toBeUndefined()
    expect(() => buildPackage('/no/such/folder')).toThrow(/population\.csv|countries_factbook\.csv/)
  } finally {
    if (before === undefined) delete process.env.KERUEN_REPLICATION_DATA
    else process.env.KERUEN_REPLICATION_DATA = before
  }
})

test('data:build gives the committed bytes, twice', context => {
  const folder = findReplicationFolder()
  context.skip(folder === undefined, 'the input folder ../shared is not on this machine')
  const built = buildPackage(folder!)
  for (const [path, bytes] of built)
    expect(new TextDecoder().decode(bytes) === embeddedText(path), path).toBe(true)
  expect([...buildPackage(folder!)]).toEqual([...built])
})
