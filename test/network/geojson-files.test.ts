import { describe, expect, test } from 'vitest'
import { formatIssue, KeruenError } from '../../src/errors.js'
import { checkNetworkGeojson, readNetworkGeojson } from '../../src/network/file/read-geojson.js'
import { networkToGeojson } from '../../src/network/file/write-geojson.js'
import { embeddedDataset } from '../embedded.js'
import { documentedNetwork, type Loose, spoilt } from './network-files.js'

const { network, countries } = embeddedDataset()
const check = (text: string) => checkNetworkGeojson(text, { file: 'net.geojson', countries })
const sentences = (text: string) => check(text).faults.map(formatIssue)

const BORDER = 'saryagash-keles'
const RAIL = 'rail-shymkent--saryagash'

describe('files that are no network at all', () => {
  test.each([
    ['nothing', '', 'network.empty', /found an empty file/],
    [
      'another language',
      'keruen: 1\nplaces: []\n',
      'network.not-json',
      /net\.geojson:1:1: expected a value, found "keruen"/,
    ],
    [
      'a comma too much',
      '{\n  "a": [1, 2,]\n}',
      'network.not-json',
      /net\.geojson:2:14: expected a value, found "\]"/,
    ],
    ['a web page', '<!doctype html>', 'network.not-json', /:1:1: expected a value, found "<"/],
    ['a list', '[]', 'network.not-a-collection', /found a list of 0/],
    ['a feature', '{"type":"Feature"}', 'network.not-a-collection', /found the type "Feature"/],
    ['no features', '{"type":"FeatureCollection"}', 'network.not-a-collection', /features: expected a list/],
    [
      'another GeoJSON',
      '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Polygon","coordinates":[]},"properties":{}}]}',
      'network.not-a-network',
      /"keruenNetwork": 1.*found a GeoJSON of 1 feature, Polygon, without it/,
    ],
    [
      'a later format',
      '{"type":"FeatureCollection","keruenNetwork":2,"features":[]}',
      'network.future-version',
      /Update Keruen/,
    ],
    [
      'an odd format',
      '{"type":"FeatureCollection","keruenNetwork":"1","features":[]}',
      'network.unknown-version',
      /Write "keruenNetwork": 1/,
    ],
    ['a tower of lists', '['.repeat(100_000), 'network.too-deep', /within each other/],
  ])('%s: one fault', (_, text, code, sentence) => {
    const { network: read, faults } = check(text)
    expect(faults.map(formatIssue)).toEqual([expect.stringMatching(sentence)])
    expect(faults[0]!.code).toBe(code)
    expect(read).toBeUndefined()
  })

  test('a file cut in the middle says where it ends', () => {
    const whole = documentedNetwork()
    const text = whole.slice(0, 3000)
    const line = text.split('\n').length
    expect(sentences(text)).toEqual([
      expect.stringMatching(new RegExp(`^net\\.geojson:${line}:\\d+: .*the file is cut`, 'i')),
    ])
  })

  test('more than 64 MB are not read', () => {
    expect(sentences(' '.repeat(64 * 1024 * 1024).concat('{}'))).toEqual([
      expect.stringMatching(/at most 64 MB/),
    ])
  })
})

describe('all faults at once', () => {
  test('each feature names its own', () => {
    const text = spoilt((file, of) => {
      of('shymkent').properties.kind = 'town'
      of(RAIL).properties.lengthKm = -1
      of(RAIL).properties.quality = 'guessed'
      of('rail-saryagash--tashkent').properties.to = 'tashkent-2'
      file.gateways[1].share = 0.5
    })
    expect(
      check(text)
        .faults.map(({ code }) => code)
        .toSorted(),
    ).toEqual([
      'network.out-of-range',
      'network.share-sum',
      'network.unknown-place',
      'network.unknown-value',
      'network.unknown-value',
    ])
    expect(() => readNetworkGeojson(text)).toThrow(KeruenError)
  })

  test('what is lacking for a faulty row is not named again', () => {
    // The place has a fault: links to it are not of an unknown place; its link has one: nothing is cut off or isolated.
    const text = spoilt((_, of) => {
      of('samarkand').properties.name = ''
      of('rail-saryagash--tashkent').properties.speedKmh = 'fast'
    })
    const { faults, warnings } = check(text)
    expect(faults.map(({ at }) => at?.field)).toEqual([
      'features[3] samarkand: name',
      'features[5] rail-saryagash--tashkent: speedKmh',
    ])
    expect(warnings).toEqual([])
  })

  test('signs that steer a terminal are not printed', () => {
    const text = spoilt((file, of) => {
      of('samarkand').properties.id = '\u001b[2Jsamarkand'
      of('tashkent').properties['\u001b]0;kind'] = 1
      delete of('tashkent').properties.kind
      file.gateways.push({ ...file.gateways[1], placeId: '\u009b1A' })
    })
    const said = sentences(text)
    expect(said.length).toBeGreaterThan(2)
    expect(said.join('')).not.toMatch(/\p{Control}/u)
  })

  test('a hostile file is given up after two thousand', () => {
    const features = Array.from({ length: 50_000 }, () => 0)
    const { faults } = check(JSON.stringify({ type: 'FeatureCollection', keruenNetwork: 1, features }))
    expect(faults).toHaveLength(2001)
    expect(faults.at(-1)!.code).toBe('network.more-faults')
  })
})

describe('longitude and latitude exchanged', () => {
  const written = networkToGeojson(network)
  const exchanged = (ids: readonly string[]) => {
    const file = JSON.parse(written) as Loose
    for (const { geometry, properties } of file.features) {
      if (ids.includes(properties.id)) geometry.coordinates.reverse()
    }
    return check(JSON.stringify(file))
  }

  test.each(['almaty', 'hamburg', 'mumbai', 'tbilisi'])(
    'one place, %s: it alone is named, from its links',
    id => {
      const { faults } = exchanged([id])
      expect(faults.map(formatIssue)).toEqual([
        expect.stringMatching(new RegExp(`${id}: coordinates: .*Write \\[`)),
      ])
      expect(faults[0]!.code).toBe('network.coordinates-swapped')
    },
  )

  test('both ends of a link, where nothing else tells them', () => {
    const text = spoilt((file, of) => {
      for (const id of ['tashkent', 'samarkand']) of(id).geometry.coordinates = [10, 50]
      of('samarkand').geometry.coordinates = [20, 50]
      of('tashkent').geometry.coordinates.reverse()
      of('samarkand').geometry.coordinates.reverse()
      // 10 degrees along the fiftieth parallel, 712 km; along the meridian of 50 degrees they are 1,112.
      of('road-tashkent--samarkand').properties.lengthKm = 800
      file.features = file.features.filter(
        (each: Loose) => !['shymkent', BORDER, RAIL, 'rail-saryagash--tashkent'].includes(each.properties.id),
      )
      delete of('tashkent').properties.terminals
      of('road-tashkent--samarkand').geometry.coordinates = [
        [50, 10],
        [50, 20],
      ]
      file.gateways.splice(0, 1)
      file.corridors = []
    })
    const { faults } = check(text)
    expect(faults.map(({ code }) => code)).toEqual([
      'network.coordinates-swapped',
      'network.coordinates-swapped',
    ])
  })
})
