import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { PROGRAM } from '../src/version.js'

test('the version that goes into results is that of the package, and the changelog knows it', () => {
  const { name, version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  expect(PROGRAM).toEqual({ name, version })
  expect(readFileSync(new URL('../CHANGELOG.md', import.meta.url), 'utf8')).toContain(`\n## ${version}\n`)
})
