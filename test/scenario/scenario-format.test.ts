import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { applyPackage } from '../../src/measures/apply.js'
import { parseScenario } from '../../src/scenario/text/parse.js'
import { LEVERS, SCENARIO_SCHEMA } from '../../src/scenario/text/schema.js'
import { DIMENSIONS } from '../../src/scenario/text/units.js'
import { estimateFiles } from '../../src/scenario/text/written-parts.js'
import { embeddedDataset, projectRoot } from '../embedded.js'
import { savedElasticity } from './saved-elasticity.js'

const page = readFileSync(join(projectRoot, 'docs/scenario-format.md'), 'utf8')
const blocks = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(match => match[1]!)

/** A block that begins with a dash is a list of measures. */
const whole = (block: string) => (block.startsWith('- ') ? `keruen: 1\nmeasures:\n${block}` : block)

/** What an example that names an estimate finds there. */
const ESTIMATE = JSON.stringify(savedElasticity(0.5))

describe('docs/scenario-format.md', () => {
  test.each(blocks.map((block, index) => [index + 1, block] as const))('example %d works', (_, block) => {
    const dataset = embeddedDataset()
    const estimates = new Map(estimateFiles(block).map(file => [file, ESTIMATE]))
    const { measures, avoidanceRegime, parameters } = parseScenario(whole(block), { dataset, estimates })
    const options = { date: '2023-12-31', regime: avoidanceRegime, parameters }
    const { changedRows } = applyPackage(dataset, measures, options)
    for (const { id, title } of measures) expect(changedRows.get(id), title).toBeGreaterThan(0)
  })

  test('names every key, every lever and every kind of unit', () => {
    for (const key of Object.keys(SCENARIO_SCHEMA.def.shape)) expect(page).toContain(`\`${key}\``)
    for (const lever of LEVERS) expect(blocks.join('')).toContain(`- ${lever}:`)
    for (const { units } of Object.values(DIMENSIONS)) expect(page).toContain(`\`${Object.keys(units)[0]}\``)
  })
})
