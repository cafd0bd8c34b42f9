import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { SECURITY_HEADERS } from '../../src/server/gate.js'
import { readSite } from '../../src/server/site.js'
import { ask, FILES, openLab } from './lab.js'

describe('the page', () => {
  test('every file under its path, and the page itself at the root', async () => {
    const lab = await openLab()
    for (const [path, content] of Object.entries({ '': FILES['index.html']!, ...FILES })) {
      const { status, text, headers } = await ask(lab, `/${path}`)
      expect([path, status, text]).toEqual([path, 200, content])
      expect(headers['content-length']).toBe(String(content.length))
      expect(headers['content-encoding']).toBeUndefined()
    }
  })

  test('types', async () => {
    const lab = await openLab()
    const type = async (path: string) => (await ask(lab, path)).headers['content-type']
    expect(await type('/')).toBe('text/html; charset=utf-8')
    expect(await type('/main.js')).toBe('text/javascript; charset=utf-8')
    expect(await type('/styles.css')).toBe('text/css; charset=utf-8')
    expect(await type('/fonts/sans-latin-QQ00AB12.woff2')).toBe('font/woff2')
    expect(await type('/data/dataset.bin')).toBe('application/octet-stream')
  })

  test('texts come packed to whoever takes them so, data as they are', async () => {
    const lab = await openLab()
    const packed = async (path: string, accepted: string) => {
      const { headers, bytes } = await ask(lab, path, { headers: { 'Accept-Encoding': accepted } })
      return { coding: headers['content-encoding'], bytes, vary: headers.vary }
    }
    const br = await packed('/main.js', 'gzip, deflate, br')
    expect(br).toMatchObject({ coding: 'br', vary: 'Accept-Encoding' })
    expect(brotliDecompressSync(br.bytes).toString()).toBe(FILES['main.js'])
    const gzip = await packed('/main.js', 'gzip;q=0.5, br;q=0')
    expect(gzip.coding).toBe('gzip')
    expect(gunzipSync(gzip.bytes).toString()).toBe(FILES['main.js'])
    expect((await packed('/main.js', 'identity')).coding).toBeUndefined()
    expect((await packed('/data/dataset.bin', 'br')).coding).toBeUndefined()
  })

  test('a reader that has it is told so, in each coding by a tag of its own', async () => {
    const lab = await openLab()
    const tags = new Set<string>()
    for (const accepted of ['br', 'gzip', 'identity']) {
      const headers = { 'Accept-Encoding': accepted }
      const tag = (await ask(lab, '/main.js', { headers })).headers.etag!
      tags.add(tag)
      const again = await ask(lab, '/main.js', { headers: { ...headers, 'If-None-Match': `"x", W/${tag}` } })
      expect(again).toMatchObject({ status: 304, text: '' })
      expect(again.headers.etag).toBe(tag)
      expect((await ask(lab, '/main.js', { headers: { ...headers, 'If-None-Match': '"x"' } })).status).toBe(
        200,
      )
    }
    expect(tags.size).toBe(3)
  })

  test('only what has a hash in its name is kept for good', async () => {
    const lab = await openLab()
    for (const path of Object.keys(FILES)) {
      const kept = (await ask(lab, `/${path}`)).headers['cache-control']
      expect([path, kept]).toEqual([
        path,
        /^(chunks|fonts)/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      ])
    }
  })

  test('HEAD: what GET says, without the body', async () => {
    const lab = await openLab()
    for (const path of ['/', '/main.js', '/api/status', '/nothing']) {
      const { date: _, ...get } = (await ask(lab, path)).headers
      const head = await ask(lab, path, { method: 'HEAD' })
      expect(head.text).toBe('')
      expect(head.headers).toMatchObject(get)
    }
  })
})

describe('anything else', () => {
  test.each([
    '/nothing',
    '/main.js/',
    '//main.js',
    '/data',
    '/data/',
    '/../package.json',
    '/..%2f..%2fetc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/main.js%00',
    '/%',
    '/%ff%fe',
    '/__proto__',
    '/constructor',
    '/C:/Windows/win.ini',
    '/apis',
  ])('%s is nowhere: a tiny plain page that repeats nothing', async path => {
    const { status, headers, text } = await ask(await openLab(), path)
    expect(status).toBe(404)
    expect(headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(text).toBe('404 lab.unknown-path\n')
  })

  test.each(['/api', '/api/', '/api/nothing', '/api/../api/x', '/api/status/more', '/api/__proto__'])(
    '%s is nowhere, and says so in JSON',
    async path => {
      const { status, json } = await ask(await openLab(), path)
      expect(status).toBe(404)
      expect(json.issues[0].code).toBe('lab.unknown-path')
    },
  )

  test.each([
    ['POST', '/', 'GET, HEAD'],
    ['DELETE', '/main.js', 'GET, HEAD'],
    ['PATCH', '/api/status', 'GET, HEAD'],
    ['OPTIONS', '/api/runs', 'GET, HEAD, POST'],
    ['DELETE', '/api/runs', 'GET, HEAD, POST'],
    ['POST', '/api/scenarios/one', 'DELETE, GET, HEAD, PUT'],
    ['PROPFIND', '/api/scenarios', 'GET, HEAD'],
  ])('%s %s: the method is wrong, and which are right', async (method, path, allowed) => {
    const { status, headers } = await ask(await openLab(), path, { method })
    expect([status, headers.allow]).toEqual([405, allowed])
  })

  test('every answer, also a refusal, has the headers of safety and opens itself to no other site', async () => {
    const lab = await openLab()
    const answers = await Promise.all([
      ask(lab, '/'),
      ask(lab, '/nothing'),
      ask(lab, '/api/status', { headers: { Origin: 'http://other.example' } }),
      ask(lab, '/api/status', { headers: { Host: 'other.example' } }),
      ask(lab, '/', { method: 'OPTIONS' }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 404, 403, 421, 405])
    for (const { headers } of answers) {
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
        expect(headers[name.toLowerCase()]).toBe(value)
      }
      expect(Object.keys(headers).filter(name => name.startsWith('access-control'))).toEqual([])
      expect(headers).not.toHaveProperty('x-powered-by')
    }
  })
})

test('without a built page there is no lab, and how to make one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'keruen-site-'))
  await expect(readSite(folder)).rejects.toMatchObject({
    kind: 'failure',
    code: 'lab.not-built',
    issues: [{ mend: 'Run npm run build' }],
  })
  rmSync(folder, { recursive: true })
})
