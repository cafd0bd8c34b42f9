/** What the server lets a request ask for. */
export const LIMITS = {
  /** Bytes of a scenario, sent or saved. */
  scenarioBytes: 256 * 1024,
  savedScenarios: 200,
  /** Time to read a scenario, ms. */
  checkMs: 10_000,
  /** Scenarios waiting to be read. */
  waitingChecks: 16,
  draws: 5000,
  /** Time of a run from its start, ms. */
  runMs: 5 * 60_000,
  runsAtOnce: 2,
  waitingRuns: 8,
  /** Runs whose results, or faults, are kept. */
  keptRuns: 8,
  /** Characters of a request's target. */
  targetLength: 2048,
  headers: 64,
  headerBytes: 16 * 1024,
  connections: 256,
  /** Issues of one answer, and characters of each part of one. */
  issues: 50,
  issueLength: 500,
} as const

/** How long a connection may keep the server waiting, ms. */
export interface Timeouts {
  readonly headers: number
  readonly request: number
  /** Between two requests. */
  readonly idle: number
  /** Without a byte in either direction. */
  readonly silence: number
}

export const TIMEOUTS: Timeouts = { headers: 10_000, request: 30_000, idle: 5000, silence: 60_000 }
