/** Questions that are asked beside the answers, and who waits for their replies. */
import type { Fault, FromWorker, Question } from './protocol.js'

type Reply = Extract<FromWorker, { readonly kind: 'contributions' | 'users' }>

interface Waiting {
  readonly resolve: (reply: Reply | Fault | undefined) => void
  readonly onProgress: (done: number) => void
}

const waiting = new Map<number, Waiting>()

/**
 * Asks a worker; undefined where a newer scenario came before the reply, or the model is lost.
 *
 * @param onProgress 0–1
 */
export function ask<Kind extends Question['kind']>(
  worker: Worker,
  question: Extract<Question, { readonly kind: Kind }>,
  onProgress: (done: number) => void = () => {},
): Promise<Extract<Reply, { readonly kind: Kind }> | Fault | undefined> {
  return new Promise(resolve => {
    waiting.set(question.ticket, { resolve: resolve as Waiting['resolve'], onProgress })
    worker.postMessage(question)
  })
}

/** Hands a message to whoever waits for it; false where nobody does. */
export function hear(message: Exclude<FromWorker, { readonly kind: 'ready' | 'failed' }>): boolean {
  const asked = waiting.get(message.ticket)
  if (asked === undefined) return false
  if (message.kind === 'progress') {
    const { stage, done, total } = message.progress
    if (stage === 'contributions') asked.onProgress(done / total)
    return true
  }
  waiting.delete(message.ticket)
  if (message.kind === 'fault') asked.resolve(message.fault)
  else asked.resolve(message.kind === 'contributions' || message.kind === 'users' ? message : undefined)
  return true
}

/** The model is lost: nobody waits any longer. */
export function giveUp(): void {
  for (const { resolve } of waiting.values()) resolve(undefined)
  waiting.clear()
}
