/** Small tables of trade for estimators, drawn by fast-check. */
import fc from 'fast-check'
import type { EstimationData } from '../../src/gravity/fit/estimation-data.js'

export const groupings = (...columns: Int32Array[]) => columns.map((ids, k) => ({ name: `effect ${k}`, ids }))

/** Exporters × importers, each cell twice (two years), two regressors; every level has trade. */
export const tables = fc
  .record({
    exporters: fc.integer({ min: 2, max: 5 }),
    importers: fc.integer({ min: 2, max: 5 }),
    seed: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 150, maxLength: 150 }),
  })
  .map(({ exporters, importers, seed }) => {
    const size = exporters * importers * 2
    const exporter = Int32Array.from({ length: size }, (_, row) => row % exporters)
    const importer = Int32Array.from({ length: size }, (_, row) => Math.floor(row / exporters) % importers)
    const spread = (row: number, salt: number) => {
      const mixed = Math.sin((row + 1) * (12.9898 + salt) + seed[(row + 7 * salt) % 150]! * 10) * 43758.5453
      return mixed - Math.floor(mixed)
    }
    return {
      outcome: Float64Array.from({ length: size }, (_, row) => 0.1 + 20 * spread(row, 1) ** 3),
      regressors: [
        { name: 'cost', values: Float64Array.from({ length: size }, (_, row) => spread(row, 2)) },
        { name: 'pact', values: Float64Array.from({ length: size }, (_, row) => spread(row, 3)) },
      ],
      effects: groupings(exporter, importer),
    } satisfies EstimationData
  })

/** Dummies of every level, the first of every effect but the first left out: full rank where effects are connected. */
export function dummyColumns({ effects }: EstimationData): number[][] {
  return effects.flatMap(({ ids }, k) =>
    [...new Set(ids)].slice(k === 0 ? 0 : 1).map(level => Array.from(ids, id => (id === level ? 1 : 0))),
  )
}

export function near(left: ArrayLike<number>, right: ArrayLike<number>, digits = 8): string | undefined {
  if (left.length !== right.length) return `${left.length} numbers, not ${right.length}`
  for (let k = 0; k < left.length; k++) {
    if (!(Math.abs(left[k]! - right[k]!) < 10 ** -digits * (1 + Math.abs(right[k]!)))) {
      return `number ${k}: ${left[k]}, not ${right[k]}`
    }
  }
  return undefined
}
