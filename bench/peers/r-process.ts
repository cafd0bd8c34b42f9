/** A peer in R that stays up, so that its fits and ours can alternate with the data in memory on both sides. */
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export interface RProcess {
  readonly version: string
  /** Sends a line, waits for the answer. */
  ask<Answer>(request: string): Promise<Answer>
  close(): void
}

/** R with fixest, or nothing where either is missing. Packages are found through R's own R_LIBS. */
export async function startFixest(): Promise<RProcess | undefined> {
  const found = spawnSync('Rscript', ['-e', 'cat(requireNamespace("fixest", quietly = TRUE))'], {
    encoding: 'utf8',
  })
  if (found.status !== 0 || !found.stdout.includes('TRUE')) return undefined
  const script = fileURLToPath(new URL('fixest.R', import.meta.url))
  const child = spawn('Rscript', [script]) as ChildProcessWithoutNullStreams
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  let errors = ''
  child.stderr.on('data', chunk => {
    errors += String(chunk)
  })
  const next = async <Answer>() => {
    const { value, done } = await lines.next()
    if (done) throw new Error(`R ended: ${errors.slice(-2_000)}`)
    return JSON.parse(value as string) as Answer
  }
  const { version } = await next<{ version: string }>()
  return {
    version,
    ask: request => {
      child.stdin.write(`${request}\n`)
      return next()
    },
    close: () => child.kill(),
  }
}
