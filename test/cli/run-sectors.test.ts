/** `keruen run --sectors`: a scenario on a many-sector baseline that the user brings. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packageRoot } from '../../src/platform/node/package-root.js'
import { describeWithReplicationData, replicationFolder } from '../replication-data.js'
import { keruen } from './run-keruen.js'

let home: string
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'keruen-sectors-'))
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

test.each([
  ['a folder that is not there', ['run', 'tariff-cut', '--sectors', 'nowhere'], 'files.unreadable'],
  [
    'a dataset of the other kind',
    ['run', 'tariff-cut', '--sectors', join(packageRoot(), 'data')],
    'dataset.wrong-kind',
  ],
])('%s: exit code 2, nothing written', async (_, args, code) => {
  const { code: exit, stdout, stderr } = await keruen(args, { cwd: home })
  expect(stderr).toContain(code)
  expect(stdout).toBe('')
  expect(exit).toBe(2)
})

test('a scenario of many sectors without a baseline says how to bring one', async () => {
  writeFileSync(join(home, 'many.yaml'), 'keruen: 1\nmodel: many-sector\n')
  const { code, stderr } = await keruen(['run', 'many.yaml'], { cwd: home })
  expect(stderr).toContain('many.yaml:2:')
  expect(stderr).toContain('keruen data build sectors')
  expect(code).toBe(2)
})

describeWithReplicationData('on the baseline of 2022', () => {
  test('built, run, and told: members without a row are named, none of them has a result', async () => {
    const built = await keruen(
      ['data', 'build', 'sectors', '--from', replicationFolder, '--out', 'sectors'],
      { cwd: home },
    )
    expect(built.code, built.stderr).toBe(0)
    const { code, stdout, stderr } = await keruen(
      ['run', 'tariff-cut', '--sectors', 'sectors', '--draws', '0', '--out', 'results'],
      { cwd: home },
    )
    expect(code, stderr).toBe(0)
    expect(stdout).toContain('IRN, KGZ, TJK, UZB')
    const result = JSON.parse(readFileSync(join(home, 'results', 'result.json'), 'utf8'))
    const reported = result.countries.map(({ iso3 }: { iso3: string }) => iso3)
    expect(reported).toEqual(expect.arrayContaining(['BLR', 'CHN', 'IND', 'KAZ', 'PAK', 'RUS']))
    for (const hidden of ['IRN', 'KGZ', 'TJK', 'UZB']) expect(reported).not.toContain(hidden)
    expect(result.sectors).toMatchObject({
      sectors: 28,
      elasticity: 'FGO',
      hiddenMembers: ['IRN', 'KGZ', 'TJK', 'UZB'],
    })
    expect(result.convergence.largestMarketClearingError).toBeLessThan(1e-9)
    const bySector = readFileSync(join(home, 'results', 'sectors.csv'), 'utf8')
    expect(bySector).toMatch(/^KAZ,C24A,/m)
    expect(bySector).not.toMatch(/^UZB,/m)
    expect(readFileSync(join(home, 'results', 'welfare.csv'), 'utf8')).toMatch(/^KAZ,CHN,/m)
    // half the tariffs among members: they trade more with each other, and home producers pay for most of it
    expect(result.bloc.turnoverChangeMusd.value).toBeGreaterThan(0)
    expect(result.diversion.blocCreationMusd).toBeGreaterThan(result.diversion.blocDiversionMusd)
  })
})
