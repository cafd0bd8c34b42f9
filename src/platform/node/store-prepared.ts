/**
 * Entry point of the build: stores what a run needs of the embedded dataset in dist/: the dataset as it was read, its
 * choice set (`--unless-current` keeps a fitting one), and what every scenario starts from.
 */
import { findStoredChoiceSet, storeChoiceSet } from './choice-set.js'
import { embeddedFolder } from './dataset.js'
import { storeBaseline } from './network-baseline.js'
import { storeDataset } from './stored-dataset.js'

const dataset = await storeDataset(embeddedFolder())
const current = process.argv.includes('--unless-current') ? await findStoredChoiceSet(dataset) : undefined
await storeBaseline(dataset, current ?? (await newChoiceSet()))

async function newChoiceSet() {
  console.log('keruen: finding the routes of the embedded network; this takes a while, once')
  const started = performance.now()
  const choiceSet = await storeChoiceSet(dataset)
  const { gateways, pairOrigin, elementStart } = choiceSet
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(
    `keruen: ${elementStart.length - 1} routes between ${gateways.length} gateways (${pairOrigin.length} pairs) stored in ${seconds} s`,
  )
  return choiceSet
}
