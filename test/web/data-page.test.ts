import { readFileSync } from 'node:fs'
import { csvParse } from 'd3-dsv'
import { expect, test } from 'vitest'
import { QUALITIES } from '../../src/index.js'
import { holdsWords } from '../../src/web/views/data/search.js'
import { qualityCounts } from '../../src/web/views/data/table-quality.js'
import { STEP_FACTS, STEP_IDS } from '../../src/web/views/method/steps.js'
import { embeddedDataset } from '../embedded.js'

const dataset = embeddedDataset()

test('the quality of rows is counted as in the files', () => {
  const counts = qualityCounts(dataset)
  expect(counts.size).toBeGreaterThan(14)
  for (const [name, counted] of counts) {
    const table = dataset.tables.find(each => each.name === name)!
    const rows = csvParse(readFileSync(new URL(`../../data/${table.path}`, import.meta.url), 'utf8'))
    for (const quality of QUALITIES) {
      expect(counted[quality], `${name} ${quality}`).toBe(rows.filter(row => row.quality === quality).length)
    }
  }
})

test('a search takes all words, in any order and case', () => {
  expect(holdsWords(['Border crossings', 'ODbL-1.0'], 'odbl border')).toBe(true)
  expect(holdsWords(['Border crossings'], 'border ports')).toBe(false)
  expect(holdsWords(['anything'], '')).toBe(true)
})

test('every assumption of the method is a parameter of the dataset', () => {
  const known = new Set(dataset.parameters.map(parameter => parameter.id))
  const named = STEP_IDS.flatMap(id => STEP_FACTS[id].parameters)
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter(id => !known.has(id))).toEqual([])
})

test('every parameter that is drawn stands beside a step', () => {
  const named = new Set(STEP_IDS.flatMap(id => STEP_FACTS[id].parameters))
  const drawn = dataset.parameters.filter(parameter => parameter.distribution !== 'fixed')
  expect(drawn.filter(parameter => !named.has(parameter.id)).map(parameter => parameter.id)).toEqual([])
})
