import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { laidAndAnew } from '../../tools/calibrate/laid-ranges.js'
import { embeddedChoiceSet } from '../choice-set.js'
import { embeddedDataset, projectRoot } from '../embedded.js'

test('what draws lay between the ends of ranges is near what routes chosen anew give, and the same at the figures as stated', async () => {
  const text = readFileSync(join(projectRoot, 'scenarios', 'middle-corridor.yaml'), 'utf8')
  const at = await laidAndAnew(embeddedDataset(), await embeddedChoiceSet(), text)
  const stated = await at({})
  expect(stated.laid / stated.anew).toBeCloseTo(1, 9)
  for (const figures of [{ waits: -0.5 }, { waits: 0.5, speeds: -0.5, charges: 0.5 }]) {
    const { laid, anew } = await at(figures)
    expect(Math.abs(laid / anew - 1)).toBeLessThan(0.1)
    expect(Math.abs(anew / stated.anew - 1)).toBeGreaterThan(0.2)
  }
})
