import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findReplicationFolder } from '../../tools/data/replication.js'
import { madeUpFiles } from '../dataset/sectors/made-up.js'
import { keruen } from './run-keruen.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keruen-build-'))
})
afterEach(() => rm(folder, { recursive: true }))

const build = (from: string, out = join(folder, 'out')) =>
  keruen(['data', 'build', 'sectors', '--from', from, '--out', out])

/** Writes the made-up files as a user brings them. */
function bring(place: string, { trade, elasticities } = madeUpFiles()): string {
  mkdirSync(place, { recursive: true })
  writeFileSync(join(place, 'icio_2022_sectors.csv.gz'), gzipSync(trade))
  writeFileSync(join(place, 'sector_elasticities.csv'), elasticities)
  return place
}

describe('data build sectors', () => {
  test('made-up files, directly in the folder or in data/: builds, prints coverage, passes the check', async () => {
    const direct = await build(bring(join(folder, 'direct')))
    expect(direct).toMatchObject({ code: 0, stderr: '' })
    expect(direct.stdout).toContain(
      '2 economies and the rest of the world; sectors whose trade is cargo: 1, of services: 1.',
    )
    expect(direct.stdout).toContain('with a row of their own: China (CHN), Kazakhstan (KAZ)')
    expect(direct.stdout).toMatch(/hidden in the rest of the world, not to be reported: .*Uzbekistan \(UZB\)/)
    expect(direct.stdout).toContain('China, Hong Kong SAR (HKG) is joined to China (CHN)')
    expect(direct.stdout).toContain('Default: FGO. ')
    bring(join(folder, 'below', 'data'))
    const below = await build(join(folder, 'below'))
    expect(below).toEqual(direct) // the same bytes, in place of the earlier folder
    const out = join(folder, 'out')
    expect(await keruen(['data', 'check', out])).toMatchObject({
      code: 0,
      stdout: `${out}: no faults found.\n`,
    })
    const listed = await keruen(['data', '--data', out])
    expect(direct.stdout).toContain(listed.stdout.trimEnd())
    const { code, stdout } = await keruen(['data', '--data', out, '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ id: 'sectors-icio-2022', visibleMembers: ['CHN', 'KAZ'] })
  })

  test('json: the coverage', async () => {
    const from = bring(join(folder, 'from'))
    const out = join(folder, 'out')
    const { code, stdout } = await keruen([
      'data',
      'build',
      'sectors',
      '--from',
      from,
      '--out',
      out,
      '--json',
    ])
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ namedEconomies: 2, bloc: 'sco', asOf: '2025-09-01' })
  })

  test('faulty files: every fault, exit code 2, the earlier folder stays, nothing half-written', async () => {
    const from = bring(join(folder, 'from'))
    expect((await build(from)).code).toBe(0)
    const before = readFileSync(join(folder, 'out', 'datapackage.json'))
    const made = madeUpFiles()
    bring(from, {
      ...made,
      trade: made.trade.replaceAll('KAZ', 'XYZ'),
      elasticities: made.elasticities.replace('C10T12,2', 'C10T12,-2'),
    })
    const { code, stdout, stderr } = await build(from)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('dataset.unknown-economy')
    expect(stderr).toContain('dataset.out-of-range')
    expect(readFileSync(join(folder, 'out', 'datapackage.json'))).toEqual(before)
    expect(readdirSync(folder).sort()).toEqual(['from', 'out'])
  })

  test('a packed file that was cut: said so, no folder is made', async () => {
    const from = bring(join(folder, 'from'))
    const path = join(from, 'icio_2022_sectors.csv.gz')
    writeFileSync(path, readFileSync(path).subarray(0, 60))
    const { code, stderr } = await build(from)
    expect(code).toBe(2)
    expect(stderr).toContain('files.not-gzip')
    expect(existsSync(join(folder, 'out'))).toBe(false)
  })

  test('missing files are named, both at once', async () => {
    const { code, stderr } = await build(folder)
    expect(code).toBe(2)
    expect(stderr).toContain('icio_2022_sectors.csv.gz')
    expect(stderr).toContain('sector_elasticities.csv')
  })

  test("a folder with somebody's files is not replaced", async () => {
    const out = join(folder, 'out')
    mkdirSync(out)
    writeFileSync(join(out, 'notes.txt'), 'mine')
    const { code, stderr } = await build(bring(join(folder, 'from')))
    expect(code).toBe(2)
    expect(stderr).toContain('files.foreign-folder')
    expect(readdirSync(out)).toEqual(['notes.txt'])
  })

  test.each([
    [
      'an unknown dataset',
      ['data', 'build', 'world', '--from', '.', '--out', 'x'],
      'Allowed choices are sectors',
    ],
    ['no folder to read', ['data', 'build', 'sectors', '--out', 'x'], '--from'],
    ['a misspelt command', ['data', 'biuld'], 'Did you mean data build?'],
  ])('%s: a usage fault', async (_, args, message) => {
    const { code, stderr } = await keruen(args)
    expect(code).toBe(2)
    expect(stderr).toContain(message)
  })

  test('a scenario does not run on a many-sector baseline: one sentence', async () => {
    await build(bring(join(folder, 'from')))
    const { code, stderr } = await keruen([
      'run',
      '--data',
      join(folder, 'out'),
      '--out',
      join(folder, 'results'),
    ])
    expect(code).toBe(2)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(stderr).toContain('dataset.wrong-kind')
  })

  test('the real files: who is visible and who is hidden', async context => {
    const shared = findReplicationFolder()
    context.skip(shared === undefined, 'the input folder ../shared is not on this machine')
    const { code, stdout } = await build(shared!)
    expect(code).toBe(0)
    expect(stdout).toContain('79 economies and the rest of the world')
    expect(stdout).toMatch(/hidden in the rest of the world.*IRN.*KGZ.*TJK.*UZB/)
    expect(stdout).toMatch(/CHN +KAZ +4557 +23965/)
  })
})
