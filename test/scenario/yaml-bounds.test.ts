import { describe, expect, test } from 'vitest'
import { YAML_BOUNDS } from '../../src/scenario/text/yaml-bounds.js'
import { readYaml } from '../../src/scenario/text/yaml-source.js'

const SIZE = 256 * 1024
const fill = (part: string): string => part.repeat(Math.floor(SIZE / part.length))
const codes = (text: string): string[] => [
  ...new Set(readYaml(text, 'x.yaml').issues.map(issue => issue.code)),
]

describe('a text that asks for more than a scenario may', () => {
  test.each([
    ['lists in lists, closed', '['.repeat(SIZE / 2) + ']'.repeat(SIZE / 2)],
    ['lists in lists, open', '['.repeat(SIZE)],
    ['lists by dashes', fill('- ')],
    ['mappings in mappings', fill('{a: ')],
    ['keys of keys', fill('? ')],
    ['mappings by indents', Array.from({ length: 600 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
    ['many keys', Array.from({ length: 30_000 }, (_, k) => `${k}:`).join('\n')],
    ['many entries', `a: [${fill('1,')}]`],
    ['many documents', fill('---\n')],
  ])('%s', (_, text) => {
    expect(codes(text)).toEqual(['scenario.too-large'])
  })

  test.each([3, 12])('aliases of aliases, %i levels of ten', levels => {
    expect(codes(billionLaughs(levels))).toEqual(['scenario.not-yaml'])
  })

  test('many values by few aliases', () => {
    const long = Array.from({ length: 9000 }, () => 1).join(',')
    const text = `a: &a [${long}]\nb: [${Array.from({ length: 20 }, () => '*a').join(',')}]\n`
    expect(text.length).toBeLessThan(SIZE)
    expect(codes(text)).toEqual(['scenario.too-large'])
  })
})

test('a value that holds itself is refused', () => {
  expect(codes('a: &a [*a]\n')).toHaveLength(1)
  expect(codes('&a {b: *a}\n')).toHaveLength(1)
})

test('the fault names the line at which it was too much', () => {
  const [issue] = readYaml(`a: 1\nb: ${'['.repeat(YAML_BOUNDS.depth)}\n`, 'x.yaml').issues
  expect(issue).toMatchObject({ code: 'scenario.too-large', at: { file: 'x.yaml', line: 2 } })
})

test('at most a hundred faults of grammar are listed', () => {
  expect(readYaml('{}}'.repeat(500), undefined).issues.length).toBeLessThanOrEqual(101)
})

test('what is within the bounds is read as before, aliases too', () => {
  const text = 'keruen: 1\na: &a {b: [1, 2]}\nc: [*a, *a]\n'
  expect(readYaml(text, undefined)).toMatchObject({
    value: { keruen: 1, a: { b: [1, 2] }, c: [{ b: [1, 2] }, { b: [1, 2] }] },
    issues: [],
  })
  const deep = '['.repeat(40) + ']'.repeat(40)
  expect(readYaml(deep, undefined).issues).toEqual([])
})

/** Each level is a list of ten aliases of the level before. */
function billionLaughs(levels: number): string {
  const lines = ['l0: &l0 [x, x, x, x, x, x, x, x, x, x]']
  for (let level = 1; level <= levels; level++) {
    lines.push(`l${level}: &l${level} [${Array.from({ length: 10 }, () => `*l${level - 1}`).join(', ')}]`)
  }
  return `${lines.join('\n')}\n`
}
