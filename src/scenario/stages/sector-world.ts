/** A many-sector baseline beside the trade matrix: which economy is which, and what measures act on. */
import type { EconomyGroups } from '../../costs/economy-groups.js'
import type { CargoKind, SectorDataset } from '../../dataset/sectors/sector-dataset.js'

/** m economies, J sectors; plain arrays, which can be sent to another thread. */
export interface SectorWorld {
  readonly economies: readonly string[]
  readonly sectors: readonly string[]
  readonly cargo: readonly CargoKind[]
  /** J × m × m: sector, exporter, importer; million USD and ad valorem. */
  readonly flows: Float64Array
  readonly tariff: Float64Array
  /** J, of the source that the scenario names. */
  readonly tradeElasticity: Float64Array
  readonly groups: EconomyGroups
}

const REST = 'ROW'

/**
 * @param economies of the trade matrix; those that the baseline does not name are part of its rest of the world.
 * @param elasticity a source of the baseline.
 */
export function sectorWorld(
  baseline: SectorDataset,
  elasticity: string,
  economies: readonly string[],
): SectorWorld {
  const at = new Map(baseline.economies.map((iso3, index) => [iso3, index]))
  const rest = at.get(REST) ?? baseline.economies.length - 1
  const place = Int32Array.from(economies, iso3 => at.get(iso3) ?? rest)
  const present = new Set(place)
  const like = Int32Array.from(baseline.economies, (_, index) => (present.has(index) ? index : rest))
  return {
    economies: baseline.economies,
    sectors: baseline.sectors.map(sector => sector.id),
    cargo: baseline.sectors.map(sector => sector.cargo),
    flows: baseline.flows,
    tariff: baseline.tariff,
    tradeElasticity: baseline.elasticities.find(({ source }) => source === elasticity)!.values,
    groups: { place, like },
  }
}

/** Members whose trade stands within the rest of the world or another economy: never reported as if present. */
export function hiddenMembers(baseline: SectorDataset, members: readonly string[]): string[] {
  return members.filter(iso3 => !baseline.economies.includes(iso3))
}
