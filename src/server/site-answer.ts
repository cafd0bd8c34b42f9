import { createHash } from 'node:crypto'
import type { LabContext } from './answers.js'
import { type Asset, codingOf, packedBytes } from './site.js'

/** A year: what a hash names never changes. */
const FOREVER = 'public, max-age=31536000, immutable'

/** A file of the page, packed where the reader takes it, or 304 where the reader has it. */
export async function answerAsset(c: LabContext, asset: Asset): Promise<Response> {
  const coding = codingOf(asset, c.req.header('accept-encoding') ?? '')
  const headers: Record<string, string> = {
    ETag: `"${asset.hash}${coding === undefined ? '' : `-${coding}`}"`,
    'Cache-Control': asset.isImmutable ? FOREVER : 'no-cache',
    // by this name the page knows that it has more than a host of static files
    'Server-Timing': 'keruen-lab',
    ...(asset.isText ? { Vary: 'Accept-Encoding' } : {}),
  }
  if (isKnown(c, headers.ETag!)) return c.body(null, 304, headers)
  const bytes = coding === undefined ? asset.bytes : await packedBytes(asset, coding)
  return c.body(bytes, 200, {
    ...headers,
    'Content-Type': asset.type,
    'Content-Length': String(bytes.length),
    ...(coding === undefined ? {} : { 'Content-Encoding': coding }),
  })
}

/** Whether the reader says that it has what the tag stands for. */
export function isKnown(c: LabContext, tag: string): boolean {
  const known = c.req.header('if-none-match')?.split(',') ?? []
  return known.some(each => ['*', tag].includes(each.trim().replace(/^W\//, '')))
}

export function tagOf(text: string): string {
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
}
