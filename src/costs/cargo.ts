/** What moves in boxes: the value of a TEU and the general-cargo share of each pair. */
import type { Country, Dataset, TradeMatrix } from '../dataset/dataset.js'
import { greatCircleKm } from '../numeric/great-circle.js'

/** Parameters behind cargo, in the units of the dataset's parameter table. */
export interface CargoParameters {
  /** USD per TEU on pairs farther apart than `intercontinentalDistance`, and on the others. */
  readonly valuePerTeuIntercontinental: number
  readonly valuePerTeuRegional: number
  /** Multiplies the bulk share of every pair. */
  readonly bulkShareFactor: number
  /** Multiplies the share of every pair's general cargo that flies. */
  readonly airShareFactor: number
}

/**
 * Which pairs are intercontinental: centres more than `thresholdKm` apart.
 *
 * @returns n × n, 1 or 0; economies without a centre (the rest of the world) count as intercontinental.
 */
export function intercontinentalPairs(
  economies: readonly string[],
  countries: readonly Country[],
  thresholdKm: number,
): Uint8Array {
  const known = new Map(countries.map(country => [country.iso3, country.centre]))
  const centres = economies.map(iso3 => known.get(iso3))
  const n = economies.length
  const far = new Uint8Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = i; j < n; j++) {
      const a = centres[i]
      const b = centres[j]
      const isFar = a === undefined || b === undefined || greatCircleKm(a, b) > thresholdKm ? 1 : 0
      far[i * n + j] = isFar
      far[j * n + i] = isFar
    }
  }
  return far
}

/** USD per TEU of general cargo for every pair, n × n. */
export function valuePerTeu(
  far: Uint8Array,
  parameters: CargoParameters,
  value: Float64Array = new Float64Array(far.length),
): Float64Array {
  const { valuePerTeuIntercontinental, valuePerTeuRegional } = parameters
  for (let ij = 0; ij < far.length; ij++)
    value[ij] = far[ij] === 1 ? valuePerTeuIntercontinental : valuePerTeuRegional
  return value
}

/** Share of general cargo in the value of every pair, n × n, in [0, 1]. */
export function generalCargoShare(
  bulkShare: Float64Array,
  bulkShareFactor: number,
  general: Float64Array = new Float64Array(bulkShare.length),
): Float64Array {
  for (let ij = 0; ij < general.length; ij++) general[ij] = 1 - Math.min(1, bulkShare[ij] * bulkShareFactor)
  return general
}

/** Part of the general cargo of every pair that flies, n × n, in [0, 1]: no way over land or sea reaches it. */
export function flownShare(
  airShare: Float64Array,
  airShareFactor: number,
  flown: Float64Array = new Float64Array(airShare.length),
): Float64Array {
  for (let ij = 0; ij < flown.length; ij++) flown[ij] = Math.min(1, airShare[ij] * airShareFactor)
  return flown
}

/** Share of a pair's value that goes in boxes over land and sea, n × n: its general cargo less what flies. */
export function boxShare(
  generalShare: Float64Array,
  flown: Float64Array,
  share: Float64Array = new Float64Array(flown.length),
): Float64Array {
  for (let ij = 0; ij < share.length; ij++) share[ij] = generalShare[ij] * (1 - flown[ij])
  return share
}

/** Shares of every pair, n × n. */
export interface CargoShares {
  /** General cargo in the pair's value. */
  readonly general: Float64Array
  /** What flies in its general cargo. */
  readonly flown: Float64Array
  /** What goes in boxes over land and sea in its value. */
  readonly inBoxes: Float64Array
}

/** The shares at one set of parameters. */
export function cargoShares(
  { bulkShare, airShare }: Pick<Dataset, 'bulkShare' | 'airShare'>,
  { bulkShareFactor, airShareFactor }: Pick<CargoParameters, 'bulkShareFactor' | 'airShareFactor'>,
): CargoShares {
  const general = generalCargoShare(bulkShare, bulkShareFactor)
  const flown = flownShare(airShare, airShareFactor)
  return { general, flown, inBoxes: boxShare(general, flown) }
}

/**
 * Boxes a year: what goes in boxes, in USD, over the value of a TEU.
 *
 * @param flows million USD FOB, n × n; the diagonal stays at home and counts as zero.
 * @param share n × n, see `boxShare`.
 */
export function containers(
  trade: Pick<TradeMatrix, 'economies'>,
  flows: Float64Array,
  share: Float64Array,
  value: Float64Array,
  boxes: Float64Array = new Float64Array(flows.length),
): Float64Array {
  const n = trade.economies.length
  for (let ij = 0; ij < boxes.length; ij++) boxes[ij] = (flows[ij] * 1e6 * share[ij]) / value[ij]
  for (let i = 0; i < n; i++) boxes[i * (n + 1)] = 0
  return boxes
}
