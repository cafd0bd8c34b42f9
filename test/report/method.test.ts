import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { method } from '../../src/report/messages/en-method.js'
import { projectRoot } from '../embedded.js'

test.each(method.steps)('step $id names functions that stand in the file it names', ({ where }) => {
  const named = [...where.matchAll(/((?:\w+(?: and )?)+) in (src\/[\w/-]+\.ts)/g)]
  expect(named.length).toBeGreaterThan(0)
  for (const [, names, file] of named) {
    expect(existsSync(join(projectRoot, file))).toBe(true)
    const text = readFileSync(join(projectRoot, file), 'utf8')
    for (const name of names.split(' and ')) expect(text).toContain(`export function ${name}(`)
  }
})
