/** Entry point of the helper thread: opens the tasks that it is told, does their jobs, and knows nothing else. */
import { constants, setPriority } from 'node:os'
import { parentPort, type TransferListItem } from 'node:worker_threads'
import { TASKS } from '../../index.js'
import type { HelperAnswer, HelperRequest } from './helper-messages.js'

// Where processors are scarce the run itself goes first: it waits for nobody. Only Linux gives a thread its own priority.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL)

const opened = new Map<number, (job: never) => unknown>()

parentPort!.on('message', (request: HelperRequest) => {
  if (request.kind === 'open') {
    opened.set(request.opening, TASKS.get(request.task)!.open(request.context as never))
    return
  }
  const { id } = request
  try {
    const done = opened.get(request.opening)!(request.job as never)
    answer({ id, isDone: true, done })
  } catch {
    answer({ id, isDone: false })
  }
})

function answer(message: HelperAnswer): void {
  parentPort!.postMessage(message, buffersOf(message.done))
}

/** Memory of the arrays in an answer, which is handed over instead of copied. */
function buffersOf(value: unknown): TransferListItem[] {
  const found = new Set<ArrayBuffer>()
  const visit = (part: unknown): void => {
    if (ArrayBuffer.isView(part)) {
      if (part.buffer instanceof ArrayBuffer) found.add(part.buffer)
    } else if (typeof part === 'object' && part !== null) Object.values(part).forEach(visit)
  }
  visit(value)
  return [...found]
}
