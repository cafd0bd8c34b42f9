/** Every table of the package, built from the inputs. */
import { buildAgreements } from './agreements.js'
import { buildAirShares } from './air-shares.js'
import { buildBlocs } from './blocs.js'
import { buildCountries, buildFigures } from './countries.js'
import {
  buildAvoidance,
  buildCautions,
  buildClaims,
  buildParameters,
  buildTraffic,
  buildTrafficPoints,
} from './model.js'
import { buildNetwork } from './network.js'
import { packageFiles } from './package.js'
import { buildBulkShares, buildTariffs } from './policy.js'
import { inputReader, readHandKept } from './replication.js'
import { buildAdjustments, buildJoined, buildTrade } from './trade.js'
import type { OutputRow } from './wording.js'

/** Version of the data; raised whenever a figure changes. */
const VERSION = '2026.11.14'

/** All files of the data package. @throws Error naming the input when one is missing or cannot be used. */
export function buildPackage(folder: string): ReadonlyMap<string, Uint8Array> {
  const input = inputReader(folder)
  const countries = buildCountries()
  const codes = new Set(countries.map(row => String(row.iso3)))
  const figures = buildFigures(input, codes)
  const blocs = buildBlocs(input, codes)
  const adjustments = buildAdjustments(input)
  const traffic = buildTraffic(input)
  const network = buildNetwork(input)
  const trade = buildTrade(input, adjustments)
  const bulk = buildBulkShares(input, codes)
  const tables = {
    countries,
    'country-figures': figures.rows,
    blocs,
    trade,
    'trade-adjustments': adjustments,
    'trade-joined': buildJoined(input),
    tariffs: buildTariffs(input, codes),
    agreements: buildAgreements(input, blocs),
    'bulk-shares': bulk,
    'air-shares': buildAirShares(input, countries, network['network-crossings']!, generalTrade(trade, bulk)),
    ...network,
    avoidance: buildAvoidance(),
    parameters: buildParameters(),
    cautions: buildCautions(),
    claims: buildClaims(input),
    'corridor-traffic': traffic,
    'traffic-points': buildTrafficPoints(traffic),
    sources: readHandKept('sources.csv'),
  }
  return packageFiles(tables, figures.gaps, VERSION)
}

/** Million USD of what is no bulk, by "exporter importer". */
function generalTrade(trade: readonly OutputRow[], bulk: readonly OutputRow[]): ReadonlyMap<string, number> {
  const shareOf = new Map(bulk.map(row => [`${row.exporter} ${row.importer}`, Number(row.share)]))
  return new Map(
    trade.map(({ exporter, importer, value_musd }) => {
      const share = [importer, '*']
        .map(to => shareOf.get(`${exporter} ${to}`))
        .find(each => each !== undefined)
      return [`${exporter} ${importer}`, Number(value_musd) * (1 - (share ?? shareOf.get('* *')!))]
    }),
  )
}
