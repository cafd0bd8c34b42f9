import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatIssue } from '../../src/errors.js'
import { findJsonFault } from '../../src/network/file/parse-json.js'
import { checkNetworkGeojson } from '../../src/network/file/read-geojson.js'
import { documentedNetwork, type Loose } from './network-files.js'

const settings = { seed: 20240704, numRuns: 400 }
const whole = documentedNetwork()

/** Every object and list of a file with the names or numbers of its parts. */
function parts(value: Loose, into: { holder: Loose; key: string }[] = []): { holder: Loose; key: string }[] {
  if (typeof value !== 'object' || value === null) return into
  for (const key of Object.keys(value)) {
    into.push({ holder: value, key })
    parts(value[key], into)
  }
  return into
}
const partCount = parts(JSON.parse(whole)).length

const anyChange = fc.record({
  at: fc.nat({ max: partCount - 1 }),
  value: fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom(-1, 0, 1e308, '', 'rail', 'tashkent', null, [], {}, [[]], true, '__proto__'),
    fc.constant(undefined),
  ),
})

/** What every outcome of a check must be like, whatever came in. */
function expectSound(text: string): void {
  const { network, faults, warnings } = checkNetworkGeojson(text, { file: 'x' })
  expect(network === undefined).toBe(faults.length > 0)
  for (const issue of [...faults, ...warnings]) {
    expect(issue.code).toMatch(/^network\.[a-z-]+$/)
    expect(issue.at?.file ?? 'x').toBe('x')
    expect(formatIssue(issue)).not.toMatch(/\bundefined\b|\[object|NaN|^\s+at /)
  }
}

test('parts replaced or taken out: faults or a network, never an exception', () => {
  fc.assert(
    fc.property(fc.array(anyChange, { minLength: 1, maxLength: 4 }), changes => {
      const file = JSON.parse(whole) as Loose
      for (const { at, value } of changes) {
        const all = parts(file)
        const { holder, key } = all[at % all.length]!
        if (value === undefined) {
          if (Array.isArray(holder)) holder.splice(Number(key), 1)
          else delete holder[key]
        } else holder[key] = value
      }
      expectSound(JSON.stringify(file))
    }),
    settings,
  )
})

test('text cut, or with signs taken out or put in: always a fault of the grammar or of the network, or none', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: whole.length }),
      fc.nat({ max: 40 }),
      fc.oneof(fc.constant(''), fc.string({ maxLength: 8 })),
      (start, gone, instead) => expectSound(whole.slice(0, start) + instead + whole.slice(start + gone)),
    ),
    settings,
  )
})

test('cut anywhere, the file is said to be cut, or at least that it is no whole network', () => {
  const end = whole.trimEnd().length
  fc.assert(
    fc.property(fc.integer({ min: 1, max: end - 1 }), length => {
      const { faults } = checkNetworkGeojson(whole.slice(0, length))
      expect(faults.map(({ code }) => code)).toEqual(['network.cut-off'])
    }),
    settings,
  )
})

test('any JSON at all is no network, and is told so', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), text => {
      expectSound(text)
      expect(checkNetworkGeojson(text).faults.length).toBeGreaterThan(0)
    }),
    settings,
  )
})

test('the finder of faults agrees with the JSON of the engine, on sound and on spoilt texts', () => {
  const parses = (text: string) => {
    try {
      JSON.parse(text)
      return true
    } catch {
      return false
    }
  }
  const signs = fc.array(
    fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      'u00e9',
      'n',
      '0',
      '-',
      '1.5',
      'e+3',
      '.',
      'true',
      'null',
      'nul',
      ' ',
      '\n',
      '\t',
      '\u0001',
      'ß',
    ),
    { maxLength: 12 },
  )
  const anyText = fc.oneof(
    signs.map(list => list.join('')),
    fc.json(),
    fc.tuple(fc.json(), fc.nat(), fc.string({ maxLength: 2 })).map(([text, at, put]) => {
      const cut = at % (text.length + 1)
      return text.slice(0, cut) + put + text.slice(cut + 1)
    }),
  )
  fc.assert(
    fc.property(anyText, text => {
      expect(findJsonFault(text) === undefined).toBe(parses(text))
    }),
    { ...settings, numRuns: 3000 },
  )
})
