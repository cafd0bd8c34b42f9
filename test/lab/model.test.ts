import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import type { CentralResult } from '../../src/scenario/result/central-result.js'
import { elementUsers, type PairUse } from '../../src/scenario/result/element-users.js'
import type { Result } from '../../src/scenario/result/result.js'
import { centralRunner } from '../../src/scenario/runs/central-run.js'
import { run } from '../../src/scenario/runs/pipeline.js'
import type { Centre } from '../../src/scenario/stages/capacity-stage.js'
import { prepareBaseline } from '../../src/scenario/stages/prepare-baseline.js'
import { parseScenario } from '../../src/scenario/text/parse.js'
import { chromiumPath, launchChromium, skipReason } from '../browser/chromium.js'
import { embeddedChoiceSet } from '../choice-set.js'
import { embeddedDataset, projectRoot } from '../embedded.js'
import { serveSite } from './site.js'

const yaml = readFileSync(join(projectRoot, 'scenarios', 'middle-corridor.yaml'), 'utf8').replace(
  'measures:',
  'draws: 12\nmeasures:',
)

/** Numbers of a result that the page shows, as text: equal texts are equal bits. */
const bits = ({ bloc, countries, corridors, links, waits }: CentralResult): string =>
  JSON.stringify([
    bloc.turnoverChangeMusd.value,
    bloc.turnoverBridge,
    bloc.pairs.map(pair => [pair.turnoverBeforeMusd, pair.turnoverChangeMusd.value]),
    countries.map(each => each.realIncomeChangePercent.value),
    corridors.map(({ days, teu }) => [days, teu]),
    links,
    waits,
  ])

test.skipIf(chromiumPath === undefined)(
  `the page's model gives the bits of a run, at once and with ranges${skipReason}`,
  async () => {
    const site = await serveSite()
    const browser = await launchChromium()
    try {
      const page = await browser.newPage()
      await page.goto(site.address)
      const answers = await page.evaluate(
        json =>
          new Promise<unknown[]>((resolve, reject) => {
            const worker = new Worker('worker.js', { type: 'module' })
            const got: unknown[] = []
            worker.onerror = event => reject(new Error(event.message))
            worker.onmessage = ({ data: message }) => {
              if (message.kind === 'failed' || message.kind === 'fault')
                reject(new Error(JSON.stringify(message)))
              if (message.kind === 'ready') worker.postMessage({ kind: 'central', ticket: 1, json })
              if (message.kind === 'central') {
                // The first answer differs from none in all of it.
                got.push(message.changes.others[0].value)
                // By then levers have been rehearsed, and the answer has been written over.
                setTimeout(() => worker.postMessage({ kind: 'users', ticket: 2, json, id: 'aktau' }), 2000)
              }
              if (message.kind === 'users') {
                got.push(message.users)
                worker.postMessage({ kind: 'full', ticket: 3, json })
              }
              if (message.kind === 'full') {
                const { flows: _, ...rest } = message.result
                resolve([...got, rest])
              }
            }
            worker.postMessage({ kind: 'open', base: document.baseURI })
          }),
        JSON.stringify(parse(yaml)),
      )
      const [central, users, full] = answers as [CentralResult, PairUse[], Result]
      const dataset = embeddedDataset()
      const choiceSet = await embeddedChoiceSet()
      const scenario = parseScenario(yaml, { dataset })
      const baseline = prepareBaseline(dataset, choiceSet)
      const here = await run(dataset, scenario, { choiceSet, baseline })
      let centre: Centre | undefined
      const onCentre = (of: Centre) => {
        centre = of
      }
      await centralRunner(dataset, { choiceSet, baseline, onCentre })(scenario)
      expect(users).toEqual(elementUsers(centre!, 'aktau'))
      expect(bits(central)).toBe(bits(here))
      expect(bits(full)).toBe(bits(here))
      expect(JSON.stringify(full.countries)).toBe(JSON.stringify(here.countries))
      expect(full.hash).toBe(here.hash)
    } finally {
      await browser.close()
      await site.close()
    }
  },
)
