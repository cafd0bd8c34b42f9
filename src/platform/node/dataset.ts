/** The dataset that ships with the program, or one of the user's own, from a folder. */
import { join } from 'node:path'
import { type Dataset, readDataset, readSectorDataset, type SectorDataset } from '../../index.js'
import { readFolder } from './files.js'
import { packageRoot } from './package-root.js'
import { isBundled } from './stored.js'
import { findStoredDataset } from './stored-dataset.js'

/** Folder of the embedded dataset. */
export function embeddedFolder(): string {
  return join(packageRoot(), 'data')
}

/**
 * Reads and checks a dataset folder; by default the embedded dataset, as the build stored it or read and checked anew.
 *
 * @throws KeruenError `files.unreadable` (usage), or the issues of `readDataset` (input).
 */
export async function loadDataset(folder?: string): Promise<Dataset> {
  const stored = folder === undefined && isBundled() ? await findStoredDataset(embeddedFolder()) : undefined
  return stored ?? readDataset(await readFolder(folder ?? embeddedFolder()))
}

/**
 * Reads and checks a many-sector baseline of the user's own.
 *
 * @throws KeruenError `files.unreadable` (usage), or the issues of `readSectorDataset` (input).
 */
export async function loadSectorDataset(folder: string): Promise<SectorDataset> {
  return readSectorDataset(await readFolder(folder))
}
