/** Entry point of a thread of the model: one request after the other, each answered by what came of it. */
import { parentPort } from 'node:worker_threads'
import { type Dataset, KeruenError, parseScenario, type RunProgress, run } from '../index.js'
import { loadNetwork, readStoredNetwork } from '../platform/node/choice-set.js'
import { loadDataset } from '../platform/node/dataset.js'
import { loadReportLanguage } from '../platform/node/report-language.js'
import { loadResultAssets } from '../platform/node/result-assets.js'
import { renderResult } from '../report/index.js'
import type { AskedRun, FinishedRun } from './model.js'
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

async function answer(request: ModelRequest, world: Dataset): Promise<void> {
  if (request.kind === 'check') {
    const { name, title, draws } = parseScenario(request.text, { file: request.file, dataset: world })
    send({ kind: 'checked', checked: { name, title, draws } })
    return
  }
  const finished = await compute(request.run, world)
  send(
    { kind: 'finished', finished },
    [...finished.files.values()].map(({ buffer }) => buffer),
  )
}

async function compute({ text, file, language }: AskedRun, world: Dataset): Promise<FinishedRun> {
  const scenario = parseScenario(text, { file, dataset: world })
  const assets = loadResultAssets()
  assets.catch(() => {}) // a fault is told where they are needed
  const { choiceSet, baseline } = await loadNetwork(world, readStoredNetwork())
  const result = await run(world, scenario, { choiceSet, baseline, onProgress: teller() })
  const words = await loadReportLanguage(language)
  const files = renderResult(result, world, { ...(await assets), ...words })
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
