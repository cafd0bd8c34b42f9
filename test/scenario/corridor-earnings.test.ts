import { expect, test } from 'vitest'
import { run } from '../../src/scenario/runs/pipeline.js'
import { parseScenario } from '../../src/scenario/text/parse.js'
import { embeddedChoiceSet } from '../choice-set.js'
import { embeddedDataset } from '../embedded.js'

test('what a corridor pays by country is its cost but for the vessels, times its traffic', async () => {
  const dataset = embeddedDataset()
  const text =
    'keruen: 1\ntitle: Cheaper\ndraws: 0\nmeasures:\n  - link: rail-beyneu--mangystau\n    cost: { change: -50% }'
  const scenario = parseScenario(text, { file: 'cheaper.yaml', dataset })
  const { corridors } = await run(dataset, scenario, { choiceSet: await embeddedChoiceSet() })
  const modes = new Map(dataset.network.links.map(link => [link.id, link.mode]))
  const vessels = (id: string) => modes.get(id) === 'ferry' || modes.get(id) === 'sea'
  let cheaper = 0
  // A change of mode at a border and the passing of a strait belong to no country.
  const placeless = new Set(
    dataset.network.places.filter(({ kind }) => kind === 'border' || kind === 'strait').map(({ id }) => id),
  )
  for (const { id, earnings, legs, teu } of corridors) {
    for (const state of ['before', 'after'] as const) {
      const owned = legs.filter(
        leg =>
          !(leg.kind === 'travel' && vessels(leg.id)) && !(leg.kind === 'terminal' && placeless.has(leg.id)),
      )
      const paid = earnings.reduce((sum, row) => sum + row.usdPerTeu[state], 0)
      const ferries = legs.filter(leg => leg.kind === 'travel' && modes.get(leg.id) === 'ferry')
      const cost = owned.reduce((sum, leg) => sum + leg.usd[state], 0)
      const byFerry = ferries.reduce((sum, leg) => sum + leg.usd[state], 0)
      expect(paid, id).toBeGreaterThanOrEqual(cost - 1e-6)
      expect(paid, id).toBeLessThanOrEqual(cost + byFerry + 1e-6)
      for (const { musd, usdPerTeu } of earnings)
        expect(musd[state], id).toBeCloseTo((teu[state] * usdPerTeu[state]) / 1e6, 9)
    }
    const kazakhstan = earnings.find(row => row.iso3 === 'KAZ')
    if (kazakhstan && kazakhstan.usdPerTeu.after < kazakhstan.usdPerTeu.before) cheaper++
  }
  expect(cheaper).toBeGreaterThan(0)
})
