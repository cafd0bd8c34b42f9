import { expect, test } from 'vitest'
import { KeruenError } from '../../src/errors.js'
import { parseScenario } from '../../src/scenario/text/parse.js'
import { resolveScenario } from '../../src/scenario/text/resolve-scenario.js'
import { smallDataset } from '../worlds.js'

const dataset = smallDataset()
const WRITTEN = {
  keruen: 1,
  title: 'A plain value',
  measures: [
    { link: 'rail-almaty--aktau', speed: { to: '61.3 km/h' } },
    { tariff: { among: ['KAZ', 'AZE'], change: '-50%' } },
  ],
  draws: 7,
}

test('a plain value is the scenario that its text is', () => {
  const fromText = parseScenario(JSON.stringify(WRITTEN), { dataset, file: 'x.yaml' })
  expect(resolveScenario(WRITTEN, { dataset, file: 'x.yaml' })).toEqual(fromText)
})

test.each([
  ['nothing', undefined, 'scenario.empty', undefined],
  ['a list', [], 'scenario.not-a-mapping', undefined],
  ['a newer format', { keruen: 2 }, 'scenario.future-version', 'keruen'],
  ['a key that is none', { ...WRITTEN, mesures: [] }, 'scenario.unknown-key', 'mesures'],
  [
    'a link that is none',
    { keruen: 1, measures: [{ close: ['suez-typo'] }] },
    'scenario.unknown-place-or-link',
    'measures[0].close[0]',
  ],
])('%s is refused by its field, without a line', (_, value, code, field) => {
  let thrown: unknown
  try {
    resolveScenario(value, { dataset })
  } catch (error) {
    thrown = error
  }
  expect(thrown).toBeInstanceOf(KeruenError)
  const [issue] = (thrown as KeruenError).issues
  expect(issue!.code).toBe(code)
  expect(issue!.at?.field).toBe(field)
  expect(issue!.at?.line).toBeUndefined()
})
