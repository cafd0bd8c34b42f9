/** A choice set as bytes and back: a short header in JSON, then the arrays, each at a multiple of eight. */
import { KeruenError } from '../../errors.js'
import type { ChoiceSet } from './choice-set.js'

const MAGIC = 'keruen choice set 2\n'
const LAYOUT = [
  ['pairOrigin', Uint16Array],
  ['pairDestination', Uint16Array],
  ['routeStart', Uint32Array],
  ['elementStart', Uint32Array],
  ['elements', Uint16Array],
  ['overlap', Float64Array],
  ['maritime', Uint8Array],
  ['modes', Uint8Array],
] as const

interface Header {
  readonly networkHash: string
  readonly gateways: readonly string[]
  readonly lengths: readonly number[]
}

const aligned = (bytes: number): number => Math.ceil(bytes / 8) * 8

/** Little-endian bytes; the arrays follow the header in the order of LAYOUT. */
export function encodeChoiceSet(choiceSet: ChoiceSet): Uint8Array {
  const header: Header = {
    networkHash: choiceSet.networkHash,
    gateways: choiceSet.gateways,
    lengths: LAYOUT.map(([name]) => choiceSet[name].length),
  }
  const text = new TextEncoder().encode(`${MAGIC}${JSON.stringify(header)}\n`)
  const sizes = LAYOUT.map(([name]) => aligned(choiceSet[name].byteLength))
  const bytes = new Uint8Array(aligned(text.length) + sizes.reduce((sum, size) => sum + size, 0))
  bytes.fill(0x20, 0, aligned(text.length))
  bytes.set(text)
  let at = aligned(text.length)
  LAYOUT.forEach(([name], k) => {
    const array = choiceSet[name]
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at)
    at += sizes[k]
  })
  return bytes
}

/**
 * Views on the bytes (no copy where they are aligned).
 *
 * @throws KeruenError `network.not-a-choice-set` where the bytes are something else or cut short.
 */
export function decodeChoiceSet(bytes: Uint8Array): ChoiceSet {
  const source = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice()
  const header = readHeader(source)
  const arrays: Record<string, unknown> = {}
  let at = aligned(headerLength(source))
  LAYOUT.forEach(([name, Type], k) => {
    const length = header.lengths[k]
    const size = length * Type.BYTES_PER_ELEMENT
    if (at + size > source.byteLength) throw notAChoiceSet('a file that ends too early')
    arrays[name] = new Type(source.buffer as ArrayBuffer, source.byteOffset + at, length)
    at += aligned(size)
  })
  return {
    ...(arrays as unknown as Omit<ChoiceSet, 'gateways' | 'networkHash'>),
    gateways: header.gateways,
    networkHash: header.networkHash,
  }
}

function headerLength(bytes: Uint8Array): number {
  return bytes.indexOf(0x0a, MAGIC.length) + 1
}

function readHeader(bytes: Uint8Array): Header {
  const text = new TextDecoder().decode(bytes.slice(0, headerLength(bytes))) // a copy: shared memory is not decoded
  if (!text.startsWith(MAGIC)) throw notAChoiceSet('other bytes')
  return JSON.parse(text.slice(MAGIC.length)) as Header
}

function notAChoiceSet(found: string): KeruenError {
  return new KeruenError('failure', {
    code: 'network.not-a-choice-set',
    expected: 'a choice set written by this version',
    found,
    mend: 'delete the file; it is built again when it is missing',
  })
}
