/** Turnover of every two members: the parts of one whole, and a range of their own over the draws. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ChoiceSet } from '../../src/network/choice-set/choice-set.js'
import { assembleResult } from '../../src/scenario/result/assemble-result.js'
import type { Result } from '../../src/scenario/result/result.js'
import type { SolvedScenario } from '../../src/scenario/result/solved-scenario.js'
import { run, solveScenario } from '../../src/scenario/runs/pipeline.js'
import { pricedMarketSolver } from '../../src/scenario/stages/counterfactual.js'
import { marketModel } from '../../src/scenario/stages/counterfactual-model.js'
import { centralParameters, drawnParameters, drawnQuantities } from '../../src/scenario/stages/draws.js'
import { classesAtEnds } from '../../src/scenario/stages/figure-stage.js'
import { parseScenario } from '../../src/scenario/text/parse.js'
import { embeddedChoiceSet } from '../choice-set.js'
import { embeddedDataset, projectRoot } from '../embedded.js'

const dataset = embeddedDataset()
const read = (name: string) => {
  const file = `${name}.yaml`
  return parseScenario(readFileSync(join(projectRoot, 'scenarios', file), 'utf8'), { file, dataset })
}
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

let choiceSet: ChoiceSet
beforeAll(async () => {
  choiceSet = await embeddedChoiceSet()
})

// A shock of some strength, with tariffs and a corridor in it, so that pairs part in both directions.
describe('all packages together', () => {
  const scenario = { ...read('everything'), draws: 24 }
  let solved: SolvedScenario
  let result: Result
  beforeAll(async () => {
    solved = await solveScenario(dataset, scenario, { choiceSet })
    result = assembleResult(solved)
  })

  test('every two members stand once, in the order of the members', () => {
    const { members, pairs } = result.bloc
    const expected = members.flatMap((a, k) => members.slice(k + 1).map(b => [a, b]))
    expect(pairs.map(({ a, b }) => [a, b])).toEqual(expected)
    expect(pairs).toHaveLength(45)
  })

  test('values add up to the bloc’s turnover and its change; each is that of the flows', () => {
    const { pairs, turnoverBeforeMusd, turnoverChangeMusd } = result.bloc
    expect(sum(pairs.map(pair => pair.turnoverBeforeMusd)) / turnoverBeforeMusd).toBeCloseTo(1, 12)
    const change = sum(pairs.map(pair => pair.turnoverChangeMusd.value))
    expect(change / turnoverChangeMusd.value).toBeCloseTo(1, 9)
    const { economies, before, after } = result.flows
    const both = (flows: Float64Array, a: string, b: string) => {
      const [i, j] = [economies.indexOf(a), economies.indexOf(b)]
      return flows[i * economies.length + j] + flows[j * economies.length + i]
    }
    for (const { a, b, turnoverBeforeMusd: today, turnoverChangeMusd: range } of pairs) {
      expect(today, `${a} ${b}`).toBeCloseTo(both(before, a, b), 6)
      expect(range.value, `${a} ${b}`).toBeCloseTo(both(after, a, b) - both(before, a, b), 6)
    }
  })

  test('in every draw the pairs add up to the change of the whole', () => {
    for (const { pairTurnoverMusd, blocTurnoverMusd } of solved.draws) {
      expect(sum([...pairTurnoverMusd]) / blocTurnoverMusd).toBeCloseTo(1, 9)
    }
  })

  test('the range of a pair is what its own flows of every draw, solved one by one, give', async () => {
    const { world, routes, central } = solved
    const { economies } = world
    const stated = marketModel(world, routes)
    const ends = await classesAtEnds(world, stated, routes.choices, centralParameters(world), {
      turn: async () => {},
    })
    const model = { ...stated, classesAtEnds: ends }
    const market = pricedMarketSolver(model, central.start())
    const quantities = drawnQuantities(world)
    const changes = Array.from({ length: scenario.draws }, (_, k) => {
      const { goods } = market(drawnParameters(quantities, centralParameters(world), scenario.seed, k))
      return (a: string, b: string) => {
        const [i, j] = [economies.indexOf(a), economies.indexOf(b)]
        const cells = [i * economies.length + j, j * economies.length + i]
        return sum(cells.map(cell => goods.after[cell] - goods.before[cell]))
      }
    })
    /** Between two order statistics, the weight by its distance from each. */
    const quantile = (values: readonly number[], share: number) => {
      const sorted = [...values].sort((x, y) => x - y)
      const at = share * (sorted.length - 1)
      const above = Math.ceil(at)
      const weight = above - at
      return weight * sorted[Math.floor(at)] + (1 - weight) * sorted[above]
    }
    for (const { a, b, turnoverBeforeMusd, turnoverChangeMusd: range } of result.bloc.pairs) {
      const drawn = changes.map(change => change(a, b))
      // of what the pair trades: two solutions of one market differ by the solver's tolerance
      const close = (told: number, own: number) =>
        expect(Math.abs(told - own) / turnoverBeforeMusd, `${a} ${b}`).toBeLessThan(1e-9)
      close(range.low, quantile(drawn, 0.05))
      close(range.high, quantile(drawn, 0.95))
      expect(range.low, `${a} ${b}`).toBeLessThan(range.high)
    }
  })

  test('some pairs gain and some lose beyond their range', () => {
    const ranges = result.bloc.pairs.map(pair => pair.turnoverChangeMusd)
    expect(ranges.some(({ low }) => low > 0)).toBe(true)
    expect(ranges.some(({ high }) => high < 0)).toBe(true)
  })
})

test('no change in: every pair, the whole and each member exactly zero, in every draw', async () => {
  const nothing = { ...read('middle-corridor'), measures: [], draws: 10 }
  const { bloc, countries } = await run(dataset, nothing, { choiceSet })
  const zero = { value: 0, low: 0, high: 0 }
  for (const { a, b, turnoverBeforeMusd, turnoverChangeMusd } of bloc.pairs) {
    expect(turnoverBeforeMusd, `${a} ${b}`).toBeGreaterThan(0)
    expect(turnoverChangeMusd, `${a} ${b}`).toEqual(zero)
  }
  expect(bloc.turnoverChangeMusd).toEqual(zero)
  for (const { iso3, blocTurnoverChangeMusd } of countries) expect(blocTurnoverChangeMusd, iso3).toEqual(zero)
})

test('today’s turnover is the one to which the bridge leads, with adjustments and without', async () => {
  for (const tradeAdjustments of [true, false]) {
    const scenario = { ...read('middle-corridor'), tradeAdjustments, draws: 0 }
    const { bloc } = await run(dataset, scenario, { choiceSet })
    expect(bloc.turnoverBridge!.modelMusd).toBeCloseTo(bloc.turnoverBeforeMusd, 6)
    expect(bloc.turnoverBridge!.adjustmentMusd !== 0).toBe(tradeAdjustments)
    expect(bloc.turnoverBridge!.joined.map(({ iso3, host }) => [iso3, host])).toEqual([['HKG', 'CHN']])
  }
})
