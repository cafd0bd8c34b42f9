/** The embedded dataset, read once for a test file. */
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Dataset } from '../src/dataset/dataset.js'
import { readDataset } from '../src/dataset/reading/read-dataset.js'
import { embeddedFiles } from './dataset/packages.js'

export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)))

let dataset: Dataset | undefined

export function embeddedDataset(): Dataset {
  dataset ??= readDataset(embeddedFiles())
  return dataset
}
