import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import * as sources from '../src/index.js'
import { packageRoot } from '../src/platform/node/package-root.js'

const built = join(packageRoot(), 'dist', 'index.js')

test('the built library has every name of src/index.ts', async () => {
  const library = await import(pathToFileURL(built).href)
  expect(Object.keys(library).sort()).toEqual(Object.keys(sources).sort())
})

test('the built library asks nothing of Node', () => {
  expect(readFileSync(built, 'utf8')).not.toMatch(/\bfrom\s*["']node:|\brequire\(|\bprocess\.(env|argv|cwd)/)
})
