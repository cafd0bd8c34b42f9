/** The model in a thread of its own: a scenario in, an answer out, the newest request first. */
import type {
  CentralResult,
  Centre,
  ChoiceSet,
  Dataset,
  NetworkBaseline,
  RunProgress,
  Scenario,
} from '../../index.js'
import {
  centralRunner,
  contributionsOf,
  elementUsers,
  KeruenError,
  prepareBaseline,
  resolveScenario,
  run,
  unpackChoiceSet,
} from '../../model.js'
import { decodeRecord } from '../../platform/portable-record.js'
import type { WrittenScenario } from '../scenario/written.js'
import { loadBytes, loadText } from './load.js'
import type { FromWorker, Question, ToWorker } from './protocol.js'
import { changesOfRecords } from './record-changes.js'

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
/** Answered when there is no newer scenario. */
const questions: Question[] = []
let solved: Centre | undefined
/** The counterfactual of the last central answer, and what it answers. */
let centre: { readonly json: string; readonly of: Centre } | undefined
let busy = false
/** What is being answered is of no use any more, though nothing newer is asked yet. */
let isStale = false
/** Scenarios as JSON; undefined before the first central answer. */
let rehearsals: string[] | undefined
const centralChanges = changesOfRecords()

/** @param transfer what the page gets and this thread has no more. */
function send(message: FromWorker, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer })
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
  if (message.kind === 'drop') {
    newest = undefined
    isStale = true
    return
  }
  if (message.kind === 'contributions' || message.kind === 'users') questions.push(message)
  else newest = message
  if (!busy) work()
}

async function open(base: string): Promise<void> {
  dataset = loadText(base, 'dataset').then(text => decodeRecord(text) as Dataset)
  const [known, bytes] = await Promise.all([dataset, loadBytes(base, 'routes')])
  const choiceSet = unpackChoiceSet(bytes, known.network)
  const baseline = prepareBaseline(known, choiceSet)
  const solveCentral = centralRunner(known, {
    choiceSet,
    baseline,
    onCentre: of => {
      solved = of
    },
  })
  model = { dataset: known, choiceSet, baseline, solveCentral }
}

/** Needs no routes, so it is answered before they are there. */
async function check({ ticket, text, file }: Check): Promise<void> {
  try {
    // The reader of YAML is a quarter of the whole, and what the page itself asks about is none.
    const [known, { checkedScenario }] = await Promise.all([dataset!, import('./check-text.js')])
    send({ kind: 'checked', ticket, written: checkedScenario(text, { dataset: known, file }) })
  } catch (error) {
    sendFault(ticket, error)
  }
}

/** What is no fault of the scenario is told as a failure of the page: nothing waits for an answer that never comes. */
function sendFault(ticket: number, error: unknown): void {
  const known = error instanceof KeruenError
  const unknown = {
    code: 'page.unexpected',
    expected: 'an answer of the model',
    found: `a fault of the program itself: ${error instanceof Error ? error.message : String(error)}`,
    mend: 'Load the page again; if it comes back, please report it',
  }
  const fault = known
    ? { kind: error.kind, issues: error.issues }
    : { kind: 'failure' as const, issues: [unknown] }
  send({ kind: 'fault', ticket, fault })
}

async function work(): Promise<void> {
  busy = true
  for (let request = next(); request !== undefined; request = next()) {
    try {
      await (request.kind === 'contributions' || request.kind === 'users'
        ? answerQuestion(request)
        : answer(request))
    } catch (error) {
      if (error instanceof Overtaken) send({ kind: 'overtaken', ticket: request.ticket })
      else sendFault(request.ticket, error)
    }
  }
  await rehearse()
  busy = false
  if (newest !== undefined || questions.length > 0) work()
}

/**
 * Moves levers while nobody does, so that the first one that a reader moves answers as soon as the next: what is made once
 * is made then, and the engine has compiled what is walked often.
 */
async function rehearse(): Promise<void> {
  try {
    for (let json = rehearsals?.shift(); json !== undefined; json = rehearsals?.shift()) {
      // What it is asked of is written over.
      centre = undefined
      await model!.solveCentral(scenarioOf(json), giveWay)
    }
  } catch {
    // A request came, and is a rehearsal itself. Nothing else is lost by a scenario that nobody asked about.
    rehearsals = []
  }
}

/**
 * The scenario that was answered with a shorter wait at the busiest border, twice: much is kept from the second answer on, but
 * only for what is closed and assumed alike.
 */
function rehearsalsOn(json: string, { waits }: CentralResult): string[] {
  const busiest = waits.find(({ kind }) => kind === 'crossing')
  if (busiest === undefined) return []
  const written = JSON.parse(json) as WrittenScenario
  return ['-1%', '-2%'].map(change => {
    const lever = { crossing: busiest.placeId, hours: { change } }
    return JSON.stringify({ ...written, measures: [...(written.measures ?? []), lever] })
  })
}

function next(): Request | Question | undefined {
  const request = newest ?? questions.shift()
  newest = undefined
  isStale = false
  return request
}

/** The request is not the newest any more. */
class Overtaken extends Error {}

function scenarioOf(json: string): Scenario {
  return resolveScenario(JSON.parse(json), { dataset: model!.dataset })
}

async function answer({ kind, ticket, json }: Request): Promise<void> {
  if (kind === 'central') {
    const result = await solve(json)
    const changes = centralChanges(result)
    send({ kind, ticket, changes }, [changes.numbers.buffer])
    rehearsals ??= rehearsalsOn(json, result)
    return
  }
  const { dataset, choiceSet, baseline } = model!
  const scenario = scenarioOf(json)
  const onProgress = tellProgress(ticket)
  send({ kind, ticket, result: await run(dataset, scenario, { choiceSet, baseline, onProgress }) })
}

async function solve(json: string) {
  const result = await model!.solveCentral(scenarioOf(json), giveWay)
  centre = { json, of: solved! }
  return result
}

function tellProgress(ticket: number) {
  return async (progress: RunProgress) => {
    send({ kind: 'progress', ticket, progress })
    await giveWay()
  }
}

async function answerQuestion(question: Question): Promise<void> {
  const { ticket, json } = question
  if (question.kind === 'users') {
    if (centre?.json !== json) await solve(json)
    send({ kind: 'users', ticket, users: elementUsers(centre!.of, question.id) })
    return
  }
  const { dataset, choiceSet, baseline } = model!
  const tell = tellProgress(ticket)
  const onPart = (done: number, total: number) => tell({ stage: 'contributions', done, total })
  const scenario = { ...scenarioOf(json), draws: 0 }
  const contributions = await contributionsOf(dataset, scenario, { choiceSet, baseline, onPart })
  send({ kind: 'contributions', ticket, contributions })
}

/** Looks whether the present request is still the newest. */
async function giveWay(): Promise<void> {
  await turn()
  if (newest !== undefined || isStale) throw new Overtaken()
}

const channel = new MessageChannel()
/** Two parts of one run may wait at the same time. */
const turns: (() => void)[] = []
channel.port1.onmessage = () => turns.shift()!()

/** Lets messages in, without the pause of a timer. */
function turn(): Promise<void> {
  return new Promise(resolve => {
    turns.push(resolve)
    channel.port2.postMessage(undefined)
  })
}
