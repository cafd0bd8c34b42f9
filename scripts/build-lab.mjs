/** Bundles the page of src/web/ into dist/lab/: static files that any host can serve. Its data are stored by store-lab. */
import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build as bundle } from 'esbuild'

/** @param root folder of the package. */
export async function bundleLab(root) {
  const outdir = join(root, 'dist', 'lab')
  for (const old of ['chunks', 'fonts']) rmSync(join(outdir, old), { recursive: true, force: true })
  mkdirSync(outdir, { recursive: true })
  const common = {
    absWorkingDir: root,
    outdir,
    entryNames: '[name]',
    bundle: true,
    minify: true,
    format: 'esm',
    charset: 'utf8',
    platform: 'browser',
    target: 'es2023',
    logLevel: 'warning',
  }
  await Promise.all([
    bundle({
      ...common,
      entryPoints: {
        main: 'src/web/main.tsx',
        styles: 'src/web/styles/main.css',
        chinese: 'src/web/styles/chinese.css',
      },
      // What only some readers open is loaded when they do.
      splitting: true,
      jsx: 'automatic',
      jsxImportSource: 'preact',
      chunkNames: 'chunks/[name]-[hash]',
      assetNames: 'fonts/[name]-[hash]',
      loader: { '.woff2': 'file' },
    }),
    // By itself, so that the page does not wait for the model.
    bundle({
      ...common,
      entryPoints: { worker: 'src/web/engine/worker.ts' },
      splitting: true,
      chunkNames: 'chunks/model-[name]-[hash]',
    }),
  ])
  copyFileSync(join(root, 'src', 'web', 'index.html'), join(outdir, 'index.html'))
}
