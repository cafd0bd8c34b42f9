import { expect, test } from 'vitest'
import { parseScenario } from '../../src/scenario/parse.js'
import { run } from '../../src/scenario/pipeline.js'
import { embeddedChoiceSet } from '../choice-set.js'
import { embeddedDataset } from '../embedded.js'

const dataset = embeddedDataset()
const LINK = 'ferry-kuryk--alat'
const withCapacity = (capacity: string) =>
  parseScenario(
    `keruen: 1\ntitle: A capacity\nmeasures:\n  - link: ${LINK}\n    capacity: { to: ${capacity} }\ndraws: 0\n`,
    { file: 'capacity.yaml', dataset },
  )

test('a capacity moves no trade; it is set beside the traffic, and told where the traffic is above it', async () => {
  const choiceSet = await embeddedChoiceSet()
  const narrow = await run(dataset, withCapacity('1 kTEU'), { choiceSet })
  expect(narrow.links.find(link => link.id === LINK)?.capacityTeu).toEqual({ before: null, after: 1000 })
  expect(narrow.measures[0].touchedPairs).toBeGreaterThan(100)
  expect(narrow.notices.map(notice => [notice.code, notice.subject])).toEqual([
    ['network.over-capacity', LINK],
  ])
  expect(narrow.countries.every(country => Math.abs(country.realIncomeChangePercent.value) < 1e-10)).toBe(
    true,
  )
  const wide = await run(dataset, withCapacity('10000 kTEU'), { choiceSet })
  expect(wide.notices).toEqual([])
})
