/** A many-sector baseline that a user brings: one immutable record. Types only. */
import type { Source } from '../dataset.js'

/**
 * How the trade of a sector travels: `general` by the box, lorry or wagon, so that measures on the network act on it;
 * `bulk` by pipeline, bulk carrier or block train; `none` crosses borders without cargo (services).
 */
export const CARGO_KINDS = ['general', 'bulk', 'none'] as const
export type CargoKind = (typeof CARGO_KINDS)[number]

export interface Sector {
  readonly id: string
  /** In words. */
  readonly name: string
  readonly cargo: CargoKind
}

/** Trade elasticities of every sector from one source. */
export interface ElasticitySource {
  /** Short id, e.g. `FGO`. */
  readonly source: string
  /** Authors, year and title. */
  readonly name: string
  /** J, > 0: minus the elasticity of trade to trade cost, in the order of the sectors. */
  readonly values: Float64Array
  /** Sectors whose value is not an estimate of the source but filled in by whoever compiled the table; sorted ids. */
  readonly filledIn: readonly string[]
}

/** A country without a row of its own, whose trade stands within another economy's. */
export interface HiddenEconomy {
  /** ISO 3166-1 alpha-3. */
  readonly iso3: string
  /** An economy of the dataset: `ROW`, or the economy that it is joined to. */
  readonly within: string
}

/** Trade of one year by sector, with tariffs and elasticities; J sectors, n economies. */
export interface SectorDataset {
  readonly id: string
  readonly title: string
  /** Year of trade. */
  readonly year: number
  readonly version: string
  /** SHA-256 over the bytes of descriptor and tables, hex. */
  readonly hash: string
  /** n, sorted; ISO 3166-1 alpha-3, or `ROW` for the rest of the world. */
  readonly economies: readonly string[]
  /** What has no row of its own: never to be reported as if present. Sorted by iso3. */
  readonly hidden: readonly HiddenEconomy[]
  /** J, sorted by id. */
  readonly sectors: readonly Sector[]
  /** J × n × n, sector before exporter before importer, million USD, ≥ 0; home sales on the diagonal. */
  readonly flows: Float64Array
  /** J × n × n in the same order, ad valorem (0.05 = 5 %), > −1; zero on the diagonal and where nothing is cargo. */
  readonly tariff: Float64Array
  /** Sorted by source. */
  readonly elasticities: readonly ElasticitySource[]
  /** The `source` to take where the user names none. */
  readonly defaultElasticity: string
  /** Why that one, in sentences. */
  readonly defaultElasticityReason: string
  /** Terms under which the figures are carried; sorted by id. */
  readonly sources: readonly Source[]
}
