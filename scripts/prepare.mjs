/**
 * Runs by itself after `npm ci` and `npm install`: builds the program and puts its own command where npx looks for
 * it. Without the build tools (`--omit=dev`, `--package-lock-only`) there is nothing to build with, which is no
 * fault of the installation: one sentence, exit code 0.
 */
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const [major, minor] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Keruen needs Node 20.19 or newer and this is ${process.versions.node}: install a newer Node.`,
  )
  process.exitCode = 1
} else {
  if (!hasBuildTools()) {
    console.log(
      existsSync(join(root, 'dist', 'cli.js'))
        ? 'keruen: development tools are not installed; the program built earlier stays in use.'
        : 'keruen: development tools are not installed, so nothing was built; run npm ci to build it.',
    )
  } else {
    const { bundleProgram, storePrepared } = await import('./build.mjs')
    await bundleProgram()
    storePrepared()
  }
  linkCommand()
}

function hasBuildTools() {
  try {
    createRequire(import.meta.url).resolve('esbuild')
    return true
  } catch {
    return false
  }
}

/** npm links the commands of dependencies, not a package's own: node_modules/.bin/keruen is made here. */
function linkCommand() {
  const folder = join(root, 'node_modules', '.bin')
  if (!existsSync(join(root, 'node_modules'))) return
  mkdirSync(folder, { recursive: true })
  const command = join(folder, 'keruen')
  for (const old of [command, `${command}.cmd`]) rmSync(old, { force: true })
  if (process.platform === 'win32') {
    writeFileSync(`${command}.cmd`, '@node "%~dp0\\..\\..\\bin\\keruen.cjs" %*\r\n')
    writeFileSync(command, '#!/bin/sh\nexec node "$(dirname "$0")/../../bin/keruen.cjs" "$@"\n')
  } else {
    chmodSync(join(root, 'bin', 'keruen.cjs'), 0o755)
    symlinkSync(join('..', '..', 'bin', 'keruen.cjs'), command)
  }
}
