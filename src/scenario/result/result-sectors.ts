/** What a result tells of sectors, where it was computed on a many-sector baseline. */

/** Trade of one economy in one sector, million USD. */
export interface SectorTradeRow {
  readonly iso3: string
  /** Id of the baseline. */
  readonly sector: string
  readonly exportsBeforeMusd: number
  readonly exportsChangeMusd: number
  readonly importsBeforeMusd: number
  readonly importsChangeMusd: number
  readonly homeSalesBeforeMusd: number
  readonly homeSalesChangeMusd: number
}

/** Parts of the first-order change of welfare, percent of all spending of the base. */
interface WelfareParts {
  readonly iso3: string
  /** Dearer exports less dearer imports. */
  readonly termsOfTradePercent: number
  /** Tariff revenue of more imports at the old tariffs. */
  readonly volumeOfTradePercent: number
  /** Imports that cost less to move. */
  readonly tradeCostsPercent: number
}

export interface WelfareRow extends WelfareParts {
  /** Less income that nobody earns. */
  readonly idlePercent: number
  /** The sum of the four. */
  readonly firstOrderPercent: number
  /** Change of real spending in the same equilibrium, without approximation; less what is saved less where something stands idle. */
  readonly exactPercent: number
}

export interface PartnerWelfareRow extends WelfareParts {
  readonly partner: string
}

/** What many sectors tell, of every reported economy at central parameters. */
export interface SectorDetail {
  readonly trade: readonly SectorTradeRow[]
  readonly welfare: readonly WelfareRow[]
  readonly partners: readonly PartnerWelfareRow[]
}

/** The many-sector baseline that a result was computed on. */
export interface SectorsResult {
  readonly id: string
  readonly title: string
  readonly version: string
  readonly hash: string
  /** Of its trade; GDP is of this year too. */
  readonly year: number
  readonly economies: number
  readonly sectors: number
  /** Id and name of the source of the sectors' elasticities. */
  readonly elasticity: string
  readonly elasticityName: string
  /** Members without a row of their own: not reported, and not in the members' totals. */
  readonly hiddenMembers: readonly string[]
  readonly sources: readonly {
    readonly title: string
    readonly licence: string
    readonly attribution: string
  }[]
  /** Names of the sectors, by id. */
  readonly sectorNames: Readonly<Record<string, string>>
  /** Of the members that are reported; all economies, and welfare by partner, are in sectors.csv and welfare.csv. */
  readonly trade: readonly SectorTradeRow[]
  readonly welfare: readonly WelfareRow[]
}
