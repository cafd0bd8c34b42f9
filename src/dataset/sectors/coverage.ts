/** What a many-sector baseline covers, beside the dataset of the corridors: read before its results are. */
import { membersOn } from '../blocs.js'
import type { Dataset } from '../dataset.js'
import type { SectorDataset } from './sector-dataset.js'

interface PairTrade {
  readonly exporter: string
  readonly importer: string
  /** Goods, million USD, in the year of the baseline. */
  readonly sectorsMusd: number
  /** Goods, million USD, as recorded in the dataset of the corridors, in its year. */
  readonly recordedMusd: number
}

export interface SectorCoverage {
  /** Economies with a row of their own, the rest of the world not counted. */
  readonly namedEconomies: number
  readonly goodsSectors: number
  readonly serviceSectors: number
  /** World goods trade without home sales, million USD. */
  readonly goodsTradeMusd: number
  /** Share of it between economies with a row of their own, 0–1. */
  readonly betweenNamed: number
  /** World goods trade in the dataset of the corridors, as recorded in its year, million USD. */
  readonly recordedTradeMusd: number
  readonly bloc: string
  readonly asOf: string
  readonly visibleMembers: readonly string[]
  /** Members without a row of their own, and within which row they stand. */
  readonly hiddenMembers: readonly { readonly iso3: string; readonly within: string | undefined }[]
  /** Cells off the diagonal: how many, how many of them zero. */
  readonly tradeCells: number
  readonly zeroCells: number
  /** Economies that neither sell nor make anything of a sector, by sector id. */
  readonly noProduction: readonly { readonly sector: string; readonly economies: readonly string[] }[]
  /** Goods deficits of at least `LARGE_DEFICIT` of goods absorption, largest first. */
  readonly largeDeficits: readonly {
    readonly iso3: string
    readonly deficitMusd: number
    /** Share of what the economy buys of goods at home and abroad, 0–1. */
    readonly shareOfAbsorption: number
  }[]
  /** The visible members' mutual flows, largest in the dataset of the corridors first. */
  readonly pairs: readonly PairTrade[]
  /** Year of `recordedMusd` and `recordedTradeMusd`. */
  readonly recordedYear: number
  /** Trade-weighted tariff on goods of each visible member as importer, on all and on each other one; 0.05 = 5 %. */
  readonly memberTariffs: readonly {
    readonly iso3: string
    readonly rate: number
    readonly onMembers: readonly { readonly exporter: string; readonly rate: number }[]
  }[]
  /** Trade-weighted tariff on goods between pairs with a customs union or free-trade agreement in force. */
  readonly tariffWithinAgreements: number
  /** Cells with a tariff of a half and more on goods, and the importers that levy them. */
  readonly highTariffs: { readonly cells: number; readonly importers: readonly string[] }
  readonly elasticities: readonly {
    readonly source: string
    readonly name: string
    readonly lowest: number
    readonly highest: number
    /** Sectors that the source itself does not estimate. */
    readonly filledIn: number
    readonly isDefault: boolean
  }[]
}

/** From this share of goods absorption on, balances matter for what a model does with them. */
const LARGE_DEFICIT = 0.2
const HIGH_TARIFF = 0.5
const REST = 'ROW'

/**
 * Coverage of a baseline for a bloc's members on a day; goods are the sectors that are cargo. O(J n²).
 *
 * @param dataset gives membership, agreements in force at the end of the baseline's year, and recorded trade.
 * @throws KeruenError `dataset.unknown-bloc` (input).
 */
export function sectorCoverage(
  sectors: SectorDataset,
  dataset: Dataset,
  { bloc, asOf }: { readonly bloc: string; readonly asOf: string },
): SectorCoverage {
  const { economies } = sectors
  const n = economies.length
  const goods = goodsFlows(sectors)
  const row = economies.indexOf(REST)
  const sum = (counts: (i: number, j: number) => boolean, cells = goods.flows) => {
    let total = 0
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) if (counts(i, j)) total += cells[i * n + j]!
    return total
  }
  const rate = (counts: (i: number, j: number) => boolean) => {
    const value = sum(counts)
    return value > 0 ? sum(counts, goods.duty) / value : 0
  }
  const trade = sum((i, j) => i !== j)
  const members = membersOn(dataset, bloc, asOf)
  const visible = members.filter(iso3 => economies.includes(iso3))
  const agreed = agreementPairs(dataset, `${sectors.year}-12-31`)
  return {
    namedEconomies: n - (row < 0 ? 0 : 1),
    goodsSectors: sectors.sectors.filter(({ cargo }) => cargo !== 'none').length,
    serviceSectors: sectors.sectors.filter(({ cargo }) => cargo === 'none').length,
    goodsTradeMusd: trade,
    betweenNamed: sum((i, j) => i !== j && i !== row && j !== row) / trade,
    recordedTradeMusd: recordedTrade(dataset),
    bloc,
    asOf,
    visibleMembers: visible,
    hiddenMembers: members
      .filter(iso3 => !visible.includes(iso3))
      .map(iso3 => ({ iso3, within: sectors.hidden.find(each => each.iso3 === iso3)?.within })),
    ...cellCounts(sectors),
    largeDeficits: economies
      .map((iso3, k) => {
        const deficitMusd = sum((i, j) => j === k && i !== k) - sum((i, j) => i === k && j !== k)
        return { iso3, deficitMusd, shareOfAbsorption: deficitMusd / sum((_, j) => j === k) }
      })
      .filter(({ shareOfAbsorption }) => shareOfAbsorption >= LARGE_DEFICIT)
      .sort((a, b) => b.shareOfAbsorption - a.shareOfAbsorption),
    pairs: memberPairs(visible, sectors, goods.flows, dataset),
    recordedYear: dataset.year,
    memberTariffs: visible.map(iso3 => ({
      iso3,
      rate: rate((i, j) => i !== j && economies[j] === iso3),
      onMembers: visible
        .filter(exporter => exporter !== iso3)
        .map(exporter => ({
          exporter,
          rate: rate((i, j) => economies[i] === exporter && economies[j] === iso3),
        })),
    })),
    tariffWithinAgreements: rate((i, j) => agreed.has(`${economies[i]} ${economies[j]}`)),
    highTariffs: highTariffs(sectors),
    elasticities: sectors.elasticities.map(({ source, name, values, filledIn }) => ({
      source,
      name,
      lowest: values.reduce((a, b) => Math.min(a, b)),
      highest: values.reduce((a, b) => Math.max(a, b)),
      filledIn: filledIn.length,
      isDefault: source === sectors.defaultElasticity,
    })),
  }
}

function recordedTrade({ trade: { economies, recordedMusd } }: Dataset): number {
  return recordedMusd.reduce((sum, value, cell) => {
    const home = cell % (economies.length + 1) === 0 // every n + 1-th cell is on the diagonal
    return home ? sum : sum + value
  }, 0)
}

/** n × n over the sectors that are cargo: flows, and tariff × flow; million USD. */
function goodsFlows({ economies, sectors, flows, tariff }: SectorDataset) {
  const cells = economies.length * economies.length
  const goods = { flows: new Float64Array(cells), duty: new Float64Array(cells) }
  sectors.forEach(({ cargo }, s) => {
    if (cargo === 'none') return
    for (let cell = 0; cell < cells; cell++) {
      goods.flows[cell]! += flows[s * cells + cell]!
      goods.duty[cell]! += flows[s * cells + cell]! * tariff[s * cells + cell]!
    }
  })
  return goods
}

function cellCounts({ economies, sectors, flows }: SectorDataset) {
  const n = economies.length
  let zeroCells = 0
  const noProduction: { sector: string; economies: string[] }[] = []
  sectors.forEach(({ id }, s) => {
    const without = economies.filter((_, i) => {
      const from = (s * n + i) * n
      const sales = flows.subarray(from, from + n)
      sales.forEach((value, j) => {
        if (value === 0 && j !== i) zeroCells++
      })
      return sales.every(value => value === 0)
    })
    if (without.length > 0) noProduction.push({ sector: id, economies: without })
  })
  return { tradeCells: sectors.length * n * (n - 1), zeroCells, noProduction }
}

function memberPairs(
  visible: readonly string[],
  { economies }: SectorDataset,
  goods: Float64Array,
  { trade }: Dataset,
): PairTrade[] {
  const cell = (axis: readonly string[], a: string, b: string) =>
    axis.indexOf(a) * axis.length + axis.indexOf(b)
  return visible
    .flatMap(exporter => visible.map(importer => ({ exporter, importer })))
    .filter(({ exporter, importer }) => exporter !== importer)
    .map(pair => ({
      ...pair,
      sectorsMusd: goods[cell(economies, pair.exporter, pair.importer)]!,
      recordedMusd: trade.recordedMusd[cell(trade.economies, pair.exporter, pair.importer)]!,
    }))
    .sort((a, b) => b.recordedMusd - a.recordedMusd)
}

/** Ordered pairs of parties of an agreement in force on the day. */
function agreementPairs({ agreements }: Dataset, date: string): ReadonlySet<string> {
  return new Set(
    agreements
      .filter(({ from, to }) => from <= date && (to === undefined || to > date))
      .flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]),
  )
}

function highTariffs({ economies, sectors, tariff }: SectorDataset) {
  const n = economies.length
  const importers = new Set<string>()
  let cells = 0
  for (let k = 0; k < sectors.length * n * n; k++) {
    if (tariff[k]! < HIGH_TARIFF) continue
    cells++
    importers.add(economies[k % n]!)
  }
  return { cells, importers: [...importers].sort() }
}
