/**
 * Builds everything that a run needs: the bundled program and library in dist/, and beside them the report's maps as
 * far as no result changes them, and what a run needs of the embedded dataset. `--types` writes the type declarations of the library instead (when a package is packed).
 */
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build as bundle } from 'esbuild'
import { bundleLab } from './build-lab.mjs'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const common = {
  absWorkingDir: root,
  outdir: 'dist',
  bundle: true,
  minifySyntax: true,
  minifyWhitespace: true,
  format: 'esm',
  charset: 'utf8',
  logLevel: 'warning',
}

/**
 * Bundles src/ into dist/: the command line in chunks, so that `--help` loads nothing but the parser, and the library
 * in one file that asks nothing of Node and runs in a browser as it is. Then draws what never changes of the maps.
 */
export async function bundleProgram() {
  // What an earlier program stored of the dataset is read by none but itself.
  for (const old of ['chunks', 'geography', 'dataset.bin', 'network-baseline.bin'])
    rmSync(join(root, 'dist', old), { recursive: true, force: true })
  await Promise.all([
    bundle({
      ...common,
      entryPoints: {
        cli: 'src/cli/main.ts',
        helper: 'src/platform/node/helper.ts',
        'lab-model': 'src/server/model-thread.ts',
        'store-prepared': 'src/platform/node/store-prepared.ts',
        'store-geography': 'src/platform/node/store-geography.ts',
        'store-lab': 'src/platform/node/store-lab.ts',
      },
      splitting: true,
      chunkNames: 'chunks/[name]-[hash]',
      platform: 'node',
      target: 'node20.19',
      // Packages written for require() ask for Node's own modules by it; an ES module has none unless it is made.
      banner: {
        js: "import{createRequire as $require}from'node:module';const require=$require(import.meta.url);",
      },
    }),
    bundle({ ...common, entryPoints: { index: 'src/index.ts' }, platform: 'browser', target: 'es2023' }),
    bundleLab(root),
  ])
  runBuilt('store-geography', [], "the geography of the report's maps could not be drawn")
}

/**
 * Stores the embedded dataset as it is read, its choice set and the baseline of its network by means of the program
 * just built; seconds of work.
 *
 * `unlessCurrent` keeps a stored choice set whose hash fits the network.
 */
export function storePrepared({ unlessCurrent = false } = {}) {
  const flags = unlessCurrent ? ['--unless-current'] : []
  runBuilt('store-prepared', flags, 'the embedded dataset could not be prepared')
  runBuilt('store-lab', [], 'the data of the page could not be stored')
}

/** Runs one of the programs just bundled. */
function runBuilt(name, flags, failure) {
  const { status } = spawnSync(process.execPath, [join(root, 'dist', `${name}.js`), ...flags], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0) throw new Error(`${failure}; see the lines above`)
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
  if (process.argv.includes('--types')) emitTypes()
  else {
    await bundleProgram()
    storePrepared()
  }
}
