/** One piece of work in many jobs, some of them done elsewhere; how to get there comes in as an argument. */

/** Work of one kind: plain records and arrays in, plain records and arrays out, the same bits wherever it is done. */
export interface Task<Context, Job, Done> {
  readonly name: string
  /** @param context what all jobs read. */
  readonly open: (context: Context) => (job: Job) => Done
}

/** Opens a task elsewhere: the context is sent once, then job after job. */
export type Delegate = <Context, Job, Done>(
  task: Task<Context, Job, Done>,
  context: Context,
) => (job: Job) => Promise<Done>

/** Jobs that wait elsewhere, so that nobody idles there while this side is busy with one of its own. */
const IN_FLIGHT = 4

/**
 * Does every job here or there, whoever is free; what job k gives stands at k, so the order is the same either way.
 *
 * Nobody waits for a helper: what it has not brought when nothing else is left to do is done here too, the job sent last
 * first, and the answer that comes second is dropped. So a slow helper or a lost one costs a retry and never a result.
 *
 * @param first what this side does before its first job, while the helper is at work on those sent.
 * @throws what `here` and `first` throw.
 */
export async function shareOut<Job, Done>(
  jobs: readonly Job[],
  here: (job: Job, k: number) => Done | Promise<Done>,
  there?: (job: Job) => Promise<Done>,
  first?: () => Promise<void>,
): Promise<Done[]> {
  const done: Done[] = new Array(jobs.length)
  const isDone = new Uint8Array(jobs.length)
  const waiting = jobs.map((_, k) => k)
  const sent: number[] = []
  const keep = (k: number, made: Done): void => {
    if (isDone[k] === 0) done[k] = made
    isDone[k] = 1
  }
  const elsewhere = async (send: (job: Job) => Promise<Done>): Promise<void> => {
    for (let k = waiting.shift(); k !== undefined; k = waiting.shift()) {
      sent.push(k)
      keep(k, await send(jobs[k]))
    }
  }
  // A failure there ends the sending; its job is still among those sent, and is done here.
  if (there) for (let k = 0; k < IN_FLIGHT; k++) elsewhere(there).catch(() => {})
  try {
    await first?.()
    for (let k = waiting.shift() ?? sent.pop(); k !== undefined; k = waiting.shift() ?? sent.pop()) {
      if (isDone[k] === 0) keep(k, await here(jobs[k], k))
    }
  } finally {
    waiting.length = 0 // after a failure here nothing more is sent
  }
  return done
}
