import { join } from 'node:path'
import type { Dataset } from '../../src/dataset/dataset.js'
import { readDataset } from '../../src/dataset/reading/read-dataset.js'
import { readFolder } from '../../src/platform/node/files.js'
import { packageRoot } from '../../src/platform/node/package-root.js'

/** The dataset that ships with the program. */
export async function embeddedDataset(): Promise<Dataset> {
  return readDataset(await readFolder(join(packageRoot(), 'data')))
}
