import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatIssue } from '../../src/errors.js'
import { cutLine } from '../../src/network/file/line-geometry.js'
import { checkNetworkGeojson, readNetworkGeojson } from '../../src/network/file/read-geojson.js'
import { networkToGeojson } from '../../src/network/file/write-geojson.js'
import { embeddedDataset } from '../embedded.js'
import { anyNetwork, documentedNetwork, type Loose, spoilt } from './network-files.js'

const { network: tables, countries } = embeddedDataset()
/** A file holds the network, and nothing of the cargo on it. */
const { modalRules: _, bulkChains: __, ...network } = tables
const settings = { seed: 20240704 }

describe('network → GeoJSON → network: equal records', () => {
  test('the embedded network, without fault or warning', () => {
    const reading = checkNetworkGeojson(networkToGeojson(network), { countries })
    expect([...reading.faults, ...reading.warnings].map(formatIssue)).toEqual([])
    expect(reading.network).toStrictEqual(network)
  })

  test('random ones, with way-points and numbers of every length', () => {
    fc.assert(
      fc.property(anyNetwork, random => {
        expect(readNetworkGeojson(networkToGeojson(random))).toStrictEqual(random)
      }),
      settings,
    )
  })

  test('the order of features, corridors, gateways and waits makes no difference', () => {
    const file = JSON.parse(networkToGeojson(network)) as Loose
    for (const list of [file.features, file.corridors, file.gateways]) list.reverse()
    for (const { properties } of file.features) properties.crossings?.reverse()
    expect(readNetworkGeojson(JSON.stringify(file))).toEqual(network)
  })
})

describe('what other programs write', () => {
  test('null for what is left out, ids outside the properties, heights, a byte-order mark, other members', () => {
    const file = JSON.parse(documentedNetwork()) as Loose
    Object.assign(file, { name: 'layer', bbox: [60, 30, 80, 50], crs: { type: 'name' } })
    for (const feature of file.features) {
      const { id, ...properties } = feature.properties
      Object.assign(feature, { id, properties: { country2: null, capacityKteu: null, ...properties } })
      if (feature.geometry.type === 'Point') feature.geometry.coordinates.push(400)
    }
    const reading = checkNetworkGeojson(`\uFEFF${JSON.stringify(file)}`, { countries })
    expect(reading.faults.map(formatIssue)).toEqual([])
    expect(reading.network).toEqual(readNetworkGeojson(documentedNetwork()))
  })
})

test('the example of the docs is a network without fault or warning', () => {
  const reading = checkNetworkGeojson(documentedNetwork(), { file: 'docs', countries })
  expect([...reading.faults, ...reading.warnings].map(formatIssue)).toEqual([])
  const { links, places, crossings, terminals, corridors, gateways } = reading.network!
  expect([places, links, crossings, terminals, corridors, gateways].map(rows => rows.length)).toEqual([
    4, 3, 2, 1, 1, 2,
  ])
  const rail = links.find(({ id }) => id === 'rail-shymkent--saryagash')
  expect(rail).toMatchObject({ capacityKteu: 150, costUsdPerTeuKm: 0.3, waypoints: [[68.8, 42.43]] })
  // A lump sum alone: nothing more by the kilometre, as in a dataset.
  expect(links.find(({ mode }) => mode === 'road')).toMatchObject({ lumpUsd: 260, costUsdPerTeuKm: 0 })
})

describe('lines across the 180th meridian', () => {
  const { features } = JSON.parse(networkToGeojson(network)) as Loose
  const lines = features.filter(({ geometry }: Loose) => geometry.type !== 'Point')
  const across = lines.filter(({ geometry }: Loose) => geometry.type === 'MultiLineString')

  test('are cut there, so that no leg goes round the world', () => {
    expect(lines).toHaveLength(network.links.length)
    expect(across.length).toBeGreaterThan(0)
    for (const { geometry } of lines) {
      const pieces = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates
      for (const piece of pieces) {
        for (let k = 1; k < piece.length; k++) {
          expect(Math.abs(piece[k][0] - piece[k - 1][0])).toBeLessThanOrEqual(180)
        }
      }
    }
    for (const { geometry } of across) {
      const [east, west] = [geometry.coordinates[0].at(-1), geometry.coordinates[1][0]]
      expect(Math.abs(east[0])).toBe(180)
      expect(west).toEqual([-east[0], east[1]])
    }
  })

  test('are cut where the straight line between their points meets it', () => {
    // A quarter of the way from 175 to −165 degrees.
    expect(
      cutLine([
        [175, 40],
        [-165, 20],
      ]),
    ).toEqual({
      type: 'MultiLineString',
      coordinates: [
        [
          [175, 40],
          [180, 35],
        ],
        [
          [-180, 35],
          [-165, 20],
        ],
      ],
    })
  })

  test('may go on beyond it where another program wrote them', () => {
    const text = spoilt((_, of) => {
      of('tashkent').geometry.coordinates = [175, 10]
      of('samarkand').geometry.coordinates = [-175, 10]
      const road = of('road-tashkent--samarkand')
      road.geometry.coordinates = [[175, 10], [181, 10.5], [185, 10]] // biome-ignore format: a line
      road.properties.lengthKm = 1200
      of('saryagash-keles').geometry.coordinates = [175, 10.2]
      of('rail-saryagash--tashkent').geometry.coordinates = [[175, 10.2], [175, 10]] // biome-ignore format: a line
      of('rail-shymkent--saryagash').geometry.coordinates.splice(1, 2, [175, 10.2])
      of('rail-shymkent--saryagash').properties.lengthKm = 12_000
    })
    const { links } = readNetworkGeojson(text)
    expect(links.find(({ mode }) => mode === 'road')!.waypoints).toEqual([[-179, 10.5]])
  })
})

test('one line of text a feature, so that two versions can be compared', () => {
  const lines = networkToGeojson(network).split('\n')
  expect(lines.filter(line => line.startsWith('{"type":"Feature",'))).toHaveLength(
    network.places.length + network.links.length,
  )
})
