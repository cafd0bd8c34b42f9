/** The stored choice set: built with the package for the embedded network, on the spot for any other. */
import { existsSync } from 'node:fs'
import { mkdir, open, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  avoidedTerritories,
  buildChoiceSet,
  type ChoiceSet,
  type Dataset,
  decodeChoiceSet,
  encodeChoiceSet,
  networkHash,
} from '../../index.js'
import { packageRoot } from './package-root.js'

/** Where the choice set of the embedded network is stored. */
function storedPath(): string {
  return join(packageRoot(), 'dist', 'choice-set.bin')
}

/** The choice set of a dataset: the stored one where its network is the same, else a new one. */
export async function loadChoiceSet(
  dataset: Dataset,
  onProgress?: (done: number, total: number) => void,
): Promise<ChoiceSet> {
  return (await findStoredChoiceSet(dataset)) ?? newChoiceSet(dataset, onProgress)
}

/** The stored choice set, if it is there and was found on the dataset's network. */
export async function findStoredChoiceSet(dataset: Dataset): Promise<ChoiceSet | undefined> {
  if (!existsSync(storedPath())) return undefined
  const stored = decodeChoiceSet(await readShared(storedPath()))
  const { network, trade, avoidance } = dataset
  const hash = networkHash(network, trade.economies, avoidedTerritories(avoidance))
  return stored.networkHash === hash ? stored : undefined
}

/** Reads a file into memory that threads share: the routes are most of what a helper thread needs. */
async function readShared(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const bytes = new Uint8Array(new SharedArrayBuffer((await file.stat()).size))
    let at = 0
    while (at < bytes.length) {
      const { bytesRead } = await file.read(bytes, at, bytes.length - at, at)
      if (bytesRead === 0) break
      at += bytesRead
    }
    return bytes
  } finally {
    await file.close()
  }
}

/** Builds the choice set of a dataset and stores it with the package. */
export async function storeChoiceSet(dataset: Dataset): Promise<ChoiceSet> {
  const choiceSet = newChoiceSet(dataset)
  await mkdir(dirname(storedPath()), { recursive: true })
  const beside = `${storedPath()}.${process.pid}`
  await writeFile(beside, encodeChoiceSet(choiceSet))
  await rename(beside, storedPath())
  return choiceSet
}

function newChoiceSet(dataset: Dataset, onProgress?: (done: number, total: number) => void): ChoiceSet {
  const { network, trade, avoidance } = dataset
  const options = { economies: trade.economies, territories: avoidedTerritories(avoidance), onProgress }
  return buildChoiceSet(network, options).choiceSet
}
