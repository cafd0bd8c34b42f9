/**
 * `npm test`: types, lint and format, dead code, then the tests. Stops at the first that fails; the tests run last,
 * so that their closing line is the last line on the screen. Arguments go to the test runner.
 */
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const tool = (...parts) => join(root, 'node_modules', ...parts)

const steps = [
  ['types', [tool('typescript', 'bin', 'tsc'), '--noEmit', '-p', 'tsconfig.json']],
  ['types of the page', [tool('typescript', 'bin', 'tsc'), '--noEmit', '-p', 'src/web/tsconfig.json']],
  ['lint and format', [tool('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', '.']],
  ['dead code', [tool('knip', 'bin', 'knip.js')]],
  ['tests', [tool('vitest', 'vitest.mjs'), 'run', ...process.argv.slice(2)]],
]

for (const [name, command] of steps) {
  console.log(`— ${name}`)
  const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' })
  if (status !== 0) {
    if (name !== 'tests') console.error(`— ${name}: failed, the steps after it did not run`)
    process.exit(status ?? 1)
  }
}
