/** The files of the page, read once: a request picks one of a list and no path is ever made of what it says. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { KeruenError } from '../errors.js'
import { readFolder } from '../platform/node/files.js'

export type Coding = 'br' | 'gzip'

export interface Asset {
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Hash of the bytes. */
  readonly hash: string
  /** The name holds a hash, so that what it names never changes. */
  readonly isImmutable: boolean
  readonly isText: boolean
  readonly packed: Map<Coding, Promise<Uint8Array<ArrayBuffer>>>
}

/** By path of the address, with its leading slash. */
export type Site = ReadonlyMap<string, Asset>

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.bin': 'application/octet-stream',
}

const TEXTS = ['.html', '.js', '.css', '.json', '.svg']

/**
 * @throws KeruenError `lab.not-built` (failure): the page, or its data, is not there.
 */
export async function readSite(folder: string): Promise<Site> {
  const missing = ['index.html', 'main.js', join('data', 'dataset.bin')].find(
    name => !existsSync(join(folder, name)),
  )
  if (missing !== undefined) {
    throw new KeruenError('failure', {
      code: 'lab.not-built',
      at: { file: join(folder, missing) },
      expected: 'the page of the lab, as it is built with the program',
      found: 'no such file',
      mend: 'Run npm run build',
    })
  }
  const files = await readFolder(folder)
  const site = new Map([...files].map(([path, bytes]) => [`/${path}`, asset(path, bytes)]))
  return site.set('/', site.get('/index.html')!)
}

function asset(path: string, bytes: Uint8Array): Asset {
  const extension = extname(path)
  return {
    type: TYPES[extension] ?? 'application/octet-stream',
    bytes: new Uint8Array(bytes),
    hash: createHash('sha256').update(bytes).digest('base64url').slice(0, 22),
    isImmutable: /^(chunks|fonts)\/.*-[0-9A-Z]{8}\.\w+$/.test(path),
    isText: TEXTS.includes(extension),
    packed: new Map(),
  }
}

/** The best coding that a reader takes, for what gains by it. */
export function codingOf(asset: Asset, accepted: string): Coding | undefined {
  if (!asset.isText) return undefined
  const taken = new Set(
    accepted
      .toLowerCase()
      .split(',')
      .map(part => part.trim().split(/\s*;\s*/))
      .filter(([, weight]) => weight === undefined || !/^q=0(\.0*)?$/.test(weight))
      .map(([name]) => name),
  )
  return (['br', 'gzip'] as const).find(coding => taken.has(coding))
}

/** Bytes in a coding, packed when they are first asked for. */
export function packedBytes(asset: Asset, coding: Coding): Promise<Uint8Array<ArrayBuffer>> {
  const known = asset.packed.get(coding)
  if (known !== undefined) return known
  const packed = (coding === 'br' ? brotli(asset.bytes) : zip(asset.bytes)).then(
    bytes => new Uint8Array(bytes),
  )
  asset.packed.set(coding, packed)
  return packed
}

function brotli(bytes: Uint8Array): Promise<Buffer> {
  return promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
}

function zip(bytes: Uint8Array): Promise<Buffer> {
  return promisify<Uint8Array, { level: number }, Buffer>(gzip)(bytes, { level: 9 })
}
