/** The stored choice set: built with the package for the embedded network, on the spot for any other. */
import { existsSync } from 'node:fs'
import {
  avoidedTerritories,
  buildChoiceSet,
  type ChoiceSet,
  type Dataset,
  decodeChoiceSet,
  encodeChoiceSet,
  type NetworkBaseline,
  networkHash,
} from '../../index.js'
import { findStoredBaseline } from './network-baseline.js'
import { readShared, storedPath, writeStored } from './stored.js'

const NAME = 'choice-set.bin'

/** The choice set of a dataset and, for the embedded one, the baseline that was stored with it. */
export async function loadNetwork(
  dataset: Dataset,
  onProgress?: (done: number, total: number) => void,
): Promise<{ readonly choiceSet: ChoiceSet; readonly baseline: NetworkBaseline | undefined }> {
  const stored = await findStoredBaseline(dataset)
  const choiceSet = await loadChoiceSet(dataset, onProgress, stored?.networkHash)
  const isOfIt = stored?.networkHash === choiceSet.networkHash
  return { choiceSet, baseline: isOfIt ? stored?.baseline : undefined }
}

/**
 * The choice set of a dataset: the stored one where its network is the same, else a new one.
 *
 * @param hash of the dataset's network, where it is known.
 */
export async function loadChoiceSet(
  dataset: Dataset,
  onProgress?: (done: number, total: number) => void,
  hash?: string,
): Promise<ChoiceSet> {
  return (await findStoredChoiceSet(dataset, hash)) ?? newChoiceSet(dataset, onProgress)
}

/** The stored choice set, if it is there and was found on the dataset's network. */
export async function findStoredChoiceSet(
  dataset: Dataset,
  hash = hashOf(dataset),
): Promise<ChoiceSet | undefined> {
  if (!existsSync(storedPath(NAME))) return undefined
  const stored = decodeChoiceSet(await readShared(storedPath(NAME)))
  return stored.networkHash === hash ? stored : undefined
}

/** Builds the choice set of a dataset and stores it with the package. */
export async function storeChoiceSet(dataset: Dataset): Promise<ChoiceSet> {
  const choiceSet = newChoiceSet(dataset)
  await writeStored(storedPath(NAME), encodeChoiceSet(choiceSet))
  return choiceSet
}

function newChoiceSet(dataset: Dataset, onProgress?: (done: number, total: number) => void): ChoiceSet {
  const { network, trade, avoidance } = dataset
  const options = { economies: trade.economies, territories: avoidedTerritories(avoidance), onProgress }
  return buildChoiceSet(network, options).choiceSet
}

function hashOf({ network, trade, avoidance }: Dataset): string {
  return networkHash(network, trade.economies, avoidedTerritories(avoidance))
}
