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

/** Whole cache lines: no two arrays share one. */
function aligned(bytes: number): number {
  return Math.ceil(bytes / 64) * 64
}
