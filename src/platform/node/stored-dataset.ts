/**
 * The embedded dataset as it was read and checked when the program was built, so that a run need not read it again.
 *
 * It stands for its folder only as long as every file there has the size and the time of change that it had then.
 */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Dataset, PROGRAM, readDataset } from '../../index.js'
import { readFolder } from './files.js'
import { readRecord, storedPath, writeRecord } from './stored.js'

interface StoredDataset {
  readonly version: string
  readonly stamps: readonly string[]
  readonly dataset: Dataset
}

/** Where the embedded dataset is stored. */
const NAME = 'dataset.bin'

/** Reads a dataset's folder and stores what was read. */
export async function storeDataset(folder: string, path = storedPath(NAME)): Promise<Dataset> {
  const stamps = fileStamps(folder)
  const dataset = readDataset(await readFolder(folder))
  const stored: StoredDataset = { version: PROGRAM.version, stamps, dataset }
  await writeRecord(path, stored)
  return dataset
}

/** The stored dataset; undefined where there is none or a file of the folder is another, was changed, added or removed. */
export async function findStoredDataset(
  folder: string,
  path = storedPath(NAME),
): Promise<Dataset | undefined> {
  const stored = (await readRecord(path)) as StoredDataset | undefined
  if (stored?.version !== PROGRAM.version) return undefined
  const now = fileStamps(folder)
  const same = now.length === stored.stamps.length && now.every((stamp, k) => stamp === stored.stamps[k])
  return same ? stored.dataset : undefined
}

/** Path inside the folder, bytes and time of the last change of every file; empty where it cannot be read. */
function fileStamps(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .sort()
      .flatMap(path => {
        const { size, mtimeMs } = statSync(join(folder, path))
        return `${path.replaceAll('\\', '/')} ${size} ${mtimeMs}`
      })
  } catch {
    return []
  }
}
