/** Every table of the package, built from the inputs. */
import { buildAgreements } from './agreements.js'
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

/** Version of the data; raised whenever a figure changes. */
const VERSION = '2026.11.7'

/** All files of the data package. @throws Error naming the input when one is missing or cannot be used. */
export function buildPackage(folder: string): ReadonlyMap<string, Uint8Array> {
  const input = inputReader(folder)
  const countries = buildCountries()
  const codes = new Set(countries.map(row => String(row.iso3)))
  const figures = buildFigures(input, codes)
  const blocs = buildBlocs(input, codes)
  const adjustments = buildAdjustments(input)
  const traffic = buildTraffic(input)
  const tables = {
    countries,
    'country-figures': figures.rows,
    blocs,
    trade: buildTrade(input, adjustments),
    'trade-adjustments': adjustments,
    'trade-joined': buildJoined(input),
    tariffs: buildTariffs(input, codes),
    agreements: buildAgreements(input, blocs),
    'bulk-shares': buildBulkShares(input, codes),
    ...buildNetwork(input),
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
