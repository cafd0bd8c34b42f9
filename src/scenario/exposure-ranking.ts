/**
 * All links, crossings, ports and straits, ranked by what the bloc would lose if one of them closed. A leg of open sea is
 * nothing that closes: ships go round it, and where they cannot there is a strait.
 */
import { generalCargoShare, valuePerTeu } from '../costs/cargo.js'
import { closureTable } from '../costs/closures.js'
import { effectiveTariff, icebergHat } from '../costs/iceberg.js'
import { getParameter } from '../dataset/parameters.js'
import { factorisedSystem, worldAfter } from '../equilibrium/one-sector/derivatives.js'
import { createOneSectorWorkspace } from '../equilibrium/one-sector/system.js'
import { solveEquilibrium } from '../equilibrium/solver.js'
import { realIncomeHat } from '../equilibrium/welfare.js'
import { indexLevers, type Lever } from '../network/levers.js'
import { localDetours } from '../network/local-detours.js'
import { centralParameters } from './draws.js'
import { routeChoiceParameters } from './route-stage.js'
import { timeValueRidge } from './time-value-ridge.js'
import type { World } from './world.js'

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
}

/** Where the ranking stands. */
export type RankingProgress = (done: number, total: number) => void | Promise<void>

/**
 * Ranks every lever that some cargo passes; the largest loss first. Trade costs come from one walk through the routes
 * (`closureTable`), with the best local way round each closing; then each closing is a general equilibrium of its own,
 * with one sector.
 *
 * @param world of a scenario without measures: its bloc, regime and parameters count.
 */
export async function rankClosings(world: World, onProgress?: RankingProgress): Promise<RankedClosing[]> {
  const { network, baseline, economies, dataset, far, flows, scenario } = world
  const n = economies.length
  const parameters = centralParameters(world)
  const value = valuePerTeu(far, parameters)
  const generalShare = generalCargoShare(dataset.bulkShare, parameters.bulkShareFactor)
  const { levers, leverOf } = closableLevers(world)
  const { choiceSet, lanes, situation } = network
  const choice = routeChoiceParameters(scenario.parameters, timeValueRidge({ ...scenario, draws: 0 }))
  const table = closureTable(
    { choiceSet, lanes, territory: situation.territory, state: situation.before },
    choice,
    {
      count: levers.length,
      leverOf,
      detours: localDetours(
        baseline.network,
        network.before,
        baseline.avoidance,
        { count: levers.length, leverOf },
        choice.timeValues.value,
      ),
    },
    {
      economies: n,
      value,
      valueOfDay: parameters.valueOfDay,
      bulkValue: getParameter(scenario.parameters, 'bulkValuePerTeu').value,
    },
  )
  const solve = closingSolver(world, generalShare)
  const general = new Float64Array(n * n).fill(1)
  const bulk = new Float64Array(n * n).fill(1)
  const rows: RankedClosing[] = []
  for (const [l, lever] of levers.entries()) {
    if (l % 64 === 0) await onProgress?.(l, levers.length)
    let teu = 0
    let passingMusd = 0
    let pairsCutOff = 0
    for (let entry = table.start[l]; entry < table.start[l + 1]; entry++) {
      const pair = table.pair[entry]
      const cargo = flows[pair] * generalShare[pair] * table.passing[entry]
      teu += (cargo * 1e6) / value[pair]
      passingMusd += cargo + flows[pair] * (1 - generalShare[pair]) * table.bulkPassing[entry]
      if (flows[pair] > 0 && table.generalHat[entry] === Number.POSITIVE_INFINITY) pairsCutOff++
      general[pair] = table.generalHat[entry]
      bulk[pair] = table.bulkHat[entry]
    }
    if (teu >= SMALLEST_TEU || passingMusd >= SMALLEST_MUSD)
      rows.push({ lever, teu, passingMusd, pairsCutOff, ...solve(general, bulk) })
    for (let entry = table.start[l]; entry < table.start[l + 1]; entry++) {
      general[table.pair[entry]] = 1
      bulk[table.pair[entry]] = 1
    }
  }
  return rows.sort(
    (a, b) => a.blocRealIncomeChangeMusd - b.blocRealIncomeChangeMusd || (a.lever.id < b.lever.id ? -1 : 1),
  )
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

/** Solves one closing after the other from today's market. */
function closingSolver(world: World, generalShare: Float64Array) {
  const { economies, flows, baseline, effect, scenario, members, gdpMusd } = world
  const n = economies.length
  const workspace = createOneSectorWorkspace(n)
  const tariff = effectiveTariff(baseline.tariff, generalShare)
  const { value: tradeElasticity } = getParameter(scenario.parameters, 'tradeElasticity')
  const market = { economies, flows, tariff, tradeElasticity }
  const { balances, numeraire } = scenario
  const none = { icebergHat: new Float64Array(n * n).fill(1), newTariff: tariff }
  const today = solveEquilibrium('one-sector', market, none, { workspace, balances, numeraire })
  const factors = factorisedSystem(worldAfter(market, none, today), balances)
  const hat = new Float64Array(n * n)
  return (general: Float64Array, bulk: Float64Array) => {
    icebergHat(generalShare, general, bulk, effect.nonTariffHat, tradeElasticity, hat)
    const equilibrium = solveEquilibrium(
      'one-sector',
      market,
      { icebergHat: hat, newTariff: tariff },
      { workspace, factors, startWageHat: today.wageHat, inputs: 'checked', balances, numeraire },
    )
    const income = gdpMusd.map((gdp, i) => (gdp > 0 ? gdp : equilibrium.expenditure[i]))
    const change = realIncomeHat(equilibrium, income).map(ratio => ratio - 1)
    const blocRealIncomeChangeMusd = members.reduce((sum, i) => sum + change[i] * income[i], 0)
    return { blocRealIncomeChangeMusd, realIncomePercent: change.map(part => 100 * part) }
  }
}
