/** A second thread that does some of a run's jobs. */
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Delegate } from '../../index.js'
import type { HelperAnswer, HelperRequest } from './helper-messages.js'
import { packageRoot } from './package-root.js'

export interface HelperThread {
  readonly delegate: Delegate
  readonly stop: () => void
}

/** Starts the helper thread; undefined where there is one processor only, or the program is not built. */
export function startHelperThread(): HelperThread | undefined {
  const program = join(packageRoot(), 'dist', 'helper.js')
  if (availableParallelism() < 2 || !existsSync(program)) return undefined
  const worker = new Worker(program)
  worker.unref()
  const waiting = new Map<number, { resolve: (done: never) => void; reject: (reason: Error) => void }>()
  let lastId = 0
  const lose = () => {
    for (const { reject } of waiting.values()) reject(new Error('the helper thread is gone'))
    waiting.clear()
  }
  worker.on('message', ({ id, isDone, done }: HelperAnswer) => {
    const asked = waiting.get(id)
    waiting.delete(id)
    if (isDone) asked?.resolve(done as never)
    else asked?.reject(new Error('the job failed in the helper thread'))
  })
  worker.on('error', lose)
  worker.on('exit', lose)
  const send = (request: HelperRequest): void => worker.postMessage(request)
  return {
    delegate: (task, context) => {
      const opening = ++lastId
      send({ kind: 'open', opening, task: task.name, context })
      return job =>
        new Promise((resolve, reject) => {
          const id = ++lastId
          waiting.set(id, { resolve, reject })
          send({ kind: 'job', opening, id, job })
        })
    },
    stop: () => void worker.terminate(),
  }
}
