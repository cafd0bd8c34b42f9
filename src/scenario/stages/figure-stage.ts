/**
 * The package if the network's figures were other than stated: all waits, all speeds, all charges at either end of their
 * ranges, with the routes chosen anew, and more or less cargo bound to the lorry. Draws lay every kind somewhere between its
 * ends.
 */
import { valuePerTeu } from '../../costs/cargo.js'
import type { ClassesAtBothEnds, ClassesAtEnds } from '../../costs/figure-ends.js'
import { generalCargoHat } from '../../costs/iceberg.js'
import { type PairClasses, pairClasses } from '../../costs/pair-classes.js'
import { type Delegate, shareOut } from '../../ensemble/share-out.js'
import { borderParts } from '../../measures/apply.js'
import { applyToNetwork } from '../../measures/apply-network.js'
import { withoutRise } from '../../network/comparison/network-change.js'
import { elementCosts } from '../../network/elements/elements.js'
import {
  AS_STATED,
  COST_KINDS,
  type CostKind,
  type CostsOfPackage,
  FIGURE_KINDS,
  type FigureKind,
  type FigurePositions,
  keepDirection,
  networkAt,
} from '../../network/elements/network-at.js'
import { weightsWithLorries } from '../../network/route-choice/lanes.js'
import type { LaneChoices } from '../../network/route-choice/route-choice.js'
import { transitOwners, transitRevenue } from '../../network/traffic/transit.js'
import { sum } from '../../numeric/sum.js'
import type { SolvedWorld } from './capacity-stage.js'
import type { Counterfactual, CounterfactualParameters } from './counterfactual.js'
import type { MarketModel, TransitPrices } from './counterfactual-model.js'
import { figureTask } from './figure-task.js'
import { routeChoiceParameters } from './route-stage.js'
import type { SensitivityRun } from './sensitivities.js'
import { binWeightsAt } from './time-value-ridge.js'
import type { World } from './world.js'

interface FigureOptions {
  /** Awaited between jobs. */
  readonly turn: () => Promise<void>
  readonly delegate?: Delegate | undefined
  /** Part of what a package does to an economy's costs that the pairs chosen anew hold at least, 0–1. */
  readonly partOfEffect?: number
}

/**
 * What cargo pays and waits at the ends of each kind of figures that has ranges, on the pairs that matter (`pairsOfEffect`);
 * undefined where the package leaves the network alone.
 *
 * Lanes that the package touches, ways round a closing, and queues for want of capacity stay those of the central run.
 *
 * @param model, @param choices and @param central of the central run.
 */
export async function classesAtEnds(
  world: World,
  model: MarketModel,
  choices: LaneChoices | undefined,
  central: CounterfactualParameters,
  { turn, delegate, partOfEffect = PART_OF_EFFECT }: FigureOptions,
): Promise<ClassesAtEnds | undefined> {
  const { network, scenario } = world
  if (model.classes === undefined) return undefined
  const ends = costsAtEnds(world)
  const kinds = [...ends.keys()]
  const matter = pairsOfEffect(model, model.classes, central, partOfEffect)
  const lorries = choices && lorriesAtEnds(world, choices, matter)
  const asked = network.touched.filter(lane => matter.has(network.lanes.countryPair[lane]))
  const { choiceSet, lanes, territory, switches } = network.situation
  const { rulesBefore, rulesAfter, totalsBefore, totalsAfter } = network
  const parameters = routeChoiceParameters(scenario.parameters, model.ridge)
  const [openBefore, openAfter] = [totalsBefore.open, totalsAfter.open]
  const context = {
    ...{ choiceSet, lanes, territory, switches, rulesBefore, rulesAfter, openBefore, openAfter },
    ...{ parameters, asked },
  }
  const choose = figureTask.open(context)
  const jobs = [...ends.values()].flatMap(({ low, high }) => [low, high])
  const classes = await shareOut(
    jobs,
    async job => {
      await turn()
      return choose(job)
    },
    delegate?.(figureTask, context),
  )
  return {
    ...Object.fromEntries(kinds.map((kind, k) => [kind, { low: classes[2 * k], high: classes[2 * k + 1] }])),
    ...(lorries && { lorries }),
  }
}

/** The same choices with other parts of the cargo bound to the lorry; undefined where no range of them is stated. */
function lorriesAtEnds(
  { network, economies, baseline }: World,
  choices: LaneChoices,
  among: ReadonlySet<number>,
): ClassesAtBothEnds | undefined {
  const { modalRules = [] } = baseline.network
  if (!modalRules.some(({ lorryLow, lorryHigh }) => lorryLow < lorryHigh)) return undefined
  const at = (position: number): PairClasses => {
    const weight = weightsWithLorries(network.lanes, modalRules, economies, position)
    return pairClasses({ ...network.lanes, weight }, choices, among)
  }
  return { low: at(-1), high: at(1) }
}

const PART_OF_EFFECT = 0.99

/** The pairs that hold so much of what the package does to the cost of every economy's trade in general cargo: for 99 % some half of those that it touches. */
function pairsOfEffect(
  { economies, flows, bulkShare, airShare, far, ridge }: MarketModel,
  classes: PairClasses,
  central: CounterfactualParameters,
  part: number,
): ReadonlySet<number> {
  const n = economies.length
  const value = valuePerTeu(far, central)
  const hat = generalCargoHat(classes, binWeightsAt(ridge, central.timeValueSpread), value, central)
  const effect = (pair: number): number =>
    Math.abs(hat[pair] - 1) * (1 - bulkShare[pair]) * (1 - airShare[pair]) * flows[pair]
  const ofEconomy: number[][] = economies.map(() => [])
  for (const pair of classes.pairs) {
    // A pair that is cut off is so wherever the figures stand.
    if (hat[pair] === Number.POSITIVE_INFINITY) continue
    ofEconomy[Math.floor(pair / n)].push(pair)
    ofEconomy[pair % n].push(pair)
  }
  const matter = new Set<number>()
  for (const pairs of ofEconomy) {
    pairs.sort((a, b) => effect(b) - effect(a) || a - b)
    const whole = sum(Float64Array.from(pairs, effect))
    let held = 0
    for (const pair of pairs) {
      if (held >= part * whole) break
      held += effect(pair)
      matter.add(pair)
    }
  }
  return matter
}

/** Costs at both ends of each kind of figures of which some range is stated. */
type CostsAtEnds = ReadonlyMap<CostKind, { readonly low: CostsOfPackage; readonly high: CostsOfPackage }>

const endsOfWorlds = new WeakMap<World, CostsAtEnds>()

/** Made once for a world: routes, transit and what a draw is called all ask. */
export function costsAtEnds(world: World): CostsAtEnds {
  const known = endsOfWorlds.get(world)
  if (known !== undefined) return known
  const at = (kind: CostKind, end: -1 | 1) => costsAt(world, { ...AS_STATED, [kind]: end })
  const made = new Map(
    rangedKinds(world).map(kind => [kind, { low: at(kind, -1), high: at(kind, 1) }] as const),
  )
  endsOfWorlds.set(world, made)
  return made
}

/** What passing every element takes before and after the package, with the network's figures elsewhere in their ranges. */
function costsAt(world: World, positions: FigurePositions): CostsOfPackage {
  const { scenario, network, baseline, effect, dataset } = world
  const { index, queueHours, rateRiseUsd } = network
  const today = networkAt(baseline.network, positions, dataset.networkRanges)
  // Issues were told when the package was applied to the figures as stated.
  const package_ = applyToNetwork(today, scenario.measures, borderParts(scenario.parameters))
  const before = elementCosts(today, index, baseline.closedPlaces)
  const free = elementCosts(package_.network, index, effect.closedPlaces)
  const stated = {
    before: network.before,
    after: elementCosts(effect.network, index, effect.closedPlaces),
  }
  const after = keepDirection({ before, after: free }, stated)
  return {
    before,
    after: { ...after, hours: plus(after.hours, queueHours), usd: plus(after.usd, rateRiseUsd) },
  }
}

function plus(amounts: Float64Array, onTop: Float64Array | undefined): Float64Array {
  return onTop === undefined ? amounts : amounts.map((amount, e) => amount + onTop[e])
}

/** Routes with fewer boxes a year do not move what a box pays on average. */
const LEAST_TEU = 0.1

/**
 * What transit pays at the ends of the ranges of charges, on the routes and boxes after the package as stated; undefined where
 * the package leaves the network alone or no charge has a range.
 */
export function transitPrices({ world, choices, market }: SolvedWorld): TransitPrices | undefined {
  const { network, economies, baseline } = world
  const ends = network.touched.length === 0 ? undefined : costsAtEnds(world).get('charges')
  if (ends === undefined) return undefined
  const owners = transitOwners(baseline.network, network.index, economies)
  const traffic = { share: choices.shareAfter, lanePart: choices.partAfter, boxes: market.boxesAfter }
  const paidAt = (usd: Float64Array) =>
    transitRevenue(network.choiceSet, network.lanes, owners, usd, traffic, economies.length, LEAST_TEU)
  const stated = paidAt(withoutRise(network, network.after.usd))
  const timesAt = ({ after }: CostsOfPackage) =>
    paidAt(withoutRise(network, after.usd)).map((usd, i) => (stated[i] > 0 ? usd / stated[i] : 1))
  return { low: timesAt(ends.low), high: timesAt(ends.high) }
}

/** Kinds of figures of costs of which some range is stated. */
function rangedKinds({ baseline, dataset }: Pick<World, 'baseline' | 'dataset'>): CostKind[] {
  const { crossings, terminals } = baseline.network
  const quantities = new Set(dataset.networkRanges.map(({ quantity }) => quantity))
  const isRanged: Record<CostKind, boolean> = {
    waits: [...crossings, ...terminals].some(({ hoursLow, hoursHigh }) => hoursLow < hoursHigh),
    speeds: quantities.has('speed'),
    charges: [...quantities].some(quantity => quantity !== 'speed'),
  }
  return COST_KINDS.filter(kind => isRanged[kind])
}

/** What the ends of the ranges are called, low before high. */
const ENDS: Readonly<Record<FigureKind, readonly [SensitivityName, SensitivityName]>> = {
  waits: [
    { id: 'waits-short', label: 'All of today’s waits at the short end of their stated range' },
    { id: 'waits-long', label: 'All of today’s waits at the long end of their stated range' },
  ],
  speeds: [
    { id: 'speeds-slow', label: 'All running speeds at the slow end of their range' },
    { id: 'speeds-fast', label: 'All running speeds at the fast end of their range' },
  ],
  charges: [
    { id: 'charges-low', label: 'All rates, charges and fees at the low end of their range' },
    { id: 'charges-high', label: 'All rates, charges and fees at the high end of their range' },
  ],
  lorries: [
    { id: 'lorries-few', label: 'As little cargo bound to the lorry as the ranges allow' },
    { id: 'lorries-many', label: 'As much cargo bound to the lorry as the ranges allow' },
  ],
}
type SensitivityName = Pick<SensitivityRun, 'id' | 'label'>

/** The headline with all figures of a kind at an end. @param solve of a model that has these ends. */
export function figureSensitivities(
  ends: ClassesAtEnds | undefined,
  central: CounterfactualParameters,
  solve: (parameters: CounterfactualParameters) => Counterfactual,
): SensitivityRun[] {
  return FIGURE_KINDS.filter(kind => ends?.[kind] !== undefined).flatMap(kind =>
    ENDS[kind].map((name, end) => {
      const figures = { ...central.figures, [kind]: end === 0 ? -1 : 1 }
      return { ...name, outcome: solve({ ...central, figures }).outcome }
    }),
  )
}
