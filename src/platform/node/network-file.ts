/** A network from a file: GeoJSON, or the tables of a dataset. */
import { stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import {
  type Country,
  checkNetwork,
  checkNetworkGeojson,
  type Dataset,
  KeruenError,
  type Locate,
  type NetworkReading,
  type NetworkRow,
  type NetworkTables,
  readDataset,
} from '../../index.js'
import { loadDataset } from './dataset.js'
import { readFolder, readTextWithin } from './files.js'

/** Bytes of the largest file that is read. */
const MOST_BYTES = 64 * 1024 * 1024

/**
 * The network of a GeoJSON file, or of a dataset's folder or `datapackage.json`.
 *
 * @param countries what codes are looked up in; default: those of the embedded dataset. A dataset brings its own.
 * @throws KeruenError `files.*`, or every fault of the file (input); nothing is taken from a file with faults.
 */
export async function loadNetworkFile(path: string, countries?: readonly Country[]): Promise<NetworkTables> {
  const { network, faults } = await checkNetworkFile(path, countries)
  if (network === undefined) throw new KeruenError('input', faults)
  return network
}

/**
 * Faults and warnings of such a file, and its network where there is no fault.
 *
 * @throws KeruenError `files.*` where it cannot be read; of a dataset, the issues of `readDataset`.
 */
export async function checkNetworkFile(
  path: string,
  countries?: readonly Country[],
): Promise<NetworkReading> {
  const folder = await datasetFolder(path)
  if (folder === undefined) {
    const text = await readTextWithin(path, MOST_BYTES)
    return checkNetworkGeojson(text, { file: path, countries: countries ?? (await loadDataset()).countries })
  }
  const dataset = readDataset(await readFolder(folder))
  const { network } = dataset
  const findings = checkNetwork(network, { locate: locateInTables(dataset), countries: dataset.countries })
  return findings.faults.length > 0 ? findings : { ...findings, network }
}

/** The folder of a dataset that a path names, or undefined. */
async function datasetFolder(path: string): Promise<string | undefined> {
  const isFolder = await stat(path).then(
    entry => entry.isDirectory(),
    () => false,
  )
  if (isFolder) return path
  return basename(path) === 'datapackage.json' ? dirname(path) : undefined
}

/** A row by its table, its key and the name of the column. */
function locateInTables(dataset: Dataset): Locate {
  const paths = new Map(dataset.tables.map(({ name, path }) => [name, path]))
  return (table, row, field) => ({
    file: paths.get(`network-${columnOf(table).replace('_', '-')}`) ?? table,
    field: field === '' ? keyOf(row) : `${keyOf(row)}: ${columnOf(field)}`,
  })
}

function keyOf(row: NetworkRow): string {
  if ('id' in row) return row.id
  if ('fromCountry' in row) return `${row.placeId} ${row.fromCountry}>${row.toCountry} ${row.mode}`
  if ('end' in row) return `${row.placeId} ${row.mode} ${row.end}`
  return 'iso3' in row ? `${row.iso3} ${row.placeId}` : `${row.placeId} ${row.modeA}/${row.modeB}`
}

/** `lengthKm` → `length_km`. */
function columnOf(field: string): string {
  if (field === 'coordinates') return 'longitude, latitude'
  return field.replace(/\[\d+\]$/, '').replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
}
