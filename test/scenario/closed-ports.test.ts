/** A closed port stops the cargo of its own city, by scenario. */
import { beforeAll, expect, test } from 'vitest'
import type { ChoiceSet } from '../../src/network/choice-set/choice-set.js'
import { assembleResult } from '../../src/scenario/result/assemble-result.js'
import { exposureOf } from '../../src/scenario/runs/exposure.js'
import { solveScenario } from '../../src/scenario/runs/pipeline.js'
import { scenarioOfClosing } from '../../src/scenario/stages/closing.js'
import { parseScenario } from '../../src/scenario/text/parse.js'
import { embeddedChoiceSet } from '../choice-set.js'
import { embeddedDataset } from '../embedded.js'

const dataset = embeddedDataset()
let choiceSet: ChoiceSet
beforeAll(async () => {
  choiceSet = await embeddedChoiceSet()
})

async function closing(place: string) {
  const scenario = { ...parseScenario(scenarioOfClosing(dataset, place), { dataset }), draws: 0 }
  const solved = await solveScenario(dataset, scenario, { choiceSet })
  const result = assembleResult(solved)
  return { result, exposure: exposureOf(solved, result) }
}

test('St Petersburg, where every ship ends: all that its ships carry passes, much of it cargo of the city, and has ways by land', async () => {
  const { result, exposure } = await closing('st-petersburg')
  const ends = new Map(dataset.network.links.map(link => [link.id, link]))
  const ships = result.links.filter(({ id }) => {
    const { mode, from, to } = ends.get(id)!
    return mode === 'sea' && (from === 'st-petersburg' || to === 'st-petersburg')
  })
  const sum = (when: 'before' | 'after'): number => ships.reduce((teu, row) => teu + row.teu[when], 0)
  expect(sum('before')).toBeGreaterThan(500_000)
  expect(exposure.teu).toBeGreaterThan(0.999 * sum('before'))
  // Besides ships it has barges, and a yard.
  const changes = result.waits.filter(({ placeId }) => placeId === 'st-petersburg')
  const changed = changes.reduce((teu, row) => teu + row.teu.before, 0)
  expect(changed).toBeLessThan(0.65 * exposure.teu)
  expect(exposure.teu).toBeLessThan(sum('before') + changed)
  // Ships between other ports may sail by.
  expect(sum('after')).toBeLessThan(10)
  expect(exposure.cutOff.filter(({ cargo }) => cargo !== 'bulk')).toEqual([])
  expect(result.notices.map(({ code }) => code)).not.toContain('network.ports-of-country')
})

test('Colombo, on an island: every pair of the country loses its way, and the port is the cut', async () => {
  const { result, exposure } = await closing('colombo')
  const own = exposure.cutOff.filter(({ exporter, importer }) => [exporter, importer].includes('LKA'))
  expect(own.length).toBeGreaterThan(200)
  for (const { cargo, cut } of own) if (cargo !== 'bulk') expect(cut).toEqual(['colombo'])
  expect(exposure.cutOff.length).toBe(own.length)
  const [told] = result.notices.filter(({ code }) => code === 'network.ports-of-country')
  expect(told!.values.countries).toEqual(['LKA'])
  expect(result.countries.find(({ iso3 }) => iso3 === 'LKA')!.realIncomeChangePercent.value).toBeLessThan(-1)
})

test('Mumbai: oil that comes from a pipeline’s port goes to the other ports of the country', async () => {
  const { result, exposure } = await closing('mumbai')
  expect(result.countries.find(({ iso3 }) => iso3 === 'KAZ')!.exportsCutOffMusd).toBe(0)
  expect(exposure.pairs.some(({ exporter, importer }) => exporter === 'KAZ' && importer === 'IND')).toBe(true)
})

test('New York, which no line joins with the other port of its country: told that turning to it costs nothing', async () => {
  const { result, exposure } = await closing('new-york')
  expect(exposure.cutOff.filter(({ cargo }) => cargo !== 'bulk')).toEqual([])
  const told = result.notices.find(({ code }) => code === 'network.other-gateways')!
  expect(told.values.pairs).toBeGreaterThan(200)
  const { notices } = await closing('shanghai').then(each => each.result)
  expect(notices.map(({ code }) => code)).not.toContain('network.other-gateways')
})
