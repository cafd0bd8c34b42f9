import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { startModel } from '../../src/server/index.js'
import { LIMITS } from '../../src/server/limits.js'
import { ask, send } from '../server/lab.js'
import { keruen, root } from './run-keruen.js'
import { type RunningLab, startLab as startLabIn } from './start-lab.js'

let home: string
const startLab = (...args: string[]) => startLabIn(home, ...args)

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'keruen-lab-cli-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const SCENARIO = `keruen: 1
name: shorter-waits
title: Shorter waits
measures:
  - title: Khorgos
    crossing: khorgos-altynkol
    mode: rail
    hours: { change: -50% }
draws: 20
`

test.each(['SIGINT', 'SIGTERM'] as const)(
  'serves the built page until %s, which ends open connections',
  async signal => {
    const lab = await startLab('--port', '0')
    const page = await ask(lab, '/')
    expect(page.text).toBe(readFileSync(join(root, 'dist', 'lab', 'index.html'), 'utf8'))
    for (const file of ['main.js', 'worker.js', 'styles.css', 'data/dataset.bin', 'data/routes.bin'])
      expect((await ask(lab, `/${file}`)).bytes.equals(readFileSync(join(root, 'dist', 'lab', file)))).toBe(
        true,
      )
    const idle = connect(lab.port, '127.0.0.1')
    const closed = new Promise(resolve => idle.on('close', resolve))
    await new Promise(resolve => idle.on('connect', resolve))
    const { code, stderr } = await lab.end(signal)
    await closed
    expect([code, stderr]).toEqual([0, ''])
    expect(readdirSync(home)).toEqual([])
  },
)

test('saves scenarios where it was started, or where it was told', async () => {
  const here = await startLab('--port', '0')
  expect((await send(here, 'PUT', '/api/scenarios/one', SCENARIO)).status).toBe(201)
  await here.end()
  expect(readFileSync(join(home, 'keruen-lab', 'one.yaml'), 'utf8')).toBe(SCENARIO)
  const there = await startLab('--port', '0', '--scenarios', 'mine')
  expect((await send(there, 'PUT', '/api/scenarios/two', SCENARIO)).status).toBe(201)
  expect((await ask(there, '/api/scenarios')).json.scenarios).toHaveLength(1)
  await there.end()
  expect(readdirSync(join(home, 'mine'))).toEqual(['two.yaml'])
})

describe('long runs', () => {
  test('a run gives the files of keruen run, byte for byte', async () => {
    const lab = await startLab('--port', '0')
    const { id } = (await send(lab, 'POST', '/api/runs', SCENARIO)).json
    const done = await finished(lab, id)
    expect(done).toMatchObject({ state: 'done', name: 'shorter-waits', draws: 20 })
    writeFileSync(join(home, 'scenario.yaml'), SCENARIO)
    const run = await keruen(['run', 'scenario.yaml', '--out', 'out', '--quiet'], { cwd: home })
    expect(run.code).toBe(0)
    expect(new Set(done.files)).toEqual(new Set(readdirSync(join(home, 'out'))))
    for (const file of done.files)
      expect((await ask(lab, `/api/runs/${id}/${file}`)).text).toBe(
        readFileSync(join(home, 'out', file), 'utf8'),
      )
    expect(await lab.end()).toMatchObject({ code: 0, stderr: '' })
  })

  test('one that is ended makes room; Ctrl-C ends those that run', async () => {
    const lab = await startLab('--port', '0')
    const long = SCENARIO.replace('draws: 20', 'draws: 5000')
    const ids: string[] = []
    for (let k = 0; k < 3; k++) ids.push((await send(lab, 'POST', '/api/runs', long)).json.id)
    const state = async (id: string) => (await ask(lab, `/api/runs/${id}`)).json.state
    expect(await state(ids[2]!)).toBe('waiting')
    expect((await ask(lab, `/api/runs/${ids[0]}`, { method: 'DELETE' })).status).toBe(204)
    expect(await state(ids[2]!)).toBe('running')
    expect(await lab.end()).toMatchObject({ code: 0, stderr: '' })
  })

  test('a scenario full of faults is told in issues, and other answers do not wait for it', async () => {
    const lab = await startLab('--port', '0')
    const slow = send(lab, 'POST', '/api/runs', manyFaults(800))
    expect((await ask(lab, '/')).status).toBe(200)
    const { status, json } = await slow
    expect([status, json.issues[0].code]).toEqual([422, 'scenario.unknown-place'])
    expect((await send(lab, 'POST', '/api/runs', SCENARIO)).status).toBe(202)
    await lab.end()
  })
})

describe('the threads of the model', () => {
  test('a scenario that takes too long to read costs its thread; the next one is read by another', async () => {
    const model = startModel({ checkMs: 3000 })
    const [first, second] = await Promise.allSettled([
      model.check(manyFaults(13_000), 'slow.yaml'),
      model.check(SCENARIO, 'next.yaml'),
    ])
    expect(first).toMatchObject({ reason: { status: 422, issue: { code: 'lab.check-too-long' } } })
    expect(second).toMatchObject({ value: { name: 'shorter-waits', title: 'Shorter waits', draws: 20 } })
    model.close()
  })

  test('so many may wait to be read', async () => {
    const model = startModel()
    const waiting = Array.from({ length: LIMITS.waitingChecks }, () => model.check(SCENARIO, 'a.yaml'))
    expect(() => model.check(SCENARIO, 'a.yaml')).toThrow(expect.objectContaining({ status: 503 }))
    await Promise.all(waiting)
    expect((await model.check(SCENARIO, 'a.yaml')).draws).toBe(20)
    model.close()
  })

  test('a run that is stopped rejects, and so does one of what is no scenario', async () => {
    const model = startModel()
    const running = model.run({ text: SCENARIO, file: 'a.yaml', language: 'en' }, () => {})
    running.stop()
    await expect(running.done).rejects.toThrow('gone')
    await expect(
      model.run({ text: 'keruen: 1\nx: 1\n', file: 'a.yaml', language: 'en' }, () => {}).done,
    ).rejects.toMatchObject({
      kind: 'input',
      code: 'scenario.unknown-key',
    })
    model.close()
  })

  test('without the program there is no model', () => {
    expect(() => startModel({ program: join(home, 'none.js') })).toThrow(
      expect.objectContaining({ code: 'lab.not-built', kind: 'failure' }),
    )
  })
})

describe('the port', () => {
  test('that is taken is told, with what to do', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise(resolve => other.on('listening', resolve))
    const { port } = other.address() as AddressInfo
    const { code, stdout, stderr } = await keruen(['lab', '--port', String(port)], { cwd: home })
    other.close()
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(
      /^keruen: expected a port that is free, found \d+, .*Choose another with --port.*\(lab\.port-taken\)\n$/,
    )
  })

  test('without one each lab finds its own', async () => {
    const [one, two] = [await startLab(), await startLab()]
    expect(one.port).toBeGreaterThanOrEqual(4173)
    expect(two.port).not.toBe(one.port)
    await Promise.all([one.end(), two.end()])
  })

  test.each(['x', '-1', '65536', '1.5', ''])('“%s” is none', async port => {
    expect((await keruen(['lab', `--port=${port}`], { cwd: home })).code).toBe(2)
  })
})

test('a host that others reach is warned of; one that is not of this machine is refused', async () => {
  const lab = await startLab('--port', '0', '--host', '0.0.0.0')
  expect((await ask(lab, '/', { headers: { Host: `other.example:${lab.port}` } })).status).toBe(421)
  const { code, stderr } = await lab.end()
  expect(code).toBe(0)
  expect(stderr).toMatch(/^keruen: warning: whoever reaches 0\.0\.0\.0 .*\n$/)
  const away = await keruen(['lab', '--port', '0', '--host', '203.0.113.7'], { cwd: home })
  expect([away.code, away.stderr]).toEqual([2, expect.stringContaining('(lab.no-such-host)')])
})

/** Each name is compared with all places of the network, to say which is meant. */
function manyFaults(count: number): string {
  const names = Array.from({ length: count }, (_, k) => `almost-a-place-${k}`)
  return `keruen: 1\nmeasures:\n  - { crossing: [${names.join(',')}], hours: { change: -1% } }\n`
}

// biome-ignore lint/suspicious/noExplicitAny: what is expected of it is said where it is used
async function finished(lab: RunningLab, id: string): Promise<any> {
  return vi.waitUntil(
    async () => {
      const { json } = await ask(lab, `/api/runs/${id}`)
      return ['done', 'failed'].includes(json.state) ? json : undefined
    },
    { timeout: 50_000, interval: 100 },
  )
}
