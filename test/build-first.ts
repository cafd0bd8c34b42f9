import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Runs once before all tests: those of the command line start the built program, which must not be an old one. */
export default async function buildFirst(): Promise<void> {
  const program = join(root, 'dist', 'cli.js')
  const { bundleProgram, storeChoiceSet } = await import(
    pathToFileURL(join(root, 'scripts', 'build.mjs')).href
  )
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  const newest = Math.max(...sources.map(path => statSync(join(root, 'src', path)).mtimeMs))
  if (existsSync(program) && statSync(program).mtimeMs >= newest) return
  await bundleProgram()
  storeChoiceSet({ unlessCurrent: true })
}
