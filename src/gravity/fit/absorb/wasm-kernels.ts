/** The kernels as WebAssembly, two lanes an instruction; the plain forms step in where there is none for a case. */
import { type ArrayMemory, arrayMemory } from '../../../numeric/array-memory.js'
import { exp } from '../../../numeric/elementary.js'
import { type Kernel, kernelInstance } from '../../../numeric/kernel-instance.js'
import { KERNEL_BYTES } from './kernel-bytes.js'
import type { AbsorbKernels, GroupedRows } from './kernels.js'
import { PLAIN_KERNELS } from './plain-kernels.js'

/** Memory with the kernels that work on it. */
export interface KernelMemory {
  readonly kernels: AbsorbKernels
  readonly memory: ArrayMemory
}

/**
 * Memory of at least so many bytes. Where the engine has no WebAssembly with vectors (or a page's policy forbids it),
 * or more than 4 GB are wanted, the kernels are the plain ones: slower, the same bits.
 */
export function kernelMemory(bytes: number): KernelMemory {
  const instance = kernelInstance(KERNEL_BYTES, bytes)
  return instance === undefined
    ? { kernels: PLAIN_KERNELS, memory: arrayMemory(new ArrayBuffer(bytes)) }
    : { kernels: wasmKernels(instance.exports), memory: arrayMemory(instance.buffer) }
}

function wasmKernels(exports: Readonly<Record<string, Kernel>>): AbsorbKernels {
  const find = (name: string, width: number, { others }: GroupedRows) =>
    exports[`${name}${width}x${others.length}`]
  const addresses = ({ starts, others, weights, inverseTotals }: GroupedRows) => [
    starts.length - 1,
    starts.byteOffset,
    ...others.map(ids => ids.byteOffset),
    weights.byteOffset,
    inverseTotals.byteOffset,
  ]
  return {
    apply(rows, width, vector, out) {
      const kernel = find('apply', width, rows)
      if (kernel === undefined) return PLAIN_KERNELS.apply(rows, width, vector, out)
      out.fill(0)
      kernel(...addresses(rows), vector.byteOffset, out.byteOffset)
    },
    gradient(rows, width, columns, out) {
      const kernel = find('gradient', width, rows)
      if (kernel === undefined) return PLAIN_KERNELS.gradient(rows, width, columns, out)
      out.fill(0)
      kernel(...addresses(rows), columns.byteOffset, out.byteOffset)
    },
    residualise(rows, width, columns, vector, keep, sign) {
      const kernel = find('residualise', width, rows)
      if (kernel === undefined) return PLAIN_KERNELS.residualise(rows, width, columns, vector, keep, sign)
      kernel(...addresses(rows), columns.byteOffset, vector.byteOffset, keep.byteOffset, sign.byteOffset)
    },
    gram({ size, weights }, left, leftWidth, right, rightWidth, out) {
      out.fill(0)
      exports.gram!(
        size,
        weights.byteOffset,
        left.byteOffset,
        8 * leftWidth,
        right.byteOffset,
        8 * rightWidth,
        out.byteOffset,
      )
    },
    combine({ size }, width, columns, coefficients, out) {
      exports.combine!(size, columns.byteOffset, 8 * width, coefficients.byteOffset, out.byteOffset)
    },
    exponentials(values, out) {
      // the kernel stops at a pair that is out of its range; that pair is done plainly, and on it goes
      for (let row = 0; row < values.length; ) {
        const pairs = Math.floor((values.length - row) / 2)
        row += 2 * exports.exponentials!(pairs, values.byteOffset + 8 * row, out.byteOffset + 8 * row)
        for (const end = Math.min(row + 2, values.length); row < end; row++) out[row] = exp(values[row]!)
      }
    },
  }
}
