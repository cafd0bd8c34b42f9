/** Transit laid out once, so that a draw only weighs it. Plain records, which can be sent to another thread. */
import type { RouteCostParameters } from '../../costs/iceberg.js'
import { type Delegate, shareOut } from '../../ensemble/share-out.js'
import { withoutRise } from '../../network/comparison/network-change.js'
import { type Lanes, othersThan } from '../../network/route-choice/lanes.js'
import { GROUPS, groupWeights, packedStarts } from '../../network/route-choice/route-choice.js'
import {
  addTransit,
  type TransitLoad,
  type TransitTable,
  type TransitTotals,
  transitOwners,
} from '../../network/traffic/transit.js'
import type { RouteChoices } from './route-choices.js'
import { transitTask } from './transit-task.js'
import type { World } from './world.js'

export interface TransitStage {
  readonly economyCount: number
  /** Row of the avoidance rules of every country pair, −1 where none applies. */
  readonly ruleOfPair: Int16Array
  readonly ruleCount: number
  /** Lanes that keep their shares: one layer, or before and after where other lanes are cut off or opened. */
  readonly still: TransitTable
  /** The touched lanes: a layer for each group that holds cargo before, then the same after. */
  readonly moving: { readonly groups: number; readonly table: TransitTable } | undefined
}

/** How the lanes' transit may be laid out elsewhere. */
export interface TransitOptions {
  readonly delegate?: Delegate | undefined
  /** What this side does before it looks whether any is left to be done here. */
  readonly first?: (() => Promise<void>) | undefined
}

/** The slow part are walks through the routes of all lanes. */
export async function layOutTransit(
  world: World,
  { choices, shareBefore, partBefore, partAfter }: RouteChoices,
  { delegate, first }: TransitOptions = {},
): Promise<TransitStage> {
  const { network, economies, baseline } = world
  const { choiceSet, lanes, before, index, touched } = network
  const asked = othersThan(touched, lanes.count)
  const start = packedStarts(lanes, asked)
  const share = packed(lanes, asked, start, shareBefore)
  const samePart = partAfter.every((part, l) => part === partBefore[l])
  const parting = samePart ? [partBefore] : [partBefore, partAfter]
  const unmoved = { asked, start, layers: parting.map(lanePart => ({ share, usd: before.usd, lanePart })) }

  const layersOf = (groups: readonly Float64Array[], usd: Float64Array, lanePart: Float64Array) =>
    groups.filter(group => group.length > 0).map(group => ({ share: group, usd, lanePart }))
  const moving = choices && {
    asked: choices.asked,
    start: choices.shareStart,
    layers: [
      ...layersOf(choices.shareBefore, before.usd, partBefore),
      ...layersOf(choices.shareAfter, withoutRise(network, network.after.usd), partAfter),
    ],
  }
  const plans = moving ? [moving, unmoved] : [unmoved]
  const owners = transitOwners(baseline.network, index, economies)
  const context = { choiceSet, lanes, owners, economyCount: economies.length, plans }
  const layOut = transitTask.open(context)
  const tables = await shareOut([...plans.keys()], layOut, delegate?.(transitTask, context), first)
  return {
    economyCount: economies.length,
    ruleOfPair: network.ruleOfPair,
    ruleCount: network.rulesBefore.length,
    still: tables.at(-1)!,
    moving: moving && { groups: moving.layers.length / 2, table: tables[0] },
  }
}

/** The shares of some lanes, one lane after the other. */
function packed(lanes: Lanes, asked: Int32Array, start: Uint32Array, share: Float64Array): Float64Array {
  const made = new Float64Array(start[asked.length])
  asked.forEach((lane, k) => {
    made.set(share.subarray(lanes.shareStart[lane], lanes.shareStart[lane + 1]), start[k])
  })
  return made
}

/** Transit before at the central calibration, by country: TEU and USD a year. */
export function transitBefore(
  stage: TransitStage,
  boxes: Float64Array,
  drawn: RouteCostParameters,
): TransitTotals {
  const { still, moving, ruleOfPair } = stage
  const sum = totals(stage)
  addTransit(still, [{ layer: 0, boxes, partOfRule: whole(stage, 1) }], ruleOfPair, sum)
  if (moving) addTransit(moving.table, movingLoads(moving.groups, 0, boxes, 1, drawn), ruleOfPair, sum)
  return sum
}

/** Change of transit by country, TEU and USD a year, from the boxes of country pairs before and after. */
export function transitChange(
  stage: TransitStage,
  before: Float64Array,
  after: Float64Array,
  drawn: RouteCostParameters,
): TransitTotals {
  const { still, moving, ruleOfPair } = stage
  const sum = totals(stage)
  const stillLoads = [
    { layer: still.layers - 1, boxes: after, partOfRule: whole(stage, 1) },
    { layer: 0, boxes: before, partOfRule: whole(stage, -1) },
  ]
  addTransit(still, stillLoads, ruleOfPair, sum)
  if (moving) {
    const { groups, table } = moving
    const loads = [
      ...movingLoads(groups, groups, after, 1, drawn),
      ...movingLoads(groups, 0, before, -1, drawn),
    ]
    addTransit(table, loads, ruleOfPair, sum)
  }
  return sum
}

function totals({ economyCount }: TransitStage): TransitTotals {
  return { teu: new Float64Array(economyCount), usd: new Float64Array(economyCount) }
}

/** The same part for pairs without a rule and for each rule's pairs. */
function whole({ ruleCount }: TransitStage, part: number): Float64Array {
  return new Float64Array(ruleCount + 1).fill(part)
}

/** Boxes of every group on the layers of the touched lanes, from `first` on. */
function movingLoads(
  groups: number,
  first: number,
  boxes: Float64Array,
  factor: number,
  drawn: RouteCostParameters,
): TransitLoad[] {
  return Array.from({ length: groups }, (_, group) => ({
    layer: first + group,
    boxes,
    partOfRule: groupParts(group, factor, drawn),
  }))
}

/** Part of cargo in a group times a factor, for pairs without a rule and for each rule's pairs. */
function groupParts(
  group: number,
  factor: number,
  { avoidingBefore, avoidingAfter }: RouteCostParameters,
): Float64Array {
  const weights = new Float64Array(GROUPS.length)
  const byRule = Float64Array.from(avoidingBefore, (share, rule) => {
    groupWeights(true, share, avoidingAfter[rule], weights)
    return factor * weights[group]
  })
  return Float64Array.of(group === 0 ? factor : 0, ...byRule)
}
