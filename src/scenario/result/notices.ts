/** What a reader must know before trusting a number: dropped, assumed, out of range, without effect. */
import type { Counterfactual } from '../stages/counterfactual.js'
import { bulkCutOff, generalCutOff } from '../stages/cut-off.js'
import { hiddenMembers } from '../stages/sector-world.js'
import type { World } from '../stages/world.js'
import type {
  BeforeAfter,
  CapacityResult,
  FreightMarketResult,
  MeasureResult,
  Notice,
  Result,
} from './result.js'

/** Beyond this the power form of real income is out of the range that it is meant for. */
const LARGE_CHANGE_PERCENT = 5

export function resultNotices(
  world: World,
  central: Counterfactual,
  { measures, capacities, freightMarkets }: Pick<Result, 'measures' | 'capacities' | 'freightMarkets'>,
): Notice[] {
  return [
    ...withoutEffect(measures),
    ...queues(capacities),
    ...rises(freightMarkets),
    ...cutOffPairs(world),
    ...largeChanges(world, central),
    ...membersWithoutRoutes(world),
    ...membersWithoutRow(world),
  ]
}

function withoutEffect(measures: readonly MeasureResult[]): Notice[] {
  return measures
    .filter(measure => measure.touchedPairs === 0)
    .map(measure => ({
      code: 'measure.no-route',
      subject: measure.id,
      message: `"${measure.title}" changes ${measure.changedRows} rows, but no route of any pair of countries uses them, so it has no effect on trade.`,
    }))
}

function queues(capacities: readonly CapacityResult[]): Notice[] {
  const queued = capacities.filter(({ queueHours }) => queueHours > 0)
  if (queued.length === 0) return []
  return [
    ...queued.map(({ id, label, limitTeu, queueHours }) => ({
      code: 'network.queue',
      subject: id,
      message: `${label}: more would pass than the ${thousands(limitTeu.after)} thousand TEU a year that may, so all that pass wait ${queueHours.toFixed(1)} hours longer.`,
    })),
    {
      code: 'network.capacity-stated',
      message: `Capacity is stated for ${capacities.length} of the open links, crossings and terminals (a crossing counts in each direction); everywhere else it is unlimited. The ranges hold these queues as they are at the central parameters.`,
    },
  ]
}

function rises(markets: readonly FreightMarketResult[]): Notice[] {
  if (markets.length === 0) return []
  return [
    ...markets.map(({ id, name, use, usdPerUnit, paidMoreMusd }) => ({
      code: 'network.freight-rates',
      subject: id,
      message:
        usdPerUnit.after > usdPerUnit.before
          ? `${name}: ${percentOf(use)} % more is carried at rates ${percentOf(usdPerUnit)} % higher, which costs traders ${money(paidMoreMusd)} million USD a year on all that is carried.`
          : `${name}: no more is carried than today, so rates stay what they are.`,
    })),
    {
      code: 'network.freight-rates-paid',
      message:
        "What traders pay more is income of carriers; whose, the model does not know, so no country's real income holds it. Other carriers keep their rates. The ranges hold these rates as they are at the central parameters.",
    },
  ]
}

function percentOf({ before, after }: BeforeAfter): string {
  return (100 * (after / before - 1)).toFixed(1)
}

function money(musd: number): string {
  return Number(musd.toPrecision(3)).toLocaleString('en')
}

/** To four digits. */
function thousands(teu: number): number {
  return Number((teu / 1000).toPrecision(4))
}

function cutOffPairs(world: World): Notice[] {
  const bulk = bulkCutOff(world)
  return [
    ...cutOffNotice(
      world,
      generalCutOff(world),
      'network.cut-off',
      'have no way left for general cargo and trade none of it',
    ),
    ...cutOffNotice(
      world,
      bulk.whole,
      'network.bulk-cut-off',
      'have no way left by sea for bulk and trade none of it',
    ),
    ...cutOffNotice(
      world,
      bulk.part,
      'network.bulk-partly-cut-off',
      'have no way left for a part of their bulk, by their ports or from a port where a pipeline ends, and do not trade that part',
    ),
  ]
}

function cutOffNotice({ economies }: World, pairs: readonly number[], code: string, what: string): Notice[] {
  if (pairs.length === 0) return []
  const n = economies.length
  const names = pairs.slice(0, 8).map(pair => `${economies[Math.floor(pair / n)]}–${economies[pair % n]}`)
  const message = `${pairs.length} pairs of countries ${what} in this counterfactual: ${names.join(', ')}${pairs.length > 8 ? ' and others' : ''}.`
  return [{ code, message }]
}

function largeChanges({ axis: { members, economies } }: World, { outcome }: Counterfactual): Notice[] {
  return members
    .filter(i => Math.abs(outcome.realIncomePercent[i]) > LARGE_CHANGE_PERCENT)
    .map(i => ({
      code: 'equilibrium.large-change',
      subject: economies[i],
      message: `The change for ${economies[i]} is above ${LARGE_CHANGE_PERCENT} %, beyond what the measure of real income is meant for; read its sign and order of size only.`,
    }))
}

function membersWithoutRow({ sectorDataset, scenario }: World): Notice[] {
  const hidden = sectorDataset === undefined ? [] : hiddenMembers(sectorDataset, scenario.members)
  if (sectorDataset === undefined || hidden.length === 0) return []
  return [
    {
      code: 'sectors.hidden-members',
      message: `No row of their own in "${sectorDataset.title}": ${hidden.join(', ')}. Their trade stands within the rest of the world, so nothing is reported for them and the members' totals leave them out.`,
    },
  ]
}

function membersWithoutRoutes({ members, economies, network }: World): Notice[] {
  const served = new Set<number>()
  network.lanes.countryPair.forEach(pair => served.add(Math.floor(pair / economies.length)))
  return members
    .filter(i => !served.has(i))
    .map(i => ({
      code: 'network.no-gateway',
      subject: economies[i],
      message: `${economies[i]} has no gateway in the network, so no change of a corridor reaches its trade.`,
    }))
}
