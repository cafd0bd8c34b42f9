import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LIMITS } from '../../src/server/limits.js'
import { isScenarioId, openScenarioStore } from '../../src/server/scenario-store.js'
import { ask, openLab, SCENARIO, send } from './lab.js'

const AT = '/api/scenarios'
const titled = (title: string): string => SCENARIO.replace('First', title)

describe('saved scenarios', () => {
  test('none at first, and no folder; one is saved, listed, read, replaced, removed', async () => {
    const lab = await openLab()
    expect((await ask(lab, AT)).json).toEqual({ scenarios: [] })
    expect(existsSync(lab.folder)).toBe(false)

    const saved = await send(lab, 'PUT', `${AT}/my-one`, SCENARIO)
    expect([saved.status, saved.json]).toEqual([201, { id: 'my-one', name: 'one', title: 'First' }])
    expect(readFileSync(join(lab.folder, 'my-one.yaml'), 'utf8')).toBe(SCENARIO)
    const { json } = await ask(lab, AT)
    expect(json.scenarios).toEqual([
      { id: 'my-one', title: 'First', bytes: SCENARIO.length, savedAt: expect.stringMatching(/^\d{4}-.*Z$/) },
    ])

    expect((await send(lab, 'PUT', `${AT}/my-one`, titled('Second, «и» 中 қ'))).status).toBe(200)
    const read = await ask(lab, `${AT}/my-one`)
    expect([read.text, read.headers['content-type']]).toEqual([
      titled('Second, «и» 中 қ'),
      'application/yaml; charset=utf-8',
    ])
    expect((await ask(lab, AT)).json.scenarios[0].title).toBe('Second, «и» 中 қ')

    expect(await ask(lab, `${AT}/my-one`, { method: 'DELETE' })).toMatchObject({ status: 204, text: '' })
    expect((await ask(lab, `${AT}/my-one`, { method: 'DELETE' })).status).toBe(404)
    expect((await ask(lab, `${AT}/my-one`)).json.issues[0].code).toBe('lab.no-scenario')
    expect(readdirSync(lab.folder)).toEqual([])
  })

  test('a reader that has it is told so', async () => {
    const lab = await openLab()
    await send(lab, 'PUT', `${AT}/a`, SCENARIO)
    const { etag } = (await ask(lab, `${AT}/a`)).headers
    const again = () => ask(lab, `${AT}/a`, { headers: { 'If-None-Match': etag } })
    expect(await again()).toMatchObject({ status: 304, text: '' })
    await send(lab, 'PUT', `${AT}/a`, titled('Other'))
    expect((await again()).status).toBe(200)
  })

  test('whoever asks for a new name replaces nothing', async () => {
    const lab = await openLab()
    const put = (text: string) =>
      ask(lab, `${AT}/a`, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/yaml', 'If-None-Match': '*' },
        body: text,
      })
    expect((await put(SCENARIO)).status).toBe(201)
    expect((await put(titled('Other'))).status).toBe(412)
    expect((await ask(lab, `${AT}/a`)).text).toBe(SCENARIO)
  })

  test('what is no scenario is not saved, and every fault has its place', async () => {
    const lab = await openLab()
    const refused = async (text: string) => {
      const { status, json } = await send(lab, 'PUT', `${AT}/a`, text)
      expect(status).toBe(422)
      return json.issues
    }
    expect(await refused('keruen: 1\nmesures: []\ndraws: many\n')).toMatchObject([
      { code: 'scenario.unknown-key', at: { file: 'a.yaml', line: 2 } },
      { at: { line: 3, field: 'draws' } },
    ])
    expect((await refused('{"keruen": [')).length).toBeGreaterThan(0)
    expect((await refused('keruen: 99\n'))[0].code).toBe('scenario.future-version')
    expect((await refused(''))[0].code).toBe('scenario.empty')
    expect((await refused('['.repeat(100_000)))[0].code).toBe('scenario.too-large')
    expect(existsSync(lab.folder)).toBe(false)
  })

  test('faults without number: as many as can be read, each cut short', async () => {
    const lab = await openLab()
    const long = 'x'.repeat(2000)
    const text = `keruen: 1\n${Array.from({ length: 100 }, (_, k) => `${long}${k}: 1`).join('\n')}\n`
    const { json, text: sent } = await send(lab, 'PUT', `${AT}/a`, text)
    expect(json.issues).toHaveLength(LIMITS.issues + 1)
    expect(json.issues.at(-1)).toEqual({ code: 'lab.more-issues', found: '50 more' })
    expect(sent.length).toBeLessThan(200_000)
  })

  test('a scenario that names a file of this machine reads none', async () => {
    const lab = await openLab()
    const text = `${SCENARIO}parameters:\n  sigma: { estimate: /etc/passwd, coefficient: x }\n`
    const { status, text: answer } = await send(lab, 'PUT', `${AT}/a`, text)
    expect(status).toBe(422)
    expect(answer).not.toContain('root:')
  })

  test('many at once, of the same name too: each is whole', async () => {
    const lab = await openLab()
    const texts = Array.from({ length: 40 }, (_, k) => titled(`Number ${k}`))
    const saved = await Promise.all(texts.map((text, k) => send(lab, 'PUT', `${AT}/s-${k % 4}`, text)))
    expect(saved.map(({ status }) => status).sort()).toEqual([...Array(36).fill(200), ...Array(4).fill(201)])
    expect(readdirSync(lab.folder)).toEqual(['s-0.yaml', 's-1.yaml', 's-2.yaml', 's-3.yaml'])
    for (const file of readdirSync(lab.folder))
      expect(texts).toContain(readFileSync(join(lab.folder, file), 'utf8'))
  })

  test('no more than a folder may hold', async () => {
    const lab = await openLab()
    mkdirSync(lab.folder)
    for (let k = 0; k < LIMITS.savedScenarios; k++) writeFileSync(join(lab.folder, `s-${k}.yaml`), SCENARIO)
    expect((await send(lab, 'PUT', `${AT}/another`, SCENARIO)).status).toBe(507)
    expect((await send(lab, 'PUT', `${AT}/s-7`, titled('Replaced'))).status).toBe(200)
  })
})

describe('names', () => {
  const BAD = [
    '..',
    '.hidden',
    'a.yaml',
    'a..b',
    'A',
    'é',
    '-a',
    'a-',
    'a--b',
    'a_b',
    'a b',
    'con',
    'lpt1',
    'a'.repeat(65),
    '../../etc/passwd',
    'a/b',
    'a\\b',
    'a\0',
    'a\n',
  ]
  test.each(BAD)('%j is none, by whatever spelling', async name => {
    expect(isScenarioId(name)).toBe(false)
    const lab = await openLab()
    for (const spelled of [encodeURIComponent(name), encodeURIComponent(encodeURIComponent(name))]) {
      const { status } = await send(lab, 'PUT', `${AT}/${spelled}`, SCENARIO)
      expect([404, 405, 422]).toContain(status)
      expect((await ask(lab, `${AT}/${spelled}`)).status).not.toBe(500)
    }
    expect(existsSync(lab.folder)).toBe(false)
  })

  test.each(['a', '1', 'middle-corridor-2', 'a'.repeat(64)])('%s is one', name => {
    expect(isScenarioId(name)).toBe(true)
  })
})

describe('a folder with other things in it', () => {
  test('links, folders and other files are neither listed, read, replaced nor removed', async () => {
    const lab = await openLab()
    mkdirSync(join(lab.folder, 'folder.yaml'), { recursive: true })
    writeFileSync(join(lab.folder, 'Notes.yaml'), 'mine')
    writeFileSync(join(lab.folder, 'notes.txt'), 'mine')
    const secret = join(lab.folder, '..', 'secret')
    writeFileSync(secret, 'keep')
    symlinkSync(secret, join(lab.folder, 'link.yaml'))
    symlinkSync(join(lab.folder, 'nowhere'), join(lab.folder, 'broken.yaml'))
    expect((await ask(lab, AT)).json.scenarios).toEqual([])
    for (const name of ['folder', 'link', 'broken']) {
      expect((await ask(lab, `${AT}/${name}`)).status).toBe(404)
      expect((await send(lab, 'PUT', `${AT}/${name}`, SCENARIO)).status).toBe(409)
      expect((await ask(lab, `${AT}/${name}`, { method: 'DELETE' })).status).toBe(404)
    }
    expect(readFileSync(secret, 'utf8')).toBe('keep')
  })

  test('a file that a person spoiled is listed without a title, and one too large is not sent', async () => {
    const lab = await openLab()
    mkdirSync(lab.folder)
    writeFileSync(join(lab.folder, 'spoiled.yaml'), 'title: [')
    writeFileSync(join(lab.folder, 'large.yaml'), '#'.repeat(LIMITS.scenarioBytes + 1))
    const { scenarios } = (await ask(lab, AT)).json
    expect(scenarios.map(({ id, title }: { id: string; title: unknown }) => [id, title])).toEqual([
      ['large', null],
      ['spoiled', null],
    ])
    expect((await ask(lab, `${AT}/spoiled`)).text).toBe('title: [')
    expect((await ask(lab, `${AT}/large`)).json.issues[0].code).toBe('files.too-large')
  })

  test('a file where the folder should be: the fault is told, without a stack', async () => {
    const lab = await openLab()
    writeFileSync(lab.folder, 'a file')
    const listed = await ask(lab, AT)
    expect([listed.status, listed.json.issues[0].code]).toEqual([500, 'files.unreadable'])
    const saved = await send(lab, 'PUT', `${AT}/a`, SCENARIO)
    expect([saved.status, saved.json.issues[0].code]).toEqual([500, 'files.unreadable'])
    expect(lab.lines).toEqual([])
  })

  test('a title that a person changed by hand is seen', async () => {
    const lab = await openLab()
    const store = openScenarioStore(lab.folder)
    await store.write('a', SCENARIO, false)
    expect((await store.list())[0]!.title).toBe('First')
    writeFileSync(join(lab.folder, 'a.yaml'), titled('By hand'))
    expect((await store.list())[0]!.title).toBe('By hand')
  })
})
