/** Long runs: so many at a time, so many waiting, so long each, so many results kept. */
import { randomBytes } from 'node:crypto'
import type { Issue } from '../errors.js'
import { KeruenError, type RunProgress } from '../index.js'
import { HttpFault, type Log, shortened, unexpected } from './faults.js'
import { LIMITS } from './limits.js'
import type { AskedRun, CheckedScenario, FinishedRun, Model, RunningModel } from './model.js'

export type RunState = 'waiting' | 'running' | 'done' | 'failed'

export interface QueuedRun {
  readonly id: string
  readonly scenario: CheckedScenario
  readonly state: RunState
  readonly progress: RunProgress | undefined
  /** Why it failed. */
  readonly issues: readonly Issue[]
  readonly finished: FinishedRun | undefined
}

export interface RunQueue {
  /** @throws HttpFault 503 when the queue is full. */
  submit(asked: AskedRun, scenario: CheckedScenario): QueuedRun
  find(id: string): QueuedRun | undefined
  /** The newest last. */
  list(): readonly QueuedRun[]
  /** Ends a run, or forgets its result; whether there was one. */
  remove(id: string): boolean
  close(): void
}

type Entry = { -readonly [Key in keyof QueuedRun]: QueuedRun[Key] } & {
  readonly asked: AskedRun
  running?: RunningModel
}

export type RunLimits = Pick<typeof LIMITS, 'runsAtOnce' | 'waitingRuns' | 'keptRuns'> & {
  readonly runMs: number
}

export function openRunQueue(model: Model, log: Log, limits: RunLimits = LIMITS): RunQueue {
  const entries = new Map<string, Entry>()
  const inState = (...states: readonly RunState[]): Entry[] =>
    [...entries.values()].filter(({ state }) => states.includes(state))

  const startNext = (): void => {
    const next = inState('waiting')[0]
    if (next === undefined || inState('running').length >= limits.runsAtOnce) return
    void execute(next)
    startNext()
  }

  const execute = async (entry: Entry): Promise<void> => {
    entry.state = 'running'
    let isLate = false
    const running = model.run(entry.asked, progress => {
      entry.progress = progress
    })
    entry.running = running
    const timer = setTimeout(() => {
      isLate = true
      running.stop()
    }, limits.runMs)
    try {
      entry.finished = await running.done
      entry.state = 'done'
    } catch (error) {
      entry.state = 'failed'
      if (entries.has(entry.id)) entry.issues = isLate ? [tooLong(limits.runMs)] : issuesOf(error, log)
    } finally {
      clearTimeout(timer)
      forgetOldest()
      startNext()
    }
  }

  const forgetOldest = (): void => {
    const ended = inState('done', 'failed')
    for (const { id } of ended.slice(0, Math.max(0, ended.length - limits.keptRuns))) entries.delete(id)
  }

  return {
    submit(asked, scenario) {
      if (inState('waiting').length >= limits.waitingRuns) {
        throw new HttpFault(
          503,
          {
            code: 'lab.queue-full',
            expected: `at most ${limits.waitingRuns} runs waiting`,
            found: 'as many already',
            mend: 'Wait for one to end, or end one',
          },
          { 'Retry-After': '10' },
        )
      }
      const id = randomBytes(8).toString('hex')
      const entry: Entry = {
        id,
        scenario,
        state: 'waiting',
        progress: undefined,
        issues: [],
        finished: undefined,
        asked,
      }
      entries.set(id, entry)
      startNext()
      return entry
    },
    find: id => entries.get(id),
    list: () => [...entries.values()],
    remove(id) {
      const entry = entries.get(id)
      if (entry === undefined) return false
      entries.delete(id)
      entry.running?.stop()
      startNext()
      return true
    },
    close() {
      const running = inState('running')
      entries.clear()
      for (const entry of running) entry.running?.stop()
    },
  }
}

function issuesOf(error: unknown, log: Log): Issue[] {
  return error instanceof KeruenError ? shortened(error.issues) : [unexpected(error, log)]
}

function tooLong(ms: number): Issue {
  return {
    code: 'lab.run-too-long',
    expected: `a run of at most ${ms / 1000} s`,
    found: 'a longer one, which was ended',
    mend: 'Ask for fewer draws, or use keruen run',
  }
}
