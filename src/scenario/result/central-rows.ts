/** Rows of the result that no draw moves: of the package, the network, trade and transit at the central parameters. */
import type { TransitTotals } from '../../network/traffic/transit.js'
import type { QueuedBottleneck } from '../stages/capacity-stage.js'
import type { ElementTraffic } from '../stages/corridor-gates.js'
import type { Counterfactual } from '../stages/counterfactual.js'
import { centralParameters } from '../stages/draws.js'
import type { MarketState } from '../stages/freight-rate-stage.js'
import type { RouteStage } from '../stages/route-stage.js'
import { transitBefore } from '../stages/transit-stage.js'
import type { World } from '../stages/world.js'
import { capacityRows } from './assemble-capacity.js'
import { freightMarketRows } from './assemble-freight.js'
import { measureRows } from './assemble-measures.js'
import { linkRows, waitRows } from './assemble-network.js'
import { trafficPointRows } from './assemble-points.js'
import { sectorDetail } from './assemble-sectors.js'
import { diversionRows, nextPercentRows } from './assemble-trade.js'
import type {
  CapacityResult,
  FreightMarketResult,
  LinkResult,
  MeasureResult,
  NextPercentRow,
  TrafficPointResult,
  WaitResult,
} from './result.js'
import type { SectorDetail } from './result-sectors.js'

export interface CentralRows {
  readonly measures: readonly MeasureResult[]
  readonly links: readonly LinkResult[]
  readonly waits: readonly WaitResult[]
  readonly capacities: readonly CapacityResult[]
  readonly freightMarkets: readonly FreightMarketResult[]
  readonly trafficPoints: readonly TrafficPointResult[]
  readonly trade: ReturnType<typeof diversionRows>
  readonly nextPercent: readonly NextPercentRow[]
  /** With many sectors. */
  readonly sectors: SectorDetail | undefined
  /** Before the package, by country. */
  readonly transit: TransitTotals
}

/** @param turn awaited between the parts, some hundredths of a second each. */
export async function centralRows(
  world: World,
  routes: RouteStage,
  central: Counterfactual,
  traffic: ElementTraffic,
  {
    bottlenecks,
    markets,
  }: { readonly bottlenecks: readonly QueuedBottleneck[]; readonly markets: readonly MarketState[] },
  turn: () => Promise<void>,
): Promise<CentralRows> {
  const measures = measureRows(world)
  await turn()
  const trade = diversionRows(world, central)
  await turn()
  const nextPercent = nextPercentRows(world, central)
  await turn()
  const transit = transitBefore(routes.transit, central.boxesBefore, centralParameters(world))
  return {
    measures,
    links: linkRows(world, traffic),
    waits: waitRows(world, traffic),
    capacities: capacityRows(world, bottlenecks, traffic),
    freightMarkets: freightMarketRows(markets),
    trafficPoints: trafficPointRows(world, traffic),
    trade,
    nextPercent,
    sectors: sectorDetail(world, central),
    transit,
  }
}
