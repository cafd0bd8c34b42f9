import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Folders and files of tests that start the built program. */
const BUILT = ['cli', 'browser', 'library', 'lab']

/** Runs once before all tests: those of the command line start the built program, which must not be an old one. */
export default async function buildFirst(): Promise<void> {
  const asked = process.argv.slice(2).filter(argument => /^(\.\/)?test\b/.test(argument))
  if (asked.length > 0 && !asked.some(path => BUILT.some(name => path.includes(name)))) return
  const { bundleProgram, storePrepared } = await import(
    pathToFileURL(join(root, 'scripts', 'build.mjs')).href
  )
  const program = join(root, 'dist', 'cli.js')
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  const newest = Math.max(...sources.map(path => statSync(join(root, 'src', path)).mtimeMs))
  if (!existsSync(program) || statSync(program).mtimeMs < newest) await bundleProgram()
  storePrepared({ unlessCurrent: true })
}
