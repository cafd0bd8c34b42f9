/** Seeds of the choice set: the situations in which routes are looked for, so that every lever finds one to move. */
import type { Link, NetworkTables } from '../../dataset/dataset.js'
import { bulkCosts } from '../elements/bulk-costs.js'
import { type ElementCosts, type ElementIndex, generalizedCosts } from '../elements/elements.js'
import type { AlternativeLimits } from '../least-cost/alternatives.js'
import { BOUND, barredElements, NOT_BOUND } from './modes-used.js'
import { landElements } from './passing.js'

export interface Seed {
  /**
   * wide: least cost and alternatives; bridges: the same without any strait, where cheap sea lanes would crowd out the
   * land; coasts: without canals and land borders, by a far coast of one end and across its own land; ferries:
   * alternatives by each ferry; least: least cost alone; bulk: the same at what bulk pays; sea: the way by sea that is left
   * to it, even where land would be cheaper; project: routes through a project; bound: least cost and alternatives of cargo that is
   * bound to a mode.
   */
  readonly kind: 'wide' | 'bridges' | 'coasts' | 'ferries' | 'least' | 'bulk' | 'sea' | 'project' | 'bound'
  /** USD per TEU and day. */
  readonly timeValue: number
  /** Countries that no land link may pass. */
  readonly avoid: ReadonlySet<string>
  /** Place indices of straits that nothing passes. */
  readonly closed: readonly number[]
  /** Elements that this seed opens. */
  readonly project: readonly number[]
  /** How the cargo is bound, see `BINDINGS`. */
  readonly binding: number
}

export const LIMITS: Readonly<Record<Seed['kind'], AlternativeLimits>> = {
  wide: { keep: 5, band: 0.3, leastBandUsd: 300, mostBandUsd: 1600 },
  bridges: { keep: 4, band: 0.3, leastBandUsd: 300, mostBandUsd: 1600 },
  coasts: { keep: 2, band: 0.3, leastBandUsd: 300, mostBandUsd: 1600 },
  ferries: { keep: 3, band: 0.5, leastBandUsd: 800, mostBandUsd: 5000 },
  least: { keep: 1, band: 0, leastBandUsd: 0, mostBandUsd: 0 },
  bulk: { keep: 1, band: 0, leastBandUsd: 0, mostBandUsd: 0 },
  sea: { keep: 1, band: 0, leastBandUsd: 0, mostBandUsd: 0 },
  project: { keep: 2, band: 0.3, leastBandUsd: 400, mostBandUsd: 3000 },
  bound: { keep: 3, band: 0.3, leastBandUsd: 300, mostBandUsd: 1600 },
}

/** USD per TEU and day: from bulk-like patience to hurry, so that sea, rail and lorry all are best somewhere. */
const TIME_VALUES = [3, 12, 50, 150, 500]
/** Those at which land bridges compete with the sea at all; a subset of the above. */
const BRIDGE_TIME_VALUES = [50, 500]
const PROJECT_TIME_VALUES = [12, 60]
/** Those of cargo that is bound to a mode, which has fewer ways to choose among. */
export const BOUND_TIME_VALUES = [12, 150]
/** USD per TEU and day: bulk does not hurry. */
export const BULK_TIME_VALUE = 3
/** How much dearer land looks to the search for a way by sea round a closing: bulk goes by land no farther than it must. */
const BULK_LAND_FACTOR = 40
/** How much dearer land looks to the search for the way by sea. */
const LAND_FACTOR = 4
/** The time value of closed straits, and the one at which a route's parts are weighed for the overlap factor. */
export const REFERENCE_TIME_VALUE = 12

/**
 * Open network, land bridges, far coasts, ferries, each strait closed and each project, with and without every territory; then the same
 * in brief for cargo that is bound to a mode.
 */
export function makeSeeds(
  network: NetworkTables,
  index: ElementIndex,
  territories: readonly (readonly string[])[],
): Seed[] {
  const straits = network.places.flatMap((place, at) => (place.kind === 'strait' ? [at] : []))
  const projects = projectsOf(network, index)
  const seed = (
    kind: Seed['kind'],
    timeValue: number,
    avoid: ReadonlySet<string>,
    rest: Partial<Seed> = {},
  ): Seed => ({
    kind,
    timeValue,
    avoid,
    closed: [],
    project: [],
    binding: NOT_BOUND,
    ...rest,
  })
  const everywhere = new Set<string>()
  const canals = straits.filter(at => isCanal(network, network.places[at].id))
  const coasts = BRIDGE_TIME_VALUES.map(v => seed('coasts', v, everywhere, { closed: canals }))
  const bulk = [
    seed('bulk', BULK_TIME_VALUE, everywhere),
    ...straits.map(strait => seed('sea', BULK_TIME_VALUE, everywhere, { closed: [strait] })),
  ]
  const cargo = [everywhere, ...territories.map(list => new Set(list))].flatMap(avoid => [
    ...TIME_VALUES.map(v => seed('wide', v, avoid)),
    ...BRIDGE_TIME_VALUES.map(v => seed('bridges', v, avoid, { closed: straits })),
    ...BRIDGE_TIME_VALUES.map(v => seed('ferries', v, avoid, { closed: straits })),
    ...straits.map(strait => seed('least', REFERENCE_TIME_VALUE, avoid, { closed: [strait] })),
    ...projects.flatMap(project => PROJECT_TIME_VALUES.map(v => seed('project', v, avoid, { project }))),
  ])
  const bound = BOUND.flatMap(binding => [
    ...[everywhere, ...territories.map(list => new Set(list))].flatMap(avoid =>
      BOUND_TIME_VALUES.map(v => seed('bound', v, avoid, { binding })),
    ),
    ...straits.map(strait => seed('least', REFERENCE_TIME_VALUE, everywhere, { closed: [strait], binding })),
    ...projects.map(project => seed('project', REFERENCE_TIME_VALUE, everywhere, { project, binding })),
  ])
  return [...cargo, ...coasts, ...bulk, ...bound]
}

/** Whether ships ask leave, and pay, to pass: its transit has a row of its own. */
function isCanal({ terminals }: NetworkTables, id: string): boolean {
  return terminals.some(({ placeId, modeA, modeB }) => placeId === id && modeA === 'sea' && modeB === 'sea')
}

/** Planned and suspended links that hang together, each with all idle crossings and terminals; and all at once. */
function projectsOf(network: NetworkTables, index: ElementIndex): number[][] {
  const idle = network.links.flatMap((link, at) => (link.status === 'open' ? [] : [at]))
  const parent = new Map(idle.map(at => [at, at]))
  const root = (at: number): number => (parent.get(at) === at ? at : root(parent.get(at)!))
  for (const a of idle) {
    for (const b of idle) {
      if (a < b && touch(network.links[a], network.links[b])) parent.set(root(b), root(a))
    }
  }
  const groups = groupByRoot(idle, root)
  const rows = [
    ...network.crossings.flatMap((row, at) => (row.status === 'open' ? [] : [index.crossingStart + at])),
    ...network.terminals.flatMap((row, at) => (row.status === 'open' ? [] : [index.terminalStart + at])),
  ]
  const projects = [...groups.values()]
  return [...projects, ...(projects.length > 1 ? [idle] : [])].map(links => [...links, ...rows])
}

function groupByRoot(idle: readonly number[], root: (at: number) => number): Map<number, number[]> {
  const groups = new Map<number, number[]>()
  for (const at of idle) groups.set(root(at), [...(groups.get(root(at)) ?? []), at])
  return groups
}

function touch(a: Link, b: Link): boolean {
  return a.from === b.from || a.from === b.to || a.to === b.from || a.to === b.to
}

/** Added to every avoided link: passing is then the last resort, and told by the cost. */
const LAST_RESORT = 100_000

/** Whether a least cost tells that a seed's territory cannot be avoided on the pair. */
export function mustPass(cost: number): boolean {
  return cost >= LAST_RESORT
}

/** Multiplies what trains and lorries cost, for a search of a way by sea. */
function makeLandDearer(links: readonly Link[], weight: Float64Array, factor: number): void {
  links.forEach(({ mode }, element) => {
    if (mode === 'rail' || mode === 'road') weight[element] *= factor
  })
}

/**
 * Generalized costs of bulk for a search round what closes: of the cheapest way, and of the one by sea as far as it can be.
 *
 * @param ofBulk see `bulkCosts`.
 */
export function bulkWeights(
  links: readonly Link[],
  ofBulk: ElementCosts,
): readonly [Float64Array, Float64Array] {
  const plain = generalizedCosts(ofBulk, BULK_TIME_VALUE)
  const bySea = plain.slice()
  makeLandDearer(links, bySea, BULK_LAND_FACTOR)
  return [plain, bySea]
}

/** Generalized cost of every element at a seed's value of time; Infinity where the seed does not let cargo pass. */
export function seedWeights(
  network: NetworkTables,
  index: ElementIndex,
  costs: ElementCosts,
  seed: Seed,
): Float64Array {
  const weight = new Float64Array(index.count)
  const { usd, hours, open } =
    seed.kind === 'bulk' || seed.kind === 'sea' ? bulkCosts(network.links, index, costs) : costs
  for (let element = 0; element < index.count; element++) {
    const cost = usd[element] + (seed.timeValue / 24) * hours[element]
    weight[element] = open[element] === 1 || seed.project.includes(element) ? cost : Number.POSITIVE_INFINITY
  }
  if (seed.kind === 'coasts') weight.fill(Number.POSITIVE_INFINITY, index.crossingStart, index.terminalStart)
  if (seed.kind === 'sea') makeLandDearer(network.links, weight, LAND_FACTOR)
  for (const element of barredElements(network, index, seed.binding))
    weight[element] = Number.POSITIVE_INFINITY
  if (seed.avoid.size > 0)
    for (const element of landElements(network, seed.avoid)) weight[element] += LAST_RESORT
  const closed = new Set(seed.closed.map(at => network.places[at].id))
  index.passagePlaces.forEach((place, row) => {
    if (closed.has(network.places[place].id)) weight[index.passageStart + row] = Number.POSITIVE_INFINITY
  })
  network.terminals.forEach((terminal, row) => {
    if (closed.has(terminal.placeId)) weight[index.terminalStart + row] = Number.POSITIVE_INFINITY
  })
  return weight
}
