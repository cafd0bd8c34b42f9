/**
 * Builds everything that a run needs: the bundled program and library in dist/, and the choice set of the embedded
 * dataset beside them. `--types` adds the type declarations of the library (used when a package is packed).
 */
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build as bundle } from 'esbuild'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Bundles src/ into dist/: shared pieces become chunks, so that `--help` loads nothing but the parser. */
export async function bundleProgram() {
  rmSync(join(root, 'dist', 'chunks'), { recursive: true, force: true })
  await bundle({
    absWorkingDir: root,
    entryPoints: {
      cli: 'src/cli/main.ts',
      index: 'src/index.ts',
      'store-choice-set': 'src/platform/node/store-choice-set.ts',
    },
    outdir: 'dist',
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    minifySyntax: true,
    minifyWhitespace: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    charset: 'utf8',
    logLevel: 'warning',
    // Packages written for require() ask for Node's own modules by it; an ES module has none unless it is made.
    banner: {
      js: "import{createRequire as $require}from'node:module';const require=$require(import.meta.url);",
    },
  })
}

/**
 * Stores the choice set of the embedded dataset by means of the program just built; seconds of work.
 *
 * `unlessCurrent` keeps a stored one whose hash fits the network.
 */
export function storeChoiceSet({ unlessCurrent = false } = {}) {
  const flags = unlessCurrent ? ['--unless-current'] : []
  const { status } = spawnSync(process.execPath, [join(root, 'dist', 'store-choice-set.js'), ...flags], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0)
    throw new Error('the choice set of the embedded dataset could not be built; see the lines above')
}

function emitTypes() {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const { status } = spawnSync(process.execPath, [compiler, '-p', join(root, 'tsconfig.types.json')], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('the type declarations could not be written; see the lines above')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await bundleProgram()
  storeChoiceSet()
  if (process.argv.includes('--types')) emitTypes()
}
