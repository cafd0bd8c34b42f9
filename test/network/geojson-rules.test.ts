import { describe, expect, test } from 'vitest'
import type { NetworkRows } from '../../src/dataset/dataset.js'
import { formatIssue, KeruenError } from '../../src/errors.js'
import { checkNetwork } from '../../src/network/file/check-network.js'
import { checkNetworkGeojson } from '../../src/network/file/read-geojson.js'
import { summariseNetwork } from '../../src/network/file/summary.js'
import { greatCircleKm } from '../../src/numeric/great-circle.js'
import { embeddedDataset } from '../embedded.js'
import { LAND_AND_SEA, networkOf } from '../networks.js'
import { documentedNetwork, type Loose, spoilt } from './network-files.js'

const { network, countries } = embeddedDataset()
const locate = (table: string, row: object, field: string) => ({
  field: `${table} ${'id' in row ? row.id : 'placeId' in row ? row.placeId : ''}: ${field}`,
})
const rulesOf = (text: string) => checkNetwork(networkOf(text), { locate })

test('the embedded network keeps every rule', () => {
  expect(checkNetwork(network, { locate, countries })).toEqual({ faults: [], warnings: [] })
})

describe('who can be reached', () => {
  const CHAIN = `
    city a AAA
    border ab AAA BBB
    city b BBB
    border bc BBB CCC
    city c CCC
    rail a ab AAA 1h
    rail ab b BBB 1h
    rail b bc BBB 1h
    rail bc c CCC 1h
    cross ab AAA>BBB rail 1h
    cross ab BBB>AAA rail 1h
    cross bc BBB>CCC rail 1h
    cross bc CCC>BBB rail 1h
    gate AAA a 1 0h 0usd
    gate BBB b 1 0h 0usd
    gate CCC c 1 0h 0usd`

  test('a chain of three countries: all', () => {
    expect(rulesOf(CHAIN)).toEqual({ faults: [], warnings: [] })
  })

  test('the way to the last is planned: it is named, with one that it does not reach', () => {
    const { faults } = rulesOf(CHAIN.replace('rail bc c CCC 1h', 'rail bc c CCC 1h planned'))
    expect(faults.map(formatIssue)).toEqual([
      'gateways c: placeId: expected an open way from c (CCC) to a (AAA), found none, nor to 1 other country. Add the link, crossing or change of mode that is missing, or open it (network.unreachable)',
    ])
  })

  test('a border that is passed one way alone: who leaves is named', () => {
    const { faults, warnings } = rulesOf(CHAIN.replace('cross bc CCC>BBB rail 1h', ''))
    expect(faults.map(({ at, expected }) => `${at?.field}: ${expected}`)).toEqual([
      'gateways c: placeId: an open way from c (CCC) to a (AAA)',
    ])
    expect(warnings.map(formatIssue)).toEqual([
      'places bc: crossings: expected a crossing by rail from CCC to BBB, found none, so that nothing passes (network.no-crossing)',
    ])
  })

  test('a border that is entered by nobody: one fault, of the country that none reaches', () => {
    const { faults } = rulesOf(CHAIN.replace('cross bc BBB>CCC rail 1h', ''))
    expect(faults.map(formatIssue)).toEqual([
      expect.stringMatching(
        /^gateways c: placeId: expected an open way from a to c \(CCC\), found none, nor from 1 other gateway\./,
      ),
    ])
  })

  test('train and lorry that meet without a change of mode do not reach each other', () => {
    const text = CHAIN.replace('rail b bc BBB', 'road b bc BBB')
      .replace('rail bc c CCC', 'road bc c CCC')
      .replaceAll(/(cross bc \S+) rail/g, '$1 road')
    // From b itself both modes start; from a nothing comes to c.
    expect(rulesOf(text).faults.map(({ expected }) => expected)).toEqual([
      'an open way from a to c (CCC)',
      'an open way from c to a (AAA)',
    ])
    expect(rulesOf(`${text}\n change b rail/road 1h`)).toEqual({ faults: [], warnings: [] })
  })

  test('land and sea through a strait', () => {
    expect(rulesOf(LAND_AND_SEA).faults.filter(({ code }) => code === 'network.unreachable')).toEqual([])
  })

  test('more elements than routes can name', () => {
    const links = Array.from({ length: 66_000 }, (_, k) => ({ ...network.links[0]!, id: `l${k}` }))
    const { faults } = checkNetwork({ ...network, links, corridors: [] }, { locate, countries })
    expect(faults.map(({ code }) => code)).toEqual(['network.too-many-elements'])
  })
})

describe('warnings: said, and the network is read', () => {
  const warningsOf = (spoil: Parameters<typeof spoilt>[0]) => {
    const { network: read, faults, warnings } = checkNetworkGeojson(spoilt(spoil), { countries })
    expect(faults).toEqual([])
    expect(read).toBeDefined()
    return warnings.map(formatIssue)
  }

  test('a place without a link', () => {
    const place = {
      id: 'aral',
      name: 'Aral',
      country: 'KAZ',
      kind: 'city',
      quality: 'estimated',
      source: 'test',
    }
    const geometry = { type: 'Point', coordinates: [61.7, 46.8] }
    expect(warningsOf(file => file.features.push({ type: 'Feature', geometry, properties: place }))).toEqual([
      expect.stringMatching(/^features\[7\] aral: id: .*network\.isolated-place/),
    ])
  })

  test('a border without a crossing', () => {
    expect(
      warningsOf((file, of) => {
        delete of('saryagash-keles').properties.crossings
        file.gateways = []
      }),
    ).toEqual([
      'features[1] saryagash-keles: crossings: expected a crossing between KAZ and UZB, found none, so that nothing passes (network.no-crossing)',
    ])
  })

  test('a change to a mode that is not there', () => {
    expect(
      warningsOf((_, of) => {
        of('tashkent').properties.terminals[0].modeB = 'ferry'
        of('road-tashkent--samarkand').properties.mode = 'rail'
      }),
    ).toEqual([
      expect.stringMatching(/tashkent: terminals\[0\]\.modeB: expected a link by ferry at tashkent/),
    ])
  })

  test('a link that leaves its country without a border place', () => {
    expect(
      warningsOf((_, of) => {
        of('samarkand').properties.country = 'TJK'
      }),
    ).toEqual([expect.stringMatching(/road-tashkent--samarkand: country: expected a link in TJK/)])
  })

  test('properties and members that are not read, once with their number', () => {
    expect(
      warningsOf(file => {
        file.legend = 'x'
        for (const { properties } of file.features) properties.fid = 1
      }),
    ).toEqual([
      'legend: found a member that is not read (network.no-effect)',
      'places: found a property "fid" (4 times), which is not read (network.no-effect)',
      'links: found a property "fid" (3 times), which is not read (network.no-effect)',
    ])
  })
})

describe('summary', () => {
  test('of the documented network, counted by hand', () => {
    const { network: read } = checkNetworkGeojson(documentedNetwork())
    expect(summariseNetwork(read!)).toEqual({
      places: { total: 4, byKind: { city: 2, border: 1, terminal: 1 } },
      links: {
        total: 3,
        byMode: [
          { mode: 'rail', total: 2, open: 2, planned: 0, suspended: 0, km: 236 },
          { mode: 'road', total: 1, open: 1, planned: 0, suspended: 0, km: 312 },
        ],
        withWaypoints: 1,
        withCapacity: 1,
      },
      crossings: { total: 2, byMode: { rail: 2 }, byStatus: { open: 2 }, withCapacity: 1 },
      terminals: { total: 1, byStatus: { open: 1 } },
      endWaits: { total: 1 },
      corridors: { total: 1, byStatus: { open: 1 } },
      gateways: { total: 2, countries: 2 },
      quality: Object.fromEntries(
        [
          ['places', 4],
          ['links', 3],
          ['crossings', 2],
          ['terminals', 1],
          ['endWaits', 1],
          ['corridors', 1],
          ['gateways', 2],
        ].map(([table, estimated]) => [table, { measured: 0, published: 0, derived: 0, estimated }]),
      ),
      longLinks: [
        {
          id: 'rail-shymkent--saryagash',
          mode: 'rail',
          lengthKm: 205,
          greatCircleKm: expect.closeTo(104.6, 0),
          ratio: expect.closeTo(1.96, 1),
          lengthQuality: 'memory',
        },
      ],
    })
  })

  test('of the embedded network: every row is counted once, and the long links are those by definition', () => {
    const summary = summariseNetwork(network)
    const sum = (counts: Readonly<Record<string, number | undefined>>) =>
      Object.values(counts).reduce<number>((total, each) => total + (each ?? 0), 0)
    for (const table of Object.keys(summary.quality) as (keyof NetworkRows)[]) {
      expect(sum(summary.quality[table]), table).toBe((network[table] ?? []).length)
    }
    expect(
      summary.links.byMode.reduce((total, each) => total + each.open + each.planned + each.suspended, 0),
    ).toBe(network.links.length)
    const places = new Map(network.places.map(place => [place.id, place]))
    const long = network.links.filter(
      ({ from, to, lengthKm }) => lengthKm > 1.5 * greatCircleKm(places.get(from)!, places.get(to)!),
    )
    expect(summary.longLinks.map(({ id }) => id).toSorted()).toEqual(long.map(({ id }) => id).toSorted())
  })
})

test('without a list of countries any three letters are taken', () => {
  const text = documentedNetwork().replaceAll('UZB', 'UZZ')
  expect(checkNetworkGeojson(text).faults).toEqual([])
  const { faults } = checkNetworkGeojson(text, { countries })
  expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(['network.unknown-country']))
  expect(new KeruenError('input', faults).code).toBe('network.unknown-country')
})

test('a misspelt country is found by its name too', () => {
  const { faults } = checkNetworkGeojson(
    spoilt((_, of) => {
      of('samarkand').properties.country = 'KZA'
    }),
    { countries },
  )
  expect((faults as Loose[]).map(({ mend }) => mend)).toEqual([expect.stringMatching(/^Write /)])
})
