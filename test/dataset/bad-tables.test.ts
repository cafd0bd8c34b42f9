/** Faults of whole tables: columns, keys, bytes, and what rows must come to together. */
import { describe, expect, test } from 'vitest'
import { validateDataset } from '../../src/dataset/reading/read-dataset.js'
import type { Issue } from '../../src/errors.js'
import { edited, smallPackage, withCell } from './packages.js'

const small = smallPackage()
const brief = (issues: readonly Issue[]) =>
  issues.map(({ code, at }) =>
    [code, at?.file, at?.line, at?.field].filter(part => part !== undefined).join(' '),
  )

describe('faults of whole tables', () => {
  test('missing column: names the column, and the rest is still checked', () => {
    const noSpeed = edited(small, 'network-links.csv', text => text.replace('speed_kmh', 'velocity'))
    const issues = validateDataset(withCell(noSpeed, 'tariffs.csv', 2, 'percent', 'x'))
    expect(brief(issues)).toEqual([
      'dataset.not-a-number tariffs.csv 2 percent',
      'dataset.missing-column network-links.csv 1 speed_kmh',
      'dataset.unknown-column network-links.csv 1 velocity',
    ])
  })

  test('a column that the package describes itself is let through', () => {
    const more = edited(small, 'sources.csv', text =>
      text.replaceAll('\n', ',x\n').replace(',x\n', ',shelf\n'),
    )
    expect(brief(validateDataset(more))).toEqual(['dataset.unknown-column sources.csv 1 shelf'])
    const described = edited(more, 'datapackage.json', text =>
      text.replace('"path":"sources.csv"', '"path":"sources.csv","schema":{"fields":[{"name":"shelf"}]}'),
    )
    expect(validateDataset(described)).toEqual([])
  })

  test('duplicate key: both lines are named', () => {
    const files = edited(small, 'tariffs.csv', text => `${text}${text.split('\n')[1]}\n`)
    const issues = validateDataset(files)
    expect(brief(issues)).toEqual(['dataset.duplicate-key tariffs.csv 3 iso3'])
    expect(issues[0]!.found).toContain('line 2')
  })

  test('duplicate key among rows that are not in order', () => {
    const files = edited(small, 'blocs.csv', text => {
      const [header, first, second] = text.split('\n')
      return [header, second, first, second, ''].join('\n')
    })
    expect(brief(validateDataset(files))).toEqual([
      'dataset.duplicate-key blocs.csv 4 bloc, iso3, role, from',
    ])
  })

  test('wrong number of columns, blank line: the lines after them keep their numbers', () => {
    const files = edited(small, 'country-figures.csv', text => {
      const lines = text.split('\n')
      lines.splice(2, 0, 'AAA,population', '')
      return lines.join('\n')
    })
    const issues = validateDataset(withCell(files, 'country-figures.csv', 5, 'value', 'many'))
    expect(brief(issues)).toEqual([
      'dataset.column-count country-figures.csv 3',
      'dataset.blank-line country-figures.csv 4',
      'dataset.not-a-number country-figures.csv 5 value',
    ])
  })

  test('a line break inside a quoted cell does not shift the lines that follow', () => {
    const files = edited(small, 'blocs.csv', text => text.replace('made up', '"made\nup"'))
    expect(validateDataset(files)).toEqual([])
    const issues = validateDataset(edited(files, 'blocs.csv', text => text.replace('AAB,member', 'AAB,')))
    expect(brief(issues)).toEqual(['dataset.empty-cell blocs.csv 4 role'])
  })

  test('empty file', () => {
    expect(brief(validateDataset(edited(small, 'tariffs.csv', () => '')))).toEqual([
      'dataset.empty-table tariffs.csv 1',
    ])
  })

  test('bytes that are not UTF-8', () => {
    const files = new Map(small).set('tariffs.csv', Uint8Array.of(0xff, 0xfe, 0x41))
    expect(brief(validateDataset(files))).toEqual(['dataset.not-utf8 tariffs.csv'])
  })

  test('missing file', () => {
    const files = new Map(small)
    files.delete('network-links.csv')
    const issues = validateDataset(files)
    expect(issues.map(issue => issue.code)).toEqual(['dataset.missing-file'])
    expect(issues[0]).toMatchObject({
      at: { file: 'datapackage.json' },
      expected: expect.stringContaining('network-links.csv'),
    })
  })

  test('a table that the descriptor does not name', () => {
    const files = edited(small, 'datapackage.json', text =>
      text.replace('"name":"tariffs"', '"name":"duties"'),
    )
    const issues = validateDataset(files)
    expect(issues.map(issue => issue.code)).toEqual(['dataset.missing-table'])
    expect(issues[0]!.expected).toContain('tariffs')
  })

  test('gateways that do not sum to one, a country without a gateway, a product or domestic sales', () => {
    expect(brief(validateDataset(withCell(small, 'network-gateways.csv', 2, 'share', '0.5')))).toEqual([
      'dataset.sum network-gateways.csv share',
    ])
    const noGateway = edited(small, 'network-gateways.csv', text => text.replace(/^AAB.*\n/m, ''))
    expect(brief(validateDataset(noGateway))).toEqual(['dataset.missing-gateway network-gateways.csv iso3'])
    const noProduct = edited(small, 'country-figures.csv', text => text.replace(/^AAB,gdp.*\n/m, ''))
    expect(brief(validateDataset(noProduct))).toEqual(['dataset.missing-figure country-figures.csv value'])
    const noSales = edited(small, 'trade.csv', text => text.replace(/^AAB,AAB.*\n/m, ''))
    expect(brief(validateDataset(noSales))).toEqual(['dataset.missing-domestic-sales trade.csv value_musd'])
  })

  describe('freight markets', () => {
    const market = (line: number, column: string, cell: string) =>
      validateDataset(withCell(small, 'freight-markets.csv', line, column, cell))

    test('no price, a unit that it is not, a parameter or a country that is not there', () => {
      expect(brief(market(2, 'usd', '0'))).toEqual(['dataset.out-of-range freight-markets.csv 2 usd'])
      expect(brief(market(2, 'unit', 'km'))).toEqual(['dataset.unknown-word freight-markets.csv 2 unit'])
      expect(brief(market(2, 'supply_elasticity', 'none'))).toEqual([
        'dataset.unknown-reference freight-markets.csv 2 supply_elasticity',
      ])
      expect(brief(market(2, 'borders', 'QQQ'))).toContain(
        'dataset.unknown-country freight-markets.csv 2 borders',
      )
    })

    test('rates the wrong way round; rates and borders at once', () => {
      expect(brief(market(2, 'own_from', '0.5'))).toEqual([
        'dataset.range-out-of-order freight-markets.csv 2 own_below',
      ])
      expect(brief(market(2, 'borders', 'AAA'))).toEqual(['dataset.coverage freight-markets.csv 2 borders'])
    })

    test('a market that serves nothing; a row in two markets', () => {
      const [issue] = market(2, 'mode', 'sea')
      expect(issue).toMatchObject({
        code: 'dataset.coverage',
        at: { file: 'freight-markets.csv', line: 2, field: 'mode' },
        expected: 'some link of the network that it serves',
        found: '"sea"',
      })
      expect(brief(market(2, 'own_below', '0.1'))).toEqual(['dataset.coverage freight-markets.csv 2 mode'])
      const atBorders = withCell(
        withCell(small, 'freight-markets.csv', 2, 'own_below', ''),
        'freight-markets.csv',
        2,
        'borders',
        'AAA',
      )
      expect(validateDataset(atBorders)[0]).toMatchObject({
        expected: 'some crossing of the network that it serves',
      })
      const twice = edited(small, 'freight-markets.csv', text =>
        text.replace(/^lines,(.*)$/m, 'lines,$1\nlines-too,$1'),
      )
      expect(validateDataset(twice).find(({ code }) => code === 'dataset.coverage')).toMatchObject({
        at: { line: 3, field: 'id' },
        found: 'this and lines',
      })
    })
  })

  describe('ranges of speeds, rates and charges', () => {
    const range = (line: number, column: string, cell: string) =>
      validateDataset(withCell(small, 'network-ranges.csv', line, column, cell))

    test('low above high, or a centre outside of them', () => {
      const [issue, ...others] = range(2, 'low', '31')
      expect(others).toEqual([])
      expect(issue).toMatchObject({
        code: 'dataset.range-out-of-order',
        at: { file: 'network-ranges.csv', line: 2, field: 'central' },
        expected: 'low ≤ central ≤ high',
        found: '31, 20, 30',
      })
      expect(brief(range(3, 'high', '39'))).toEqual([
        'dataset.range-out-of-order network-ranges.csv 3 central',
      ])
    })

    test('no source, no word on how it was taken, nothing at all to divide by', () => {
      expect(brief(range(2, 'source', ''))).toEqual(['dataset.empty-cell network-ranges.csv 2 source'])
      expect(brief(range(2, 'basis', ''))).toEqual(['dataset.empty-cell network-ranges.csv 2 basis'])
      expect(brief(range(2, 'low', '0'))).toEqual(['dataset.out-of-range network-ranges.csv 2 low'])
    })

    test('a unit that the quantity does not have; a pair of modes for a speed', () => {
      const [issue] = range(3, 'unit', 'knots')
      expect(issue).toMatchObject({
        code: 'dataset.wrong-unit',
        expected: 'km/h, the unit of a speed',
        found: '"knots"',
      })
      expect(brief(range(3, 'applies_to', 'rail-sea'))).toEqual([
        'dataset.wrong-form network-ranges.csv 3 applies_to',
      ])
    })

    test('two ranges for one figure, a class that holds none', () => {
      const [issue] = range(3, 'own_from', '29')
      expect(issue).toMatchObject({ code: 'dataset.coverage', found: 'this and slow' })
      expect(brief(range(3, 'own_below', '30'))).toEqual([
        'dataset.range-out-of-order network-ranges.csv 3 own_below',
      ])
    })
  })

  test('a corridor whose neighbours no link joins', () => {
    const files = withCell(smallPackage(3), 'network-corridors.csv', 2, 'places', 'aaa;aac')
    expect(brief(validateDataset(files))).toEqual(['dataset.broken-corridor network-corridors.csv 2 places'])
  })

  test('a parameter that the model asks for is missing', () => {
    const files = edited(small, 'parameters.csv', text => text.replace(/^tradeElasticity.*\n/m, ''))
    const issues = validateDataset(files)
    expect(brief(issues)).toEqual(['dataset.missing-parameter parameters.csv id'])
    expect(issues[0]!.expected).toContain('tradeElasticity')
  })

  test('a share in use of a capacity that is not stated, and more than all of one that is', () => {
    const crossing = (capacity: string, used: string) =>
      edited(small, 'network-crossings.csv', text => {
        const row: Readonly<Record<string, string>> = {
          place_id: 'aaa',
          from_country: 'AAA',
          to_country: 'AAB',
          mode: 'rail',
          hours: '5',
          hours_low: '1',
          hours_high: '9',
          fee_usd: '10',
          gauge_change: 'false',
          capacity_kteu: capacity,
          capacity_used: used,
          status: 'open',
          quality: 'published',
          source: 'made up',
        }
        const header = [...text.trim().split(','), 'capacity_kteu', 'capacity_used']
        return `${header.join(',')}\n${header.map(column => row[column] ?? '').join(',')}\n`
      })
    expect(brief(validateDataset(crossing('300', '0.8')))).toEqual([])
    expect(brief(validateDataset(crossing('', '0.8')))).toEqual([
      'dataset.empty-cell network-crossings.csv 2 capacity_kteu',
    ])
    expect(brief(validateDataset(crossing('300', '1.2')))).toEqual([
      'dataset.out-of-range network-crossings.csv 2 capacity_used',
    ])
  })

  test('rules of avoidance that leave pairs out, name pairs twice, or fill one side only', () => {
    const [id, regime] = ['more', '2024']
    const row = (a: string, b: string) => `${id},AAA,${a},${b},${regime},0.1,0,0.2,300,published,made up\n`
    const both = edited(small, 'avoidance.csv', text => text + row('', ''))
    expect(brief(validateDataset(both))).toEqual(['dataset.coverage avoidance.csv 2 regions_a, regions_b'])
    const twice = edited(small, 'avoidance.csv', text => {
      const more = row('europe;caucasus', 'africa')
      return text + more + more.replace('more', 'again').replace('europe;caucasus,africa', 'africa,europe')
    })
    expect(brief(validateDataset(twice))).toEqual(['dataset.coverage avoidance.csv 4 regions_a, regions_b'])
    const half = edited(small, 'avoidance.csv', text => text + row('europe', ''))
    expect(brief(validateDataset(half))).toEqual(['dataset.coverage avoidance.csv 3 regions_a, regions_b'])
    const none = edited(small, 'avoidance.csv', text => text.replace('AAA,,,', 'AAA,europe,africa,'))
    expect(brief(validateDataset(none))).toEqual(['dataset.coverage avoidance.csv 2 regions_a, regions_b'])
  })
})
