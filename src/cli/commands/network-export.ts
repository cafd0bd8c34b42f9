import { type Dataset, networkToGeojson } from '../../index.js'
import { loadDataset } from '../../platform/node/dataset.js'
import { replaceFile } from '../../platform/node/files.js'

interface NetworkExportOptions {
  readonly data?: string
  readonly out?: string
}

/** `keruen network export`: the network of a dataset as GeoJSON, on stdout or into a file. */
export async function networkExportCommand({ data, out }: NetworkExportOptions): Promise<void> {
  const dataset = await loadDataset(data)
  const text = networkToGeojson(dataset.network, {
    dataset: `${dataset.id} ${dataset.version}`,
    attribution: attribution(dataset),
  })
  if (out === undefined) process.stdout.write(text)
  else await replaceFile(out, text)
}

/** Whom the licences of the sources of its tables ask to name. */
function attribution({ tables, sources }: Dataset): string {
  const used = new Set(
    tables.filter(({ name }) => name.startsWith('network-')).flatMap(table => table.sources),
  )
  return sources
    .filter(source => used.has(source.id) && source.attribution !== '')
    .map(source => `${source.title} (${source.licence}): ${source.attribution}`)
    .join('; ')
}
