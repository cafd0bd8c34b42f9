import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fromJSONSchema } from 'zod'
import { networkJsonSchema } from '../../src/network/file/format.js'
import { networkToGeojson } from '../../src/network/file/write-geojson.js'
import { embeddedDataset, projectRoot } from '../embedded.js'
import { documentedNetwork, spoilt } from './network-files.js'

const path = join(projectRoot, 'schemas', 'network.schema.json')
/** Reads the published file as an editor does: through another reader of JSON Schema than the one that wrote it. */
const editor = () => fromJSONSchema(JSON.parse(readFileSync(path, 'utf8')))

// `npx vitest run test/network/geojson-schema.test.ts --update` writes it anew; the diff is for a person to read.
test('network.schema.json is the one that the program makes', async () => {
  await expect(`${JSON.stringify(networkJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(path)
})

test('every property has a description for editors', () => {
  const bare: string[] = []
  const visit = (schema: Record<string, unknown>, at: string) => {
    for (const [name, property] of Object.entries((schema.properties ?? {}) as Record<string, object>)) {
      const isGeojson = ['type', 'geometry', 'properties'].includes(name)
      if (!isGeojson && !('description' in property)) bare.push(`${at}.${name}`)
      visit(property as Record<string, unknown>, `${at}.${name}`)
    }
    for (const each of [schema.items, ...((schema.anyOf as unknown[]) ?? [])]) {
      if (typeof each === 'object' && each !== null) visit(each as Record<string, unknown>, at)
    }
  }
  visit(networkJsonSchema(), '')
  expect(bare).toEqual([])
})

describe('an editor', () => {
  test('accepts the example of the docs and the embedded network', () => {
    for (const text of [documentedNetwork(), networkToGeojson(embeddedDataset().network)]) {
      expect(editor().safeParse(JSON.parse(text)).error?.issues ?? []).toEqual([])
    }
  })

  test.each<[string, Parameters<typeof spoilt>[0]]>([
    ['another version', file => Object.assign(file, { keruenNetwork: 2 })],
    [
      'an unknown mode',
      (_, of) => Object.assign(of('road-tashkent--samarkand').properties, { mode: 'raod' }),
    ],
    [
      'a negative length',
      (_, of) => Object.assign(of('road-tashkent--samarkand').properties, { lengthKm: -1 }),
    ],
    ['a crossing without hours', (_, of) => delete of('saryagash-keles').properties.crossings[0].hours],
    ['a polygon', (_, of) => Object.assign(of('samarkand').geometry, { type: 'Polygon' })],
    ['a share above one', file => Object.assign(file.gateways[0], { share: 2 })],
  ])('refuses %s', (_, spoil) => {
    expect(editor().safeParse(JSON.parse(spoilt(spoil))).success).toBe(false)
  })
})
