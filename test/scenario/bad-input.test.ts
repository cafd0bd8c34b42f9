import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { type Issue, KeruenError } from '../../src/errors.js'
import { parseScenario } from '../../src/scenario/text/parse.js'
import { smallDataset } from '../worlds.js'

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'bad-input')
const files = readdirSync(folder).filter(name => name.startsWith('scenario-') && name.endsWith('.yaml'))

/** Faults of texts that can carry no comment. */
const WHOLE_FILE: Readonly<Record<string, readonly string[]>> = {
  'scenario-empty.yaml': ['1 scenario.empty'],
  'scenario-comment-only.yaml': ['1 scenario.empty'],
  'scenario-not-a-mapping.yaml': ['1 scenario.not-a-mapping'],
  'scenario-list.yaml': ['1 scenario.not-a-mapping'],
}

function issuesOf(text: string, file: string): readonly Issue[] {
  try {
    parseScenario(text, { file, dataset: smallDataset() })
  } catch (error) {
    if (error instanceof KeruenError && error.kind === 'input') return error.issues
    throw error
  }
  return []
}

/** `# expect <code>: <part of the mend>` at the end of the line where the fault stands. */
function expectedIn(text: string) {
  return text.split('\n').flatMap((line, index) =>
    [...line.matchAll(/# expect ([\w.-]+): ?([^#]*)/g)].map(match => ({
      line: index + 1,
      code: match[1]!,
      mend: match[2]!.trim(),
    })),
  )
}

test('there are files to try', () => {
  expect(files.length).toBeGreaterThan(12)
})

describe.each(files)('%s', file => {
  const text = readFileSync(join(folder, file), 'utf8')
  const issues = issuesOf(text, file)
  const key = ({ line, code }: { line?: number | undefined; code: string }) => `${line} ${code}`

  test('names every fault at its line, and no other', () => {
    if (file === 'scenario-not-yaml.yaml') {
      expect(new Set(issues.map(issue => issue.code))).toEqual(new Set(['scenario.not-yaml']))
      return
    }
    const expected = WHOLE_FILE[file] ?? expectedIn(text).map(key)
    expect(expected.length).toBeGreaterThan(0)
    const found = issues.map(({ code, at }) => key({ line: at?.line, code }))
    expect([...found].sort()).toEqual([...expected].sort())
  })

  test('shows the mend', () => {
    for (const { line, code, mend } of expectedIn(text)) {
      const candidates = issues.filter(issue => issue.at?.line === line && issue.code === code)
      expect(
        candidates.map(issue => `${issue.mend} ${issue.expected}`.toLowerCase()),
        `line ${line}`,
      ).toContainEqual(expect.stringContaining(mend.toLowerCase()))
    }
  })

  test('says where, what was expected and what was found', () => {
    for (const { at, expected, found, mend } of issues) {
      expect(mend ?? 'A').toMatch(/^[^a-z]/)
      expect(at).toMatchObject({ file, line: expect.any(Number), column: expect.any(Number) })
      expect(expected).not.toBe('')
      expect(found).toBeDefined()
    }
  })
})
