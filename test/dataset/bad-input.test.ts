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
