/** A lab in this process: a small page, a model whose runs a test ends, a folder of its own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import { parseScenario, type RunProgress } from '../../src/index.js'
import { type LabOptions, type LabServer, startLab } from '../../src/server/index.js'
import type { FinishedRun, Model } from '../../src/server/model.js'
import { smallDataset } from '../worlds.js'

export const SCENARIO = 'keruen: 1\nname: one\ntitle: First\nmeasures: []\ndraws: 10\n'

/** A run that was started and that the test ends. */
export interface StartedRun {
  readonly language: string
  readonly text: string
  readonly tell: (progress: RunProgress) => void
  readonly finish: () => void
  readonly fail: (error: Error) => void
  isStopped: boolean
}

export interface TestLab extends LabServer {
  /** Folder of the saved scenarios. */
  readonly folder: string
  readonly started: StartedRun[]
  /** What was logged. */
  readonly lines: string[]
}

const open: { lab: LabServer; home: string }[] = []

afterEach(async () => {
  for (const { lab, home } of open.splice(0)) {
    await lab.close()
    rmSync(home, { recursive: true, force: true })
  }
})

export const FILES: Readonly<Record<string, string>> = {
  'index.html': '<!doctype html><title>The lab</title>',
  'main.js': `console.log("${'a page '.repeat(400)}")`,
  'styles.css': 'body { margin: 0 }',
  'chunks/view-ABCD1234.js': 'export {}',
  'fonts/sans-latin-QQ00AB12.woff2': 'woff2',
  'data/dataset.bin': 'packed',
}

export async function openLab(options: Partial<LabOptions> = {}): Promise<TestLab> {
  const home = mkdtempSync(join(tmpdir(), 'keruen-lab-'))
  const site = join(home, 'site')
  for (const [path, content] of Object.entries(FILES)) {
    mkdirSync(join(site, path, '..'), { recursive: true })
    writeFileSync(join(site, path), content)
  }
  const folder = join(home, 'saved')
  const started: StartedRun[] = []
  const lines: string[] = []
  const lab = await startLab({
    site,
    scenarios: folder,
    host: '127.0.0.1',
    ports: [0],
    model: testModel(started),
    log: line => lines.push(line),
    ...options,
  })
  open.push({ lab, home })
  return { ...lab, folder, started, lines }
}

export const FINISHED: FinishedRun = {
  hash: 'abc',
  bloc: { id: 'sco' },
  files: new Map(
    ['report.html', 'countries.csv', 'result.json'].map(name => [name, new TextEncoder().encode(name)]),
  ),
}

/** Reads scenarios at once; its runs end when the test says so. */
export function testModel(started: StartedRun[] = []): Model {
  const dataset = smallDataset()
  return {
    check: async (text, file) => {
      const { name, title, draws } = parseScenario(text, { file, dataset })
      return { name, title, draws }
    },
    run({ text, language }, tell) {
      const { promise, resolve, reject } = withResolvers<FinishedRun>()
      const run: StartedRun = {
        text,
        language,
        tell,
        finish: () => resolve(FINISHED),
        fail: reject,
        isStopped: false,
      }
      started.push(run)
      return {
        done: promise,
        stop: () => {
          run.isStopped = true
          reject(new Error('stopped'))
        },
      }
    },
    close: () => {},
  }
}

function withResolvers<T>() {
  let resolve!: (value: T) => void
  let reject!: (error: Error) => void
  const promise = new Promise<T>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly bytes: Buffer
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: what a test expects of it, it says
  readonly json: any
}

export interface Ask {
  readonly method?: string
  readonly headers?: OutgoingHttpHeaders
  readonly body?: string | Buffer
}

/** One request on a connection of its own, its target as it is written. */
export function ask({ port }: { port: number }, path: string, options: Ask = {}): Promise<Answer> {
  const { method = 'GET', headers = {}, body } = options
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, response => {
      const chunks: Buffer[] = []
      response.on('data', chunk => chunks.push(chunk)).on('error', reject)
      response.on('end', () => {
        const bytes = Buffer.concat(chunks)
        const text = bytes.toString()
        const isJson = response.headers['content-type']?.startsWith('application/json') && text !== ''
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          bytes,
          text,
          json: isJson ? parsed(text) : undefined,
        })
      })
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A scenario sent as the page sends it. */
export function send(
  lab: { port: number },
  method: string,
  path: string,
  body: string | Buffer,
): Promise<Answer> {
  return ask(lab, path, { method, body, headers: { 'Content-Type': 'application/yaml' } })
}

/** Sends bytes as they are and gives all that comes back until the connection ends. */
export function sendRaw(port: number, bytes: string | Buffer, end = true): Promise<string> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    socket.setEncoding('latin1')
    socket.on('data', text => {
      answer += text
    })
    socket.on('error', () => {}).on('close', () => resolve(answer))
    socket.write(bytes)
    if (end) socket.end()
  })
}
