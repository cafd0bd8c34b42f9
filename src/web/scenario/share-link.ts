/**
 * A scenario in the part of an address after #, which no server sees: `s=1.<check>.<payload>`. The payload is the scenario's
 * JSON, packed and in base64url; the check is the beginning of its SHA-256, so that a link that was cut on its way is known
 * as one and not taken for a smaller scenario.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { WrittenScenario } from './written.js'

const VERSION = 1
const PREFIX = 's='
const CHECK_DIGITS = 8

/** Bytes that a scenario may have once unpacked; the largest ready one has 8,000. */
export const MOST_BYTES = 1_000_000

/** Why a link has no scenario. */
export type LinkFault = 'cut' | 'newer' | 'too-large' | 'not-a-scenario'

export type OpenedLink = { readonly written: WrittenScenario } | { readonly fault: LinkFault }

/** What stands after the # of the scenario's address. */
export async function shareText(written: WrittenScenario): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(written))
  const packed = await through(bytes, new CompressionStream('deflate-raw'), Number.POSITIVE_INFINITY)
  return `${PREFIX}${VERSION}.${checkOf(packed!)}.${toBase64url(packed!)}`
}

/** Whether the text, with or without its #, is meant to be a shared scenario. */
export function isShareText(text: string): boolean {
  return bare(text).startsWith(PREFIX)
}

/** The scenario of a link, or what is wrong with it. The scenario is not yet checked against a dataset. */
export async function openShareText(text: string): Promise<OpenedLink> {
  const [version, check, payload, ...more] = bare(text).slice(PREFIX.length).split('.')
  if (!isShareText(text) || more.length > 0) return { fault: 'not-a-scenario' }
  if (/^\d+$/.test(version ?? '') && Number(version) > VERSION) return { fault: 'newer' }
  if (version !== String(VERSION) || payload === undefined) return { fault: 'cut' }
  const packed = fromBase64url(payload)
  if (packed === undefined || checkOf(packed) !== check) return { fault: 'cut' }
  const bytes = await through(packed, new DecompressionStream('deflate-raw'), MOST_BYTES).catch(
    () => 'cut' as const,
  )
  if (bytes === 'cut') return { fault: 'cut' }
  if (bytes === undefined) return { fault: 'too-large' }
  return readScenario(bytes)
}

function bare(text: string): string {
  return text.replace(/^#/, '')
}

function readScenario(bytes: Uint8Array): OpenedLink {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return { fault: 'not-a-scenario' }
    const { keruen } = value as { readonly keruen?: unknown }
    if (typeof keruen === 'number' && keruen > 1) return { fault: 'newer' }
    return keruen === 1 ? { written: value as WrittenScenario } : { fault: 'not-a-scenario' }
  } catch {
    return { fault: 'not-a-scenario' }
  }
}

/** Bytes sent through a stream; undefined where more than `most` come out, of which no more than that are read. */
async function through(
  bytes: Uint8Array,
  stream: CompressionStream | DecompressionStream,
  most: number,
): Promise<Uint8Array | undefined> {
  // A source of its own: making a Blob asks another process, and the page waits for it.
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      controller.enqueue(bytes as Uint8Array<ArrayBuffer>)
      controller.close()
    },
  })
  const reader = source.pipeThrough(stream).getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.length
    if (size > most) {
      await reader.cancel()
      return undefined
    }
    chunks.push(value)
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

function checkOf(packed: Uint8Array): string {
  return bytesToHex(sha256(packed)).slice(0, CHECK_DIGITS)
}

function toBase64url(bytes: Uint8Array): string {
  const text = Array.from(bytes, byte => String.fromCharCode(byte)).join('')
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

function fromBase64url(text: string): Uint8Array | undefined {
  if (!/^[\w-]*$/.test(text)) return undefined
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), char => char.charCodeAt(0))
  } catch {
    return undefined
  }
}
