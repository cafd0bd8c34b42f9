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
import { readStoredBaseline, type StoredBaseline } from './network-baseline.js'
import { readShared, storedPath, writeStored } from './stored.js'

const NAME = 'choice-set.bin'

/** What is stored of the embedded network, while it is being read. */
export interface StoredNetwork {
  readonly choiceSet: Promise<ChoiceSet | undefined>
  readonly baseline: Promise<StoredBaseline | undefined>
}

/** Begins to read what is stored, before it is known whether it fits; a fault is told by `loadNetwork`. */
export function readStoredNetwork(): StoredNetwork {
  const stored = { choiceSet: readStoredChoiceSet(), baseline: readStoredBaseline() }
  stored.choiceSet.catch(() => {})
  return stored
}

/**
 * The choice set of a dataset, stored or new, and for the embedded one the baseline that was stored with it.
 *
 * @param dataset as it was read: its hash stands for all its values.
 */
export async function loadNetwork(
  dataset: Dataset,
  stored: StoredNetwork,
  onProgress?: (done: number, total: number) => void,
): Promise<{ readonly choiceSet: ChoiceSet; readonly baseline: NetworkBaseline | undefined }> {
  const known = await stored.baseline
  const made = known?.datasetHash === dataset.hash ? known : undefined
  const found = fitting(await stored.choiceSet, made?.networkHash ?? hashOf(dataset))
  const choiceSet = found ?? newChoiceSet(dataset, onProgress)
  return { choiceSet, baseline: made?.networkHash === choiceSet.networkHash ? made?.baseline : undefined }
}

/** The choice set of a dataset: the stored one where its network is the same, else a new one. */
export async function loadChoiceSet(dataset: Dataset): Promise<ChoiceSet> {
  return (await findStoredChoiceSet(dataset)) ?? newChoiceSet(dataset)
}

/** The stored choice set, if it is there and was found on the dataset's network. */
export async function findStoredChoiceSet(dataset: Dataset): Promise<ChoiceSet | undefined> {
  return fitting(await readStoredChoiceSet(), hashOf(dataset))
}

async function readStoredChoiceSet(): Promise<ChoiceSet | undefined> {
  return existsSync(storedPath(NAME)) ? decodeChoiceSet(await readShared(storedPath(NAME))) : undefined
}

function fitting(stored: ChoiceSet | undefined, hash: string): ChoiceSet | undefined {
  return stored?.networkHash === hash ? stored : undefined
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
