/** NAFTA's tariff cuts after Caliendo and Parro (2015), computed anew: to first order as printed, and exactly. */
import { solveManySector } from '../equilibrium/many-sector/solve.js'
import { type FirstOrderWelfare, firstOrderWelfare } from '../equilibrium/many-sector/welfare.js'
import type { ManySectorEquilibrium } from '../equilibrium/many-sector/world.js'
import { caliendoParroWorld, NAFTA } from './caliendo-parro-world.js'
import { type Replication, type ReplicationRow, replicationRow } from './replication.js'

export const CALIENDO_PARRO_TITLE = 'trade and welfare effects of NAFTA tariff cuts, 1993 to 2005'

const ABSTRACT = 'Abstract'
const WELFARE = 'Welfare effects of NAFTA tariff cuts'
const TRADE = 'Trade effects of NAFTA tariff cuts'

/** Percent, as printed: the two digits of the abstract, the four of the tables. */
const PUBLISHED: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>> = {
  [ABSTRACT]: {
    welfare: { MEX: 1.31, CAN: -0.06, USA: 0.08 },
    'imports from NAFTA partners': { MEX: 118, CAN: 11, USA: 41 },
  },
  [WELFARE]: {
    welfare: { MEX: 1.3121, CAN: -0.0638, USA: 0.0848 },
    'terms of trade': { MEX: -0.4118, CAN: -0.1081, USA: 0.0435 },
    'volume of trade': { MEX: 1.7239, CAN: 0.0443, USA: 0.0412 },
    'real wage': { MEX: 1.715, CAN: 0.323, USA: 0.112 },
  },
  [TRADE]: { 'imports from NAFTA partners': { MEX: 118.28, CAN: 11.11, USA: 40.52 } },
}

type Column = readonly [table: string, column: string, mode: string, percent: (economy: number) => number]

/**
 * Welfare and trade effects of NAFTA's tariff cuts, 1993 to 2005, all else at 1993, trade balances closed first.
 *
 * Welfare is the change in real income. Mode `first-order` is the authors' decomposition, which they print; `exact` is
 * what the same equilibrium gives without approximation. All 31 countries; published where the paper prints a number. In percent.
 *
 * @param files texts by path, see `CALIENDO_PARRO_FILES`.
 * @throws KeruenError as `caliendoParroWorld` and `solveManySector`.
 * @see Caliendo & Parro (2015), Review of Economic Studies 82, abstract and section 5.
 */
export function replicateCaliendoParro(files: ReadonlyMap<string, string>): Replication {
  const { baseline, nafta, mended } = caliendoParroWorld(files)
  const solved = solveManySector(baseline, nafta, { balances: 'zero' })
  const welfare = firstOrderWelfare(solved, nafta)
  const members = NAFTA.map(member => baseline.economies.indexOf(member))
  const everybody = baseline.economies.map((_, economy) => economy)

  const firstOrder = (values: Float64Array) => (economy: number) => 100 * values[economy]!
  const exact = (hats: Float64Array) => (economy: number) => 100 * (hats[economy]! - 1)
  const total = firstOrder(welfare.total)
  const imports = importsFromMembers(solved, members)
  const countryColumns: readonly Column[] = [
    [WELFARE, 'welfare', 'first-order', total],
    [WELFARE, 'terms of trade', 'first-order', firstOrder(welfare.totalTermsOfTrade)],
    [WELFARE, 'volume of trade', 'first-order', firstOrder(welfare.totalVolumeOfTrade)],
    [WELFARE, 'welfare', 'exact', exact(solved.realIncomeHat)],
    [WELFARE, 'real wage', 'exact', exact(solved.realWageHat)],
    [WELFARE, 'tariff revenue before, share of income', 'exact', i => 100 * revenueShareBefore(solved, i)],
    [WELFARE, 'tariff revenue after, share of income', 'exact', i => 100 * revenueShareAfter(solved, i)],
  ]
  const memberColumns: readonly Column[] = [
    [ABSTRACT, 'welfare', 'first-order', total],
    [ABSTRACT, 'imports from NAFTA partners', 'exact', imports],
    [TRADE, 'imports from NAFTA partners', 'exact', imports],
    ...partnerColumns(welfare, members),
  ]
  return {
    name: 'caliendo-parro',
    title: `Caliendo and Parro (2015): ${CALIENDO_PARRO_TITLE}`,
    source:
      'Caliendo and Parro (2015), Estimates of the Trade and Welfare Effects of NAFTA, Review of Economic Studies 82(1), abstract and section 5; data and method of the authors',
    rows: [
      ...memberColumns.flatMap(column => rowsOf(solved, column, members)),
      ...countryColumns.flatMap(column => rowsOf(solved, column, everybody)),
    ],
    explanations: explain(solved, welfare, mended),
  }
}

function rowsOf(
  { economies }: ManySectorEquilibrium,
  [table, column, mode, percent]: Column,
  rows: readonly number[],
): ReplicationRow[] {
  return rows.map(economy => {
    const row = economies[economy]!
    const published = PUBLISHED[table]?.[column]?.[row] ?? null
    return replicationRow({ table, row, column, mode, published, computed: percent(economy) })
  })
}

/** The two parts of welfare by partner: the other members, and all other countries. */
function partnerColumns(welfare: FirstOrderWelfare, members: readonly number[]): Column[] {
  const parts = [
    ['terms of trade', welfare.termsOfTrade, welfare.totalTermsOfTrade],
    ['volume of trade', welfare.volumeOfTrade, welfare.totalVolumeOfTrade],
  ] as const
  return parts.flatMap(([name, byPartner, total]): Column[] => {
    const n = total.length
    const withMembers = (economy: number) => {
      return 100 * members.reduce((sum, partner) => sum + byPartner[economy * n + partner]!, 0)
    }
    return [
      [WELFARE, `${name} with NAFTA partners`, 'first-order', withMembers],
      [WELFARE, `${name} with other countries`, 'first-order', i => 100 * total[i]! - withMembers(i)],
    ]
  })
}

/** Percent change of imports from the other members, before tariffs. */
function importsFromMembers(
  { base, newFlows, sectors, economies }: ManySectorEquilibrium,
  members: readonly number[],
) {
  const n = economies.length
  const total = (flows: Float64Array, importer: number) => {
    let sum = 0
    sectors.forEach((_, sector) => {
      for (const exporter of members) {
        if (exporter !== importer) sum += flows[(sector * n + exporter) * n + importer]!
      }
    })
    return sum
  }
  return (importer: number) => 100 * (total(newFlows, importer) / total(base.baseline.flows, importer) - 1)
}

function revenueShareBefore({ base }: ManySectorEquilibrium, economy: number): number {
  return base.tariffRevenue[economy]! / base.income[economy]!
}

function revenueShareAfter({ newTariffRevenue, newIncome }: ManySectorEquilibrium, economy: number): number {
  return newTariffRevenue[economy]! / newIncome[economy]!
}

function explain(
  solved: ManySectorEquilibrium,
  welfare: FirstOrderWelfare,
  mended: readonly string[],
): string[] {
  const { economies, base, realIncomeHat, convergence } = solved
  const [mexico, canada, usa] = NAFTA.map(member => economies.indexOf(member)) as [number, number, number]
  const change = (economy: number) => percent(realIncomeHat[economy]! - 1, 4)
  return [
    `What the paper prints as welfare is a first-order formula, terms of trade plus volume of trade, evaluated at the whole percent changes. In the same equilibrium the exact change in real income is ${change(mexico)} for Mexico (first order: ${percent(welfare.total[mexico]!, 4)}), ${change(canada)} for Canada (${percent(welfare.total[canada]!, 4)}) and ${change(usa)} for the United States (${percent(welfare.total[usa]!, 4)}). The formula holds for small changes, and these are not small; the second is the change in what can be bought.`,
    `They part because the formula counts every further import at the revenue of the old tariff, as if the tariff were still levied. It is not: tariff revenue falls from ${percent(revenueShareBefore(solved, mexico), 1)} to ${percent(revenueShareAfter(solved, mexico), 1)} of Mexico's income, which takes back nearly all of the rise of ${percent(solved.realWageHat[mexico]! - 1, 2)} in its real wage. For small tariff cuts both measures agree.`,
    `The raw data of 1993 are no equilibrium of the model: in ${base.clippedFinalDemand.length} of ${economies.length * solved.sectors.length} cells intermediate use exceeds what is bought. As the authors do, final demand there is set to zero, trade balances are closed, the world is solved anew at the tariffs of 1993, and the change is taken from that base.`,
    ...mended,
    `Solved in ${convergence.passes} passes; markets clear to ${convergence.largestMarketClearingError.toExponential(0)}. The authors' programs stop at 1e-7.`,
  ]
}

function percent(share: number, digits: number): string {
  return `${(100 * share).toFixed(digits)} %`
}
