import { request } from 'node:http'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { hostRule, isLoopback } from '../../src/server/gate.js'
import { LIMITS } from '../../src/server/limits.js'
import { ask, openLab, SCENARIO, send, sendRaw } from './lab.js'

const YAML = { 'Content-Type': 'application/yaml' }

describe('the host', () => {
  test('on the loopback address: its names at its port, and nothing else', () => {
    const isOwn = hostRule('127.0.0.1', 4173)
    for (const host of ['127.0.0.1:4173', 'localhost:4173', 'LOCALHOST:4173', '[::1]:4173'])
      expect([host, isOwn(host)]).toEqual([host, true])
    for (const host of [
      '',
      'localhost',
      '127.0.0.1',
      'localhost:4174',
      'localhost:04173x',
      'other.example:4173',
      'localhost.other.example:4173',
      '127.0.0.1.other.example:4173',
      '192.168.1.5:4173',
      'user@localhost:4173',
      'localhost:4173/',
      'localhost:4173, other.example',
      '[::1:4173',
    ]) {
      expect([host, isOwn(host)]).toEqual([host, false])
    }
  })

  test('on port 80 a browser leaves the port out', () => {
    expect(hostRule('127.0.0.1', 80)('localhost')).toBe(true)
  })

  test('elsewhere: what the person named; on every address: any address, but no name', () => {
    expect(hostRule('192.168.1.5', 4173)('192.168.1.5:4173')).toBe(true)
    expect(hostRule('192.168.1.5', 4173)('192.168.1.6:4173')).toBe(false)
    expect(hostRule('desk.local', 4173)('Desk.local:4173')).toBe(true)
    expect(hostRule('fe80::1', 4173)('[fe80::1]:4173')).toBe(true)
    expect(hostRule('0.0.0.0', 4173)('192.168.1.6:4173')).toBe(true)
    expect(hostRule('::', 4173)('[fd00::2]:4173')).toBe(true)
    expect(hostRule('0.0.0.0', 4173)('other.example:4173')).toBe(false)
  })

  test('which addresses are of this machine alone', () => {
    expect(['localhost', '127.0.0.1', '127.1.2.3', '::1'].map(isLoopback)).toEqual([true, true, true, true])
    expect(['0.0.0.0', '::', '127.example.org', '10.0.0.1'].map(isLoopback)).toEqual([
      false,
      false,
      false,
      false,
    ])
  })

  test.each(['/', '/main.js', '/api/status'])('a request for another host gets nothing of %s', async path => {
    const lab = await openLab()
    for (const host of ['other.example', `other.example:${lab.port}`, '127.0.0.1', ' ']) {
      expect((await ask(lab, path, { headers: { Host: host } })).status).toBe(421)
    }
    expect((await ask(lab, path, { headers: { Host: `localhost:${lab.port}` } })).status).toBe(200)
  })

  test('none, or two', async () => {
    const { port } = await openLab()
    const own = `Host: 127.0.0.1:${port}\r\n`
    expect(await sendRaw(port, 'GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 421 /)
    expect(await sendRaw(port, 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 421 /)
    expect(await sendRaw(port, `GET / HTTP/1.1\r\n${own}Host: other.example\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 4/,
    )
  })
})

describe('a page of another site', () => {
  const other: Record<string, string>[] = [
    { Origin: 'http://other.example' },
    { Origin: 'null' },
    { Origin: 'http://127.0.0.1:1' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { 'Sec-Fetch-Site': 'none' },
    { 'Sec-Fetch-Site': 'none, same-origin' },
  ]

  test.each(other)('%o: saves nothing, runs nothing, removes nothing', async headers => {
    const lab = await openLab()
    await send(lab, 'PUT', '/api/scenarios/kept', SCENARIO)
    const all = { ...headers, ...YAML }
    const asked = [
      ask(lab, '/api/scenarios/mine', { method: 'PUT', headers: all, body: SCENARIO }),
      ask(lab, '/api/runs', { method: 'POST', headers: all, body: SCENARIO }),
      ask(lab, '/api/scenarios/kept', { method: 'DELETE', headers }),
    ]
    for (const { status } of await Promise.all(asked)) expect(status).toBe(403)
    const { json } = await ask(lab, '/api/scenarios')
    expect(json.scenarios.map(({ id }: { id: string }) => id)).toEqual(['kept'])
    expect(lab.started).toEqual([])
  })

  test('reads nothing of /api, by whatever path', async () => {
    const lab = await openLab()
    for (const path of ['/api/scenarios', '/api', '/api/runs?x']) {
      for (const headers of [{ Origin: 'http://other.example' }, { 'Sec-Fetch-Site': 'cross-site' }])
        expect((await ask(lab, path, { headers })).status).toBe(403)
    }
  })

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    '',
    'text/yaml',
  ])('a request that needs no leave (%s) is refused', async type => {
    const lab = await openLab()
    const options = { method: 'POST', headers: { 'Content-Type': type }, body: SCENARIO }
    const { status, json } = await ask(lab, '/api/runs', options)
    expect([status, json.issues[0].code]).toEqual([415, 'lab.wrong-type'])
    expect(lab.started).toEqual([])
  })

  test('the lab’s own page, a link typed in, and a program without a site are let in', async () => {
    const lab = await openLab()
    const own = { Origin: `http://127.0.0.1:${lab.port}`, 'Sec-Fetch-Site': 'same-origin' }
    const saved = await ask(lab, '/api/scenarios/a', {
      method: 'PUT',
      headers: { ...own, 'Content-Type': 'application/yaml; charset=UTF-8' },
      body: SCENARIO,
    })
    expect(saved.status).toBe(201)
    expect((await ask(lab, '/api/scenarios', { headers: { 'Sec-Fetch-Site': 'none' } })).status).toBe(200)
    expect((await ask(lab, '/api/scenarios')).status).toBe(200)
    expect((await ask(lab, '/', { headers: { 'Sec-Fetch-Site': 'cross-site' } })).status).toBe(200)
  })
})

describe('a body', () => {
  const tooLarge = Buffer.alloc(LIMITS.scenarioBytes + 1, '#')

  test('of as many bytes as may be is read', async () => {
    const lab = await openLab()
    const text = SCENARIO + '#'.repeat(LIMITS.scenarioBytes - SCENARIO.length)
    expect((await send(lab, 'PUT', '/api/scenarios/long', text)).status).toBe(201)
    expect((await ask(lab, '/api/scenarios/long')).text).toBe(text)
  })

  test('of one more is refused, before it is sent where its length is told', async () => {
    const lab = await openLab()
    expect((await send(lab, 'POST', '/api/runs', tooLarge)).status).toBe(413)
    const head = `POST /api/runs HTTP/1.1\r\nHost: 127.0.0.1:${lab.port}\r\nContent-Type: application/yaml\r\n`
    const promised = `${head}Expect: 100-continue\r\nContent-Length: 99999999\r\n\r\n`
    expect(await sendRaw(lab.port, promised)).toMatch(/^HTTP\/1\.1 413 /)
  })

  test('without a length is refused as soon as it is too large, though it has no end', async () => {
    const { port } = await openLab()
    const status = await new Promise<number>((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, path: '/api/runs', method: 'POST', headers: YAML })
      const feed = setInterval(() => asked.write(Buffer.alloc(64 * 1024, '#')), 1)
      asked.on('response', response => {
        clearInterval(feed)
        resolve(response.statusCode!)
        asked.destroy()
      })
      asked.on('error', error => {
        clearInterval(feed)
        reject(error)
      })
    })
    expect(status).toBe(413)
  })

  test('whose sender waits for leave gets it', async () => {
    const lab = await openLab()
    const answer = await sendRaw(
      lab.port,
      `PUT /api/scenarios/a HTTP/1.1\r\nHost: localhost:${lab.port}\r\nContent-Type: application/yaml\r\nExpect: 100-continue\r\nConnection: close\r\nContent-Length: ${SCENARIO.length}\r\n\r\n${SCENARIO}`,
      false,
    )
    expect(answer).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 201 Created/)
  })

  test('that is packed is not unpacked', async () => {
    const lab = await openLab()
    for (const coding of ['gzip', 'br', 'deflate', 'x']) {
      const headers = { ...YAML, 'Content-Encoding': coding }
      const options = { method: 'POST', headers, body: gzipSync(SCENARIO) }
      expect((await ask(lab, '/api/runs', options)).status).toBe(415)
    }
  })

  test('where none belongs', async () => {
    const lab = await openLab()
    for (const method of ['GET', 'DELETE', 'OPTIONS'])
      expect(
        (await ask(lab, '/api/scenarios/a', { method, headers: { 'Content-Length': 1 }, body: 'x' })).status,
      ).toBe(400)
  })

  test('that is no UTF-8', async () => {
    const { status, json } = await send(await openLab(), 'POST', '/api/runs', Buffer.from([0xff, 0xfe]))
    expect([status, json.issues[0].code]).toEqual([422, 'files.not-utf8'])
  })

  test('that is cut off leaves nothing behind', async () => {
    const lab = await openLab()
    await sendRaw(
      lab.port,
      `PUT /api/scenarios/a HTTP/1.1\r\nHost: localhost:${lab.port}\r\nContent-Type: application/yaml\r\nContent-Length: 900\r\n\r\n${SCENARIO}`,
    )
    expect((await ask(lab, '/api/scenarios')).json.scenarios).toEqual([])
    expect(lab.lines).toEqual([])
  })
})

describe('the head', () => {
  test('longer than it may be, or of more headers', async () => {
    const lab = await openLab()
    expect((await ask(lab, `/${'a'.repeat(LIMITS.targetLength)}`)).status).toBe(414)
    const many = Object.fromEntries(Array.from({ length: LIMITS.headers }, (_, k) => [`X-${k}`, '1']))
    expect((await ask(lab, '/', { headers: many })).status).toBe(431)
    expect((await ask(lab, '/', { headers: { 'X-Long': 'a'.repeat(LIMITS.headerBytes) } })).status).toBe(431)
  })

  test('an Origin behind more headers than are read does not pass unseen', async () => {
    const lab = await openLab()
    const many = Object.fromEntries(Array.from({ length: 2 * LIMITS.headers }, (_, k) => [`X-${k}`, '1']))
    const headers = { ...many, ...YAML, Origin: 'http://other.example' }
    const { status } = await ask(lab, '/api/runs', { method: 'POST', headers, body: SCENARIO })
    expect(status).toBe(431)
    expect(lab.started).toEqual([])
  })

  test.each(['http://127.0.0.1/', '*', 'main.js', '/\\..\\x', '/a b', '/\u0001'])(
    'a target that is no path (%j)',
    async target => {
      const { port } = await openLab()
      const answer = await sendRaw(
        port,
        `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`,
      )
      expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    },
  )

  test('TRACE, CONNECT and other protocols', async () => {
    const { port } = await openLab()
    const host = `Host: 127.0.0.1:${port}\r\n`
    expect(await sendRaw(port, `TRACE / HTTP/1.1\r\n${host}Connection: close\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 501 /,
    )
    expect(await sendRaw(port, `CONNECT other.example:443 HTTP/1.1\r\n${host}\r\n`)).toBe('')
    expect(
      await sendRaw(port, `GET / HTTP/1.1\r\n${host}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`),
    ).toBe('')
    expect(await sendRaw(port, '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03')).toMatch(/^HTTP\/1\.1 400 |^$/)
  })

  test('one that never ends is not waited for', async () => {
    const { port } = await openLab({ timeouts: { headers: 200, request: 400 } })
    expect(await sendRaw(port, 'GET / HTTP/1.1\r\nHost: ', false)).toMatch(/^HTTP\/1\.1 408 /)
    const body = `POST /api/runs HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/yaml\r\nContent-Length: 9\r\n\r\nk`
    expect(await sendRaw(port, body, false)).toMatch(/^HTTP\/1\.1 4|^$/)
  })

  test('a connection on which nothing comes is ended', async () => {
    const { port } = await openLab({ timeouts: { silence: 200 } })
    expect(await sendRaw(port, '', false)).toBe('')
  })
})
