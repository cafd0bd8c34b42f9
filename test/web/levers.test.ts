import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { applyPackage } from '../../src/measures/apply.js'
import { parseScenario } from '../../src/scenario/text/parse.js'
import { catalogue } from '../../src/web/scenario/catalogue.js'
import { handlesOf, isAsToday, moveHandle } from '../../src/web/scenario/handles.js'
import { firstLevers, GROUPS, leversOf, targetOf, withOthers } from '../../src/web/scenario/levers.js'
import {
  addMeasure,
  measuresOf,
  removeMeasure,
  replaceMeasure,
  setTitle,
} from '../../src/web/scenario/operations.js'
import { todayOfField } from '../../src/web/scenario/today.js'
import { TODAY, type WrittenMeasure, type WrittenScenario } from '../../src/web/scenario/written.js'
import { embeddedDataset, projectRoot } from '../embedded.js'

const dataset = embeddedDataset()
const offered = catalogue(dataset)
const folder = join(projectRoot, 'scenarios')
const ready = readdirSync(folder)
  .filter(name => name.endsWith('.yaml'))
  .map(name => [name, parse(readFileSync(join(folder, name), 'utf8')) as WrittenScenario] as const)

const handles = (measure: WrittenMeasure) =>
  handlesOf(measure, field => todayOfField(measure, field, dataset))
const resolved = (scenario: WrittenScenario) => parseScenario(stringify(scenario), { dataset })

/** How many rows of the dataset a scenario changes, tariffs and non-tariff costs as cells of their matrix. */
function changes(scenario: WrittenScenario): number {
  const { measures, avoidanceRegime, parameters } = resolved(scenario)
  const options = { date: `${dataset.year}-12-31`, regime: avoidanceRegime, parameters }
  const before = applyPackage(dataset, [], options)
  const after = applyPackage(dataset, measures, options)
  const count = (a: readonly unknown[], b: readonly unknown[]) => a.filter((row, k) => row !== b[k]).length
  const cells = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, k) => sum + Number(x !== b[k]), 0)
  return (
    count(before.network.links, after.network.links) +
    count(before.network.crossings, after.network.crossings) +
    count(before.network.terminals, after.network.terminals) +
    after.closedPlaces.size +
    cells(before.tariff, after.tariff) +
    cells(before.nonTariffHat, after.nonTariffHat) +
    before.avoidance.filter((rule, k) => rule.share !== after.avoidance[k]!.share).length
  )
}

describe('the catalogue', () => {
  const levers = leversOf(TODAY, offered, dataset)

  test('has levers in every group, each on a target of its own', () => {
    expect(new Set(levers.map(({ group }) => group))).toEqual(new Set(GROUPS))
    expect(new Set(offered.map(targetOf)).size).toBe(offered.length)
    expect(levers).toHaveLength(offered.length)
  })

  test.each(levers.map(lever => [lever.key, lever] as const))(
    '%s changes the dataset when it is moved',
    (_, lever) => {
      const [handle] = lever.handles
      expect(handle).toBeDefined()
      if (handle!.kind === 'switch') {
        expect(changes(addMeasure(TODAY, lever.measure))).toBeGreaterThan(0)
        return
      }
      expect(isAsToday(lever.handles)).toBe(true)
      const moved = moveHandle(lever.measure, handle!, handle!.low)
      expect(changes(addMeasure(TODAY, moved))).toBeGreaterThan(0)
    },
  )
})

test('the first levers of a group are few, and of what is changed or to stay none is left out', () => {
  const levers = leversOf(TODAY, offered, dataset).filter(({ group }) => group === 'corridors')
  const none = () => false
  const first = firstLevers('corridors', levers, none)
  expect(first.length).toBeLessThan(levers.length)
  expect(first).toEqual(levers.slice(0, first.length))
  const last = levers.at(-1)!
  expect(firstLevers('corridors', levers, key => key === last.key)).toEqual([...first, last])
  const changed = levers.map(lever => ({ ...lever, index: lever === last ? 0 : undefined }))
  expect(firstLevers('corridors', changed, none).at(-1)!.key).toBe(last.key)
  // a rest of one is no rest
  expect(firstLevers('corridors', levers.slice(0, first.length + 1), none)).toHaveLength(first.length + 1)
})

describe.each(ready)('%s', (_, written) => {
  const levers = leversOf(written, withOthers(measuresOf(written), offered), dataset)

  test('shows every measure as one lever, with a handle for all that it sets', () => {
    const held = levers.filter(({ index }) => index !== undefined)
    expect(held.map(({ index }) => index).sort((a, b) => a! - b!)).toEqual([...measuresOf(written).keys()])
    for (const lever of held) expect(lever.handles.length, lever.key).toBeGreaterThan(0)
  })

  test('no lever is there twice', () => {
    const known = new Set(measuresOf(written).map(targetOf))
    const doubled = levers.filter(({ key, index }) => index === undefined && known.has(key))
    expect(doubled.map(({ key }) => key)).toEqual([])
    expect(levers).toHaveLength(withOthers(measuresOf(written), offered).length)
  })

  test('a handle moved to a value has that value, and the rest of the scenario is as it was', () => {
    for (const lever of levers) {
      lever.handles.forEach((handle, h) => {
        if (handle.kind === 'switch') return
        for (const value of [handle.low, handle.high, handle.low + handle.step]) {
          const moved = moveHandle(lever.measure, handle, value)
          const back = handles(moved)[h]
          expect(back, lever.key).toMatchObject({ kind: 'number', field: handle.field })
          expect(back!.kind === 'number' && back!.value).toBeCloseTo(value, 5)
          expect(targetOf(moved)).toBe(targetOf(lever.measure))
        }
      })
    }
  })

  test('every lever at both its ends is a scenario that can be read', () => {
    for (const { handles: all, measure, index, key } of levers) {
      for (const handle of all) {
        if (handle.kind === 'switch') continue
        for (const value of [handle.low, handle.high]) {
          const moved = moveHandle(measure, handle, value)
          const next =
            index === undefined ? addMeasure(written, moved) : replaceMeasure(written, index, moved)
          const isLimit = handle.field === 'speed' || handle.field === 'capacity'
          if (value === 0 && isLimit && handle.form === 'to') continue // nothing moves at no speed
          expect(() => resolved(next), `${key} at ${value}`).not.toThrow()
        }
      }
    }
  })
})

test('a measure that left the scenario stays listed, as today', () => {
  const [, written] = ready.find(([name]) => name === 'middle-corridor.yaml')!
  const without = removeMeasure(written, 0)
  const first = leversOf(without, measuresOf(written), dataset)[0]!
  expect(first.index).toBeUndefined()
  expect(isAsToday(first.handles)).toBe(true)
})

test('two measures on one target are two levers', () => {
  const measure = { crossing: 'khorgos-altynkol', mode: 'rail', hours: { change: '-10%' } }
  const twice = addMeasure(addMeasure(TODAY, measure), measure)
  expect(leversOf(twice, [], dataset).map(({ index }) => index)).toEqual([0, 1])
})

test('an operation leaves the scenario that it was given alone', () => {
  const before: WrittenScenario = Object.freeze({
    keruen: 1,
    title: 'x',
    seed: 3,
    measures: Object.freeze([{ a: 1 }]) as never,
  })
  expect(addMeasure(before, { b: 2 })).toEqual({
    keruen: 1,
    title: 'x',
    seed: 3,
    measures: [{ a: 1 }, { b: 2 }],
  })
  expect(replaceMeasure(before, 0, { c: 3 }).measures).toEqual([{ c: 3 }])
  expect(removeMeasure(before, 0).measures).toEqual([])
  expect(setTitle(before, ' y ')).toMatchObject({ title: 'y', seed: 3 })
  expect(setTitle(before, ' ')).toEqual({ keruen: 1, seed: 3, measures: [{ a: 1 }] })
})

test('what a leg costs today is its lump sum over its length, whatever rate stands beside it', () => {
  const legs = dataset.network.links.filter(
    ({ mode, lumpUsd, costUsdPerTeuKm }) =>
      ['sea', 'ferry'].includes(mode) && lumpUsd !== undefined && (mode === 'ferry' || costUsdPerTeuKm > 0),
  )
  expect(new Set(legs.map(({ mode }) => mode)).size).toBe(2)
  for (const { id, lumpUsd, lengthKm } of legs)
    expect(todayOfField({ link: id }, 'cost', dataset), id).toBeCloseTo(lumpUsd! / lengthKm, 12)
  const byRate = dataset.network.links.find(({ lumpUsd }) => lumpUsd === undefined)!
  expect(todayOfField({ link: byRate.id }, 'cost', dataset)).toBe(byRate.costUsdPerTeuKm)
})
