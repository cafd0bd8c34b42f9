import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { projectRoot } from '../embedded.js'

const folder = join(projectRoot, 'dist', 'lab')
const gzipped = (path: string): number => gzipSync(readFileSync(join(folder, path)), { level: 9 }).length

/** A script and all that it imports before it runs; what it loads later is not among them. */
function withImports(path: string, known = new Set<string>()): Set<string> {
  if (known.has(path)) return known
  known.add(path)
  const text = readFileSync(join(folder, path), 'utf8')
  const base = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : ''
  for (const [, name] of text.matchAll(/(?:from|import)"\.\/([^"]+\.js)"/g)) withImports(base + name, known)
  return known
}

test('the scripts of the first look are 250 KB at most, packed', () => {
  const scripts = [...withImports('main.js'), ...withImports('worker.js')]
  expect(scripts.length).toBeGreaterThan(3)
  const sum = scripts.reduce((all, path) => all + gzipped(path), 0)
  expect(sum).toBeLessThanOrEqual(250 * 1024)
  expect(sum).toBeGreaterThan(100 * 1024)
})

test('all data are 3 MB at most, packed, and what the first look shows a quarter of it', () => {
  const sizeOf = (name: string) => readFileSync(join(folder, 'data', name)).length
  const all = readdirSync(join(folder, 'data')).map(sizeOf)
  expect(all.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(3e6)
  expect(sizeOf('dataset.bin') + sizeOf('today.bin') + sizeOf('atlas.bin')).toBeLessThanOrEqual(0.75e6)
})
