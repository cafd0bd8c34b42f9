/** The model in a thread of its own: a scenario's text in, an answer out, the newest request first. */
import {
  type ChoiceSet,
  centralRunner,
  type Dataset,
  KeruenError,
  type NetworkBaseline,
  parseScenario,
  prepareBaseline,
  type RunProgress,
  run,
  unpackChoiceSet,
} from '../../index.js'
import { decodeRecord } from '../../platform/portable-record.js'
import { loadBytes, loadText } from './load.js'
import type { FromWorker, ToWorker } from './protocol.js'

interface Model {
  readonly dataset: Dataset
  readonly choiceSet: ChoiceSet
  readonly baseline: NetworkBaseline
  readonly solveCentral: ReturnType<typeof centralRunner>
}

type Request = Extract<ToWorker, { readonly ticket: number }>

let model: Model | undefined
let newest: Request | undefined
let busy = false

function send(message: FromWorker): void {
  self.postMessage(message)
}

self.onmessage = ({ data: message }: MessageEvent<ToWorker>) => {
  if (message.kind === 'open') {
    open(message.base).then(
      () => send({ kind: 'ready' }),
      (error: unknown) => send({ kind: 'failed', message: String(error) }),
    )
    return
  }
  newest = message
  if (!busy) work()
}

async function open(base: string): Promise<void> {
  const [text, bytes] = await Promise.all([loadText(base, 'dataset'), loadBytes(base, 'routes')])
  const dataset = decodeRecord(text) as Dataset
  const choiceSet = unpackChoiceSet(bytes, dataset.network)
  const baseline = prepareBaseline(dataset, choiceSet)
  model = { dataset, choiceSet, baseline, solveCentral: centralRunner(dataset, { choiceSet, baseline }) }
}

async function work(): Promise<void> {
  busy = true
  while (newest !== undefined) {
    const request: Request = newest
    newest = undefined
    try {
      await answer(request)
    } catch (error) {
      if (error instanceof Overtaken) continue
      if (!(error instanceof KeruenError)) throw error
      send({ kind: 'fault', ticket: request.ticket, fault: { kind: error.kind, issues: error.issues } })
    }
  }
  busy = false
}

/** A newer request came while this one was being answered. */
class Overtaken extends Error {}

async function answer({ kind, ticket, yaml }: Request): Promise<void> {
  const { dataset, choiceSet, baseline, solveCentral } = model!
  const scenario = parseScenario(yaml, { dataset })
  if (kind === 'central') {
    send({ kind, ticket, result: await solveCentral(scenario, giveWay) })
    return
  }
  const onProgress = async (progress: RunProgress) => {
    send({ kind: 'progress', ticket, progress })
    await giveWay()
  }
  send({ kind, ticket, result: await run(dataset, scenario, { choiceSet, baseline, onProgress }) })
}

/** Looks whether there is a newer request, which ends the present one. */
async function giveWay(): Promise<void> {
  await turn()
  if (newest !== undefined) throw new Overtaken()
}

const channel = new MessageChannel()

/** Lets messages in, without the pause of a timer. */
function turn(): Promise<void> {
  return new Promise(resolve => {
    channel.port1.onmessage = () => resolve()
    channel.port2.postMessage(undefined)
  })
}
