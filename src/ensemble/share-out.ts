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
const IN_FLIGHT = 2

/**
 * Does every job here or there, whoever is free; what job k gives stands at k, so the order is the same either way.
 *
 * A job that fails elsewhere is done here, and nothing more is sent: a lost helper costs a retry and never a result.
 *
 * @throws what `here` throws.
 */
export async function shareOut<Job, Done>(
  jobs: readonly Job[],
  here: (job: Job, k: number) => Done | Promise<Done>,
  there?: (job: Job) => Promise<Done>,
): Promise<Done[]> {
  const done: Done[] = new Array(jobs.length)
  const waiting = jobs.map((_, k) => k)
  let isLost = there === undefined
  const elsewhere = async (): Promise<void> => {
    while (!isLost && waiting.length > 0) {
      const k = waiting.shift()!
      try {
        done[k] = await there!(jobs[k])
      } catch {
        isLost = true
        waiting.push(k)
      }
    }
  }
  const own = async (): Promise<void> => {
    while (waiting.length > 0) {
      const k = waiting.shift()!
      done[k] = await here(jobs[k], k)
    }
  }
  const sent = Array.from({ length: IN_FLIGHT }, elsewhere)
  await own()
  await Promise.all(sent)
  await own()
  return done
}
