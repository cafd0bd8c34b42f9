/**
 * Plain records with typed arrays as JSON text and back, for engines that share nothing else: the build writes, the page
 * reads.
 */

const ARRAYS = {
  Float64Array,
  Uint8Array,
  Uint16Array,
  Int16Array,
  Uint32Array,
  Int32Array,
} as const
type ArrayName = keyof typeof ARRAYS

/** A typed array in the text: its kind, and its little-endian bytes in base64. */
interface WrittenArray {
  readonly $array: ArrayName
  readonly bytes: string
}

/** JSON text; typed arrays by their bytes, so that every bit comes back. `undefined` and functions are left out. */
export function encodeRecord(record: unknown): string {
  return JSON.stringify(record, (_, value: unknown) => (ArrayBuffer.isView(value) ? written(value) : value))
}

/** What `encodeRecord` was given. */
export function decodeRecord(text: string): unknown {
  return JSON.parse(text, (_, value: unknown) => (isWritten(value) ? read(value) : value))
}

function written(array: ArrayBufferView): WrittenArray {
  const name = array.constructor.name
  if (!(name in ARRAYS)) throw new Error(`${name} cannot be written`)
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return { $array: name as ArrayName, bytes: btoa(text) }
}

function isWritten(value: unknown): value is WrittenArray {
  return typeof value === 'object' && value !== null && '$array' in value
}

function read({ $array, bytes }: WrittenArray): unknown {
  const binary = atob(bytes)
  const copy = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at++) copy[at] = binary.charCodeAt(at)
  return new ARRAYS[$array](copy.buffer)
}
