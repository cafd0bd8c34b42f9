import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keruen, type Outcome, root } from './run-keruen.js'

const FILES = [
  'capacities.csv',
  'corridors.csv',
  'countries.csv',
  'diversion.csv',
  'flows.csv',
  'network.geojson',
  'observed.csv',
  'report.html',
  'result.json',
  'scenario.yaml',
  'sensitivities.csv',
  'transit.csv',
  'turnover.csv',
]
let home: string
/** Where the first run leaves its results. */
let first: string
let outcome: Outcome

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'keruen-run-'))
  first = join(home, 'results', 'middle-corridor')
  outcome = await keruen(['run', '--draws', '5'], { cwd: home })
})
afterAll(() => rm(home, { recursive: true, force: true }))

test('run: all files, the summary and the path on stdout, nothing on stderr', () => {
  const { code, stdout, stderr } = outcome
  expect(stderr).toBe('')
  expect(code).toBe(0)
  expect(readdirSync(first).sort()).toEqual(FILES)
  expect(readdirSync(join(home, 'results'))).toEqual(['middle-corridor'])
  expect(stdout.trimEnd().split('\n').at(-1)).toBe(join('results', 'middle-corridor', 'report.html'))
  expect(stdout).toContain('Kazakhstan')
})

test('the same run again, --json: every file byte for byte, result.json on stdout and nothing else', async () => {
  const out = join(home, 'again')
  const { stdout, stderr } = await keruen(['run', '--draws', '5', '--json', '--out', out], { cwd: home })
  for (const file of FILES) {
    expect(readFileSync(join(out, file)).equals(readFileSync(join(first, file))), file).toBe(true)
  }
  expect(stderr).toBe('')
  expect(stdout).toBe(readFileSync(join(out, 'result.json'), 'utf8'))
})

test('--language: report and summary in it, every other file as in English', async () => {
  const out = join(home, 'in-russian')
  const ran = await keruen(['run', '--draws', '5', '--language', 'ru', '--out', out], { cwd: home })
  expect(ran.stderr).toBe('')
  expect(ran.stdout).toContain('Казахстан')
  expect(ran.stdout).not.toMatch(/Kazakhstan|Real income/)
  const report = readFileSync(join(out, 'report.html'), 'utf8')
  expect(report).toContain('<html lang="ru">')
  for (const word of [
    'Казахстан',
    'Срединный коридор',
    'Хоргос',
    'Хоргос и Достык, поезда стоят на 60 % меньше',
  ])
    expect(report.includes(word), word).toBe(true)
  for (const file of FILES.filter(each => each !== 'report.html'))
    expect(readFileSync(join(out, file)).equals(readFileSync(join(first, file))), file).toBe(true)
  const unknown = await keruen(['run', '--language', 'de'], { cwd: home })
  expect([unknown.code, unknown.stdout]).toEqual([2, ''])
  expect(unknown.stderr).toContain('en, ru, zh, kk')
})

test('--quiet prints nothing; the resolved scenario that a run writes gives the same result', async () => {
  const out = join(home, 'resolved')
  const ran = await keruen(['run', join(first, 'scenario.yaml'), '--quiet', '--out', out], { cwd: home })
  expect(ran).toEqual({ code: 0, stdout: '', stderr: '' })
  const bloc = (folder: string) => JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8')).bloc
  expect(bloc(out)).toEqual(bloc(first))
})

describe('faults: told in words, exit code 2, nothing written', () => {
  const bad = readdirSync(join(root, 'test', 'bad-input')).filter(name => name.startsWith('scenario-'))

  test.each(bad)('%s', async name => {
    const out = join(home, 'faulty')
    const file = join(root, 'test', 'bad-input', name)
    const { code, stdout, stderr } = await keruen(['run', file, '--out', out], { cwd: home })
    for (const line of stderr.trimEnd().split('\n')) expect(line).toMatch(/^keruen: .+\([\w.-]+\)$/)
    expect(stderr).toContain(name)
    expect(stdout).toBe('')
    expect(code).toBe(2)
    expect(existsSync(out)).toBe(false)
  })

  test('a dataset of one’s own with a missing column: told with file and column by check and by run', async () => {
    const folder = join(home, 'my-data')
    cpSync(join(root, 'data'), folder, { recursive: true })
    const tariffs = join(folder, 'tariffs.csv')
    writeFileSync(tariffs, readFileSync(tariffs, 'utf8').replace('percent', 'per_cent'))
    const checked = await keruen(['data', 'check', folder], { cwd: home })
    expect(checked.stdout).toMatch(/^tariffs\.csv:1: percent: .*dataset\.missing-column/m)
    expect(checked.code).toBe(2)
    const out = join(home, 'faulty')
    const ran = await keruen(['run', '--data', folder, '--out', out], { cwd: home })
    expect(ran.stderr).toContain('dataset.missing-column')
    expect(ran.code).toBe(2)
    expect(existsSync(out)).toBe(false)
  })

  test('an output folder that cannot be: a file stands there', async () => {
    const out = join(home, 'a-file')
    writeFileSync(out, 'mine')
    for (const place of [out, join(out, 'below')]) {
      const { code, stderr } = await keruen(['run', '--draws', '5', '--out', place], { cwd: home })
      expect(stderr).toContain('files.unwritable')
      expect(code).toBe(2)
    }
    expect(readFileSync(out, 'utf8')).toBe('mine')
  })

  test("an output folder with somebody's other files is left alone", async () => {
    const out = join(home, 'thesis')
    mkdirSync(out)
    writeFileSync(join(out, 'chapter.md'), 'mine')
    const { code, stderr } = await keruen(['run', '--draws', '5', '--out', out], { cwd: home })
    expect(stderr).toContain('chapter.md')
    expect(code).toBe(2)
    expect(readdirSync(out)).toEqual(['chapter.md'])
  })
})

describe('Ctrl-C', () => {
  test.each([
    ['SIGINT', 0],
    ['SIGTERM', 0],
    ['SIGINT', 1500],
  ] as const)(
    '%s %i ms after the work began: exit code 1, an earlier result whole',
    async (signal, delay) => {
      const parent = join(home, `stopped-${signal}-${delay}`)
      const out = join(parent, 'out')
      mkdirSync(out, { recursive: true })
      for (const file of FILES) writeFileSync(join(out, file), `earlier ${file}`)
      const { code, stdout, stderr } = await keruen(['run', '--draws', '2000', '--out', out], {
        cwd: home,
        onStart: child => {
          // The folder beside the target appears once the work has begun; enough draws make sure that it goes on.
          const watch = setInterval(() => {
            if (readdirSync(parent).length < 2) return
            clearInterval(watch)
            setTimeout(() => child.kill(signal), delay)
          }, 5)
        },
      })
      expect(stderr).toContain('interrupted')
      expect(stdout).toBe('')
      expect(code).toBe(1)
      expect(readdirSync(parent)).toEqual(['out'])
      for (const file of FILES) expect(readFileSync(join(out, file), 'utf8')).toBe(`earlier ${file}`)
    },
  )
})
