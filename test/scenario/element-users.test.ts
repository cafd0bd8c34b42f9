import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { ChoiceSet } from '../../src/network/choice-set/choice-set.js'
import { elementUsers } from '../../src/scenario/result/element-users.js'
import { centralRunner } from '../../src/scenario/runs/central-run.js'
import type { Centre } from '../../src/scenario/stages/capacity-stage.js'
import { prepareBaseline } from '../../src/scenario/stages/prepare-baseline.js'
import { parseScenario } from '../../src/scenario/text/parse.js'
import { embeddedChoiceSet } from '../choice-set.js'
import { embeddedDataset, projectRoot } from '../embedded.js'

const dataset = embeddedDataset()
let choiceSet: ChoiceSet
beforeAll(async () => {
  choiceSet = await embeddedChoiceSet()
})

test('the pairs that use a link add up to its traffic, before and after', async () => {
  const baseline = prepareBaseline(dataset, choiceSet)
  let centre: Centre | undefined
  const solve = centralRunner(dataset, {
    choiceSet,
    baseline,
    onCentre: of => {
      centre = of
    },
  })
  const text = readFileSync(join(projectRoot, 'scenarios', 'middle-corridor.yaml'), 'utf8')
  const result = await solve(parseScenario(text, { dataset }))
  for (const id of ['ferry-aktau--alat', 'rail-aktogay--mointy']) {
    const uses = elementUsers(centre!, id)
    const sum = (side: 'before' | 'after') => uses.reduce((total, { teu }) => total + teu[side], 0)
    const { teu } = result.links.find(link => link.id === id)!
    expect(sum('before')).toBeCloseTo(teu.before, 3)
    expect(sum('after')).toBeCloseTo(teu.after, 3)
    expect(new Set(uses.map(({ a, b }) => `${a} ${b}`)).size).toBe(uses.length)
  }
  // no box passes a border post twice, so those of its directions add up too
  const crossing = elementUsers(centre!, 'khorgos-altynkol')
  const waits = result.waits.filter(wait => wait.placeId === 'khorgos-altynkol')
  expect(crossing.reduce((total, { teu }) => total + teu.after, 0)).toBeCloseTo(
    waits.reduce((total, { teu }) => total + teu.after, 0),
    0,
  )
  expect(() => elementUsers(centre!, 'nowhere')).toThrow(/network.unknown-element/)
})
