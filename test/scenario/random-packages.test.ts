import { expect, test } from 'vitest'
import { uniformDraw } from '../../src/numeric/random.js'
import { elementUsers } from '../../src/scenario/result/element-users.js'
import { centralRunner } from '../../src/scenario/runs/central-run.js'
import type { Centre } from '../../src/scenario/stages/capacity-stage.js'
import { prepareBaseline } from '../../src/scenario/stages/prepare-baseline.js'
import { parseScenario } from '../../src/scenario/text/parse.js'
import { embeddedChoiceSet } from '../choice-set.js'
import { embeddedDataset } from '../embedded.js'

const dataset = embeddedDataset()
const { crossings, terminals, links, corridors, places } = dataset.network
const PACKAGES = 14

let drawn = 0
const uniform = (): number => uniformDraw(2026, 'packages', drawn++)
const pick = <Row>(rows: readonly Row[]): Row => rows[Math.floor(uniform() * rows.length)]!
const percent = (low: number, high: number): string => {
  const value = Math.round(low + uniform() * (high - low))
  return `${value < 0 ? '' : '+'}${value}%`
}
const open = <Row extends { readonly status: string }>(rows: readonly Row[]): Row[] =>
  rows.filter(({ status }) => status === 'open')

const MEASURES: readonly (() => string)[] = [
  () => {
    const { placeId, mode } = pick(open(crossings))
    return `{ crossing: ${placeId}, mode: ${mode}, hours: { change: ${percent(-80, 60)} } }`
  },
  () => `{ terminal: ${pick(open(terminals)).placeId}, hours: { change: ${percent(-80, 60)} } }`,
  () => `{ link: ${pick(open(links)).id}, cost: { change: ${percent(-60, 60)} } }`,
  () => `{ link: ${pick(open(links)).id}, speed: { change: ${percent(1, 80)} } }`,
  () => `{ crossing: { among: sco }, hours: { change: ${percent(-60, 40)} } }`,
  () => `{ tariff: { among: sco, change: ${percent(-100, -1)} } }`,
  () => `{ avoidance: { rule: all, share: { to: ${percent(0, 100).slice(1)} } } }`,
  () => `{ crossing: khorgos-altynkol, mode: rail, capacity: { change: ${percent(-40, 40)} } }`,
  () => `{ open: ${pick(links.filter(({ status }) => status === 'planned')).id} }`,
  () => `{ open: { corridor: ${pick(corridors.filter(({ status }) => status === 'planned')).id} } }`,
]
const CLOSINGS: readonly (() => string)[] = [
  () => `{ close: ${pick(open(links)).id} }`,
  () => `{ close: ${pick(open(crossings)).placeId} }`,
  () => `{ close: { strait: ${pick(places.filter(({ kind }) => kind === 'strait')).id} } }`,
]

/** Measures of the last package that stay, and others beside them. */
function nextPackage(last: readonly string[]): string[] {
  const staying = last.filter(() => uniform() < 0.6)
  const coming = Array.from({ length: 1 + Math.floor(3 * uniform()) }, () =>
    uniform() < 0.12 ? pick(CLOSINGS)() : pick(MEASURES)(),
  )
  return [...staying, ...coming]
}

test('random packages, one after the other, have the bits that each has by itself', async () => {
  const choiceSet = await embeddedChoiceSet()
  const baseline = prepareBaseline(dataset, choiceSet)
  const runner = () => {
    let centre: Centre | undefined
    const onCentre = (of: Centre) => {
      centre = of
    }
    const solve = centralRunner(dataset, { choiceSet, baseline, onCentre })
    return async (text: string) => {
      try {
        const result = await solve(parseScenario(text, { dataset }))
        return { result, users: elementUsers(centre!, 'khorgos-altynkol') }
      } catch (error) {
        // Two levers on one row, or a queue that does not settle: an answer too.
        return { fault: String(error) }
      }
    }
  }
  const inTurn = runner()
  let measures: readonly string[] = []
  let solved = 0
  for (let k = 0; k < PACKAGES; k++) {
    measures = nextPackage(measures)
    const text = `keruen: 1\nmeasures:\n${measures.map(measure => `  - ${measure}\n`).join('')}`
    const found = await inTurn(text)
    expect(found, text).toStrictEqual(await runner()(text))
    if ('fault' in found) measures = []
    else solved++
  }
  expect(solved).toBeGreaterThan(PACKAGES / 2)
}, 240_000)
