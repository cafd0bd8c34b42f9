import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { documentedNetwork, spoilt } from '../network/network-files.js'
import { keruen, root } from './run-keruen.js'

let home: string
let sound: string
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'keruen-network-'))
  sound = write('sound.geojson', documentedNetwork())
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

function write(name: string, content: string | Uint8Array): string {
  const path = join(home, name)
  writeFileSync(path, content)
  return path
}

/** A copy of the embedded dataset with one of its tables changed. */
function datasetWith(name: string, table: string, change: (text: string) => string): string {
  const folder = join(home, name)
  cpSync(join(root, 'data'), folder, { recursive: true })
  const path = join(folder, table)
  writeFileSync(path, change(readFileSync(path, 'utf8')))
  return folder
}

describe('network check', () => {
  test('a sound file: what it holds, exit code 0', async () => {
    const { code, stdout, stderr } = await keruen(['network', 'check', sound])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^places +4 +2 city, 1 border, 1 terminal$/m)
    expect(stdout).toMatch(/^rail +2 +0 +0 +2 +236$/m)
    expect(stdout).toMatch(/^crossings +0 +0 +0 +2$/m)
    expect(stdout).toMatch(/^rail-shymkent--saryagash +205 +105 +1\.96 +memory$/m)
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(`${sound}: no faults found, no warnings.`)
  })

  test('warnings are printed, exit code 0', async () => {
    const text = spoilt((file, of) => {
      delete of('saryagash-keles').properties.crossings
      file.gateways = []
    })
    const { code, stdout, stderr } = await keruen(['network', 'check', write('warned.geojson', text)])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^warning: .*saryagash-keles: crossings: .*\(network\.no-crossing\)$/m)
    expect(stdout).toContain('no faults found, 1 warning.')
  })

  test('faults: each on a line, no summary, exit code 2', async () => {
    const text = spoilt((_, of) => {
      of('samarkand').properties.kind = 'town'
      of('rail-saryagash--tashkent').properties.lengthKm = -31
    })
    const file = write('faulty.geojson', text)
    const { code, stdout, stderr } = await keruen(['network', 'check', file])
    expect(code).toBe(2)
    expect(stdout.trimEnd().split('\n')).toEqual([
      expect.stringContaining(`${file}: features[3] samarkand: kind: expected one of city, border`),
      expect.stringContaining(`${file}: features[5] rail-saryagash--tashkent: lengthKm: expected`),
    ])
    expect(stderr).toBe(`keruen: 2 faults in ${file}.\n`)
  })

  test('json: file, faults, warnings, and a summary where there is no fault', async () => {
    const good = JSON.parse((await keruen(['network', 'check', sound, '--json'])).stdout)
    expect(good).toMatchObject({ file: sound, faults: [], warnings: [], summary: { places: { total: 4 } } })
    const faulty = write('no.geojson', '{')
    const { code, stdout } = await keruen(['network', 'check', faulty, '--json'])
    expect(code).toBe(2)
    const bad = JSON.parse(stdout)
    expect(bad.faults).toEqual([
      expect.objectContaining({ code: 'network.cut-off', at: { file: faulty, line: 1, column: 2 } }),
    ])
    expect(bad).not.toHaveProperty('summary')
  })

  test.each(['data', join('data', 'datapackage.json')])(
    'the embedded dataset as %s: no faults',
    async path => {
      const { code, stdout } = await keruen(['network', 'check', path])
      expect(code).toBe(0)
      expect(stdout).toContain(`${path}: no faults found, no warnings.`)
    },
  )

  test('a dataset is held to the same rules: table, row and column', async () => {
    const folder = datasetWith('short', 'network-links.csv', text =>
      text.replace(/^(road-tashkent--samarkand,tashkent,samarkand,road,UZB,)312,/m, '$1112,'),
    )
    const { code, stdout } = await keruen(['network', 'check', folder])
    expect(stdout).toMatch(
      /^network-links\.csv: road-tashkent--samarkand: length_km: expected at least the great circle/,
    )
    expect(code).toBe(2)
  })

  test('a dataset with a broken table: its faults, as keruen data check names them', async () => {
    const folder = datasetWith('broken', 'network-links.csv', text =>
      text.replace(/^(road-tashkent--samarkand,tashkent,samarkand),road,/m, '$1,raod,'),
    )
    const { code, stdout } = await keruen(['network', 'check', folder])
    expect(stdout).toMatch(/^network-links\.csv:\d+: mode: .*"raod"/)
    expect(code).toBe(2)
  })
})

describe('network check: what cannot be read, one sentence, exit code 2', () => {
  test.each<[string, () => string, RegExp]>([
    ['a file that is not there', () => join(home, 'nowhere.geojson'), /files\.unreadable/],
    [
      'a folder without a dataset',
      () => {
        mkdirSync(join(home, 'empty'), { recursive: true })
        return join(home, 'empty')
      },
      /datapackage\.json: .*dataset\.missing-file/,
    ],
    ['an empty file', () => write('empty.geojson', ''), /network\.empty/],
    [
      'bytes that are no text',
      () => write('bytes.geojson', Uint8Array.of(0x7b, 0xff, 0xfe)),
      /files\.not-utf8/,
    ],
    [
      'a file that was cut',
      () => write('cut.geojson', documentedNetwork().slice(0, 2000)),
      /cut\.geojson:\d+:\d+: .*network\.cut-off/,
    ],
    [
      'a file above 64 MB',
      () => write('large.geojson', new Uint8Array(65 * 1024 * 1024).fill(0x20)),
      /files\.too-large/,
    ],
    [
      'polygons',
      () =>
        write(
          'polygons.geojson',
          '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[]}}]}',
        ),
      /GeoJSON of 1 feature, Polygon,/,
    ],
  ])('%s', async (_, make, sentence) => {
    const { code, stdout, stderr } = await keruen(['network', 'check', make()])
    expect(stdout + stderr).toMatch(sentence)
    expect(stdout + stderr).not.toMatch(/^\s+at /m)
    expect(code).toBe(2)
  })

  test('mutilated files: never a stack trace, always exit code 2', async () => {
    const whole = documentedNetwork()
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: whole.trimEnd().length - 2 }),
        fc.nat({ max: 60 }),
        async (start, length) => {
          const path = write(
            'mutilated.geojson',
            whole.slice(0, start).concat('\u0000', whole.slice(start + length)),
          )
          const { code, stdout, stderr } = await keruen(['network', 'check', path])
          expect(stdout + stderr).not.toMatch(/^\s+at |fault of the program/m)
          expect(code).toBe(2)
        },
      ),
      { seed: 20240704, numRuns: 12 },
    )
  })
})

describe('network export', () => {
  test('on stdout; what was written is checked without fault', async () => {
    const { code, stdout, stderr } = await keruen(['network', 'export'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const path = write('embedded.geojson', stdout)
    const { attribution, dataset } = JSON.parse(stdout)
    expect(dataset).toMatch(/^sco-2023 /)
    expect(attribution).toContain('OpenStreetMap')
    expect((await keruen(['network', 'check', path])).code).toBe(0)
  })

  test('into a file, in a folder that is made for it, in place of an earlier one, with nothing left beside it', async () => {
    const folder = join(home, 'made', 'anew')
    const path = join(folder, 'network.geojson')
    for (let time = 0; time < 2; time++) {
      const outcome = await keruen(['network', 'export', '--data', 'data', '--out', path])
      expect(outcome).toEqual({ code: 0, stdout: '', stderr: '' })
    }
    expect(readdirSync(folder)).toEqual(['network.geojson'])
    expect(JSON.parse(readFileSync(path, 'utf8')).keruenNetwork).toBe(1)
  })

  test('a folder is no file: it stays as it was', async () => {
    const folder = join(home, 'folder')
    mkdirSync(folder)
    const { code, stderr } = await keruen(['network', 'export', '--out', folder])
    expect(stderr).toContain('files.unwritable')
    expect(code).toBe(2)
    expect(readdirSync(folder)).toEqual([])
    expect(readdirSync(home).filter(name => name.includes('.keruen-'))).toEqual([])
  })
})

describe('network: usage', () => {
  test.each([
    ['a misspelt command', ['network', 'chek'], 'Did you mean network check?'],
    ['a missing file', ['network', 'check'], "missing required argument 'file'"],
    ['no command', ['network'], 'Usage: keruen network'],
    ['a dataset that is not there', ['network', 'export', '--data', 'nowhere'], 'files.unreadable'],
  ])('%s', async (_, args, message) => {
    const { code, stdout, stderr } = await keruen(args)
    expect(stderr).toContain(message)
    expect(stdout).toBe('')
    expect(code).toBe(2)
  })
})

test('schema network: the published file, byte for byte', async () => {
  const { code, stdout } = await keruen(['schema', 'network'])
  expect(code).toBe(0)
  expect(stdout).toBe(readFileSync(join(root, 'schemas', 'network.schema.json'), 'utf8'))
})
