/** The model in a thread of its own: a scenario's text in, an answer out, the newest request first. */
import {
  type ChoiceSet,
  type Dataset,
  KeruenError,
  type NetworkBaseline,
  parseScenario,
  prepareBaseline,
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
  model = { dataset, choiceSet, baseline: prepareBaseline(dataset, choiceSet) }
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
  const { dataset, choiceSet, baseline } = model!
  const parsed = parseScenario(yaml, { dataset })
  const scenario = kind === 'full' ? parsed : { ...parsed, draws: 0, attribution: false }
  const result = await run(dataset, scenario, {
    choiceSet,
    baseline,
    onProgress: async progress => {
      if (kind === 'full') send({ kind: 'progress', ticket, progress })
      await turn()
      if (newest !== undefined) throw new Overtaken()
    },
  })
  send({ kind, ticket, result } as FromWorker)
}

const channel = new MessageChannel()

/** Lets messages in, without the pause of a timer. */
function turn(): Promise<void> {
  return new Promise(resolve => {
    channel.port1.onmessage = () => resolve()
    channel.port2.postMessage(undefined)
  })
}
