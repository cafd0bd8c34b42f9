/** A made-up package: its layout, the two ways of reading it, and every fault with file, line and field. */
import { describe, expect, test } from 'vitest'
import { readDataset } from '../../../src/dataset/reading/read-dataset.js'
import { packageKind } from '../../../src/dataset/reading/read-descriptor.js'
import { readSectorDataset, validateSectorDataset } from '../../../src/dataset/sectors/read-sector-dataset.js'
import { scanCells } from '../../../src/dataset/sectors/scan-cells.js'
import { type Issue, KeruenError } from '../../../src/errors.js'
import { edited, type Files, smallPackage, withCell } from '../packages.js'
import { madeUpFlow, madeUpTariff, smallSectorPackage } from './made-up.js'

const small = smallSectorPackage()
const trade = 'sector-trade.csv'
const codes = (issues: readonly Issue[]) =>
  issues.map(({ code, at }) =>
    [code, at?.file, at?.line, at?.field].filter(part => part !== undefined).join(' '),
  )
const scanned = (files: Files) => scanCells(files.get(trade)!, ['AAA', 'BBB', 'ROW'], ['GOODS', 'SERVICES'])

test('sector before exporter before importer, home sales on the diagonal', () => {
  const baseline = readSectorDataset(small)
  expect(baseline).toMatchObject({
    id: 'small-sectors',
    year: 2022,
    version: '1',
    economies: ['AAA', 'BBB', 'ROW'],
    hidden: [
      { iso3: 'CCC', within: 'ROW' },
      { iso3: 'DDD', within: 'ROW' },
    ],
    sectors: [
      { id: 'GOODS', name: 'Goods', cargo: 'general' },
      { id: 'SERVICES', name: 'Services', cargo: 'none' },
    ],
    defaultElasticity: 'ONE',
    defaultElasticityReason: 'made up for a test',
  })
  expect(baseline.hash).toMatch(/^[0-9a-f]{64}$/)
  for (let s = 0; s < 2; s++)
    for (let i = 0; i < 3; i++)
      for (let j = 0; j < 3; j++) {
        expect(baseline.flows[(s * 3 + i) * 3 + j]).toBe(madeUpFlow(i, j, s))
        expect(baseline.tariff[(s * 3 + i) * 3 + j]).toBe(madeUpTariff(i, j, s))
      }
  expect(baseline.elasticities).toEqual([
    { source: 'ONE', name: 'One (2001)', values: Float64Array.of(3, 4), filledIn: [] },
    { source: 'TWO', name: 'Two (2002)', values: Float64Array.of(13, 14), filledIn: ['SERVICES'] },
  ])
})

test('the order of rows changes the hash and nothing else', () => {
  const turned = ['sector-trade', 'economies', 'sectors', 'sector-elasticities', 'elasticity-sources'].reduce(
    (files, name) =>
      edited(files, `${name}.csv`, text => {
        const [header, ...rows] = text.trimEnd().split('\n')
        return `${[header, ...rows.reverse()].join('\n')}\n`
      }),
    small,
  )
  const { hash, ...before } = readSectorDataset(small)
  const { hash: other, ...after } = readSectorDataset(turned)
  expect(after).toEqual(before)
  expect(other).not.toBe(hash)
})

describe('the quick way and the slow way', () => {
  const { flows, tariff } = readSectorDataset(small)

  test('the small package goes the quick way', () => expect(scanned(small)).toEqual({ flows, tariff }))

  test.each<[string, (text: string) => string]>([
    ['a quoted cell', text => text.replace('AAA,BBB', '"AAA",BBB')],
    ['an exponent', text => text.replace(',100,', ',1e2,')],
    ['line breaks of Windows', text => text.replaceAll('\n', '\r\n')],
    ['no line break at the end', text => text.trimEnd()],
  ])('%s: left to the slow way, with the same result', (_, change) => {
    const files = edited(small, trade, change)
    expect(scanned(files)).toBeUndefined()
    expect(readSectorDataset(files)).toMatchObject({ flows, tariff })
  })

  test('decimals are read as Number reads them', () => {
    for (const cell of ['0.1', '0.07', '123456.789', '99999999.999', '0.0000001', '0', '35036061.829']) {
      const files = withCell(small, trade, 4, 'value_musd', cell)
      expect(scanned(files)!.flows[1], cell).toBe(Number(cell))
    }
  })

  test('a column in another order, and one of recorded tariffs, are no hindrance', () => {
    const files = edited(small, trade, text =>
      text
        .trimEnd()
        .split('\n')
        .map((line, k) => {
          const [exporter, importer, ...rest] = line.split(',')
          return [importer, exporter, k === 0 ? 'recorded_tariff' : k === 2 ? '0.5' : '', ...rest].join(',')
        })
        .join('\n')
        .concat('\n'),
    )
    expect(scanned(files)).toEqual({ flows, tariff })
  })
})

describe('one fault: one issue, with its line and field', () => {
  const zeroed = (matches: RegExp) => (text: string) =>
    text
      .split('\n')
      .map(line => (matches.test(line) ? line.replace(/,[\d.]+,([\d.]+),(\w+)$/, ',0,$1,$2') : line))
      .join('\n')
  test.each<[string, Files, string[]]>([
    [
      'negative value',
      withCell(small, trade, 3, 'value_musd', '-1'),
      [`dataset.out-of-range ${trade} 3 value_musd`],
    ],
    [
      'no number',
      withCell(small, trade, 3, 'value_musd', 'many'),
      [`dataset.not-a-number ${trade} 3 value_musd`],
    ],
    ['empty cell', withCell(small, trade, 3, 'tariff', ''), [`dataset.empty-cell ${trade} 3 tariff`]],
    ['tariff of −1', withCell(small, trade, 4, 'tariff', '-1'), [`dataset.out-of-range ${trade} 4 tariff`]],
    [
      'tariff in percent',
      withCell(small, trade, 4, 'tariff', '12'),
      [`dataset.out-of-range ${trade} 4 tariff`],
    ],
    ['tariff at home', withCell(small, trade, 2, 'tariff', '0.1'), [`dataset.home-tariff ${trade} 2 tariff`]],
    [
      'unknown exporter',
      withCell(small, trade, 4, 'exporter', 'XYZ'),
      [`dataset.unknown-economy ${trade} 4 exporter`],
    ],
    [
      'unknown sector',
      withCell(small, trade, 4, 'sector', 'TOYS'),
      [`dataset.unknown-sector ${trade} 4 sector`],
    ],
    [
      'unknown quality',
      withCell(small, trade, 4, 'quality', 'good'),
      [`dataset.unknown-word ${trade} 4 quality`],
    ],
    [
      'a cell twice',
      edited(small, trade, text => `${text}${text.split('\n')[1]}\n`),
      [`dataset.duplicate-key ${trade} 20 exporter, importer, sector`],
    ],
    [
      'a row too short',
      edited(small, trade, text => text.replace('AAA,BBB,GOODS,', 'AAA,BBB,')),
      [`dataset.column-count ${trade} 4`],
    ],
    [
      'a missing column',
      edited(small, trade, text => text.replace('tariff', 'duty')),
      [`dataset.missing-column ${trade} 1 tariff`, `dataset.unknown-column ${trade} 1 duty`],
    ],
    [
      'an economy that sells nothing',
      edited(small, trade, zeroed(/^BBB,/)),
      [`dataset.no-sales ${trade} value_musd`],
    ],
    [
      'an economy that buys nothing',
      edited(small, trade, zeroed(/^\w+,BBB,/)),
      [`dataset.no-purchases ${trade} value_musd`],
    ],
    [
      'a sector that nobody sells',
      edited(small, trade, zeroed(/GOODS/)),
      [`dataset.no-sales ${trade} value_musd`],
    ],
    [
      'a sector without elasticity',
      edited(small, 'sector-elasticities.csv', text => text.replace(/GOODS,TWO.*\n/, '')),
      ['dataset.missing-elasticity sector-elasticities.csv value'],
    ],
    [
      'an elasticity of zero',
      withCell(small, 'sector-elasticities.csv', 2, 'value', '0'),
      ['dataset.out-of-range sector-elasticities.csv 2 value'],
    ],
    [
      'a negative elasticity',
      withCell(small, 'sector-elasticities.csv', 2, 'value', '-4'),
      ['dataset.out-of-range sector-elasticities.csv 2 value'],
    ],
    [
      'no default source',
      withCell(small, 'elasticity-sources.csv', 2, 'is_default', 'false'),
      ['dataset.default-elasticity elasticity-sources.csv is_default'],
    ],
    [
      'an unknown kind of cargo',
      withCell(small, 'sectors.csv', 2, 'cargo', 'boxes'),
      ['dataset.unknown-word sectors.csv 2 cargo'],
    ],
    [
      'a country hidden and present at once',
      withCell(small, 'economies.csv', 4, 'contains', 'CCC;BBB'),
      ['dataset.hidden-and-present economies.csv 4 contains'],
    ],
    [
      'a missing table',
      edited(small, 'datapackage.json', text => text.replace('"name":"economies"', '"name":"regions"')),
      ['dataset.missing-table datapackage.json resources'],
    ],
  ])('%s', (_, files, expected) => {
    expect(codes(validateSectorDataset(files))).toEqual(expected)
    expect(() => readSectorDataset(files)).toThrow(KeruenError)
  })

  test('one fault does not hide another', () => {
    const files = withCell(withCell(small, trade, 3, 'value_musd', '-1'), 'sectors.csv', 2, 'cargo', 'boxes')
    expect(validateSectorDataset(files)).toHaveLength(2)
  })
})

test('a package of the other kind is told apart, both ways', () => {
  const world = smallPackage()
  expect([packageKind(small), packageKind(world), packageKind(new Map())]).toEqual([
    'sectors',
    'world',
    undefined,
  ])
  for (const read of [() => readDataset(small), () => readSectorDataset(world)]) {
    expect(read).toThrow(expect.objectContaining({ code: 'dataset.wrong-kind', kind: 'input' }))
  }
})
