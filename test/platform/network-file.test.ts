import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadNetworkFile } from '../../src/platform/node/network-file.js'
import { embeddedDataset, projectRoot } from '../embedded.js'
import { documentedNetwork, spoilt } from '../network/network-files.js'

let home: string
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'keruen-network-'))
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

function write(text: string): string {
  const path = join(home, 'network.geojson')
  writeFileSync(path, text)
  return path
}

test('the network of a GeoJSON file, its countries looked up in the embedded dataset', async () => {
  const network = await loadNetworkFile(write(documentedNetwork()))
  expect(network.links.map(({ id }) => id)).toEqual([
    'rail-saryagash--tashkent',
    'rail-shymkent--saryagash',
    'road-tashkent--samarkand',
  ])
  const other = spoilt((_, of) => Object.assign(of('samarkand').properties, { country: 'XYZ' }))
  await expect(loadNetworkFile(write(other))).rejects.toMatchObject({
    kind: 'input',
    code: 'network.unknown-country',
  })
})

test('the network of a dataset, by its folder or its descriptor', async () => {
  const { network } = embeddedDataset()
  expect(await loadNetworkFile(join(projectRoot, 'data'))).toEqual(network)
  expect(await loadNetworkFile(join(projectRoot, 'data', 'datapackage.json'))).toEqual(network)
})

test('a file with faults gives all of them and no network', async () => {
  const text = spoilt((_, of) => {
    of('samarkand').properties.kind = 'town'
    of('tashkent').properties.name = 7
  })
  await expect(loadNetworkFile(write(text))).rejects.toMatchObject({
    kind: 'input',
    issues: [{ code: 'network.wrong-type' }, { code: 'network.unknown-value' }],
  })
})

test('a file that is not there', async () => {
  await expect(loadNetworkFile(join(home, 'nowhere'))).rejects.toMatchObject({
    kind: 'usage',
    code: 'files.unreadable',
  })
})
