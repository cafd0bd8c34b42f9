/** The model on threads: one reads scenarios, each run has one of its own, so that it can be ended at any moment. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { KeruenError } from '../errors.js'
import { packageRoot } from '../platform/node/package-root.js'
import { HttpFault } from './faults.js'
import { LIMITS } from './limits.js'
import type { CheckedScenario, FinishedRun, Model } from './model.js'
import type { ModelAnswer, ModelRequest } from './model-messages.js'

/** Of JavaScript's own heap; a run takes about 200 MB of it. */
const MEMORY = { maxOldGenerationSizeMb: 1024 }

interface Thread {
  ask(request: ModelRequest, onAnswer: (answer: ModelAnswer) => void): Promise<ModelAnswer>
  stop(): void
}

/**
 * @param checkMs how long reading a scenario may take.
 * @throws KeruenError `lab.not-built` (failure).
 */
export function startModel({
  program = join(packageRoot(), 'dist', 'lab-model.js'),
  checkMs = LIMITS.checkMs as number,
} = {}): Model {
  if (!existsSync(program)) {
    throw new KeruenError('failure', {
      code: 'lab.not-built',
      at: { file: program },
      expected: 'the model, as it is built with the program',
      found: 'no such file',
      mend: 'Run npm run build',
    })
  }
  const reader = startReader(program, checkMs)
  return {
    check: reader.check,
    run(run, onProgress) {
      const thread = startThread(program)
      const done = thread
        .ask({ kind: 'run', run }, answer => {
          if (answer.kind === 'progress') onProgress(answer.progress)
        })
        .then(finishedOf)
        .finally(thread.stop)
      return { done, stop: thread.stop }
    },
    close: reader.close,
  }
}

/** The thread that reads scenarios, one at a time; one that takes too long costs the thread, and the next has a new one. */
function startReader(program: string, checkMs: number): Pick<Model, 'check' | 'close'> {
  let thread: Thread | undefined
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()
  const drop = () => {
    thread?.stop()
    thread = undefined
  }
  const read = async (text: string, file: string): Promise<CheckedScenario> => {
    thread ??= startThread(program)
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      drop()
    }, checkMs)
    try {
      return checkedOf(await thread.ask({ kind: 'check', text, file }, () => {}))
    } catch (error) {
      if (!(error instanceof KeruenError)) drop()
      throw isLate
        ? new HttpFault(422, {
            code: 'lab.check-too-long',
            expected: `a scenario that is read within ${checkMs / 1000} s`,
          })
        : error
    } finally {
      clearTimeout(timer)
    }
  }
  return {
    check(text, file) {
      if (waiting >= LIMITS.waitingChecks) {
        throw new HttpFault(
          503,
          { code: 'lab.busy', expected: 'fewer scenarios at once' },
          { 'Retry-After': '5' },
        )
      }
      waiting++
      const checked = last.then(() => read(text, file)).finally(() => waiting--)
      last = checked.catch(() => {})
      return checked
    },
    close: drop,
  }
}

function startThread(program: string): Thread {
  const worker = new Worker(program, { resourceLimits: MEMORY })
  worker.unref()
  let lost = new Error('the thread of the model is gone')
  return {
    ask: (request, onAnswer) =>
      new Promise((resolve, reject) => {
        const hear = (answer: ModelAnswer) => {
          onAnswer(answer)
          if (answer.kind === 'progress') return
          leave()
          resolve(answer)
        }
        const fail = (error: Error) => {
          lost = error
        }
        const end = () => {
          leave()
          reject(lost)
        }
        const leave = () => worker.off('message', hear).off('error', fail).off('exit', end)
        worker.on('message', hear).on('error', fail).on('exit', end)
        worker.postMessage(request)
      }),
    stop: () => void worker.terminate(),
  }
}

function checkedOf(answer: ModelAnswer): CheckedScenario {
  if (answer.kind === 'checked') return answer.checked
  throw faultOf(answer)
}

function finishedOf(answer: ModelAnswer): FinishedRun {
  if (answer.kind === 'finished') return answer.finished
  throw faultOf(answer)
}

function faultOf(answer: ModelAnswer): Error {
  return answer.kind === 'fault'
    ? new KeruenError(answer.fault.kind, answer.fault.issues)
    : new Error(`the thread of the model answered ${answer.kind}`)
}
