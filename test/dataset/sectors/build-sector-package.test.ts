/** From the files that a user brings to a package: what is joined, what is set aside, what stays as it was. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { csvParse } from 'd3-dsv'
import { describe, expect, test } from 'vitest'
import { membersOn } from '../../../src/dataset/blocs.js'
import {
  buildSectorPackage,
  SECTOR_PACKAGE_FILES,
} from '../../../src/dataset/sectors/build-sector-package.js'
import { sectorCoverage } from '../../../src/dataset/sectors/coverage.js'
import { readSectorDataset, validateSectorDataset } from '../../../src/dataset/sectors/read-sector-dataset.js'
import { type Issue, KeruenError } from '../../../src/errors.js'
import { findReplicationFolder } from '../../../tools/data/replication.js'
import { embeddedDataset } from '../../embedded.js'
import { edited } from '../packages.js'
import { asInputs, madeUpCells, madeUpFiles, madeUpFlow, madeUpTariff } from './made-up.js'

const dataset = embeddedDataset()
const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)
const total = (values: Iterable<number>) => [...values].reduce((sum, value) => sum + value, 0)

describe('made-up files', () => {
  const files = buildSectorPackage(asInputs(madeUpFiles()), dataset)
  const baseline = readSectorDataset(files)
  const n = baseline.economies.length
  const cell = (s: number, exporter: string, importer: string) =>
    (s * n + baseline.economies.indexOf(exporter)) * n + baseline.economies.indexOf(importer)

  test('the same files give the same bytes, and exactly the files that are named', () => {
    expect([...buildSectorPackage(asInputs(madeUpFiles()), dataset)]).toEqual([...files])
    expect([...files.keys()].sort()).toEqual([...SECTOR_PACKAGE_FILES].sort())
    expect(validateSectorDataset(files)).toEqual([])
  })

  test('Hong Kong is joined to China: flows are added, mutual trade becomes home sales, nothing is lost', () => {
    expect(baseline.economies).toEqual(['CHN', 'KAZ', 'ROW'])
    expect(baseline.hidden).toContainEqual({ iso3: 'HKG', within: 'CHN' })
    const [china, hongKong, kazakhstan] = [0, 1, 2]
    expect(baseline.flows[cell(0, 'CHN', 'KAZ')]).toBe(
      madeUpFlow(china, kazakhstan, 0) + madeUpFlow(hongKong, kazakhstan, 0),
    )
    expect(baseline.flows[cell(1, 'CHN', 'CHN')]).toBe(
      200 + madeUpFlow(china, hongKong, 1) + madeUpFlow(hongKong, china, 1),
    )
    expect(total(baseline.flows)).toBe(total(madeUpCells().map(([, , , value]) => value)))
  })

  test('tariffs are averaged with the flows as weights; none at home', () => {
    const [china, hongKong, kazakhstan] = [0, 1, 2]
    const weights = [madeUpFlow(kazakhstan, china, 0), madeUpFlow(kazakhstan, hongKong, 0)]
    const rates = [madeUpTariff(kazakhstan, china, 0), madeUpTariff(kazakhstan, hongKong, 0)]
    const mean = (weights[0]! * rates[0]! + weights[1]! * rates[1]!) / (weights[0]! + weights[1]!)
    expect(baseline.tariff[cell(0, 'KAZ', 'CHN')]).toBeCloseTo(mean, 6) // written to six decimals
    expect(baseline.tariff[cell(0, 'CHN', 'CHN')]).toBe(0)
  })

  test("where neither trades, China's own tariff stands", () => {
    const cells = madeUpCells().map(
      ([exporter, importer, sector, value, tariff]) =>
        [exporter, importer, sector, exporter === 'KAZ' && importer !== 'KAZ' ? 0 : value, tariff] as const,
    )
    const { tariff } = readSectorDataset(buildSectorPackage(asInputs(madeUpFiles(cells)), dataset))
    expect(tariff[cell(0, 'KAZ', 'CHN')]).toBe(madeUpTariff(2, 0, 0))
  })

  test('a file that was changed after the build is noticed', () => {
    const changed = edited(new Map(files), 'sectors.csv', text => text.replace('Food', 'Good'))
    expect(validateSectorDataset(changed)).toMatchObject([
      { code: 'dataset.hash-mismatch', at: { file: 'sectors.csv' } },
    ])
  })

  test('the join can be undone from sector-joined', () => {
    const rows = csvParse(decode(files.get('sector-joined.csv')))
    expect(rows).toHaveLength(2 * 7)
    for (const { exporter, importer } of rows) expect([exporter, importer]).toContain('HKG')
  })

  test('a tariff on services is set aside, and kept', () => {
    expect(total(baseline.tariff.subarray(n * n))).toBe(0)
    const row = csvParse(decode(files.get('sector-trade.csv'))).find(
      each => each.exporter === 'KAZ' && each.importer === 'ROW' && each.sector === 'SERVICES',
    )
    expect(row).toMatchObject({ tariff: '0', recorded_tariff: String(madeUpTariff(2, 3, 1)) })
  })

  test('what the source does not estimate is marked', () => {
    // made up: C10T12 has 2, 3, 4, … by source, SERVICES 4, 5, 6, …; 4 is what the compiler fills in
    expect(baseline.elasticities.map(({ source, filledIn }) => `${source} ${filledIn.join()}`)).toEqual([
      'BSY SERVICES',
      'CP ',
      'FGO C10T12',
      'GYY ',
      'IS ',
      'LL ',
      'Shap ',
      'U4 ',
    ])
  })
})

describe('faulty files: every fault with file, line and field, nothing is built', () => {
  const made = madeUpFiles()
  const issuesOf = (change: Partial<typeof made>): readonly Issue[] => {
    try {
      buildSectorPackage(asInputs({ ...made, ...change }), dataset)
    } catch (error) {
      if (error instanceof KeruenError && error.kind === 'input') return error.issues
      throw error
    }
    return []
  }
  test.each<[string, Partial<typeof made>, string]>([
    [
      'unknown economy',
      { trade: made.trade.replaceAll('KAZ', 'XYZ') },
      'dataset.unknown-economy trade.csv 6 importer',
    ],
    [
      'unknown sector',
      { trade: made.trade.replaceAll('C10T12', 'C99') },
      'dataset.unknown-sector trade.csv 2 sector',
    ],
    [
      'negative value',
      { trade: made.trade.replace('CHN,KAZ,C10T12,5', 'CHN,KAZ,C10T12,-5') },
      'dataset.out-of-range trade.csv 6 value_musd',
    ],
    [
      'tariff of −1',
      { trade: made.trade.replace(/(CHN,KAZ,C10T12,5),.*/, '$1,-1') },
      'dataset.out-of-range trade.csv 6 tariff',
    ],
    [
      'a file that was cut',
      { trade: made.trade.replace(/ROW,ROW,.*\n/g, '') },
      'dataset.incomplete-grid trade.csv',
    ],
    [
      'a cell twice',
      { trade: `${made.trade}CHN,KAZ,C10T12,5,0\n` },
      'dataset.duplicate-key trade.csv 34 exporter, importer, sector',
    ],
    [
      'a missing column',
      { trade: made.trade.replace('tariff', 'duty') },
      'dataset.missing-column trade.csv 1 tariff',
    ],
    ['an empty file', { trade: '' }, 'dataset.empty-table trade.csv 1'],
    [
      'a sector without elasticity',
      { elasticities: made.elasticities.replace(/C10T12.*\n/, '') },
      'dataset.missing-elasticity elasticities.csv sector',
    ],
    [
      'a source that is missing',
      { elasticities: made.elasticities.replace('FGO', 'GFO') },
      'dataset.missing-column elasticities.csv 1 FGO',
    ],
    [
      'an elasticity of zero',
      { elasticities: made.elasticities.replace('C10T12,2', 'C10T12,0') },
      'dataset.out-of-range elasticities.csv 2 BSY',
    ],
  ])('%s', (_, change, expected) => {
    expect(
      issuesOf(change).map(({ code, at }) =>
        [code, at?.file, at?.line, at?.field].filter(part => part !== undefined).join(' '),
      ),
    ).toContain(expected)
  })

  test('faults of both files come together', () => {
    const change = { trade: made.trade.replaceAll('KAZ', 'XYZ'), elasticities: '' }
    const files = new Set(issuesOf(change).map(({ at }) => at?.file))
    expect(files).toEqual(new Set(['trade.csv', 'elasticities.csv']))
  })
})

describe('the real files', () => {
  const folder = findReplicationFolder()
  const absent = folder === undefined
  const read = (name: string) => readFileSync(join(folder!, 'data', name))
  const inputs = () => ({
    trade: { path: 'icio_2022_sectors.csv.gz', bytes: gunzipSync(read('icio_2022_sectors.csv.gz')) },
    elasticities: { path: 'sector_elasticities.csv', bytes: read('sector_elasticities.csv') },
  })

  test('build, read, cover', context => {
    context.skip(absent, 'the input folder ../shared is not on this machine')
    const raw = inputs()
    const baseline = readSectorDataset(buildSectorPackage(raw, dataset))
    expect([baseline.economies.length, baseline.sectors.length]).toEqual([80, 28])

    const values = decode(raw.trade.bytes)
      .trimEnd()
      .split('\n')
      .slice(1)
      .map(line => Number(line.split(',')[3]))
    expect(total(baseline.flows) / total(values)).toBeCloseTo(1, 12) // order of addition, no figure, may differ

    const coverage = sectorCoverage(baseline, dataset, { bloc: 'sco', asOf: '2025-09-01' })
    expect(coverage.visibleMembers).toEqual(['BLR', 'CHN', 'IND', 'KAZ', 'PAK', 'RUS'])
    expect(coverage.hiddenMembers).toEqual(
      ['IRN', 'KGZ', 'TJK', 'UZB'].map(iso3 => ({ iso3, within: 'ROW' })),
    )
    expect(coverage.visibleMembers.length + coverage.hiddenMembers.length).toBe(
      membersOn(dataset, 'sco', '2025-09-01').length,
    )
    const kazakhstan = coverage.pairs.find(
      ({ exporter, importer }) => exporter === 'CHN' && importer === 'KAZ',
    )!
    expect(kazakhstan.sectorsMusd / 1000).toBeCloseTo(4.6, 1) // as the description of the files states
    expect(kazakhstan.recordedMusd).toBeGreaterThan(3 * kazakhstan.sectorsMusd)
    expect(coverage.betweenNamed).toBeCloseTo(0.893, 3)
    expect(coverage.largeDeficits.map(({ iso3 }) => iso3)).toContain('GBR')
  })

  test('what is said of the default elasticity holds in the table', context => {
    context.skip(absent, 'the input folder ../shared is not on this machine')
    const { elasticities, defaultElasticity } = readSectorDataset(buildSectorPackage(inputs(), dataset))
    const complete = elasticities.filter(({ filledIn }) => filledIn.length === 0).map(({ source }) => source)
    expect(complete).toEqual([defaultElasticity, 'U4'])
    const range = (wanted: (source: string) => boolean) => {
      const values = elasticities.filter(({ source }) => wanted(source)).flatMap(({ values }) => [...values])
      return [Math.min(...values), Math.max(...values)]
    }
    expect(range(source => source === defaultElasticity)).toEqual([2.91, 10.56])
    expect(range(source => source !== defaultElasticity)).toEqual([0.636, 64.85])
  })
})
