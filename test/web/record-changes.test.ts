import { expect, test } from 'vitest'
import { centralRunner } from '../../src/scenario/runs/central-run.js'
import { prepareBaseline } from '../../src/scenario/stages/prepare-baseline.js'
import { parseScenario } from '../../src/scenario/text/parse.js'
import {
  changesOfRecords,
  type RecordChanges,
  recordsOfChanges,
} from '../../src/web/engine/record-changes.js'
import { embeddedChoiceSet } from '../choice-set.js'
import { embeddedDataset } from '../embedded.js'

/** What is made on the other side, of changes that have crossed over. */
function otherSide() {
  const [tell, make] = [changesOfRecords(), recordsOfChanges()]
  return (record: unknown): { made: unknown; changes: RecordChanges } => {
    const changes = tell(record)
    return { made: make(structuredClone(changes)), changes }
  }
}

const first = {
  title: 'one',
  days: { before: 3.5, after: 4 },
  rows: [
    { id: 'a', teu: { before: 1, after: 2 }, full: false },
    { id: 'b', teu: { before: 0, after: Number.NaN }, full: true },
  ],
  flows: new Float64Array([1, 2]),
  none: undefined,
}

test('each record comes out as it went in, whatever changes', () => {
  const through = otherSide()
  const records: unknown[] = [
    first,
    { ...first, days: { before: 3.5, after: -0 } },
    // a number that is none any more, and one that comes to be
    { ...first, days: { before: null, after: 4 } },
    { ...first, days: { before: 7, after: 4 } },
    // keys that come, go, or change their order; numbers before them in the same record
    { ...first, days: { before: 8, after: 4, third: 1 } },
    { ...first, days: { before: 9, third: 1 } },
    { ...first, days: { third: 2, before: 10 } },
    { ...first, none: 0 },
    { title: 'one', none: undefined, rows: [], days: {}, flows: first.flows },
    // lists that grow, shrink and become records
    { ...first, rows: [...first.rows, first.rows[0]] },
    { ...first, rows: [first.rows[1]] },
    { ...first, rows: { 0: first.rows[0] } },
    { ...first, rows: [first.rows[1], first.rows[0]], title: 'two' },
    { ...first, flows: new Float64Array([1, 3]) },
    null,
    5,
    6,
    [1, [2, [3]]],
    [1, [2, [4]]],
    first,
  ]
  for (const record of records) expect(through(record).made).toStrictEqual(structuredClone(record))
})

test('parts that do not differ are those of the last record', () => {
  const through = otherSide()
  const before = through(first).made as typeof first
  const { made, changes } = through({ ...first, days: { ...first.days, after: 9 } })
  const after = made as typeof first
  expect(after.days).toEqual({ before: 3.5, after: 9 })
  expect(after.rows).toBe(before.rows)
  expect(after.flows).toBe(before.flows)
  expect(before.days.after).toBe(4)
  expect(changes.others).toEqual([])
  expect(through({ ...first, days: { ...first.days, after: 9 } }).made).toBe(after)
})

test('of answers of a lever little but numbers is sent, and a closing comes out whole', async () => {
  const dataset = embeddedDataset()
  const choiceSet = await embeddedChoiceSet()
  const solve = centralRunner(dataset, { choiceSet, baseline: prepareBaseline(dataset, choiceSet) })
  const through = otherSide()
  const lever = (change: number) =>
    `keruen: 1\nmeasures:\n  - { crossing: khorgos-altynkol, mode: rail, hours: { change: ${change}% } }\n`
  const answers = [lever(-20), lever(-30), 'keruen: 1\nmeasures:\n  - close: khorgos-altynkol\n', lever(-30)]
  const counts: number[] = []
  for (const text of answers) {
    const answer = await solve(parseScenario(text, { dataset }))
    const { made, changes } = through(answer)
    expect(made).toStrictEqual(structuredClone(answer))
    counts.push(changes.others.length)
  }
  expect(counts[0]).toBe(1)
  expect(counts[1]).toBeLessThan(500)
}, 120_000)
