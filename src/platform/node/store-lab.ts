/**
 * Entry point of the build: stores what the page loads in dist/lab/data/: the dataset, today's world as the model sees it,
 * the routes, the shapes of countries, the ready scenarios and the names of each language. The result is the same as what the page would compute.
 */
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { centralRunner, packChoiceSet, parseScenario, prepareBaseline } from '../../index.js'
import { compactAtlas } from '../../report/index.js'
import { encodeRecord } from '../portable-record.js'
import { loadNetwork, readStoredNetwork } from './choice-set.js'
import { loadDataset } from './dataset.js'
import { readNames } from './names.js'
import { loadAtlas } from './result-assets.js'
import { readScenarioFile, readyScenarios } from './scenarios.js'
import { storedPath, writeStored } from './stored.js'

const dataset = await loadDataset()
const { choiceSet, baseline = prepareBaseline(dataset, choiceSet) } = await loadNetwork(
  dataset,
  readStoredNetwork(),
)
const today = parseScenario('keruen: 1\nmeasures: []\n', { dataset })
const scenarios = await Promise.all(
  (await readyScenarios()).map(async ready => ({
    ...ready,
    yaml: (await readScenarioFile(ready.name)).text,
  })),
)

await Promise.all([
  store('dataset', encodeRecord(dataset)),
  store('today', encodeRecord(await centralRunner(dataset, { choiceSet, baseline })(today))),
  store('scenarios', encodeRecord(scenarios)),
  store('atlas', JSON.stringify(compactAtlas(await loadAtlas()))),
  store('routes', packChoiceSet(choiceSet, dataset.network)),
  ...[...(await readNames())].map(([language, names]) => store(`names-${language}`, JSON.stringify(names))),
])

/** Packed here and unpacked by the page, so that a host need not know how. */
async function store(name: string, content: string | Uint8Array): Promise<void> {
  await writeStored(storedPath(join('lab', 'data', `${name}.bin`)), gzipSync(content, { level: 9 }))
}
