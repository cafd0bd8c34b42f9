/** What a reader must know before trusting a number: dropped, assumed, out of range, without effect. */
import type { Counterfactual } from '../stages/counterfactual.js'
import { bulkCutOff, generalCutOff, generalTurned } from '../stages/cut-off.js'
import { onlyPorts } from '../stages/only-ports.js'
import { hiddenMembers } from '../stages/sector-world.js'
import type { World } from '../stages/world.js'
import { ENGLISH_NOTICES, type NoticeCode, type NoticeValues } from './notice-words.js'
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
    ...portsOfCountries(world),
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
    .map(({ id, title, changedRows }) => notice('measure.no-route', { title, rows: changedRows }, id))
}

/** Countries of which a measure closes all ports that the network has: ports of theirs that it does not have would still load. */
function portsOfCountries({ scenario, baseline, economies }: World): Notice[] {
  const countriesOf = onlyPorts(baseline.network, economies)
  return scenario.measures.flatMap(measure => {
    if (measure.kind !== 'close') return []
    const countries = countriesOf(new Set(measure.placeIds))
    return countries.length === 0
      ? []
      : [notice('network.ports-of-country', { title: measure.title, countries }, measure.id)]
  })
}

function queues(capacities: readonly CapacityResult[]): Notice[] {
  const queued = capacities.filter(({ queueHours }) => queueHours > 0)
  if (queued.length === 0) return []
  return [
    ...queued.map(({ id, label, limitTeu, queueHours }) =>
      notice('network.queue', { label, limitKteu: thousands(limitTeu.after), hours: queueHours }, id),
    ),
    notice('network.capacity-stated', { stated: capacities.length }),
  ]
}

function rises(markets: readonly FreightMarketResult[]): Notice[] {
  if (markets.length === 0) return []
  return [
    ...markets.map(({ id, name, use, usdPerUnit, paidMoreMusd }) =>
      notice(
        'network.freight-rates',
        {
          name,
          usePercent: percentOf(use),
          ratePercent: percentOf(usdPerUnit),
          paidMoreMusd: Number(paidMoreMusd.toPrecision(3)),
        },
        id,
      ),
    ),
    notice('network.freight-rates-paid', {}),
  ]
}

function percentOf({ before, after }: BeforeAfter): number {
  return 100 * (after / before - 1)
}

/** To four digits. */
function thousands(teu: number): number {
  return Number((teu / 1000).toPrecision(4))
}

function cutOffPairs(world: World): Notice[] {
  const bulk = bulkCutOff(world)
  return [
    ...cutOffNotice(world, generalCutOff(world), 'network.cut-off'),
    ...cutOffNotice(world, generalTurned(world), 'network.other-gateways'),
    ...cutOffNotice(world, bulk.whole, 'network.bulk-cut-off'),
    ...cutOffNotice(world, bulk.part, 'network.bulk-partly-cut-off'),
  ]
}

type CutOffCode =
  | 'network.cut-off'
  | 'network.other-gateways'
  | 'network.bulk-cut-off'
  | 'network.bulk-partly-cut-off'

/** Pairs that a notice names. */
const NAMED_PAIRS = 8

function cutOffNotice({ economies }: World, pairs: readonly number[], code: CutOffCode): Notice[] {
  if (pairs.length === 0) return []
  const n = economies.length
  const first = pairs
    .slice(0, NAMED_PAIRS)
    .map(pair => `${economies[Math.floor(pair / n)]}–${economies[pair % n]}`)
  return [notice(code, { pairs: pairs.length, first })]
}

function largeChanges({ axis: { members, economies } }: World, { outcome }: Counterfactual): Notice[] {
  return members
    .filter(i => Math.abs(outcome.realIncomePercent[i]) > LARGE_CHANGE_PERCENT)
    .map(i =>
      notice(
        'equilibrium.large-change',
        { country: economies[i], percent: LARGE_CHANGE_PERCENT },
        economies[i],
      ),
    )
}

function membersWithoutRow({ sectorDataset, scenario }: World): Notice[] {
  const hidden = sectorDataset === undefined ? [] : hiddenMembers(sectorDataset, scenario.members)
  if (sectorDataset === undefined || hidden.length === 0) return []
  return [notice('sectors.hidden-members', { baseline: sectorDataset.title, countries: hidden })]
}

function membersWithoutRoutes({ members, economies, network }: World): Notice[] {
  const served = new Set<number>()
  network.lanes.countryPair.forEach(pair => served.add(Math.floor(pair / economies.length)))
  return members
    .filter(i => !served.has(i))
    .map(i => notice('network.no-gateway', { country: economies[i] }, economies[i]))
}

function notice<Code extends NoticeCode>(code: Code, values: NoticeValues[Code], subject?: string): Notice {
  const words: (values: NoticeValues[Code]) => string = ENGLISH_NOTICES[code]
  return { code, message: words(values), ...(subject !== undefined && { subject }), values: { ...values } }
}
