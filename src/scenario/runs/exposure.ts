/**
 * Who is exposed to what a scenario closes: trade that passes it today, the time and cost that its cargo gains, pairs
 * with no way left, and what that comes to in real income.
 */
import { cargoShares, valuePerTeu } from '../../costs/cargo.js'
import { pairMeans } from '../../costs/pair-classes.js'
import { KeruenError } from '../../errors.js'
import { indexLevers, type Lever } from '../../network/elements/levers.js'
import { separatingCuts } from '../../network/least-cost/separating-cut.js'
import { bulkOnClosedWays } from '../../network/traffic/bulk.js'
import { passingShares } from '../../network/traffic/selected-link.js'
import type { Range, Result } from '../result/result.js'
import type { SolvedScenario } from '../result/solved-scenario.js'
import { cutOffTrade } from '../stages/cut-off.js'
import { centralParameters } from '../stages/draws.js'
import { binWeightsAt } from '../stages/time-value-ridge.js'
import { bulkSituation, type World } from '../stages/world.js'

/** Exposure of one economy; trade is both ways with everyone, home sales left out, at values before the closing. */
export interface EconomyExposure {
  readonly iso3: string
  readonly name: string
  readonly isMember: boolean
  /** Million USD a year. */
  readonly tradeMusd: number
  /** General cargo, and bulk by sea, that passes what closes. */
  readonly generalPassingMusd: number
  readonly bulkPassingMusd: number
  /** Both over all its trade. */
  readonly passingShare: number
  /** Days and generalized USD per TEU that its general cargo gains, over the part that passes; zero where none does. */
  readonly addedDays: number
  readonly addedUsdPerTeu: number
  /** Trade for which no way is left, million USD. */
  readonly cutOffMusd: number
  /** Income of today that nothing else earns meanwhile, million USD. */
  readonly idleIncomeMusd: number
  readonly realIncomeChangePercent: Range
  readonly realIncomeChangeMusd: Range
}

/** Below these the days and money that cargo gains are those of others, who wait in the queues that it leaves behind. */
const TOLD_MUSD = 1
const TOLD_SHARE = 1e-3

/** Trade of one pair that passes what closes. */
export interface PairExposure {
  readonly exporter: string
  readonly importer: string
  readonly passingMusd: number
  readonly teu: number
  /** Part of its general cargo. */
  readonly share: number
  readonly addedDays: number
}

/** A pair that loses its last way. */
export interface CutOffPair {
  readonly exporter: string
  readonly importer: string
  readonly cargo: 'all' | 'general' | 'bulk'
  readonly musd: number
  /** Ids of closings that together cut every way; none can be left out. Empty for bulk, which goes by sea only. */
  readonly cut: readonly string[]
}

export interface Exposure {
  /** What closes. */
  readonly closed: readonly Lever[]
  /** TEU a year of general cargo that passes it today, and all goods that do, million USD. */
  readonly teu: number
  readonly passingMusd: number
  /** Real income of all members together. */
  readonly blocRealIncomeChangeMusd: Range
  /** Members first, then by part of trade that passes. */
  readonly economies: readonly EconomyExposure[]
  /** Largest first. */
  readonly pairs: readonly PairExposure[]
  readonly cutOff: readonly CutOffPair[]
}

/**
 * @param result of the same run, for the real income and its ranges.
 * @throws KeruenError input `exposure.closes-nothing` where no open element is closed.
 */
export function exposureOf(solved: SolvedScenario, result: Result): Exposure {
  const { world } = solved
  const closed = closedLevers(world)
  const pairs = exposedPairs(solved, closed.selected)
  const incomes = new Map(result.countries.map(row => [row.iso3, row]))
  const { economies, dataset, members } = world
  const n = economies.length
  const names = new Map(dataset.countries.map(country => [country.iso3, country.names.en]))
  const isMember = new Set(members)
  const list = economies.flatMap((iso3, i): EconomyExposure[] => {
    const income = incomes.get(iso3)
    if (income === undefined) return []
    const of = (values: Float64Array): number => {
      let sum = 0
      for (let j = 0; j < n; j++) if (j !== i) sum += values[i * n + j] + values[j * n + i]
      return sum
    }
    const [trade, general, bulk] = [of(pairs.trade), of(pairs.general), of(pairs.bulk)]
    return [
      {
        iso3,
        name: names.get(iso3) ?? iso3,
        isMember: isMember.has(i),
        tradeMusd: trade,
        generalPassingMusd: general,
        bulkPassingMusd: bulk,
        passingShare: trade > 0 ? (general + bulk) / trade : 0,
        addedDays: general > TOLD_MUSD ? of(pairs.addedDays) / general : 0,
        addedUsdPerTeu: general > TOLD_MUSD ? of(pairs.addedUsd) / general : 0,
        cutOffMusd: of(pairs.cutOff),
        idleIncomeMusd: income.idleIncomeMusd,
        realIncomeChangePercent: income.realIncomeChangePercent,
        realIncomeChangeMusd: income.realIncomeChangeMusd,
      },
    ]
  })
  list.sort((a, b) => Number(b.isMember) - Number(a.isMember) || b.passingShare - a.passingShare)
  return {
    closed: closed.levers,
    teu: pairs.teu.reduce((sum, teu) => sum + teu, 0),
    passingMusd: pairs.general.reduce((sum, musd, ij) => sum + musd + pairs.bulk[ij], 0),
    blocRealIncomeChangeMusd: result.bloc.realIncomeChangeMusd,
    economies: list,
    pairs: pairRows(economies, pairs),
    cutOff: cutOffRows(world, pairs, closed.closings),
  }
}

function closedLevers({ network, baseline }: World) {
  const { levers, leverOf } = indexLevers(baseline.network, network.index)
  const elementsOf = new Map<number, number[]>()
  const selected = network.before.open.map((open, e) => open & (1 - network.after.open[e]))
  selected.forEach((isClosed, e) => {
    if (isClosed === 1) elementsOf.set(leverOf[e], [...(elementsOf.get(leverOf[e]) ?? []), e])
  })
  if (elementsOf.size === 0) {
    throw new KeruenError('input', {
      code: 'exposure.closes-nothing',
      at: { field: 'measures' },
      expected: 'a scenario that closes a link, a crossing, a port or a strait',
      found: 'none of its measures does',
      mend: 'Add close: { strait: suez }, or ask for one thing: keruen exposure khorgos-altynkol',
    })
  }
  const order = [...elementsOf.keys()].sort((a, b) => a - b)
  return {
    selected,
    levers: order.map(lever => levers[lever]),
    closings: order.map(lever => ({ id: levers[lever].id, elements: elementsOf.get(lever)! })),
  }
}

/** n × n, million USD a year unless said otherwise; the diagonal is zero. */
interface ExposedPairs {
  readonly trade: Float64Array
  readonly general: Float64Array
  readonly bulk: Float64Array
  /** TEU a year. */
  readonly teu: Float64Array
  readonly share: Float64Array
  /** Added days and USD per TEU of all its general cargo, times the value of that cargo. */
  readonly addedDays: Float64Array
  readonly addedUsd: Float64Array
  readonly cutOff: Float64Array
  /** 1 general cargo, 2 bulk that went by sea, 3 both. */
  readonly cutKind: Uint8Array
}

function exposedPairs({ world, routes }: SolvedScenario, selected: Uint8Array): ExposedPairs {
  const { network, economies, flows, dataset, far } = world
  const { choiceSet, lanes } = network
  const n = economies.length
  const parameters = centralParameters(world)
  const shares = cargoShares(dataset, parameters)
  const { general: generalShare, inBoxes } = shares
  const value = valuePerTeu(far, parameters)
  const share = passingShares(choiceSet, lanes, routes.shareBefore, routes.partBefore, selected, n)
  const bulkShare = bulkOnClosedWays(bulkSituation(world))
  const cutOff = cutOffTrade(world, shares)
  const means = pairMeans(world.network.lanes, routes.choices, {
    size: n * n,
    binWeight: binWeightsAt(routes.ridge, parameters.timeValueSpread),
    avoidingBefore: parameters.avoidingBefore,
    avoidingAfter: parameters.avoidingAfter,
  })
  const matrix = (): Float64Array => new Float64Array(n * n)
  const made = {
    trade: matrix(),
    general: matrix(),
    bulk: matrix(),
    teu: matrix(),
    share,
    addedDays: matrix(),
    addedUsd: matrix(),
    cutOff: matrix(),
    cutKind: new Uint8Array(n * n),
  }
  for (let ij = 0; ij < n * n; ij++) {
    if (ij % (n + 1) === 0) continue
    const general = flows[ij] * inBoxes[ij]
    const bulkMusd = flows[ij] * (1 - generalShare[ij])
    made.trade[ij] = flows[ij]
    made.general[ij] = general * share[ij]
    made.bulk[ij] = bulkMusd * bulkShare[ij]
    made.teu[ij] = (made.general[ij] * 1e6) / value[ij]
    if (share[ij] > TOLD_SHARE) {
      made.addedDays[ij] = (general * means.addedHours[ij]) / 24
      made.addedUsd[ij] = general * means.addedUsd[ij]
    }
    made.cutKind[ij] = (cutOff.general[ij] > 0 ? 1 : 0) | (cutOff.bulk[ij] > 0 ? 2 : 0)
    made.cutOff[ij] = cutOff.general[ij] + cutOff.bulk[ij]
  }
  return made
}

function pairRows(economies: readonly string[], pairs: ExposedPairs): PairExposure[] {
  const n = economies.length
  const rows: PairExposure[] = []
  pairs.general.forEach((general, ij) => {
    const passingMusd = general + pairs.bulk[ij]
    if (!(passingMusd > 0)) return
    rows.push({
      exporter: economies[Math.floor(ij / n)],
      importer: economies[ij % n],
      passingMusd,
      teu: pairs.teu[ij],
      share: pairs.share[ij],
      addedDays: general > 0 ? pairs.addedDays[ij] / general : 0,
    })
  })
  return rows.sort((a, b) => b.passingMusd - a.passingMusd)
}

const CARGO: readonly CutOffPair['cargo'][] = ['all', 'general', 'bulk', 'all']

function cutOffRows(
  { economies, network, effect }: World,
  { cutKind, cutOff }: ExposedPairs,
  closings: Parameters<typeof separatingCuts>[2],
): CutOffPair[] {
  const n = economies.length
  const gateways = (iso3: string): string[] =>
    effect.network.gateways.flatMap(gateway => (gateway.iso3 === iso3 ? [gateway.placeId] : []))
  const cutOf = separatingCuts(effect.network, network.after, closings)
  const rows: CutOffPair[] = []
  cutKind.forEach((kind, ij) => {
    if (kind === 0) return
    const [exporter, importer] = [economies[Math.floor(ij / n)], economies[ij % n]]
    const cut = kind === 2 ? [] : cutOf(gateways(exporter), gateways(importer))
    rows.push({
      exporter,
      importer,
      cargo: CARGO[kind],
      musd: cutOff[ij],
      cut: cut ?? [],
    })
  })
  return rows.sort((a, b) => b.musd - a.musd)
}
