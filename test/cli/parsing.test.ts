import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { keruen, root } from './run-keruen.js'

test('help: every command, exit code 0, nothing on stderr', async () => {
  const { code, stdout, stderr } = await keruen(['--help'])
  expect(code).toBe(0)
  expect(stderr).toBe('')
  for (const command of ['run', 'scenarios', 'data', 'network', 'bloc', 'replicate', 'schema'])
    expect(stdout).toContain(`\n  ${command} `)
})

test('no argument shows the same help', async () => {
  expect(await keruen([])).toEqual(await keruen(['--help']))
})

test('version: the one of package.json', async () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  expect(await keruen(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
})

test('installing links the command where npx looks for it', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const linked = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'keruen.cmd' : 'keruen')
  const { status, stdout } = spawnSync(linked, ['--version'], { encoding: 'utf8' })
  expect({ status, stdout }).toEqual({ status: 0, stdout: `${version}\n` })
})

describe('usage faults: one sentence on stderr, nothing on stdout, exit code 2', () => {
  test.each([
    ['a misspelt command', ['rum'], 'Did you mean run?'],
    ['a misspelt command below another', ['data', 'chekc', 'folder'], 'Did you mean data check?'],
    ['a misspelt option', ['run', '--drawz', '5'], 'Did you mean --draws?'],
    ['a number that is none', ['run', '--draws', 'many'], 'Expected a whole number'],
    ['a negative number', ['run', '--draws=-1'], 'Expected a whole number'],
    ['a missing argument', ['data', 'check'], "missing required argument 'dir'"],
    ['an unknown format', ['schema', 'report'], 'Allowed choices are scenario, result'],
    ['two forms at once', ['bloc', 'sco', '--json', '--csv'], 'cannot be used with'],
    ['an unknown bloc', ['bloc', 'scp'], 'Did you mean sco'],
    ['a date that is none', ['bloc', 'sco', '--as-of', '2025-02-30'], 'a date as year-month-day'],
    ['a year without figures', ['bloc', 'sco', '--year', '2031'], 'none in the dataset'],
    ['a scenario that is not there', ['run', 'midle-corridor'], 'Did you mean middle-corridor'],
    ['a dataset folder that is not there', ['data', '--data', 'nowhere'], 'files.unreadable'],
    ['a dataset folder to check that is not there', ['data', 'check', 'nowhere'], 'files.unreadable'],
  ])('%s', async (_, args, message) => {
    const { code, stdout, stderr } = await keruen(args)
    expect(stderr).toContain(message)
    expect(stderr).not.toMatch(/^\s+at /m)
    expect(stdout).toBe('')
    expect(code).toBe(2)
  })
})

test('an old Node is told so in one sentence, exit code 2', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'keruen-old-'))
  const pretend = join(folder, 'pretend.cjs')
  writeFileSync(
    pretend,
    "Object.defineProperty(process, 'versions', { value: Object.assign({}, process.versions, { node: '20.18.3' }) })",
  )
  const { code, stdout, stderr } = await keruen(['--version'], { node: ['--require', pretend] })
  await rm(folder, { recursive: true })
  expect(stderr).toBe(
    'Keruen needs Node 20.19 or newer and this is 20.18.3: install a newer Node from https://nodejs.org/.\n',
  )
  expect(stdout).toBe('')
  expect(code).toBe(2)
})

test('the stub that speaks to old Nodes holds no syntax that they cannot read', () => {
  const source = readFileSync(join(root, 'bin', 'keruen.cjs'), 'utf8')
  expect(source).not.toMatch(/=>|\blet\b|\bconst\b|`|import\(|\?\.|\?\?|async|\.\.\./)
})
