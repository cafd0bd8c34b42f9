/** Bundles the page of src/web/ into dist/lab/: static files that any host can serve. Its data are stored by store-lab. */
import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build as bundle } from 'esbuild'

/** @param root folder of the package. */
export async function bundleLab(root) {
  const outdir = join(root, 'dist', 'lab')
  for (const old of ['chunks', 'fonts']) rmSync(join(outdir, old), { recursive: true, force: true })
  mkdirSync(outdir, { recursive: true })
  await bundle({
    absWorkingDir: root,
    entryPoints: {
      main: 'src/web/main.tsx',
      worker: 'src/web/engine/worker.ts',
      styles: 'src/web/styles/main.css',
    },
    outdir,
    entryNames: '[name]',
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    charset: 'utf8',
    platform: 'browser',
    target: 'es2023',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    chunkNames: 'chunks/[name]-[hash]',
    assetNames: 'fonts/[name]-[hash]',
    loader: { '.woff2': 'file' },
    logLevel: 'warning',
  })
  copyFileSync(join(root, 'src', 'web', 'index.html'), join(outdir, 'index.html'))
}
