import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { MOST_BYTES, openShareText, shareText } from '../../src/web/scenario/share-link.js'
import type { WrittenScenario } from '../../src/web/scenario/written.js'
import { projectRoot } from '../embedded.js'

const folder = join(projectRoot, 'scenarios')
const ready = readdirSync(folder)
  .filter(name => name.endsWith('.yaml'))
  .map(name => [name, parse(readFileSync(join(folder, name), 'utf8')) as WrittenScenario] as const)

/** A link as any program could write it. */
function linkOf(content: string | Buffer, version = '1'): string {
  const packed = deflateRawSync(content)
  const check = createHash('sha256').update(packed).digest('hex').slice(0, 8)
  return `s=${version}.${check}.${packed.toString('base64url')}`
}

test.each(ready)('%s comes back whole', async (_, written) => {
  const text = await shareText(written)
  expect(text).toMatch(/^s=1\.[0-9a-f]{8}\.[\w-]+$/)
  expect(text.length).toBeLessThan(4_000)
  expect(await openShareText(`#${text}`)).toEqual({ written })
})

test('any scenario comes back whole', async () => {
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), async fields => {
      const written = JSON.parse(JSON.stringify({ ...fields, keruen: 1 })) as WrittenScenario
      expect(await openShareText(await shareText(written))).toEqual({ written })
    }),
    { numRuns: 60, seed: 7 },
  )
})

test('a link cut anywhere is known as one', async () => {
  const text = await shareText(ready[0]![1])
  for (let length = 's='.length; length < text.length; length += 1 + Math.floor(text.length / 150))
    expect(await openShareText(text.slice(0, length)), `${length} of ${text.length}`).toEqual({
      fault: 'cut',
    })
})

test('a link with one character changed is known as one', async () => {
  const text = await shareText(ready[0]![1])
  for (let at = 's=1.'.length; at < text.length; at += 31) {
    const other = text[at] === 'A' ? 'B' : 'A'
    const opened = await openShareText(text.slice(0, at) + other + text.slice(at + 1))
    expect(opened, `character ${at}`).toMatchObject({ fault: expect.stringMatching(/cut|not-a-scenario/) })
  }
})

test.each([
  ['of a later version', linkOf('{"keruen":1}', '2'), 'newer'],
  ['of a later format of scenarios', linkOf('{"keruen":2}'), 'newer'],
  ['of no scenario', linkOf('[1,2]'), 'not-a-scenario'],
  ['of no JSON', linkOf('keruen: 1'), 'not-a-scenario'],
  ['of no UTF-8', linkOf(Buffer.from([0x7b, 0xff, 0x7d])), 'not-a-scenario'],
  ['with another name', 'x=1.0.0', 'not-a-scenario'],
  ['with more parts', `${linkOf('{"keruen":1}')}.more`, 'not-a-scenario'],
  ['that is empty', 's=', 'cut'],
  [
    'that unpacks to more than is read',
    linkOf(`{"keruen":1,"title":"${' '.repeat(MOST_BYTES)}"}`),
    'too-large',
  ],
])('a link %s is told apart', async (_, text, fault) => {
  expect(await openShareText(text)).toEqual({ fault })
})
