/**
 * Where a capacity is stated, and how much may pass there.
 *
 * The waits of today are in the hours of the dataset, so a capacity holds back only what comes on top of today's
 * traffic: of an element with stated capacity C and the model's own traffic T of today the limit is
 *   L = max(C, T / u) × C′ / C,
 * u the share of the capacity that today's traffic takes by the count of the source (one where it is not known) and
 * C′ the capacity after the measures. Where the dataset states none and a measure does, L = C′. A crossing's T is the
 * larger of its two directions: trains run both ways, and the fuller one decides.
 */
import type { Crossing, NetworkTables } from '../dataset/dataset.js'
import type { ElementCosts, ElementIndex } from './elements.js'

/** A link (both directions together) or a crossing (one direction) with a capacity that is stated. TEU a year. */
export interface Bottleneck {
  readonly element: number
  /** As the dataset states it (undefined where it does not), and after the measures. */
  readonly stated: { readonly before: number | undefined; readonly after: number }
  /** What may pass, in general cargo as the model counts it. */
  readonly limit: { readonly before: number | undefined; readonly after: number }
}

interface StatedCapacity {
  readonly element: number
  readonly before: number | undefined
  readonly after: number
  readonly used: number
}

/**
 * Every element that is open after the measures and has a stated capacity then, in element order.
 *
 * @param baseline and @param changed the same rows in the same order.
 * @param trafficBefore TEU a year on every element before the measures.
 */
export function findBottlenecks(
  baseline: NetworkTables,
  changed: NetworkTables,
  index: ElementIndex,
  { open }: ElementCosts,
  trafficBefore: Float64Array,
): Bottleneck[] {
  return statedCapacities(baseline, changed, index)
    .filter(({ element }) => open[element] === 1)
    .map(({ element, before, after, used }) => {
      const teu = busierWay(baseline.crossings, index, element, trafficBefore)
      const today = before === undefined ? undefined : Math.max(before, teu / used)
      const limit = today === undefined || before === undefined ? after : today * (after / before)
      return { element, stated: { before, after }, limit: { before: today, after: limit } }
    })
}

function statedCapacities(
  baseline: NetworkTables,
  changed: NetworkTables,
  index: ElementIndex,
): StatedCapacity[] {
  const rows = [
    ...baseline.links.map((link, k) => ({ row: link, next: changed.links[k], used: 1, element: k })),
    ...baseline.crossings.map((crossing, k) => ({
      row: crossing,
      next: changed.crossings[k],
      used: crossing.capacityUsed ?? 1,
      element: index.crossingStart + k,
    })),
  ]
  return rows.flatMap(({ row, next, used, element }) =>
    next.capacityKteu === undefined
      ? []
      : [{ element, before: teuOf(row.capacityKteu), after: 1000 * next.capacityKteu, used }],
  )
}

function teuOf(kteu: number | undefined): number | undefined {
  return kteu === undefined ? undefined : 1000 * kteu
}

/** Traffic of a link; of a crossing, that of its fuller direction. */
function busierWay(
  crossings: readonly Crossing[],
  { crossingStart }: ElementIndex,
  element: number,
  traffic: Float64Array,
): number {
  if (element < crossingStart) return traffic[element]
  const { placeId, mode, fromCountry, toCountry } = crossings[element - crossingStart]
  const back = crossings.findIndex(
    other =>
      other.placeId === placeId &&
      other.mode === mode &&
      other.fromCountry === toCountry &&
      other.toCountry === fromCountry,
  )
  return Math.max(traffic[element], back < 0 ? 0 : traffic[crossingStart + back])
}
