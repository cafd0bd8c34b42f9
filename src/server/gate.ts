/**
 * Judges the head of a request before anything else reads it: whether it is for this server, whether a page of this server
 * sent it, and whether what follows can be read at all.
 *
 * A page of another site reaches a server on the same machine in three ways. It sends requests: then `Origin` or
 * `Sec-Fetch-Site` says so, and no answer allows it to read. It lets a name of its own point here (DNS rebinding): then `Host`
 * is that name. It frames a page: that the headers of every answer forbid.
 */
import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import { HttpFault } from './faults.js'
import { LIMITS } from './limits.js'

/** Sent with every answer. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/** Whether a Host header names this server. */
export type HostRule = (host: string) => boolean

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]']
const WILDCARDS = ['0.0.0.0', '::']

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

/**
 * @param host as the person gave it. Where it stands for every address of the machine, any address may be named: only a name
 *   can be made to point here by somebody else.
 */
export function hostRule(host: string, port: number): HostRule {
  const names = new Set([...LOOPBACK_NAMES, inUrl(host).toLowerCase()])
  const anyAddress = WILDCARDS.includes(host)
  return header => {
    const [, name = '', written] = /^([a-z0-9.-]+|\[[0-9a-f:.]+\])(?::(\d{1,5}))?$/i.exec(header) ?? []
    if (Number(written ?? 80) !== port) return false
    return names.has(name.toLowerCase()) || (anyAddress && isIP(name.replace(/^\[|\]$/g, '')) !== 0)
  }
}

/** A host as it stands in an address. */
export function inUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}

const WITH_BODY = ['POST', 'PUT']

/** @throws HttpFault for a request that must not go further. */
export function judgeHead(request: IncomingMessage, isOwnHost: HostRule): void {
  const { method = '', url = '', headers, rawHeaders } = request
  // Node leaves out what is beyond the limit, an Origin too.
  if (rawHeaders.length >= 2 * LIMITS.headers) {
    throw new HttpFault(431, {
      code: 'lab.too-many-headers',
      expected: `fewer than ${LIMITS.headers} headers`,
    })
  }
  if (url.length > LIMITS.targetLength) {
    throw new HttpFault(414, {
      code: 'lab.long-target',
      expected: `an address of at most ${LIMITS.targetLength} characters`,
    })
  }
  if (!/^\/[!-[\]-~]*$/.test(url)) {
    throw new HttpFault(400, {
      code: 'lab.bad-target',
      expected: 'a path that begins with /',
      found: 'another',
    })
  }
  const hosts = rawHeaders.filter((name, k) => k % 2 === 0 && name.toLowerCase() === 'host').length
  if (hosts !== 1 || headers.host === undefined || !isOwnHost(headers.host)) {
    throw new HttpFault(421, {
      code: 'lab.other-host',
      expected: 'the address that the lab printed',
      found: headers.host === undefined ? 'no host' : `the host ${headers.host}`,
    })
  }
  judgeSender(request, headers.host)
  // No Request of the fetch standard can hold it.
  if (method === 'TRACE') throw new HttpFault(501, { code: 'lab.unknown-method', found: method })
  judgeBody(request)
}

function judgeSender({ method, url = '', headers }: IncomingMessage, host: string): void {
  const isRead = method === 'GET' || method === 'HEAD'
  if (isRead && !/^\/api(?![^/?])/.test(url)) return // what anyone may open from anywhere
  const site = headers['sec-fetch-site']
  const isOwnSite = site === undefined || site === 'same-origin' || (isRead && site === 'none')
  const isOwnOrigin =
    headers.origin === undefined || headers.origin.toLowerCase() === `http://${host.toLowerCase()}`
  if (isOwnSite && isOwnOrigin) return
  throw new HttpFault(403, {
    code: 'lab.other-origin',
    expected: 'a request of the lab itself',
    found: isOwnOrigin ? `one that is ${site}` : `one of ${headers.origin}`,
  })
}

function judgeBody({ method = '', headers }: IncomingMessage): void {
  const length = Number(headers['content-length'] ?? 0)
  const hasBody = length > 0 || headers['transfer-encoding'] !== undefined
  if (hasBody && !WITH_BODY.includes(method)) {
    throw new HttpFault(400, { code: 'lab.unexpected-body', expected: `no body with ${method}` })
  }
  const coding = headers['content-encoding']
  if (coding !== undefined && coding !== 'identity') {
    throw new HttpFault(415, {
      code: 'lab.packed-body',
      expected: 'a body that is not packed',
      found: coding,
    })
  }
  if (length > LIMITS.scenarioBytes) throw bodyTooLarge()
}

export function bodyTooLarge(): HttpFault {
  return new HttpFault(413, {
    code: 'lab.too-large',
    expected: `a scenario of at most ${LIMITS.scenarioBytes / 1024} KB`,
    found: 'more',
  })
}
