/** The server of the lab: the page as it was built, and what a page alone cannot do. */
import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import { KeruenError } from '../errors.js'
import { isApi } from './answers.js'
import { createApp } from './app.js'
import { answerOf, type Log } from './faults.js'
import { type HostRule, hostRule, inUrl, judgeHead, SECURITY_HEADERS } from './gate.js'
import { LIMITS, TIMEOUTS, type Timeouts } from './limits.js'
import type { Model } from './model.js'
import { openRunQueue, type RunLimits } from './run-queue.js'
import { openScenarioStore } from './scenario-store.js'
import { readSite } from './site.js'

export { isLoopback } from './gate.js'
export { startModel } from './model-threads.js'

export interface LabOptions {
  /** Folder of the built page. */
  readonly site: string
  /** Folder of the saved scenarios. */
  readonly scenarios: string
  readonly host: string
  /** The port; of several the first that is free. 0 is any. */
  readonly ports: readonly number[]
  readonly model: Model
  /** One line for each fault of the program itself. */
  readonly log: Log
  readonly timeouts?: Partial<Timeouts>
  readonly runLimits?: RunLimits
}

export interface LabServer {
  /** Where a browser finds it. */
  readonly url: string
  readonly port: number
  /** Ends open connections, runs and threads. */
  close(): Promise<void>
}

/**
 * @throws KeruenError `lab.not-built` (failure); `lab.port-taken`, `lab.no-permission`, `lab.no-such-host` (usage).
 */
export async function startLab(options: LabOptions): Promise<LabServer> {
  const { host, model, log } = options
  const site = await readSite(options.site)
  const queue = openRunQueue(model, log, options.runLimits)
  const app = createApp({ site, store: openScenarioStore(options.scenarios), queue, model, log })
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  let isOwnHost: HostRule = () => false
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
    request.on('error', () => {}) // a connection that broke; whoever reads the body is told
    try {
      judgeHead(request, isOwnHost)
    } catch (error) {
      refuse(request, response, error, log)
      return
    }
    if (request.headers.expect !== undefined) response.writeContinue()
    void listener(request, response)
  }
  const server = createBoundedServer({ ...TIMEOUTS, ...options.timeouts })
  server.on('request', answer).on('checkContinue', answer)
  const port = await listen(server, host, options.ports)
  isOwnHost = hostRule(host, port)
  return {
    url: `http://${inUrl(host)}:${port}/`,
    port,
    close: () =>
      new Promise(resolve => {
        queue.close()
        model.close()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function createBoundedServer(timeouts: Timeouts): Server {
  const server = createServer({
    maxHeaderSize: LIMITS.headerBytes,
    headersTimeout: timeouts.headers,
    requestTimeout: timeouts.request,
    keepAliveTimeout: timeouts.idle,
    connectionsCheckingInterval: Math.min(1000, timeouts.headers),
    // The gate says what is missing.
    requireHostHeader: false,
  })
  server.maxHeadersCount = LIMITS.headers
  server.maxConnections = LIMITS.connections
  server.timeout = timeouts.silence
  server.on('clientError', answerUnreadable)
  // No protocol but this one is spoken.
  server.on('connect', (_request, socket: Duplex) => socket.destroy())
  server.on('upgrade', (_request, socket: Duplex) => socket.destroy())
  return server
}

const UNREADABLE: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

/** What is not HTTP, or not in time, gets a status line and no more. */
function answerUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable || (socket as Socket).bytesWritten > 0) {
    socket.destroy()
    return
  }
  const status = UNREADABLE[error.code ?? ''] ?? 400
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
    () => socket.destroy(),
  )
}

function refuse(request: IncomingMessage, response: ServerResponse, error: unknown, log: Log): void {
  const { status, headers, body } = answerOf(error, log)
  const api = isApi(request.url?.replace(/\?.*/, '') ?? '')
  const text = api ? `${JSON.stringify(body)}\n` : `${status} ${body.issues[0]?.code ?? ''}\n`
  response.writeHead(status, {
    ...headers,
    'Content-Type': api ? 'application/json; charset=utf-8' : 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
  })
  response.end(request.method === 'HEAD' ? undefined : text)
}

async function listen(server: Server, host: string, ports: readonly number[]): Promise<number> {
  for (const [k, port] of ports.entries()) {
    try {
      return await listenOn(server, host, port)
    } catch (error) {
      const isLast = k === ports.length - 1
      if (isLast || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE')
        throw listenFault(error, host, port)
    }
  }
  throw new Error('no port to listen on was given')
}

function listenOn(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

function listenFault(error: unknown, host: string, port: number): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new KeruenError('usage', {
        code: 'lab.port-taken',
        expected: 'a port that is free',
        found: `${port}, where something listens already`,
        mend: 'Choose another with --port, or leave it out: then the next free one is taken',
      })
    case 'EACCES':
      return new KeruenError('usage', {
        code: 'lab.no-permission',
        expected: 'a port that you may listen on',
        found: String(port),
        mend: 'Choose one above 1023 with --port',
      })
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return new KeruenError('usage', {
        code: 'lab.no-such-host',
        expected: 'an address or a name of this machine',
        found: host,
        mend: 'Leave --host out for this machine alone, or write 0.0.0.0 for all its addresses',
      })
    default:
      return error
  }
}
