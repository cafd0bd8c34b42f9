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

/** Whom the licences of the sources ask to name. */
function attribution({ sources }: Dataset): string {
  return sources
    .map(source => source.attribution)
    .filter(words => words !== '')
    .join('; ')
}
