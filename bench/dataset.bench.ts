/** How long does it take to read and check the embedded dataset? */
import { join } from 'node:path'
import { readDataset, validateDataset } from '../src/dataset/reading/read-dataset.js'
import { readFolder } from '../src/platform/node/files.js'
import { packageRoot } from '../src/platform/node/package-root.js'
import { type BenchReport, medianMs } from './median.js'

export default async function bench(): Promise<BenchReport> {
  const files = await readFolder(join(packageRoot(), 'data'))
  if (readDataset(files).trade.economies.length < 100) throw new Error('the dataset lacks economies')
  return {
    name: 'Embedded dataset, warm',
    rows: [
      { label: 'validateDataset', medianMs: medianMs(() => validateDataset(files)) },
      { label: 'readDataset', medianMs: medianMs(() => readDataset(files)) },
    ],
  }
}
