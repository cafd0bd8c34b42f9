import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { applyPackage } from '../../src/measures/apply.js'
import { parseScenario } from '../../src/scenario/text/parse.js'
import { catalogue } from '../../src/web/scenario/catalogue.js'
import { handlesOf, moveHandle } from '../../src/web/scenario/handles.js'
import { leverFor, type Movable } from '../../src/web/scenario/lever-for.js'
import { leversOf } from '../../src/web/scenario/levers.js'
import { todayOfField } from '../../src/web/scenario/today.js'
import { TODAY, type WrittenMeasure } from '../../src/web/scenario/written.js'
import { embeddedDataset } from '../embedded.js'

const dataset = embeddedDataset()
const { network } = dataset
const offered = catalogue(dataset)
const leversWith = (...measures: WrittenMeasure[]) => leversOf({ ...TODAY, measures }, offered, dataset)

const crossingAt = (placeId: string, mode: string): Movable => {
  const row = network.crossings.find(each => each.placeId === placeId && each.mode === mode)!
  return { kind: 'crossing', placeId, from: row.fromCountry, to: row.toCountry, mode: row.mode }
}

/** The measure with its first number a little away from today; a switch as it is. */
function moved(measure: WrittenMeasure): WrittenMeasure {
  const [handle] = handlesOf(measure, field => todayOfField(measure, field, dataset))
  return handle?.kind === 'number' ? moveHandle(measure, handle, (handle.today ?? 0) - 10) : measure
}

test('a wait that a lever of the catalogue moves leads to it', () => {
  const { task, lever } = leverFor(crossingAt('khorgos-altynkol', 'rail'), leversWith(), dataset)
  expect(task).toBe('wait')
  expect(lever?.measure).toMatchObject({ crossing: 'khorgos-altynkol', mode: 'rail' })
  const port = leverFor(
    { kind: 'terminal', placeId: 'aktau', modes: ['ferry', 'rail'] },
    leversWith(),
    dataset,
  )
  expect(port.lever?.measure).toMatchObject({ terminal: 'aktau', modes: ['rail', 'ferry'] })
})

test('a lever that the scenario holds comes first, also one of several places', () => {
  const held = { crossing: ['sarakhs', 'khorgos-altynkol'], hours: { change: '-20%' } }
  const { lever } = leverFor(crossingAt('khorgos-altynkol', 'rail'), leversWith(held), dataset)
  expect(lever?.measure).toEqual(held)
})

test('a lever of another mode, another direction or of the fee alone does not move the wait', () => {
  const others: WrittenMeasure[] = [
    { crossing: 'sarakhs', mode: 'road', hours: { change: '-20%' } },
    { crossing: 'sarakhs', mode: 'rail', from: 'XXX', hours: { change: '-20%' } },
    { crossing: 'sarakhs', mode: 'rail', fee: { change: '-20%' } },
  ]
  const { lever, measure } = leverFor(crossingAt('sarakhs', 'rail'), leversWith(...others), dataset)
  expect(lever).toBeUndefined()
  expect(measure).toEqual({ crossing: 'sarakhs', mode: 'rail', hours: { change: '+0%' } })
})

test('what the scenario closes leads to what closes it, a strait always does', () => {
  const closed = { close: { crossing: 'khorgos-altynkol' } }
  const { task, lever } = leverFor(crossingAt('khorgos-altynkol', 'rail'), leversWith(closed), dataset)
  expect([task, lever?.measure]).toEqual(['closure', closed])
  expect(leverFor({ kind: 'strait', placeId: 'suez' }, leversWith(), dataset)).toMatchObject({
    task: 'closure',
    measure: { close: { strait: 'suez' } },
  })
  const id = 'rail-almaty--shu'
  const link: Movable = { kind: 'link', linkId: id }
  expect(leverFor(link, leversWith({ close: id }), dataset).task).toBe('closure')
  expect(leverFor(link, leversWith({ close: { link: [id] } }), dataset).task).toBe('closure')
  expect(leverFor(link, leversWith({ close: 'rail-aktobe--kandyagash' }), dataset).task).toBe('speed')
})

test('a planned link leads to the corridor that opens it, an unlisted one to a lever of its own', () => {
  const planned = network.links.filter(({ status }) => status !== 'open')
  const tasks = planned.map(({ id }) => leverFor({ kind: 'link', linkId: id }, leversWith(), dataset))
  expect(tasks.every(({ task }) => task === 'opening')).toBe(true)
  expect(tasks.some(({ lever }) => (lever?.measure.open as { corridor?: string })?.corridor === 'cku')).toBe(
    true,
  )
  expect(tasks.some(({ lever, measure }) => lever === undefined && typeof measure.open === 'string')).toBe(
    true,
  )
})

test('every lever that something leads to is one that the model takes and that changes something', () => {
  const some = <T>(rows: readonly T[], every: number) => rows.filter((_, k) => k % every === 0)
  const waits: Movable[] = [
    ...some(
      network.crossings.filter(({ hours }) => hours > 0),
      17,
    ).map(row => crossingAt(row.placeId, row.mode)),
    ...some(
      network.terminals.filter(({ modeA, modeB, hours }) => modeA !== modeB && hours > 0),
      23,
    ).map(({ placeId, modeA, modeB }): Movable => ({ kind: 'terminal', placeId, modes: [modeA, modeB] })),
    ...network.places
      .filter(({ kind }) => kind === 'strait')
      .map(({ id }): Movable => ({ kind: 'strait', placeId: id })),
    ...some(network.links, 61).map(({ id }): Movable => ({ kind: 'link', linkId: id })),
    ...network.corridors.map(({ id }): Movable => ({ kind: 'corridor', corridorId: id })),
  ]
  expect(waits.length).toBeGreaterThan(100)
  for (const movable of waits) {
    const { measure } = leverFor(movable, leversWith(), dataset)
    const { measures, avoidanceRegime, parameters } = parseScenario(
      stringify({ ...TODAY, measures: [moved(measure)] }),
      { dataset },
    )
    const options = { date: `${dataset.year}-12-31`, regime: avoidanceRegime, parameters }
    const { changedRows } = applyPackage(dataset, measures, options)
    const changed = [...changedRows.values()].reduce((sum, rows) => sum + rows, 0)
    expect(changed, JSON.stringify(movable)).toBeGreaterThan(0)
  }
})
