/** The model in a thread of its own: a scenario's text in, an answer out, the newest request first. */
import { parse } from 'yaml'
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
import type { WrittenScenario } from '../scenario/written.js'
import { loadBytes, loadText } from './load.js'
import type { FromWorker, ToWorker } from './protocol.js'

interface Model {
  readonly dataset: Dataset
  readonly choiceSet: ChoiceSet
  readonly baseline: NetworkBaseline
  readonly solveCentral: ReturnType<typeof centralRunner>
}

type Request = Extract<ToWorker, { readonly kind: 'central' | 'full' }>
type Check = Extract<ToWorker, { readonly kind: 'check' }>

let dataset: Promise<Dataset> | undefined
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
  if (message.kind === 'check') {
    check(message)
    return
  }
  newest = message
  if (!busy) work()
}

async function open(base: string): Promise<void> {
  dataset = loadText(base, 'dataset').then(text => decodeRecord(text) as Dataset)
  const [known, bytes] = await Promise.all([dataset, loadBytes(base, 'routes')])
  const choiceSet = unpackChoiceSet(bytes, known.network)
  const baseline = prepareBaseline(known, choiceSet)
  const solveCentral = centralRunner(known, { choiceSet, baseline })
  model = { dataset: known, choiceSet, baseline, solveCentral }
}

/** Needs no routes, so it is answered before they are there. */
async function check({ ticket, yaml, file }: Check): Promise<void> {
  try {
    parseScenario(yaml, { dataset: await dataset!, file })
    send({ kind: 'checked', ticket, written: parse(yaml) as WrittenScenario })
  } catch (error) {
    sendFault(ticket, error)
  }
}

/** What is no fault of the scenario is told as a failure of the page: nothing waits for an answer that never comes. */
function sendFault(ticket: number, error: unknown): void {
  const known = error instanceof KeruenError
  const unknown = { code: 'page.unexpected', found: error instanceof Error ? error.message : String(error) }
  const fault = known
    ? { kind: error.kind, issues: error.issues }
    : { kind: 'failure' as const, issues: [unknown] }
  send({ kind: 'fault', ticket, fault })
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
      sendFault(request.ticket, error)
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
