/** The embedded dataset, read once for a test file. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Dataset } from '../src/dataset/dataset.js'
import { readDataset } from '../src/dataset/read-dataset.js'

export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)))

/** Every file of data/, by its path inside the folder. */
export function embeddedFiles(): Map<string, Uint8Array> {
  const folder = join(projectRoot, 'data')
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return new Map(
    entries
      .filter(entry => entry.isFile())
      .map(entry => {
        const path = join(entry.parentPath, entry.name)
        return [path.slice(folder.length + 1).replaceAll('\\', '/'), new Uint8Array(readFileSync(path))]
      }),
  )
}

let dataset: Dataset | undefined

export function embeddedDataset(): Dataset {
  dataset ??= readDataset(embeddedFiles())
  return dataset
}
