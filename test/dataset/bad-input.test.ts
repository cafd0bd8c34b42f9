/** Every kind of fault is named with file, line and field, and one fault does not hide another. */
import { describe, expect, test } from 'vitest'
import { readDataset, validateDataset } from '../../src/dataset/reading/read-dataset.js'
import { formatIssue, type Issue, KeruenError } from '../../src/errors.js'
import { edited, type Files, smallPackage, withCell } from './packages.js'

const small = smallPackage()
const brief = (issues: readonly Issue[]) =>
  issues.map(({ code, at }) =>
    [code, at?.file, at?.line, at?.field].filter(part => part !== undefined).join(' '),
  )

test('the small package itself has no fault', () => {
  expect(validateDataset(small)).toEqual([])
})

describe('one bad cell: one issue, with its line and field', () => {
  const cases: [string, Files, string, Partial<Issue>][] = [
    [
      'unknown country',
      withCell(small, 'tariffs.csv', 2, 'iso3', 'XYZ'),
      'dataset.unknown-country tariffs.csv 2 iso3',
      { found: '"XYZ"' },
    ],
    [
      'negative number',
      withCell(small, 'tariffs.csv', 2, 'percent', '-4'),
      'dataset.out-of-range tariffs.csv 2 percent',
      { expected: 'a number from 0 to 1000 (percent of value)', found: '"-4"' },
    ],
    [
      'text for a number',
      withCell(small, 'network-links.csv', 2, 'speed_kmh', 'fast'),
      'dataset.not-a-number network-links.csv 2 speed_kmh',
      { expected: 'a number (km/h)', found: '"fast"' },
    ],
    [
      'NaN for a number',
      withCell(small, 'network-links.csv', 2, 'length_km', 'NaN'),
      'dataset.not-a-number network-links.csv 2 length_km',
      {},
    ],
    [
      'a number with a unit behind it',
      withCell(small, 'network-terminals.csv', 2, 'usd_per_teu', '25 USD'),
      'dataset.not-a-number network-terminals.csv 2 usd_per_teu',
      {},
    ],
    [
      'a capacity of nothing',
      withCell(small, 'network-links.csv', 2, 'capacity_kteu', '0'),
      'dataset.out-of-range network-links.csv 2 capacity_kteu',
      { expected: 'a number of at least 0.001 (thousand TEU a year)' },
    ],
    [
      'hexadecimal is not a number here',
      withCell(small, 'network-terminals.csv', 2, 'usd_per_teu', '0x10'),
      'dataset.not-a-number network-terminals.csv 2 usd_per_teu',
      {},
    ],
    [
      'a number beyond all bounds',
      withCell(small, 'network-terminals.csv', 2, 'usd_per_teu', '1e999'),
      'dataset.out-of-range network-terminals.csv 2 usd_per_teu',
      {},
    ],
    [
      'way-points with latitude first, out of range',
      withCell(small, 'network-links.csv', 2, 'waypoints', '43.6 151.2'),
      'dataset.wrong-form network-links.csv 2 waypoints',
      { expected: 'longitude and latitude in degrees with a blank between, points divided by semicolons' },
    ],
    [
      'way-points of one number',
      withCell(small, 'network-links.csv', 2, 'waypoints', '51.2;50 40'),
      'dataset.wrong-form network-links.csv 2 waypoints',
      {},
    ],
    [
      'an end that is neither',
      withCell(small, 'network-end-waits.csv', 2, 'end', 'middle'),
      'dataset.unknown-word network-end-waits.csv 2 end',
      {},
    ],
    [
      'a wait at a place that is not there',
      withCell(small, 'network-end-waits.csv', 2, 'place_id', 'atlantis'),
      'dataset.unknown-place network-end-waits.csv 2 place_id',
      {},
    ],
    [
      'half a year',
      withCell(small, 'country-figures.csv', 3, 'year', '2022.5'),
      'dataset.not-a-number country-figures.csv 3 year',
      { expected: 'a whole number' },
    ],
    [
      'empty cell',
      withCell(small, 'tariffs.csv', 2, 'percent', ''),
      'dataset.empty-cell tariffs.csv 2 percent',
      { found: 'an empty cell' },
    ],
    [
      'unknown quality',
      withCell(small, 'tariffs.csv', 2, 'quality', 'guessed'),
      'dataset.unknown-word tariffs.csv 2 quality',
      { expected: 'one of measured, published, derived, estimated' },
    ],
    [
      'unknown place in a list',
      withCell(small, 'network-corridors.csv', 2, 'places', 'aaa;aab;nowhere'),
      'dataset.unknown-place network-corridors.csv 2 places',
      { found: '"nowhere"' },
    ],
    [
      'a day that is not in the calendar',
      withCell(small, 'blocs.csv', 2, 'from', '2023-02-29'),
      'dataset.not-a-date blocs.csv 2 from',
      {},
    ],
    [
      'a period that ends before it begins',
      withCell(small, 'blocs.csv', 3, 'to', '1999-01-01'),
      'dataset.dates-out-of-order blocs.csv 3 to',
      {},
    ],
    [
      'an id with a blank',
      withCell(small, 'sources.csv', 2, 'id', 'made up'),
      'dataset.wrong-form sources.csv 2 id',
      {},
    ],
    [
      'low above the mean',
      withCell(small, 'network-terminals.csv', 2, 'hours_low', '7'),
      'dataset.range-out-of-order network-terminals.csv 2 hours',
      { found: '7, 5, 9' },
    ],
    [
      'a value that is not the sum',
      withCell(small, 'trade.csv', 3, 'value_musd', '11'),
      'dataset.sum trade.csv 3 value_musd',
      {},
    ],
    [
      'a link without a cost',
      withCell(small, 'network-links.csv', 2, 'cost_usd_per_teu_km', ''),
      'dataset.empty-cell network-links.csv 2 cost_usd_per_teu_km',
      {},
    ],
    [
      'a logarithm of zero',
      withCell(
        withCell(small, 'parameters.csv', 3, 'distribution', 'log-triangular'),
        'parameters.csv',
        3,
        'low',
        '0',
      ),
      'dataset.out-of-range parameters.csv 3 low',
      {},
    ],
  ]
  test.each(cases)('%s', (_, files, expected, parts) => {
    const issues = validateDataset(files)
    expect(brief(issues)).toEqual([expected])
    expect(issues[0]).toMatchObject(parts)
  })
})

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

describe('the descriptor', () => {
  const descriptor = (change: (json: Record<string, unknown>) => void) =>
    edited(small, 'datapackage.json', text => {
      const json = JSON.parse(text) as Record<string, unknown>
      change(json)
      return JSON.stringify(json)
    })

  test('is missing', () => {
    const files = new Map(small)
    files.delete('datapackage.json')
    expect(brief(validateDataset(files))).toEqual(['dataset.missing-file datapackage.json '])
  })

  test('is no JSON, or no object', () => {
    for (const text of ['{ "name": ', '[1, 2]', '']) {
      const issues = validateDataset(edited(small, 'datapackage.json', () => text))
      expect(brief(issues)).toEqual(['dataset.broken-json datapackage.json'])
    }
  })

  test('is of a later format', () => {
    const issues = validateDataset(descriptor(json => (json.keruen = { format: 2, year: 2023 })))
    expect(brief(issues)).toEqual(['dataset.future-version datapackage.json keruen.format'])
  })

  test('says neither format nor year', () => {
    expect(brief(validateDataset(descriptor(json => delete json.keruen)))).toEqual([
      'dataset.unknown-version datapackage.json keruen.format',
      'dataset.wrong-form datapackage.json keruen.year',
    ])
  })

  test('states another hash: validateDataset says so, readDataset reads on', () => {
    const files = descriptor(json => {
      const resources = json.resources as { name: string; hash?: string }[]
      resources.find(resource => resource.name === 'tariffs')!.hash = `sha256:${'0'.repeat(64)}`
    })
    expect(brief(validateDataset(files))).toEqual(['dataset.hash-mismatch tariffs.csv'])
    expect(readDataset(files).tariffs).toHaveLength(1)
  })
})

test('several faults at once: one error that carries them all, as sentences with file, line and field', () => {
  let files = withCell(small, 'tariffs.csv', 2, 'percent', '-1')
  files = withCell(files, 'blocs.csv', 3, 'iso3', 'QQQ')
  files = withCell(files, 'network-places.csv', 2, 'latitude', 'north')
  files = withCell(files, 'trade.csv', 4, 'quality', '')
  const read = () => readDataset(files)
  expect(read).toThrow(KeruenError)
  try {
    read()
  } catch (error) {
    const { kind, issues } = error as KeruenError
    expect(kind).toBe('input')
    expect(brief(issues)).toEqual([
      'dataset.empty-cell trade.csv 4 quality',
      'dataset.out-of-range tariffs.csv 2 percent',
      'dataset.not-a-number network-places.csv 2 latitude',
      'dataset.unknown-country blocs.csv 3 iso3',
    ])
    expect(formatIssue(issues[1]!)).toBe(
      'tariffs.csv:2: percent: expected a number from 0 to 1000 (percent of value), found "-1" (dataset.out-of-range)',
    )
  }
})
