/**
 * Where a capacity is stated, and how much may pass there.
 *
 * The waits of today are in the hours of the dataset, so a capacity holds back only what comes on top of today's
 * traffic: of an element with stated capacity C and the model's own traffic T of today the limit is
 *   L = max(C, T / u) × C′ / C,
 * u the share of the capacity that today's traffic takes by the count of the source (one where it is not known) and
 * C′ the capacity after the measures. Where the dataset states none and a measure does, L = C′. A crossing's T is the
 * larger of its two directions: trains run both ways, and the fuller one decides. A measure may limit some terminals of
 * a place: what changes mode there, all of it together.
 */
import type { Crossing, NetworkTables, Terminal } from '../../dataset/dataset.js'
import type { ElementCosts, ElementIndex } from '../elements/elements.js'

/**
 * A link (both directions together), a crossing (one direction) or terminals of a place with a capacity that is stated.
 * TEU a year.
 */
export interface Bottleneck {
  /** One, but for terminals that share a limit; ascending. What passes counts over all of them. */
  readonly elements: readonly number[]
  /** As the dataset states it (undefined where it does not), and after the measures. */
  readonly stated: { readonly before: number | undefined; readonly after: number }
  /** What may pass, in general cargo as the model counts it. */
  readonly limit: { readonly before: number | undefined; readonly after: number }
}

interface StatedCapacity {
  readonly elements: readonly number[]
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
    .map(row => ({ ...row, elements: row.elements.filter(element => open[element] === 1) }))
    .filter(({ elements }) => elements.length > 0)
    .map(({ elements, before, after, used }) => {
      const teu = busierWay(baseline.crossings, index, elements[0], trafficBefore)
      const today = before === undefined ? undefined : Math.max(before, teu / used)
      const limit = today === undefined || before === undefined ? after : today * (after / before)
      return { elements, stated: { before, after }, limit: { before: today, after: limit } }
    })
}

function statedCapacities(
  baseline: NetworkTables,
  changed: NetworkTables,
  index: ElementIndex,
): StatedCapacity[] {
  const stated: StatedCapacity[] = []
  const add = (element: number, before: number | undefined, after: number | undefined, used = 1): void => {
    if (after !== undefined)
      stated.push({ elements: [element], before: teuOf(before), after: 1000 * after, used })
  }
  baseline.links.forEach(({ capacityKteu }, k) => {
    add(k, capacityKteu, changed.links[k].capacityKteu)
  })
  baseline.crossings.forEach(({ capacityKteu, capacityUsed }, k) => {
    add(index.crossingStart + k, capacityKteu, changed.crossings[k].capacityKteu, capacityUsed)
  })
  return [...stated, ...terminalLimits(changed.terminals, index)]
}

/** Limits that only measures state, each over the rows that share it and what is loaded by them. */
function terminalLimits(
  terminals: readonly Terminal[],
  { terminalStart, loadingStart, loadings }: ElementIndex,
): StatedCapacity[] {
  const groups = new Map<string, { readonly elements: number[]; readonly after: number }>()
  terminals.forEach(({ limit }, row) => {
    if (limit === undefined) return
    const known = groups.get(limit.group) ?? { elements: [], after: 1000 * limit.kteu }
    known.elements.push(terminalStart + row)
    groups.set(limit.group, known)
  })
  loadings.forEach(({ terminal }, row) => {
    const limit = terminal === undefined ? undefined : terminals[terminal]!.limit
    if (limit !== undefined) groups.get(limit.group)!.elements.push(loadingStart + row)
  })
  return [...groups.values()].map(group => ({ ...group, before: undefined, used: 1 }))
}

/** TEU a year that pass a bottleneck. */
export function bottleneckTraffic({ elements }: Bottleneck, traffic: Float64Array): number {
  return elements.reduce((sum, element) => sum + traffic[element], 0)
}

function teuOf(kteu: number | undefined): number | undefined {
  return kteu === undefined ? undefined : 1000 * kteu
}

/** Traffic of a link or terminal; of a crossing, that of its fuller direction. */
function busierWay(
  crossings: readonly Crossing[],
  { crossingStart, terminalStart }: ElementIndex,
  element: number,
  traffic: Float64Array,
): number {
  if (element < crossingStart || element >= terminalStart) return traffic[element]
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
