/** Entry point of a thread of the model: one request after the other, each answered by what came of it. */
import { parentPort } from 'node:worker_threads'
import { type Dataset, KeruenError, parseScenario, type RunProgress, run, type Scenario } from '../index.js'
import { loadNetwork, readStoredNetwork } from '../platform/node/choice-set.js'
import { loadDataset } from '../platform/node/dataset.js'
import { loadResultAssets } from '../platform/node/result-assets.js'
import { renderResult } from '../report/index.js'
import type { FinishedRun } from './model.js'
import type { ModelAnswer, ModelRequest } from './model-messages.js'

/** Between two messages of progress, ms. */
const PAUSE = 100

let dataset: Promise<Dataset> | undefined

parentPort!.on('message', async (request: ModelRequest) => {
  try {
    dataset ??= loadDataset()
    await answer(request, await dataset)
  } catch (error) {
    // Anything else ends the thread, which the server is told.
    if (!(error instanceof KeruenError)) throw error
    send({ kind: 'fault', fault: { kind: error.kind, issues: error.issues } })
  }
})

async function answer({ kind, text, file }: ModelRequest, world: Dataset): Promise<void> {
  const scenario = parseScenario(text, { file, dataset: world })
  if (kind === 'check') {
    const { name, title, draws } = scenario
    send({ kind: 'checked', checked: { name, title, draws } })
    return
  }
  const finished = await compute(scenario, world)
  send(
    { kind: 'finished', finished },
    [...finished.files.values()].map(({ buffer }) => buffer),
  )
}

async function compute(scenario: Scenario, world: Dataset): Promise<FinishedRun> {
  const assets = loadResultAssets()
  assets.catch(() => {}) // a fault is told where they are needed
  const { choiceSet, baseline } = await loadNetwork(world, readStoredNetwork())
  const result = await run(world, scenario, { choiceSet, baseline, onProgress: teller() })
  const files = renderResult(result, world, await assets)
  const encoder = new TextEncoder()
  return {
    hash: result.hash,
    bloc: result.bloc,
    files: new Map([...files].map(([name, content]) => [name, encoder.encode(content)])),
  }
}

function teller(): (progress: RunProgress) => void {
  let told = Number.NEGATIVE_INFINITY
  return progress => {
    const now = performance.now()
    if (now - told < PAUSE) return
    told = now
    send({ kind: 'progress', progress })
  }
}

function send(message: ModelAnswer, transfer: ArrayBuffer[] = []): void {
  parentPort!.postMessage(message, transfer)
}
