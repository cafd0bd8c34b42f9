import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packageRoot } from '../src/platform/node/package-root.js'

const root = packageRoot()
const folders = readdirSync(join(root, 'src'), { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(entry => join('src', entry.name))
const pages = ['.', 'docs', 'docs/decisions', 'docs/examples', 'docs/models', 'data', ...folders]
  .flatMap(folder => readdirSync(join(root, folder)).map(file => join(folder, file)))
  .filter(path => path.endsWith('.md'))
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

test.each(pages)('%s: every link inside the project leads somewhere', page => {
  const links = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map(match => match[1]!.replace(/#.*$/, ''))
  const broken = links.filter(
    link => link !== '' && !/^[a-z]+:/.test(link) && !existsSync(join(root, dirname(page), link)),
  )
  expect(broken).toEqual([])
})

describe('README', () => {
  test.each(['npm ci && npm start', 'npm ci && npm test'])(
    'holds the line “%s” alone in a code block',
    line => {
      const blocks = [...read('README.md').matchAll(/^```\w*\n([\s\S]*?)^```$/gm)].map(match => match[1])
      expect(blocks).toContain(`${line}\n`)
    },
  )

  test('speaks only of scenarios that exist', () => {
    const named = [...read('README.md').matchAll(/keruen run ([\w-]+)/g)].map(match => match[1]!)
    expect(named.length).toBeGreaterThan(0)
    for (const name of named) expect(existsSync(join(root, 'scenarios', `${name}.yaml`)), name).toBe(true)
  })
})

test('every folder of the program says what it is for', () => {
  expect(folders.filter(folder => !existsSync(join(root, folder, 'README.md')))).toEqual([])
})

test('how-it-works: every function it names is one of the program', () => {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.ts'))
    .map(path => read(join('src', path)))
    .join('\n')
  const named = [...read('docs/how-it-works.md').matchAll(/`([a-z]+[A-Z]\w+)`/g)].map(match => match[1]!)
  expect(named.length).toBeGreaterThan(15)
  const missing = named.filter(name => !new RegExp(`export (async )?function ${name}\\b`).test(sources))
  expect(missing).toEqual([])
})
