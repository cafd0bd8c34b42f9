/** The kernels as plain loops, for any number of effects and where WebAssembly is not to be had. */
import { exp } from '../../../numeric/elementary.js'
import type { AbsorbKernels } from './kernels.js'

export const PLAIN_KERNELS: AbsorbKernels = {
  apply({ starts, others, weights, inverseTotals }, width, vector, out) {
    out.fill(0)
    const groups = starts.length - 1
    const mean = new Float64Array(width)
    const value = new Float64Array(width)
    for (let group = 0; group < groups; group++) {
      const from = starts[group]!
      const to = starts[group + 1]!
      mean.fill(0)
      for (let row = from; row < to; row++) {
        gather(others, row, vector, value)
        for (let k = 0; k < width; k++) mean[k]! += weights[row]! * value[k]!
      }
      for (let k = 0; k < width; k++) mean[k]! *= inverseTotals[group]!
      for (let row = from; row < to; row++) {
        gather(others, row, vector, value)
        for (let k = 0; k < width; k++) value[k] = weights[row]! * (value[k]! - mean[k]!)
        for (const ids of others) {
          const at = ids[row]! * width
          for (let k = 0; k < width; k++) out[at + k]! += value[k]!
        }
      }
    }
  },

  gradient({ starts, others, weights, inverseTotals }, width, columns, out) {
    out.fill(0)
    const groups = starts.length - 1
    const mean = new Float64Array(width)
    for (let group = 0; group < groups; group++) {
      const from = starts[group]!
      const to = starts[group + 1]!
      mean.fill(0)
      for (let row = from; row < to; row++)
        for (let k = 0; k < width; k++) mean[k]! += weights[row]! * columns[row * width + k]!
      for (let k = 0; k < width; k++) mean[k]! *= inverseTotals[group]!
      for (let row = from; row < to; row++) {
        for (const ids of others) {
          const at = ids[row]! * width
          for (let k = 0; k < width; k++)
            out[at + k]! += weights[row]! * (columns[row * width + k]! - mean[k]!)
        }
      }
    }
  },

  residualise({ starts, others, weights, inverseTotals }, width, columns, vector, keep, sign) {
    const groups = starts.length - 1
    const mean = new Float64Array(width)
    const value = new Float64Array(width)
    for (let group = 0; group < groups; group++) {
      const from = starts[group]!
      const to = starts[group + 1]!
      mean.fill(0)
      for (let row = from; row < to; row++) {
        gather(others, row, vector, value)
        for (let k = 0; k < width; k++) mean[k]! += weights[row]! * (columns[row * width + k]! - value[k]!)
      }
      for (let k = 0; k < width; k++) mean[k]! *= inverseTotals[group]!
      for (let row = from; row < to; row++) {
        gather(others, row, vector, value)
        for (let k = 0; k < width; k++) {
          const fitted = value[k]! + mean[k]!
          columns[row * width + k] = columns[row * width + k]! * keep[k]! - fitted * sign[k]!
        }
      }
    }
  },

  gram({ size, weights }, left, leftWidth, right, rightWidth, out) {
    out.fill(0)
    for (let row = 0; row < size; row++) {
      for (let k = 0; k < leftWidth; k++) {
        const weighted = weights[row]! * left[row * leftWidth + k]!
        for (let l = 0; l < rightWidth; l++)
          out[k * rightWidth + l]! += weighted * right[row * rightWidth + l]!
      }
    }
  },

  combine({ size }, width, columns, coefficients, out) {
    for (let row = 0; row < size; row++) {
      let even = 0
      let odd = 0
      for (let k = 0; k < width; k += 2) {
        even += columns[row * width + k]! * coefficients[k]!
        odd += columns[row * width + k + 1]! * coefficients[k + 1]!
      }
      out[row]! += even + odd
    }
  },

  exponentials(values, out) {
    for (let row = 0; row < values.length; row++) out[row] = exp(values[row]!)
  },
}

/** value = Σ over the effects of the vector's lanes at the row's level. */
function gather(others: readonly Int32Array[], row: number, vector: Float64Array, value: Float64Array): void {
  const width = value.length
  value.fill(0)
  for (const ids of others) {
    const at = ids[row]! * width
    for (let k = 0; k < width; k++) value[k]! += vector[at + k]!
  }
}
