/**
 * Bytes of a data package in, dataset out. Pure: who reads the folder or the network hands over a map of files, so this
 * runs in a browser as it does in Node.
 */
import { type Issue, KeruenError } from '../../errors.js'
import type { Dataset } from '../dataset.js'
import { TABLES } from '../tables/tables.js'
import {
  assembleAgreements,
  assembleBlocs,
  assembleCountries,
  assembleFigures,
  assembleShares,
  assembleTariffs,
  assembleTrade,
} from './assemble-economy.js'
import {
  assembleAvoidance,
  assembleCautions,
  assembleClaims,
  assembleParameters,
  assembleSources,
  assembleTrafficPoints,
} from './assemble-model.js'
import { assembleFreightMarkets, assembleNetwork, assembleNetworkRanges } from './assemble-network.js'
import { checkReferences } from './check-references.js'
import { checkRules } from './check-rules.js'
import { checkTrafficPoints } from './check-traffic-points.js'
import { issueList } from './issue-list.js'
import { hashIssues, hashOf } from './package-hash.js'
import { type Descriptor, readDescriptor } from './read-descriptor.js'
import { readTable, type Table } from './read-table.js'

interface Reading {
  readonly issues: readonly Issue[]
  readonly descriptor?: Descriptor
  readonly tables: ReadonlyMap<string, Table>
}

/**
 * The dataset of a data package.
 *
 * The hash is taken over `datapackage.json` and every table, sorted by path: path, a zero byte, the length as eight bytes,
 * the bytes. Order of rows cannot change a result: every axis and list is sorted by id.
 *
 * @param files path inside the folder → bytes; files that no table names are left alone.
 * @throws KeruenError (input) with every fault that was found, each with file, line and field where known.
 */
export function readDataset(files: ReadonlyMap<string, Uint8Array>): Dataset {
  const { issues, descriptor, tables } = readPackage(files)
  if (issues.length > 0 || descriptor === undefined) throw new KeruenError('input', issues)
  const table = (name: string) => tables.get(name)!
  const trade = assembleTrade(table('trade'), tables.get('trade-joined'), descriptor.year)
  const countries = assembleCountries(table('countries'))
  const bulk = assembleShares(table('bulk-shares'), trade.economies)
  const air = tables.get('air-shares')
  const resources = [...descriptor.resources.values()]
  return {
    id: descriptor.id,
    title: descriptor.title,
    version: descriptor.version,
    year: descriptor.year,
    hash: hashOf(files, descriptor),
    tables: resources.map(({ name, path, title, description, sources, licence }) => ({
      name,
      path,
      title,
      description,
      rows: table(name).length,
      sources,
      licence,
    })),
    countries,
    figures: assembleFigures(table('country-figures')),
    blocs: assembleBlocs(table('blocs')),
    trade,
    tariffs: assembleTariffs(table('tariffs')),
    agreements: assembleAgreements(table('agreements')),
    bulkShare: bulk.shares,
    bulkQuality: bulk.qualities,
    airShare:
      air === undefined ? new Float64Array(bulk.shares.length) : assembleShares(air, trade.economies).shares,
    network: assembleNetwork(table, name => tables.get(name), countries),
    networkRanges: assembleNetworkRanges(tables.get('network-ranges')),
    freightMarkets: assembleFreightMarkets(tables.get('freight-markets')),
    avoidance: assembleAvoidance(table('avoidance')),
    parameters: assembleParameters(table('parameters')),
    cautions: assembleCautions(tables.get('cautions')),
    claims: assembleClaims(tables.get('claims')),
    trafficPoints: assembleTrafficPoints(tables.get('traffic-points')),
    sources: assembleSources(table('sources')),
  }
}

/**
 * Every fault of a data package; none = it can be used.
 *
 * Checks what readDataset checks, and the hashes that the descriptor states.
 */
export function validateDataset(files: ReadonlyMap<string, Uint8Array>): Issue[] {
  const { issues, descriptor } = readPackage(files)
  return [...issues, ...hashIssues(files, descriptor)]
}

function readPackage(files: ReadonlyMap<string, Uint8Array>): Reading {
  const found = issueList()
  const descriptor = readDescriptor(files, found)
  const tables = new Map<string, Table>()
  if (descriptor === undefined) return { issues: found.issues, tables }
  for (const specification of TABLES) {
    const resource = descriptor.resources.get(specification.name)
    const bytes = resource === undefined ? undefined : files.get(resource.path)
    if (resource === undefined || bytes === undefined) continue
    const table = readTable(specification, resource.path, bytes, resource.columns, found)
    if (table !== undefined) tables.set(specification.name, table)
  }
  checkReferences(tables, found)
  checkRules(tables, descriptor.year, found)
  checkTrafficPoints(tables, found)
  return { issues: found.issues, descriptor, tables }
}
