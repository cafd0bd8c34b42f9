/** Entry point of the build: stores the choice set of the embedded dataset in dist/; `--unless-current` keeps a fitting one. */
import { findStoredChoiceSet, storeChoiceSet } from './choice-set.js'
import { loadDataset } from './dataset.js'

const dataset = await loadDataset()
if (!process.argv.includes('--unless-current') || (await findStoredChoiceSet(dataset)) === undefined) {
  console.log('keruen: finding the routes of the embedded network; this takes a while, once')
  const started = performance.now()
  const { gateways, pairOrigin, elementStart } = await storeChoiceSet(dataset)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(
    `keruen: ${elementStart.length - 1} routes between ${gateways.length} gateways (${pairOrigin.length} pairs) stored in ${seconds} s`,
  )
}
