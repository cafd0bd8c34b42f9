/** Many sectors on a baseline of their own: ratios of the trade matrix's pairs act on the sectors that they carry. */
import { containers } from '../../costs/cargo.js'
import { groupedHat, groupedRate } from '../../costs/economy-groups.js'
import { bulkGone, idleIncome } from '../../costs/idle-bulk.js'
import type { CargoKind } from '../../dataset/sectors/sector-dataset.js'
import { createManySectorWorkspace } from '../../equilibrium/many-sector/workspace.js'
import type { EquilibriumResult } from '../../equilibrium/result.js'
import { solveEquilibrium } from '../../equilibrium/solver.js'
import { realIncomeHat } from '../../equilibrium/welfare.js'
import { exp, log } from '../../numeric/elementary.js'
import type { MarketModel } from './counterfactual-model.js'
import type { MarketSolver, MarketStart, PairCosts } from './market.js'
import type { SectorWorld } from './sector-world.js'

/**
 * Solves one market after the other on a many-sector baseline without intermediates.
 *
 * General cargo takes the pair's ratio from the network and from non-tariff measures, bulk that of its sea route, and
 * services none. The tariffs of each sector move by the ratio in which the measure moves the pair's tariff in the
 * dataset; where that is zero, by the difference. In draws every sector's elasticity moves in the ratio of the
 * dataset's trade elasticity to its central value. Boxes of a pair grow as its general cargo does. Flows are gross, so
 * real income is that of the whole economy as in the one-sector model, with all spending in the exponent.
 */
export function sectorMarket(
  model: MarketModel,
  sectors: SectorWorld,
  given: MarketStart | undefined,
): MarketSolver {
  const { economies, balances, numeraire, axis } = model
  const m = sectors.economies.length
  const workspace = createManySectorWorkspace(m, sectors.sectors.length)
  const changeOf = sectorChanges(model, sectors)
  const { shutIn } = model
  const shutInOf = shutIn && sectorShutIn(sectors, shutIn)
  const valueAddedShare = new Float64Array(sectors.sectors.length * m).fill(1)
  const matrix = () => new Float64Array(economies.length * economies.length)
  const room = { before: matrix(), after: matrix() }
  let begin = given?.model === 'many-sector' ? given : undefined

  return ({ tradeElasticity, idleBulkShare }, costs, flows) => {
    const scale = tradeElasticity / model.centralElasticity
    const baseline = {
      economies: sectors.economies,
      sectors: sectors.sectors,
      flows: sectors.flows,
      tariff: sectors.tariff,
      valueAddedShare,
      tradeElasticity: sectors.tradeElasticity.map(theta => theta * scale),
    }
    const options = { workspace, start: begin, balances, numeraire }
    const change = {
      ...changeOf(costs, flows, baseline.tradeElasticity),
      idleIncome: shutInOf && idleIncome(m, idleBulkShare, shutInOf(costs, flows)),
    }
    const equilibrium = solveEquilibrium('many-sector', baseline, change, options)
    begin ??= {
      model: 'many-sector',
      wageHat: equilibrium.wageHat,
      sectorPriceHat: equilibrium.sectorPriceHat,
      newSectorSpending: equilibrium.newSectorSpending,
    }
    const start = begin
    const goods = {
      before: sectorsOf(equilibrium.flows, sectors, cargo => cargo !== 'none'),
      after: sectorsOf(equilibrium.newFlows, sectors, cargo => cargo !== 'none'),
    }
    const income = axis.gdpMusd.map((gdp, a) => (gdp > 0 ? gdp : equilibrium.expenditure[a]))
    const boxesBefore = containers(model, flows, costs.boxShare, costs.value, room.before)
    return {
      equilibrium,
      realIncomeHat: realIncomeHat(equilibrium, income),
      realWageHat: equilibrium.realWageHat,
      goods,
      idleIncome: change.idleIncome,
      boxesBefore,
      boxesAfter: grownBoxes(boxesBefore, equilibrium, sectors, room.after),
      world: undefined,
      manySectors: { equilibrium, change },
      start: () => start,
    }
  }
}

/** Iceberg ratios and new tariffs of every sector, from those of the trade matrix's pairs. */
function sectorChanges(model: MarketModel, sectors: SectorWorld) {
  const m = sectors.economies.length
  const matrix = () => new Float64Array(m * m)
  const [general, bulk, lost, before, after] = [matrix(), matrix(), matrix(), matrix(), matrix()]
  const icebergHat = new Float64Array(sectors.flows.length)
  const newTariff = new Float64Array(sectors.flows.length)
  const pairHat = new Float64Array(model.nonTariffHat.length)

  return (
    { generalHat, bulk: bulkAfter }: PairCosts,
    flows: Float64Array,
    tradeElasticity: Float64Array,
  ): { icebergHat: Float64Array; newTariff: Float64Array } => {
    for (let ij = 0; ij < pairHat.length; ij++) pairHat[ij] = generalHat[ij] * model.nonTariffHat[ij]
    groupedHat(sectors.groups, pairHat, flows, general)
    groupedHat(sectors.groups, bulkAfter.hat, flows, bulk)
    groupedRate(sectors.groups, bulkAfter.lost, flows, lost)
    groupedRate(sectors.groups, model.tariff, flows, before)
    groupedRate(sectors.groups, model.newTariff, flows, after)
    const byCargo = { general, bulk, none: undefined }
    sectors.cargo.forEach((cargo, sector) => {
      const hat = byCargo[cargo]
      for (let ab = 0; ab < m * m; ab++) {
        const cell = sector * m * m + ab
        icebergHat[cell] = hat === undefined ? 1 : hat[ab]
        // What is cut off alone is gone, at any elasticity.
        if (cargo === 'bulk' && lost[ab] > 0)
          icebergHat[cell] *= exp(-log(1 - lost[ab]) / tradeElasticity[sector])
        newTariff[cell] =
          cargo === 'none' ? sectors.tariff[cell] : movedTariff(sectors.tariff[cell], before[ab], after[ab])
      }
    })
    return { icebergHat, newTariff }
  }
}

/** Sales of the sectors that are bulk which have no way left and find no other buyer, of every pair of the baseline, million USD. */
function sectorShutIn({ groups, flows: sectorFlows, cargo, economies }: SectorWorld, shutIn: Float64Array) {
  const cells = economies.length * economies.length
  const part = new Float64Array(cells)
  return ({ bulk }: PairCosts, flows: Float64Array): ((pair: number) => number) => {
    groupedRate(
      groups,
      shutIn.map((shut, pair) => shut * bulkGone(bulk, pair)),
      flows,
      part,
    )
    return pair => {
      if (part[pair] === 0) return 0
      let sold = 0
      cargo.forEach((kind, sector) => {
        if (kind === 'bulk') sold += sectorFlows[sector * cells + pair]
      })
      return part[pair] * sold
    }
  }
}

/** A sector's tariff where the pair's moves from one rate to another. */
function movedTariff(tariff: number, before: number, after: number): number {
  if (after === before) return tariff
  return before > 0 ? (tariff * after) / before : Math.max(0, tariff + after - before)
}

/** The matrices of some sectors, one after the other. */
function sectorsOf(
  values: Float64Array,
  { cargo, economies }: SectorWorld,
  isWanted: (cargo: CargoKind) => boolean,
): Float64Array {
  const cells = economies.length * economies.length
  const wanted = [...cargo.keys()].filter(sector => isWanted(cargo[sector]))
  const picked = new Float64Array(wanted.length * cells)
  wanted.forEach((sector, k) => {
    picked.set(values.subarray(sector * cells, (sector + 1) * cells), k * cells)
  })
  return picked
}

/** Boxes of every pair of the trade matrix, grown as the general cargo of the economies that the pair belongs to. */
function grownBoxes(
  boxes: Float64Array,
  { flows, newFlows }: EquilibriumResult,
  sectors: SectorWorld,
  out: Float64Array,
): Float64Array {
  const { place } = sectors.groups
  const n = place.length
  const m = sectors.economies.length
  const total = (values: Float64Array) => {
    const general = sectorsOf(values, sectors, cargo => cargo === 'general')
    const sum = new Float64Array(m * m)
    for (let cell = 0; cell < general.length; cell++) sum[cell % (m * m)] += general[cell]
    return sum
  }
  const [before, after] = [total(flows), total(newFlows)]
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const ab = place[i] * m + place[j]
      out[i * n + j] = before[ab] > 0 ? (boxes[i * n + j] * after[ab]) / before[ab] : boxes[i * n + j]
    }
  }
  return out
}
