import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { fromJSONSchema } from 'zod'
import type * as z from 'zod/mini'
import type { Result } from '../../src/scenario/result/result.js'
import { type RESULT_SCHEMA, resultJsonSchema } from '../../src/scenario/result/result-schema.js'
import { parseScenario } from '../../src/scenario/text/parse.js'
import { LEVERS, scenarioJsonSchema } from '../../src/scenario/text/schema.js'
import { scenarioToYaml } from '../../src/scenario/text/write.js'
import { projectRoot } from '../embedded.js'
import { smallDataset } from '../worlds.js'

const published = (name: string) => readFileSync(join(projectRoot, 'schemas', name), 'utf8')
/** Reads the published file as an editor does: through another reader of JSON Schema than the one that wrote it. */
const editor = () => fromJSONSchema(JSON.parse(published('scenario.schema.json')))

describe('published schemas', () => {
  // `npx vitest run test/scenario/schema.test.ts --update` writes them anew; the diff is for a person to read.
  test.each([
    ['scenario', scenarioJsonSchema()],
    ['result', resultJsonSchema()],
  ])('%s.schema.json is the one that the program makes', async (name, schema) => {
    const path = join(projectRoot, 'schemas', `${name}.schema.json`)
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(path)
  })

  test('every key of every lever has a description for editors', () => {
    const schema = scenarioJsonSchema() as {
      properties: Record<
        string,
        { description?: string; items?: { anyOf: { properties: Record<string, object> }[] } }
      >
    }
    const levers = schema.properties.measures?.items?.anyOf ?? []
    expect(levers).toHaveLength(LEVERS.length)
    for (const properties of [schema.properties, ...levers.map(lever => lever.properties)]) {
      for (const [key, property] of Object.entries(properties)) {
        expect(property, key).toHaveProperty('description')
      }
    }
  })
})

describe('what an editor accepts', () => {
  const folder = join(projectRoot, 'scenarios')
  test.each(readdirSync(folder).filter(name => name.endsWith('.yaml')))('%s', name => {
    expect(editor().safeParse(parse(readFileSync(join(folder, name), 'utf8'))).error?.issues ?? []).toEqual(
      [],
    )
  })

  test('the canonical form too', () => {
    const scenario = parseScenario(
      'keruen: 1\nmeasures:\n  - { terminal: aktau, hours: { change: -12.5% } }',
      {
        dataset: smallDataset(),
      },
    )
    expect(editor().safeParse(parse(scenarioToYaml(scenario))).error?.issues ?? []).toEqual([])
  })

  test.each([
    'keruen: 2',
    'keruen: 1\ngauge: 1520',
    'keruen: 1\nmeasures: [{ crossing: a, horus: { change: -1% } }]',
    'keruen: 1\nmeasures: [{ crossing: a, hours: { to: 12 } }]',
    'keruen: 1\nmeasures: [{ crossing: a, hours: { to: 60% } }]',
    'keruen: 1\nmeasures: [{ digital: { among: sco } }]',
  ])('and what it does not: %s', text => {
    expect(editor().safeParse(parse(text)).success).toBe(false)
  })
})

describe('result schema', () => {
  test('has the keys of the result, in its order, without the flows', () => {
    // The compiler holds the types together: either line fails to compile where the two differ.
    const toSchema = (result: Omit<Result, 'flows'>): z.input<typeof RESULT_SCHEMA> =>
      structuredClone(result) as never
    const fromSchema = (parsed: z.output<typeof RESULT_SCHEMA>): Omit<Result, 'flows'> => parsed
    expect([toSchema, fromSchema].map(each => typeof each)).toEqual(['function', 'function'])
    const { properties, additionalProperties } = resultJsonSchema() as {
      properties: object
      additionalProperties: boolean
    }
    expect(Object.keys(properties)).not.toContain('flows')
    expect(additionalProperties).toBe(false)
  })
})
