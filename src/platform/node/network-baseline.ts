/** What every scenario on the embedded network starts from, made when the program was built. */
import { type ChoiceSet, type Dataset, type NetworkBaseline, prepareBaseline } from '../../index.js'
import { isBundled, readRecord, storedPath, writeRecord } from './stored.js'

/** A baseline and what it was made of. */
export interface StoredBaseline {
  /** Hash of all tables, see `readDataset`. */
  readonly datasetHash: string
  readonly networkHash: string
  readonly baseline: NetworkBaseline
}

const NAME = 'network-baseline.bin'

/** Makes the baseline of a dataset and stores it with the package. */
export async function storeBaseline(dataset: Dataset, choiceSet: ChoiceSet): Promise<void> {
  const stored: StoredBaseline = {
    datasetHash: dataset.hash,
    networkHash: choiceSet.networkHash,
    baseline: prepareBaseline(dataset, choiceSet),
  }
  await writeRecord(storedPath(NAME), stored)
}

/** The stored baseline, whatever dataset it was made of; undefined where there is none. */
export async function readStoredBaseline(): Promise<StoredBaseline | undefined> {
  return isBundled() ? ((await readRecord(storedPath(NAME))) as StoredBaseline | undefined) : undefined
}
