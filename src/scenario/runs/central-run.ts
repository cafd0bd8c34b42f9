/**
 * The central counterfactual of one scenario after the other, for a page in which a hand drags a lever: the same numbers
 * as `run`, without draws and without what no one looks at while dragging (transit, diversion, contributions).
 */
import type { Dataset } from '../../dataset/dataset.js'
import { PROGRAM } from '../../version.js'
import { capacityRows } from '../result/assemble-capacity.js'
import { countryRows } from '../result/assemble-countries.js'
import { freightMarketRows } from '../result/assemble-freight.js'
import { corridorRows, linkRows, waitRows } from '../result/assemble-network.js'
import { pairRows } from '../result/assemble-pairs.js'
import { trafficPointRows } from '../result/assemble-points.js'
import { blocTrade } from '../result/assemble-result.js'
import type { CentralResult } from '../result/central-result.js'
import { sectorTotals } from '../result/sector-totals.js'
import type { Scenario } from '../scenario.js'
import { bottlenecksOf, type Centre } from '../stages/capacity-stage.js'
import { type CentreOptions, centreRunner } from '../stages/centre-runner.js'
import { measureCorridors } from '../stages/corridor-gates.js'
import { measureOutcome } from '../stages/counterfactual.js'
import { freightMarkets } from '../stages/freight-rate-stage.js'

export interface CentralRunOptions extends Omit<CentreOptions, 'sectors'> {
  /** Given the counterfactual behind every answer, of which more can be asked until the next; see `elementUsers`. */
  readonly onCentre?: (centre: Centre) => void
}

/**
 * Returns a function that solves one scenario after the other. The next call overwrites nothing of what it returned.
 *
 * It throws what `run` throws; a fault leaves what it knows as it was.
 *
 * @param turn awaited between stages, so that a caller can let other work in, or give up by throwing.
 */
export function centralRunner(dataset: Dataset, { onCentre, ...options }: CentralRunOptions) {
  const solve = centreRunner(dataset, options)
  return async (scenario: Scenario, turn?: () => Promise<void>): Promise<CentralResult> => {
    const centre = await solve(scenario, turn)
    onCentre?.(centre)
    return assemble(centre)
  }
}

function assemble(centre: Centre): CentralResult {
  const { world, model, market, traffic } = centre
  const { scenario, dataset, axis } = world
  const { economies } = axis
  const none = {
    teu: new Float64Array(world.economies.length),
    usd: new Float64Array(world.economies.length),
  }
  const outcome = measureOutcome(model, market, none)
  const central = { ...market, outcome }
  const before = sectorTotals(market.goods.before, economies.length)
  const { turnover, total } = blocTrade(axis, before)
  const single = (value: number) => ({ value, low: value, high: value })
  const { id, title, version, hash, year } = dataset
  return {
    program: PROGRAM,
    dataset: { id, title, version, hash, year },
    scenario,
    bloc: {
      id: scenario.bloc,
      asOf: scenario.asOf,
      members: scenario.members,
      realIncomeChangeMusd: single(outcome.blocRealIncomeMusd),
      turnoverBeforeMusd: turnover,
      turnoverBridge: world.turnoverBridge,
      turnoverChangeMusd: single(outcome.blocTurnoverMusd),
      turnoverShareBeforePercent: total > 0 ? (200 * turnover) / total : 0,
      pairs: pairRows(axis, central, []),
    },
    countries: countryRows(world, central, [], none).map(withoutTransit),
    corridors: corridorRows(world, measureCorridors(world, traffic).corridors, outcome, []),
    links: linkRows(world, traffic),
    waits: waitRows(world, traffic),
    capacities: capacityRows(world, bottlenecksOf(centre), traffic),
    freightMarkets: freightMarketRows(freightMarkets(centre)),
    trafficPoints: trafficPointRows(world, traffic),
    flows: {
      economies,
      before,
      after: sectorTotals(market.goods.after, economies.length),
      quality: axis.quality,
    },
  }
}

function withoutTransit({
  transitTeuBefore: _,
  transitTeuChange: __,
  transitRevenueBeforeMusd: ___,
  transitRevenueChangeMusd: ____,
  ...row
}: ReturnType<typeof countryRows>[number]): CentralResult['countries'][number] {
  return row
}
