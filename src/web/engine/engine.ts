/** The page's side of the model: sends the newest scenario to the workers, keeps the newest answers in the state. */
import type { CentralResult, ContributionResult, PairUse, Result } from '../../index.js'
import type { WrittenScenario } from '../scenario/written.js'
import { answer, dragging, engine, fault, scenario } from '../state/lab.js'
import type { Fault, FromWorker, ToWorker } from './protocol.js'
import * as questions from './questions.js'
import { type RecordChanges, recordsOfChanges } from './record-changes.js'

/** Pause after the last change before ranges are computed, ms. */
const PAUSE = 350

/** What a check finds: the scenario, its faults, or nothing, because the model is not there. */
export type Checked =
  | { readonly written: WrittenScenario }
  | { readonly fault: Fault }
  | { readonly missing: true }

const checks = new Map<number, (checked: Checked) => void>()

/**
 * Whether a text is a scenario of this dataset.
 *
 * @param file its name, for the messages.
 */
export function checkScenario(text: string, file?: string): Promise<Checked> {
  if (engine.peek().state === 'failed') return Promise.resolve({ missing: true })
  return new Promise(resolve => {
    const ticket = ++tickets
    checks.set(ticket, resolve)
    send(central, { kind: 'check', ticket, text, ...(file !== undefined && { file }) })
  })
}

/**
 * How much each measure of a scenario contributes, or why that cannot be told; undefined where the scenario has changed
 * before it was known.
 *
 * @param onProgress 0–1
 */
export async function askContributions(
  written: WrittenScenario,
  onProgress: (done: number) => void,
): Promise<readonly ContributionResult[] | Fault | undefined> {
  const question = { kind: 'contributions', ticket: ++tickets, json: JSON.stringify(written) } as const
  const reply = await questions.ask(ranges.worker, question, onProgress)
  return reply?.kind === 'contributions' ? reply.contributions : reply
}

/** Whose cargo passes a link or place; undefined where that is not known. */
export async function askUsers(
  written: WrittenScenario,
  id: string,
): Promise<readonly PairUse[] | undefined> {
  const question = { kind: 'users', ticket: ++tickets, json: JSON.stringify(written), id } as const
  const reply = await questions.ask(central.worker, question)
  return reply?.kind === 'users' ? reply.users : undefined
}

/** What takes the answer to a scenario other than the one in hand. */
let aside: { readonly written: WrittenScenario; readonly take: (result: Result) => void } | undefined

/** Has a scenario answered that is not in hand, once that one is; given up where the reader changes something meanwhile. */
export function answerAside(written: WrittenScenario, take: (result: Result) => void): void {
  if (!ranges?.ready) return
  aside = { written, take }
  ask(ranges, 'full', written)
}

interface Thread {
  readonly worker: Worker
  ready: boolean
  /** Which scenario a ticket asked about. */
  readonly asked: Map<number, WrittenScenario>
  /** Makes each central answer from what it differs in from the last: none may be left out. */
  readonly centralOf: (changes: RecordChanges) => unknown
}

let central: Thread
let ranges: Thread
let tickets = 0
let timer: ReturnType<typeof setTimeout> | undefined

/** Starts the workers; the one of the ranges once the first answers, so that the first has the line to itself. */
export function startEngine(script: URL, base: string): void {
  central = startThread(script, base, () => {
    engine.value = { state: 'ready' }
    ask(central, 'central', scenario.peek())
    ranges = startThread(script, base, () => askRanges())
  })
  scenario.subscribe(written => {
    if (central.ready) ask(central, 'central', written)
    // Ranges of an older scenario would take time from the answer.
    if (ranges?.ready) send(ranges, { kind: 'drop' })
    askRanges()
  })
  dragging.subscribe(() => askRanges())
}

function startThread(script: URL, base: string, onReady: () => void): Thread {
  const thread: Thread = {
    worker: new Worker(script, { type: 'module' }),
    ready: false,
    asked: new Map(),
    centralOf: recordsOfChanges(),
  }
  thread.worker.onmessage = ({ data: message }: MessageEvent<FromWorker>) => {
    if (message.kind === 'ready') {
      thread.ready = true
      onReady()
    } else receive(thread, message)
  }
  thread.worker.onerror = event => {
    fail(event.message)
  }
  send(thread, { kind: 'open', base })
  return thread
}

function send({ worker }: Thread, message: ToWorker): void {
  worker.postMessage(message)
}

function ask(thread: Thread, kind: 'central' | 'full', written: WrittenScenario): void {
  const ticket = ++tickets
  thread.asked.clear()
  thread.asked.set(ticket, written)
  send(thread, { kind, ticket, json: JSON.stringify(written) })
}

function askRanges(): void {
  clearTimeout(timer)
  timer = setTimeout(() => {
    if (!ranges?.ready || dragging.peek()) return
    if (answer.peek().full !== undefined && answer.peek().written === scenario.peek()) return
    ask(ranges, 'full', scenario.peek())
    engine.value = { state: 'ready', rangeProgress: 0 }
  }, PAUSE)
}

function fail(message: string): void {
  engine.value = { state: 'failed', message }
  for (const resolve of checks.values()) resolve({ missing: true })
  checks.clear()
  questions.giveUp()
}

function receive(thread: Thread, message: Exclude<FromWorker, { kind: 'ready' }>): void {
  if (message.kind === 'failed') {
    fail(message.message)
    return
  }
  if (message.kind === 'central') {
    receiveCentral(thread.asked.get(message.ticket), thread.centralOf(message.changes) as CentralResult)
    return
  }
  if (questions.hear(message)) return
  const resolve = checks.get(message.ticket)
  if (resolve !== undefined) {
    checks.delete(message.ticket)
    if (message.kind === 'checked') resolve({ written: message.written })
    if (message.kind === 'fault') resolve({ fault: message.fault })
    return
  }
  const written = thread.asked.get(message.ticket)
  if (written === undefined) return
  switch (message.kind) {
    case 'full':
      if (written !== scenario.peek()) {
        if (written === aside?.written) aside.take(message.result)
        return
      }
      answer.value = { written, central: message.result, full: message.result }
      engine.value = { state: 'ready' }
      return
    case 'progress': {
      if (written !== scenario.peek()) return
      const { stage, done, total } = message.progress
      engine.value = { state: 'ready', rangeProgress: stage === 'parameter range' ? done / total : 0 }
      return
    }
    case 'fault':
      if (written === scenario.peek()) fault.value = message.fault
      engine.value = { state: 'ready' }
  }
}

/** @param written undefined where it has been overtaken. */
function receiveCentral(written: WrittenScenario | undefined, central: CentralResult): void {
  if (written === undefined) return
  // The whole answer may have come before.
  if (answer.peek().written === written && answer.peek().full !== undefined) return
  answer.value = { written, central, full: undefined }
  if (written === scenario.peek()) fault.value = undefined
}
