/**
 * All links, crossings, ports and straits, ranked by what the bloc would lose if one of them closed. A leg of open sea is
 * nothing that closes: ships go round it, and where they cannot there is a strait.
 */
import { type CargoShares, cargoShares, valuePerTeu } from '../../costs/cargo.js'
import { closureWays } from '../../costs/closure-ways.js'
import { closureTable } from '../../costs/closures.js'
import { effectiveTariff, icebergHat, joinFlown } from '../../costs/iceberg.js'
import { idleIncome, shutInBulk, shutInTrade } from '../../costs/idle-bulk.js'
import type { Dataset } from '../../dataset/dataset.js'
import { getParameter } from '../../dataset/parameters.js'
import { factorisedSystem, worldAfter } from '../../equilibrium/one-sector/derivatives.js'
import { createOneSectorWorkspace } from '../../equilibrium/one-sector/system.js'
import { solveEquilibrium } from '../../equilibrium/solver.js'
import { realIncomeHat } from '../../equilibrium/welfare.js'
import type { ChoiceSet } from '../../network/choice-set/choice-set.js'
import type { NetworkBaseline } from '../../network/comparison/network-baseline.js'
import { indexLevers, type Lever } from '../../network/elements/levers.js'
import { bulkTotals } from '../../network/route-choice/route-totals.js'
import { type FoundBulk, sailingBulk } from '../../network/traffic/bulk.js'
import type { Scenario } from '../scenario.js'
import { settleCapacity, solveWorld } from '../stages/capacity-stage.js'
import { marketModel } from '../stages/counterfactual-model.js'
import { generalCutOff } from '../stages/cut-off.js'
import { centralParameters } from '../stages/draws.js'
import { onlyPorts } from '../stages/only-ports.js'
import { chooseAllRoutes, routeChoiceParameters } from '../stages/route-stage.js'
import { timeValueRidge } from '../stages/time-value-ridge.js'
import { bulkSituation, prepareWorld, type World } from '../stages/world.js'

/** What closing one lever would come to; changes of real income against today, at the central parameters. */
export interface RankedClosing {
  readonly lever: Lever
  /** TEU a year of general cargo that pass it, and all goods that do, million USD. */
  readonly teu: number
  readonly passingMusd: number
  /** Million USD a year: all members together. */
  readonly blocRealIncomeChangeMusd: number
  /** Percent, every economy of the trade matrix. */
  readonly realIncomePercent: Float64Array
  /** Country pairs for whose general cargo no way is left. */
  readonly pairsCutOff: number
  /** Economies, alpha-3, of which it is the only port that the network has: it stands for all of theirs. */
  readonly onlyPortOf: readonly string[]
  /** Whether it was solved as a scenario of its own; otherwise estimated without queues, which make a loss larger. */
  readonly isExact: boolean
}

/** Where the ranking stands. */
export type RankingProgress = (done: number, total: number) => void | Promise<void>

export interface RankingOptions {
  readonly choiceSet: ChoiceSet
  readonly baseline?: NetworkBaseline | undefined
  /** How many of the first are surely solved as scenarios of their own; with them all others that may belong there. */
  readonly exactly: number
  readonly onProgress?: RankingProgress
}

/**
 * Ranks every lever that some cargo passes; the largest loss first, those solved exactly before the others. Trade costs
 * come from one walk through the routes (`closureTable`) with the best way round each closing on the whole network; each
 * closing is a general equilibrium of its own, with one sector and without limits of capacity. The first are then solved as
 * scenarios of their own, but for ports that stand for a whole coast (`isCoast`).
 *
 * @param scenario whose bloc, regime and parameters count; it has no measures.
 */
export async function rankClosings(
  dataset: Dataset,
  scenario: Scenario,
  options: RankingOptions,
): Promise<RankedClosing[]> {
  const world = prepareWorld(dataset, scenario, options.choiceSet, undefined, { prepared: options.baseline })
  const shares = cargoShares(dataset, centralParameters(world))
  const solve = closingSolver(world, shares)
  const all = await estimateAll(world, shares, solve, options.onProgress)
  const estimated = all.filter(row => !isCoast(row))
  const exact: RankedClosing[] = []
  for (const row of estimated) {
    if (exact.length >= options.exactly && !mayBelong(row, exact, options.exactly)) break
    await options.onProgress?.(exact.length, Math.max(options.exactly, exact.length + 1))
    exact.push(await solveExactly(dataset, scenario, options, row))
  }
  return [...exact.sort(byLoss), ...[...estimated.slice(exact.length), ...all.filter(isCoast)].sort(byLoss)]
}

/** Whether it takes a country from the network's sea and land alike: as it is, not one port closes then but a coast. */
export function isCoast({ onlyPortOf, pairsCutOff }: RankedClosing): boolean {
  return onlyPortOf.length > 0 && pairsCutOff > 0
}

/** Part of a loss that an estimate seldom falls short of: where no queue makes it larger it is mostly within a tenth (docs/models/network.md, 8). */
const LEAST_PART = 0.7

/** Whether an estimated closing may be among the first so many of those that were solved. */
function mayBelong(row: RankedClosing, solved: readonly RankedClosing[], count: number): boolean {
  if (count === 0) return false
  const last = solved.toSorted(byLoss)[count - 1]
  return row.blocRealIncomeChangeMusd <= LEAST_PART * last.blocRealIncomeChangeMusd
}

function byLoss(a: RankedClosing, b: RankedClosing): number {
  return a.blocRealIncomeChangeMusd - b.blocRealIncomeChangeMusd || (a.lever.id < b.lever.id ? -1 : 1)
}

/** The closing as a scenario of its own at the central parameters, queues of capacity included. */
async function solveExactly(
  dataset: Dataset,
  scenario: Scenario,
  { choiceSet, baseline }: RankingOptions,
  row: RankedClosing,
): Promise<RankedClosing> {
  const { id, kind, name } = row.lever
  const own = kind === 'link' ? { linkIds: [id], placeIds: [] } : { linkIds: [], placeIds: [id] }
  const measure = { kind: 'close' as const, id: 'm1', title: name, owners: [], ...own }
  const closed = { ...scenario, draws: 0, measures: [measure] }
  const world = prepareWorld(dataset, closed, choiceSet, undefined, { prepared: baseline })
  const choices = await chooseAllRoutes(world)
  const parameters = centralParameters(world)
  const free = solveWorld(world, choices, marketModel(world, choices), parameters)
  const { market } = await settleCapacity(free, parameters)
  return {
    ...row,
    ...incomeChange(world, market.realIncomeHat, market.equilibrium.expenditure),
    pairsCutOff: generalCutOff(world).length,
    isExact: true,
  }
}

function incomeChange({ members, gdpMusd }: World, realIncomeHat: Float64Array, expenditure: Float64Array) {
  const change = realIncomeHat.map(ratio => ratio - 1)
  // Where no GDP is in hand (the rest of the world) goods spending stands in.
  const worth = (i: number): number => change[i] * (gdpMusd[i] > 0 ? gdpMusd[i] : expenditure[i])
  return {
    blocRealIncomeChangeMusd: members.reduce((sum, i) => sum + worth(i), 0),
    realIncomePercent: change.map(part => 100 * part),
  }
}

async function estimateAll(
  world: World,
  shares: CargoShares,
  solve: ReturnType<typeof closingSolver>,
  onProgress?: RankingProgress,
): Promise<RankedClosing[]> {
  const { network, baseline, economies, far, flows, scenario } = world
  const n = economies.length
  const parameters = centralParameters(world)
  const value = valuePerTeu(far, parameters)
  const { levers, leverOf } = closableLevers(world)
  const { choiceSet, lanes, bulkLanes, situation } = network
  const choice = routeChoiceParameters(scenario.parameters, timeValueRidge({ ...scenario, draws: 0 }))
  const portOf = new Map(levers.map(({ kind, id }, l) => [id, kind === 'link' ? -1 : l]))
  const ofGateway = Int16Array.from(choiceSet.gateways, id => portOf.get(id) ?? -1)
  const counted = { count: levers.length, leverOf, ofGateway }
  const ways = closureWays(baseline.network, network.before, network, baseline.avoidance, counted)
  const table = closureTable(
    {
      choiceSet,
      lanes,
      bulkLanes,
      links: baseline.network.links,
      territory: situation.territory,
      state: situation.before,
      bulkTotals: bulkTotals(
        choiceSet,
        baseline.network.links,
        network.index,
        network.before,
        network.totalsBefore,
      ),
    },
    choice,
    { ...counted, ways },
    {
      economies: n,
      value,
      valueOfDay: parameters.valueOfDay,
      bulkValue: getParameter(scenario.parameters, 'bulkValuePerTeu').value,
    },
  )
  const general = new Float64Array(n * n).fill(1)
  const bulk = {
    hat: new Float64Array(n * n).fill(1),
    lost: new Float64Array(n * n),
    cutOffOutlets: new Float64Array(n * n),
  }
  const onlyPortOf = onlyPorts(baseline.network, economies)
  const rows: RankedClosing[] = []
  for (const [l, lever] of levers.entries()) {
    if (l % 64 === 0) await onProgress?.(l, levers.length)
    let teu = 0
    let passingMusd = 0
    let pairsCutOff = 0
    for (let entry = table.start[l]; entry < table.start[l + 1]; entry++) {
      const pair = table.pair[entry]
      const cargo = flows[pair] * shares.inBoxes[pair] * table.passing[entry]
      teu += (cargo * 1e6) / value[pair]
      passingMusd += cargo + flows[pair] * (1 - shares.general[pair]) * table.bulkPassing[entry]
      if (flows[pair] > 0 && table.generalHat[entry] === Number.POSITIVE_INFINITY) pairsCutOff++
      general[pair] = table.generalHat[entry]
      bulk.hat[pair] = table.bulkHat[entry]
      bulk.lost[pair] = table.bulkLost[entry]
      bulk.cutOffOutlets[pair] = table.bulkCutOffOutlets[entry]
    }
    if (teu >= SMALLEST_TEU || passingMusd >= SMALLEST_MUSD)
      rows.push({
        lever,
        teu,
        passingMusd,
        pairsCutOff,
        onlyPortOf: lever.kind === 'link' ? [] : onlyPortOf(new Set([lever.id])),
        isExact: false,
        ...solve(general, bulk),
      })
    for (let entry = table.start[l]; entry < table.start[l + 1]; entry++) {
      general[table.pair[entry]] = 1
      bulk.hat[table.pair[entry]] = 1
      bulk.lost[table.pair[entry]] = 0
      bulk.cutOffOutlets[table.pair[entry]] = 0
    }
  }
  return rows.sort(byLoss)
}

function closableLevers({ baseline, network }: World) {
  const { levers, leverOf } = indexLevers(baseline.network, network.index)
  baseline.network.links.forEach(({ mode }, element) => {
    if (mode === 'sea') leverOf[element] = -1
  })
  return { levers, leverOf }
}

/** Less than this a year passes: nothing is lost that could be told. */
const SMALLEST_TEU = 10
const SMALLEST_MUSD = 1

/** Solves one closing after the other from today's market; it joins what flies to the ratios that it is given. */
function closingSolver(world: World, { general: generalShare, flown }: CargoShares) {
  const { economies, flows, baseline, effect, scenario, gdpMusd } = world
  const n = economies.length
  const workspace = createOneSectorWorkspace(n)
  const tariff = effectiveTariff(baseline.tariff, generalShare)
  const { tradeElasticity, idleBulkShare } = centralParameters(world)
  const market = { economies, flows, tariff, tradeElasticity }
  const { balances, numeraire } = scenario
  const none = { icebergHat: new Float64Array(n * n).fill(1), newTariff: tariff }
  const today = solveEquilibrium('one-sector', market, none, { workspace, balances, numeraire })
  const factors = factorisedSystem(worldAfter(market, none, today), balances)
  const hat = new Float64Array(n * n)
  const situation = bulkSituation(world)
  const bulkMusd = (pair: number): number => flows[pair] * (1 - generalShare[pair])
  const idleOf = (bulk: FoundBulk): Float64Array | undefined => {
    const shutIn = shutInBulk(bulk, () => sailingBulk(situation), bulkMusd, n)
    return shutIn && idleIncome(n, idleBulkShare, shutInTrade(flows, generalShare, bulk, shutIn))
  }
  return (general: Float64Array, bulk: FoundBulk) => {
    joinFlown(general, flown, tradeElasticity)
    icebergHat(generalShare, general, bulk, effect.nonTariffHat, tradeElasticity, hat)
    const equilibrium = solveEquilibrium(
      'one-sector',
      market,
      {
        icebergHat: hat,
        newTariff: tariff,
        idleIncome: idleOf(bulk),
      },
      { workspace, factors, startWageHat: today.wageHat, inputs: 'checked', balances, numeraire },
    )
    const income = gdpMusd.map((gdp, i) => (gdp > 0 ? gdp : equilibrium.expenditure[i]))
    return incomeChange(world, realIncomeHat(equilibrium, income), equilibrium.expenditure)
  }
}
