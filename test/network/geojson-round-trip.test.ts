import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatIssue } from '../../src/errors.js'
import type { DrawnLink } from '../../src/network/file/read-features.js'
import { checkNetworkGeojson, readNetworkGeojson } from '../../src/network/file/read-geojson.js'
import { networkToGeojson } from '../../src/network/file/write-geojson.js'
import { embeddedDataset } from '../embedded.js'
import { anyNetwork, documentedNetwork, type Loose } from './network-files.js'

const { network, countries } = embeddedDataset()
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
  const rail = links.find(({ id }) => id === 'rail-shymkent--saryagash') as DrawnLink
  expect(rail).toMatchObject({ capacityKteu: 150, costUsdPerTeuKm: 0.3, waypoints: [[68.8, 42.43]] })
  // A lump sum alone: nothing more by the kilometre, as in a dataset.
  expect(links.find(({ mode }) => mode === 'road')).toMatchObject({ lumpUsd: 260, costUsdPerTeuKm: 0 })
})

test('lines start and end at their places, and cross the 180th meridian the short way', () => {
  const { features } = JSON.parse(networkToGeojson(network)) as Loose
  const lines = features.filter((each: Loose) => each.geometry.type === 'LineString')
  expect(lines).toHaveLength(network.links.length)
  const across = lines.filter(({ geometry }: Loose) =>
    geometry.coordinates.some(([longitude]: number[]) => Math.abs(longitude!) > 180),
  )
  expect(across.length).toBeGreaterThan(0)
  for (const { geometry } of lines) {
    const [[a], [b]] = [geometry.coordinates[0], geometry.coordinates.at(-1)]
    expect(Math.abs(a - b)).toBeLessThanOrEqual(180)
  }
})

test('one line of text a feature, so that two versions can be compared', () => {
  const lines = networkToGeojson(network).split('\n')
  expect(lines.filter(line => line.startsWith('{"type":"Feature",'))).toHaveLength(
    network.places.length + network.links.length,
  )
})
