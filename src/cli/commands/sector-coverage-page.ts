import type { Dataset, SectorCoverage, SectorDataset } from '../../index.js'
import { formatText } from '../text-table.js'

/** Pairs of members that are shown; the smaller ones stand in `--json`. */
const SHOWN_PAIRS = 12
/** Longer lists of codes are counted, not spelled. */
const SPELLED = 14

/** Head of the baseline and its coverage, for machines. */
export function sectorCoverageJson(baseline: SectorDataset, coverage: SectorCoverage): string {
  const { id, title, version, year, hash, sectors, sources } = baseline
  return JSON.stringify({ id, title, version, year, hash, ...coverage, sectors, sources }, null, 2)
}

/** What a many-sector baseline covers, as a page for the screen. */
export function sectorCoveragePage(
  baseline: SectorDataset,
  coverage: SectorCoverage,
  { countries }: Dataset,
): string {
  const names = new Map(countries.map(({ iso3, names }) => [iso3, names.en]))
  const named = (iso3: string) => `${names.get(iso3) ?? iso3} (${iso3})`
  const { title, id, version, year, hash, hidden } = baseline
  const joined = hidden.filter(({ within }) => within !== 'ROW')
  return [
    `${title}\n${id} ${version}, year ${year}, hash ${hash.slice(0, 16)}`,
    paragraph(
      `${coverage.namedEconomies} economies and the rest of the world; sectors whose trade is cargo: ${coverage.goodsSectors}, of services: ${coverage.serviceSectors}.`,
      `World trade in goods: ${billions(coverage.goodsTradeMusd)} bn USD, ${percent(coverage.betweenNamed)} of it between these economies; trade within the rest of the world counts as its home sales.`,
      `(${billions(coverage.recordedTradeMusd)} bn USD in the dataset of the corridors, ${coverage.recordedYear}.)`,
      ...joined.map(({ iso3, within }) => `${named(iso3)} is joined to ${named(within)}.`),
    ),
    memberLines(coverage, named),
    paragraph(
      `${coverage.zeroCells} of ${coverage.tradeCells} cells of trade (${percent(coverage.zeroCells / coverage.tradeCells)}) are zero and stay zero in a model.`,
      'Nothing is produced of:',
      ...coverage.noProduction.map(
        ({ sector, economies }) =>
          `  ${sector} in ${economies.length > SPELLED ? `${economies.length} economies` : economies.join(', ')}`,
      ),
    ),
    `Goods deficits of a fifth of goods absorption and more\n\n${deficitTable(coverage, named)}`,
    `Trade of members: here beside the dataset of the corridors (as recorded), million USD of goods\n\n${pairTable(coverage, year)}\n\n` +
      'The two differ by year and by method: the OECD balances world trade its own way, at basic prices and without re-exports.',
    tariffLines(coverage),
    `Trade elasticities\n\n${elasticityTable(coverage)}\n\nDefault: ${baseline.defaultElasticity}. ${baseline.defaultElasticityReason}`,
    'No input–output coefficients: a model of this baseline has no intermediate goods. Keep the folder to yourself: the licence of the tariffs is not known.',
  ].join('\n\n')
}

function memberLines(coverage: SectorCoverage, named: (iso3: string) => string): string {
  const within = new Map<string, string[]>()
  for (const { iso3, within: row = 'nowhere' } of coverage.hiddenMembers) {
    within.set(row, [...(within.get(row) ?? []), iso3])
  }
  return paragraph(
    `Members of ${coverage.bloc.toUpperCase()} on ${coverage.asOf}`,
    `  with a row of their own: ${coverage.visibleMembers.map(named).join(', ') || 'none'}`,
    ...[...within].map(
      ([row, members]) =>
        `  hidden in ${row === 'ROW' ? 'the rest of the world' : row}, not to be reported: ${members.map(named).join(', ')}`,
    ),
  )
}

function deficitTable({ largeDeficits }: SectorCoverage, named: (iso3: string) => string): string {
  return formatText({
    columns: [
      { title: 'economy' },
      { title: 'deficit, m USD', align: 'right' },
      { title: 'of absorption', align: 'right' },
    ],
    rows: largeDeficits.map(({ iso3, deficitMusd, shareOfAbsorption }) => [
      named(iso3),
      deficitMusd.toFixed(0),
      percent(shareOfAbsorption),
    ]),
  })
}

function pairTable({ pairs, recordedYear }: SectorCoverage, year: number): string {
  return formatText({
    columns: [
      { title: 'from' },
      { title: 'to' },
      { title: `here, ${year}`, align: 'right' },
      { title: `corridors, ${recordedYear}`, align: 'right' },
      { title: 'ratio', align: 'right' },
    ],
    rows: pairs
      .slice(0, SHOWN_PAIRS)
      .map(({ exporter, importer, sectorsMusd, recordedMusd }) => [
        exporter,
        importer,
        sectorsMusd.toFixed(0),
        recordedMusd.toFixed(0),
        recordedMusd > 0 ? (sectorsMusd / recordedMusd).toFixed(2) : 'no figure',
      ]),
  })
}

function tariffLines({ memberTariffs, tariffWithinAgreements, highTariffs }: SectorCoverage): string {
  const exporters = memberTariffs.map(({ iso3 }) => iso3)
  const table = formatText({
    columns: [
      { title: 'importer' },
      { title: 'on all', align: 'right' },
      ...exporters.map(iso3 => ({ title: `on ${iso3}`, align: 'right' as const })),
    ],
    rows: memberTariffs.map(({ iso3, rate, onMembers }) => [
      iso3,
      percent(rate),
      ...exporters.map(exporter => {
        const pair = onMembers.find(each => each.exporter === exporter)
        return pair === undefined ? '' : percent(pair.rate)
      }),
    ]),
  })
  return paragraph(
    `Tariffs of members on goods, weighted by trade\n\n${table}\n`,
    `Between parties of a customs union or free-trade agreement ${percent(tariffWithinAgreements)} remain, where full coverage would be zero.`,
    ...(highTariffs.cells === 0
      ? []
      : [`${highTariffs.cells} cells have 50 % and more, levied by ${highTariffs.importers.join(', ')}.`]),
    'Rates on services are set aside (recorded_tariff): no duty is levied on what is no cargo. Those of the rest of the world are not known, zero in the tables.',
  )
}

function elasticityTable({ elasticities }: SectorCoverage): string {
  return formatText({
    columns: [
      { title: 'id' },
      { title: 'lowest', align: 'right' },
      { title: 'highest', align: 'right' },
      { title: 'filled in', align: 'right' },
      { title: 'source' },
    ],
    rows: elasticities.map(({ source, name, lowest, highest, filledIn, isDefault }) => [
      isDefault ? `${source} *` : source,
      lowest.toFixed(2),
      highest.toFixed(2),
      String(filledIn),
      name,
    ]),
  })
}

const paragraph = (...lines: readonly string[]): string => lines.join('\n')

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

function billions(musd: number): string {
  return (musd / 1000).toFixed(0)
}
