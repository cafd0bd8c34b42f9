import { describe, expect, test, vi } from 'vitest'
import { KeruenError } from '../../src/errors.js'
import { LIMITS } from '../../src/server/limits.js'
import type { Model } from '../../src/server/model.js'
import { ask, openLab, SCENARIO, send, type TestLab, testModel } from './lab.js'

const submit = (lab: TestLab, text = SCENARIO) => send(lab, 'POST', '/api/runs', text)
const runs = async (lab: TestLab): Promise<{ id: string; state: string }[]> =>
  (await ask(lab, '/api/runs')).json.runs
const states = async (lab: TestLab) => (await runs(lab)).map(({ state }) => state)

describe('a run', () => {
  test('is answered at once, tells how far it is, and gives its files when it is done', async () => {
    const lab = await openLab()
    const submitted = await submit(lab)
    expect(submitted.status).toBe(202)
    const { id } = submitted.json
    const at = `/api/runs/${id}`
    expect(submitted.headers.location).toBe(at)
    expect(submitted.json).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{16}$/),
      name: 'one',
      title: 'First',
      draws: 10,
      state: 'running',
      progress: null,
    })
    lab.started[0]!.tell({ stage: 'parameter range', done: 3, total: 10 })
    expect((await ask(lab, at)).json.progress).toEqual({ stage: 'parameter range', done: 3, total: 10 })
    expect((await ask(lab, `${at}/report.html`)).status).toBe(404)

    lab.started[0]!.finish()
    const { json } = await vi.waitUntil(async () => {
      const answer = await ask(lab, at)
      return answer.json.state === 'done' ? answer : undefined
    })
    expect(json).toMatchObject({
      hash: 'abc',
      bloc: { id: 'sco' },
      files: ['report.html', 'countries.csv', 'result.json'],
    })
    for (const [file, type] of [
      ['report.html', 'text/html; charset=utf-8'],
      ['countries.csv', 'text/csv; charset=utf-8'],
      ['result.json', 'application/json; charset=utf-8'],
    ]) {
      const { status, bytes, headers } = await ask(lab, `${at}/${file}`)
      expect([status, bytes.toString(), headers['content-type']]).toEqual([200, file, type])
    }
    for (const file of ['flows.csv', '..%2f..%2fpackage.json', '__proto__', 'report.html%00'])
      expect((await ask(lab, `${at}/${file}`)).status).toBe(404)
  })

  test('the report is a page of no site; a table is saved, not shown', async () => {
    const lab = await openLab()
    const { id } = (await submit(lab)).json
    lab.started[0]!.finish()
    const report = await ask(lab, `/api/runs/${id}/report.html`)
    expect(report.headers['content-security-policy']).toMatch(/^default-src 'none'; .*sandbox allow-popups/)
    expect(report.headers['content-security-policy']).not.toMatch(
      /script-src|allow-scripts|allow-same-origin/,
    )
    const table = await ask(lab, `/api/runs/${id}/countries.csv`)
    expect(table.headers['content-disposition']).toBe('attachment; filename="countries.csv"')
  })

  test('of a text that is no scenario, or of too many draws, never starts', async () => {
    const lab = await openLab()
    expect((await submit(lab, 'keruen: 1\nmeasures: 3\n')).status).toBe(422)
    const many = await submit(lab, SCENARIO.replace('draws: 10', `draws: ${LIMITS.draws + 1}`))
    expect([many.status, many.json.issues[0].code]).toEqual([422, 'lab.too-many-draws'])
    expect(lab.started).toEqual([])
    expect(await runs(lab)).toEqual([])
  })

  test('that fails says why', async () => {
    const lab = await openLab()
    const { id } = (await submit(lab)).json
    const issue = { code: 'numeric.not-converged', expected: 'a solution', found: 'none' }
    lab.started[0]!.fail(new KeruenError('failure', issue))
    expect((await ask(lab, `/api/runs/${id}`)).json).toMatchObject({ state: 'failed', issues: [issue] })
    expect(lab.lines).toEqual([])
  })

  test('whose thread is lost says a number, and the log the reason, on one line', async () => {
    const lab = await openLab()
    const { id } = (await submit(lab)).json
    lab.started[0]!.fail(new Error('out of memory\n    at run (/srv/model.js:1:2)'))
    const { json, text } = await ask(lab, `/api/runs/${id}`)
    expect(json.state).toBe('failed')
    expect(text).not.toMatch(/memory|model\.js/)
    const number = /number ([0-9a-f]{8})/.exec(json.issues[0].found)![1]!
    expect(lab.lines).toHaveLength(1)
    expect(lab.lines[0]).toContain(number)
    expect(lab.lines[0]).toContain('out of memory')
    expect(lab.lines[0]).not.toContain('\n')
  })

  test('that takes too long is ended', async () => {
    const lab = await openLab({ runLimits: { ...LIMITS, runMs: 30 } })
    const { id } = (await submit(lab)).json
    const failed = await vi.waitUntil(async () => {
      const { json } = await ask(lab, `/api/runs/${id}`)
      return json.state === 'failed' ? json : undefined
    })
    expect(failed.issues[0].code).toBe('lab.run-too-long')
    expect(lab.started[0]!.isStopped).toBe(true)
    expect(lab.lines).toEqual([])
  })
})

describe('many runs', () => {
  test('two at a time, the others wait their turn, and when too many wait no more are taken', async () => {
    const lab = await openLab()
    const most = LIMITS.runsAtOnce + LIMITS.waitingRuns
    for (let k = 0; k < most; k++) expect((await submit(lab)).status).toBe(202)
    expect(await states(lab)).toEqual([
      ...Array(LIMITS.runsAtOnce).fill('running'),
      ...Array(LIMITS.waitingRuns).fill('waiting'),
    ])
    const refused = await submit(lab)
    expect([refused.status, refused.headers['retry-after']]).toEqual([503, '10'])
    expect((await ask(lab, '/api/status')).json.runs).toEqual({ running: 2, waiting: 8 })

    lab.started[1]!.finish()
    expect((await states(lab)).slice(0, 4)).toEqual(['running', 'done', 'running', 'waiting'])
    expect(lab.started).toHaveLength(3)
  })

  test('one that is removed ends, another takes its place, and its faults are nobody’s', async () => {
    const lab = await openLab()
    for (let k = 0; k < 4; k++) await submit(lab)
    const [first, , third] = await runs(lab)
    expect((await ask(lab, `/api/runs/${first!.id}`, { method: 'DELETE' })).status).toBe(204)
    expect(lab.started[0]!.isStopped).toBe(true)
    expect((await ask(lab, `/api/runs/${first!.id}`)).status).toBe(404)
    expect((await ask(lab, `/api/runs/${first!.id}`, { method: 'DELETE' })).status).toBe(404)
    expect(lab.started).toHaveLength(3)
    await ask(lab, `/api/runs/${third!.id}`, { method: 'DELETE' })
    expect(await states(lab)).toEqual(['running', 'running'])
    expect(lab.lines).toEqual([])
  })

  test('the newest results are kept, the oldest are forgotten', async () => {
    const lab = await openLab()
    const ids: string[] = []
    for (let k = 0; k < LIMITS.keptRuns + 3; k++) {
      ids.push((await submit(lab)).json.id)
      lab.started[k]!.finish()
      await vi.waitUntil(async () => (await states(lab)).at(-1) === 'done')
    }
    expect((await runs(lab)).map(({ id }) => id)).toEqual(ids.slice(3))
    expect((await ask(lab, `/api/runs/${ids[0]}/report.html`)).status).toBe(404)
  })

  test('closing ends them all', async () => {
    const lab = await openLab()
    await submit(lab)
    await submit(lab)
    await lab.close()
    expect(lab.started.map(({ isStopped }) => isStopped)).toEqual([true, true])
    await expect(ask(lab, '/')).rejects.toThrow()
  })
})

test('a fault of the program itself: 500 with a number, the same in the log, no stack in either', async () => {
  const broken: Model = {
    ...testModel(),
    check: () => Promise.reject(new TypeError("Cannot read properties of undefined (reading 'x')")),
  }
  const lab = await openLab({ model: broken })
  const { status, json, text } = await submit(lab)
  expect([status, json.issues[0].code]).toEqual([500, 'lab.unexpected'])
  expect(text).not.toMatch(/properties|\.ts| at /)
  expect(lab.lines).toHaveLength(1)
  expect(lab.lines[0]).toMatch(/^keruen: fault [0-9a-f]{8} of the program itself: TypeError: Cannot read/)
  expect(json.issues[0].found).toContain(/fault ([0-9a-f]{8})/.exec(lab.lines[0]!)![1])
})

test.each([
  ['ru-RU,ru;q=0.9,en;q=0.8', 'ru'],
  ['de, en;q=0.2, zh-CN;q=0.5', 'zh'],
  ['kk', 'kk'],
  ['fr', 'en'],
  ['*', 'en'],
])('the report of a run is in a language that its asker reads: %s', async (header, language) => {
  const lab = await openLab()
  const headers = { 'Content-Type': 'application/yaml', 'Accept-Language': header }
  await ask(lab, '/api/runs', { method: 'POST', body: SCENARIO, headers })
  expect(lab.started.map(run => run.language)).toEqual([language])
})
