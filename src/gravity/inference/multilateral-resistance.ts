/** Multilateral resistances from the exporter and importer effects of a gravity estimate. */
import { KeruenError } from '../../errors.js'
import { exp, power } from '../../numeric/elementary.js'
import { levelComponents } from '../fit/components.js'

/** Rows of an estimate with an exporter and an importer effect, in a cross-section or by period. */
export interface ResistanceInput {
  /** Level of the exporter (or exporter-period) effect of every row, and of the importer's. */
  readonly exporter: Int32Array
  readonly importer: Int32Array
  /** Values of the effects by level, in logs; NaN for a level without a row in use. */
  readonly exporterEffect: Float64Array
  readonly importerEffect: Float64Array
  /** Fitted means of the rows, trade at home included; rows that are 0 or NaN were not in use. */
  readonly fittedMeans: Float64Array
  /** Importer levels whose inward resistance is one, the first that lies in a component; otherwise its lowest level. */
  readonly references?: readonly number[]
}

export interface MultilateralResistances {
  /** Π^(1−σ) of every exporter level and P^(1−σ) of every importer level; NaN for a level without a row. */
  readonly outwardPower: Float64Array
  readonly inwardPower: Float64Array
  /** Sums of fitted trade by level: output and expenditure, as far as the rows hold them. */
  readonly output: Float64Array
  readonly expenditure: Float64Array
  /** Component of every level (one for each period, as a rule); each has its own reference. −1 without a row. */
  readonly componentOfExporter: Int32Array
  readonly componentOfImporter: Int32Array
  readonly components: number
}

/**
 * Π_i^(1−σ) and P_j^(1−σ) of the structural gravity system X_ij = (Y_i E_j / Y) (t_ij / (Π_i P_j))^(1−σ).
 *
 * With exp(e_i) and exp(m_j) the effects, Y_i and E_j the sums of fitted trade, Y their total in the component and r its
 * reference: P_j^(1−σ) = (E_j / E_r) exp(m_r − m_j) and Π_i^(1−σ) = Y_i E_r / (Y exp(e_i + m_r)). Because PPML makes
 * fitted sums equal observed ones, they solve the system of resistances exactly; a constant that moves between the
 * effects changes nothing. Trade at home must be among the rows for output and expenditure to be whole.
 *
 * Where further effects (pairs) take part of what is an exporter's for good, only changes over time are meaningful.
 *
 * @see Anderson & van Wincoop (2003), equations 9 to 11; Fally (2015), section 2, for the effects as resistances.
 */
export function multilateralResistances(input: ResistanceInput): MultilateralResistances {
  const { exporterEffect, importerEffect, fittedMeans, references = [] } = input
  const used = [...fittedMeans.keys()].filter(row => fittedMeans[row]! > 0)
  const exporter = Int32Array.from(used, row => input.exporter[row]!)
  const importer = Int32Array.from(used, row => input.importer[row]!)
  const output = new Float64Array(exporterEffect.length)
  const expenditure = new Float64Array(importerEffect.length)
  used.forEach((row, k) => {
    output[exporter[k]!]! += fittedMeans[row]!
    expenditure[importer[k]!]! += fittedMeans[row]!
  })
  const {
    count,
    first: ofExporter,
    second: ofImporter,
  } = levelComponents(exporter, output.length, importer, expenditure.length)
  const reference = new Int32Array(count).fill(-1)
  for (const level of [...references, ...ofImporter.keys()]) {
    const component = ofImporter[level] ?? -1
    if (component >= 0 && reference[component]! < 0) reference[component] = level
  }
  const total = new Float64Array(count)
  ofExporter.forEach((component, level) => {
    if (component >= 0) total[component]! += output[level]!
  })
  const inwardPower = importerEffect.map((effect, level) => {
    const component = ofImporter[level]!
    if (component < 0) return Number.NaN
    const r = reference[component]!
    return (expenditure[level]! / expenditure[r]!) * exp(importerEffect[r]! - effect)
  })
  const outwardPower = exporterEffect.map((effect, level) => {
    const component = ofExporter[level]!
    if (component < 0) return Number.NaN
    const r = reference[component]!
    return ((output[level]! / total[component]!) * expenditure[r]!) / exp(effect + importerEffect[r]!)
  })
  return {
    outwardPower,
    inwardPower,
    output,
    expenditure,
    componentOfExporter: ofExporter,
    componentOfImporter: ofImporter,
    components: count,
  }
}

/**
 * Resistances themselves: powers to 1/(1 − σ).
 *
 * @param sigma elasticity of substitution, > 1; it cannot be told from the effects.
 * @throws KeruenError `gravity.bad-sigma` (usage).
 */
export function resistanceLevels(powers: Float64Array, sigma: number): Float64Array {
  if (!(sigma > 1 && sigma < Infinity)) {
    throw new KeruenError('usage', {
      code: 'gravity.bad-sigma',
      at: { field: 'sigma' },
      expected: 'an elasticity of substitution above one',
      found: `${sigma}`,
    })
  }
  return powers.map(value => power(value, 1 / (1 - sigma)))
}
