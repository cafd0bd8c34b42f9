/** Starts the program as a person does: a fresh process, its own working folder. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

export interface Outcome {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Start {
  readonly cwd?: string
  /** Options of Node itself, before the program. */
  readonly node?: readonly string[]
  /** Called with the running process, to stop it. */
  readonly onStart?: (child: ChildProcessWithoutNullStreams) => void
}

export function keruen(
  args: readonly string[],
  { cwd = root, node = [], onStart }: Start = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...node, join(root, 'bin', 'keruen.cjs'), ...args], {
      cwd,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, COLUMNS: undefined },
    })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', text => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', text => {
      stderr += text
    })
    child.on('error', reject)
    child.on('close', code => resolve({ code, stdout, stderr }))
    onStart?.(child)
  })
}
