/** One stretch of memory for the arrays of a computation, so that kernels can address them. */

export interface ArrayMemory {
  readonly buffer: ArrayBuffer
  /** Bytes that are not handed out. */
  free(): number
  /** Zeroed. */
  float64(length: number): Float64Array
  /** Zeroed. */
  int32(length: number): Int32Array
  /** Zeroed. */
  uint8(length: number): Uint8Array
}

/** Bytes that `float64`, `int32` and `uint8` take for arrays of these lengths. */
export function bytesNeeded(
  float64Lengths: readonly number[],
  int32Lengths: readonly number[],
  uint8Lengths: readonly number[] = [],
): number {
  return (
    float64Lengths.reduce((bytes, length) => bytes + aligned(8 * length), 0) +
    int32Lengths.reduce((bytes, length) => bytes + aligned(4 * length), 0) +
    uint8Lengths.reduce((bytes, length) => bytes + aligned(length), 0)
  )
}

/** Hands out arrays of a buffer from its beginning; the caller counted with `bytesNeeded`. */
export function arrayMemory(buffer: ArrayBuffer): ArrayMemory {
  let next = 0
  const take = (bytes: number) => {
    const start = next
    next += aligned(bytes)
    return start
  }
  return {
    buffer,
    free: () => buffer.byteLength - next,
    float64: length => new Float64Array(buffer, take(8 * length), length),
    int32: length => new Int32Array(buffer, take(4 * length), length),
    uint8: length => new Uint8Array(buffer, take(length), length),
  }
}

/** Where zeroed arrays are had. */
export type ArrayMaker = Pick<ArrayMemory, 'float64' | 'uint8'>

/** Each in memory of its own. */
export const ownArrays: ArrayMaker = {
  float64: length => new Float64Array(length),
  uint8: length => new Uint8Array(length),
}

/**
 * Memory that one computation after the other uses: pages that a system hands out anew cost more than zeroing those in hand.
 * `clear` takes back all arrays at once, and makes room for as many as were asked for since the last time.
 */
export function reusedArrays(): ArrayMaker & { clear(): void } {
  let memory = arrayMemory(new ArrayBuffer(0))
  let asked = 0
  const take = <Values extends Float64Array | Uint8Array>(
    bytes: number,
    kind: keyof ArrayMaker,
    length: number,
  ): Values => {
    asked += aligned(bytes)
    const isRoom = aligned(bytes) <= memory.free()
    return (isRoom ? memory[kind](length).fill(0) : ownArrays[kind](length)) as Values
  }
  return {
    float64: length => take(8 * length, 'float64', length),
    uint8: length => take(length, 'uint8', length),
    clear: () => {
      const { buffer } = memory
      // A quarter more, since the next package seldom touches as much as the last.
      memory = arrayMemory(asked <= buffer.byteLength ? buffer : new ArrayBuffer(aligned(1.25 * asked)))
      asked = 0
    },
  }
}

/** Whole cache lines: no two arrays share one. */
function aligned(bytes: number): number {
  return Math.ceil(bytes / 64) * 64
}
