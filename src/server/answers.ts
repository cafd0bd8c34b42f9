/** Answers, each whole before it is sent. */
import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

export type LabEnv = { Bindings: HttpBindings }
export type LabContext = Context<LabEnv>

export function isApi(path: string): boolean {
  return path === '/api' || path.startsWith('/api/')
}

export function json(c: LabContext, status: number, body: unknown): Response {
  return whole(c, status, `${JSON.stringify(body)}\n`, 'application/json; charset=utf-8')
}

export function text(c: LabContext, status: number, body: string): Response {
  return whole(c, status, body, 'text/plain; charset=utf-8')
}

/** An answer that is not to be kept, unless a header says otherwise. */
export function whole(
  c: LabContext,
  status: number,
  body: string | Uint8Array<ArrayBuffer>,
  type: string,
): Response {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  return c.body(bytes, status as ContentfulStatusCode, {
    'Content-Type': type,
    'Content-Length': String(bytes.length),
    'Cache-Control': 'no-store',
  })
}
