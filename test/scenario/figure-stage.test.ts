import { beforeAll, describe, expect, test } from 'vitest'
import type { Dataset } from '../../src/dataset/dataset.js'
import type { ChoiceSet } from '../../src/network/choice-set/choice-set.js'
import { AS_STATED, type FigurePositions, networkAt } from '../../src/network/elements/network-at.js'
import { run, solveScenario } from '../../src/scenario/runs/pipeline.js'
import { counterfactualSolver } from '../../src/scenario/stages/counterfactual.js'
import { marketModel } from '../../src/scenario/stages/counterfactual-model.js'
import { centralParameters } from '../../src/scenario/stages/draws.js'
import { classesAtEnds } from '../../src/scenario/stages/figure-stage.js'
import { chooseAllRoutes } from '../../src/scenario/stages/route-stage.js'
import { layOutTransit } from '../../src/scenario/stages/transit-stage.js'
import { prepareWorld } from '../../src/scenario/stages/world.js'
import { parseScenario } from '../../src/scenario/text/parse.js'
import { embeddedChoiceSet } from '../choice-set.js'
import { embeddedDataset } from '../embedded.js'

let choiceSet: ChoiceSet
beforeAll(async () => {
  choiceSet = await embeddedChoiceSet()
})

/** Without stated capacities: queues of the central run stay where figures move, and would settle anew in a run. */
const embedded = embeddedDataset()
const dataset: Dataset = {
  ...embedded,
  network: {
    ...embedded.network,
    crossings: embedded.network.crossings.map(({ capacityKteu: _, ...crossing }) => crossing),
    links: embedded.network.links.map(({ capacityKteu: _, ...link }) => link),
  },
}

const scenarioOf = (measures: string, on = dataset) =>
  parseScenario(`keruen: 1\nmeasures:\n${measures}`, { file: 'test.yaml', dataset: on })

const solve = (measures: string, on: Dataset = dataset) =>
  solveScenario(on, { ...scenarioOf(measures, on), draws: 0 }, { choiceSet })

/** The dataset with its figures elsewhere; its choice set is that of the stated ones, as where figures are moved. */
const withFigures = (positions: Partial<FigurePositions>): Dataset => ({
  ...dataset,
  network: networkAt(dataset.network, { ...AS_STATED, ...positions }, dataset.networkRanges),
})

/** The dataset with every wait at one end, by rules of its own. */
const withWaits = (end: 'hoursLow' | 'hoursHigh'): Dataset => {
  const pick = end === 'hoursLow' ? Math.min : Math.max
  const at = <Row extends { hours: number; hoursLow: number; hoursHigh: number }>(row: Row): Row => ({
    ...row,
    hours: pick(row.hours, row[end]),
  })
  const { crossings, terminals } = dataset.network
  return {
    ...dataset,
    network: { ...dataset.network, crossings: crossings.map(at), terminals: terminals.map(at) },
  }
}

const HALVED = '  - crossing: khorgos-altynkol\n    mode: rail\n    hours: { change: -50% }\n'
const PACKAGE = `${HALVED}  - crossing: alashankou-dostyk
    mode: rail
    hours: { change: -50% }
  - terminal: aktau
    hours: { to: 24 h }
`

/** Solves a package with the figures anywhere, laid between the ends. */
const between = async (measures: string, partOfEffect?: number) => {
  const world = prepareWorld(dataset, scenarioOf(measures), choiceSet)
  const choices = await chooseAllRoutes(world)
  const model = { ...marketModel(world, choices), transit: await layOutTransit(world, choices) }
  const central = centralParameters(world)
  const options = { turn: async () => {}, ...(partOfEffect !== undefined && { partOfEffect }) }
  const ends = await classesAtEnds(world, model, choices.choices, central, options)
  const solveAt = counterfactualSolver({ ...model, classesAtEnds: ends })
  return {
    plain: counterfactualSolver(model)(central).outcome,
    pairs: [model.classes!.pairs.length, ends!.waits!.low.pairs.length] as const,
    at: (figures: Partial<FigurePositions>) =>
      solveAt({ ...central, figures: { ...AS_STATED, ...figures } }).outcome,
  }
}

describe('all figures of a kind at an end', () => {
  test('is the run of a dataset with those figures, member by member', async () => {
    const [whole, most] = [await between(HALVED, 1), await between(HALVED)]
    const own = whole.plain.realIncomePercent
    for (const [figures, elsewhere] of [
      [{ waits: -1 }, withWaits('hoursLow')],
      [{ waits: 1 }, withWaits('hoursHigh')],
      [{ speeds: -1 }, withFigures({ speeds: -1 })],
      [{ charges: 1 }, withFigures({ charges: 1 })],
    ] as const) {
      const { central: independent } = await solve(HALVED, elsewhere)
      const expected = independent.outcome.realIncomePercent
      const largest = Math.max(...expected.map(Math.abs))
      const farthest = (from: Float64Array) =>
        Math.max(...expected.map((percent, i) => Math.abs(percent - from[i]!)))
      // Which lanes the package touches, and what bound cargo asks for other modes, is as at the stated figures; a run finds
      // them anew.
      expect(farthest(whole.at(figures).realIncomePercent)).toBeLessThan(5e-3 * largest)
      expect(farthest(most.at(figures).realIncomePercent)).toBeLessThan(1e-2 * largest)
      expect(farthest(own)).toBeGreaterThan(2e-3 * largest)
    }
    expect(whole.pairs[1]).toBeGreaterThan(0.9 * whole.pairs[0])
    expect(most.pairs[1]).toBeLessThan(0.6 * most.pairs[0])
    // Half of a short wait is less than half of a long one.
    const kaz = dataset.trade.economies.indexOf('KAZ')
    expect(whole.at({ waits: -1 }).realIncomePercent[kaz]).toBeLessThan(own[kaz]!)
    expect(whole.at({ waits: 1 }).realIncomePercent[kaz]).toBeGreaterThan(own[kaz]!)
  })

  test('a wait cut to what it may be already gains nothing there, and never costs', async () => {
    const { sensitivities } = await solve(
      '  - crossing: khorgos-altynkol\n    mode: rail\n    hours: { to: 20 h }\n',
    )
    const short = sensitivities.find(run => run.id === 'waits-short')!.outcome
    // Both directions may be 12 h or less today.
    expect(Math.max(...short.realIncomePercent.map(Math.abs))).toBeLessThan(1e-9)
    const long = sensitivities.find(run => run.id === 'waits-long')!.outcome
    expect(long.realIncomePercent[dataset.trade.economies.indexOf('KAZ')]).toBeGreaterThan(0)
  })

  test('there is none where the package leaves the network alone', async () => {
    const { sensitivities } = await solve('  - tariff: { among: members, change: -10% }\n')
    expect(sensitivities.map(run => run.id)).not.toContain('waits-short')
  })

  test('a network of one’s own without ranges of speeds and prices has its waits alone', async () => {
    const bare = { ...dataset, networkRanges: [] }
    const ids = (await solve(HALVED, bare)).sensitivities.map(run => run.id)
    expect(ids).toContain('waits-long')
    expect(ids).not.toContain('speeds-slow')
    expect(ids).not.toContain('charges-low')
  })
})

describe('figures between their ends', () => {
  test('as stated every figure of the answer has the bits that it has without them', async () => {
    const { plain, at } = await between(PACKAGE)
    expect(at({})).toEqual(plain)
  })

  test('what is laid between the ends is near what routes chosen anew there give', async () => {
    const { at, plain } = await between(PACKAGE)
    for (const figures of [
      { waits: -0.6, speeds: 0.5, charges: 0.1 },
      { waits: 0.6, speeds: -0.5, charges: -0.3 },
      { waits: 0.4, speeds: 0.4, charges: -0.9 },
      { waits: 0.4, speeds: -0.1, charges: 0.8 },
    ]) {
      const laid = at(figures).blocRealIncomeMusd
      const exact = (await solve(PACKAGE, withFigures(figures))).central.outcome.blocRealIncomeMusd
      expect(Math.abs(laid / exact - 1)).toBeLessThan(0.15)
      // and much nearer than the stated figures are
      expect(Math.abs(laid - exact)).toBeLessThan(0.5 * Math.abs(plain.blocRealIncomeMusd - exact))
    }
  })

  test('draws hold them: each kind is told among the causes of the range, with the outcomes of its ends', async () => {
    const result = await run(dataset, { ...scenarioOf(HALVED), draws: 40 }, { choiceSet })
    const { parameters } = result.uncertainty
    const end = (id: string) => result.sensitivities.find(run => run.id === id)!.blocRealIncomeChangeMusd
    const waits = parameters.find(({ id }) => id === 'networkWaits')!
    expect(waits.atLowMusd).toBeCloseTo(end('waits-short'), 6)
    expect(waits.atHighMusd).toBeCloseTo(end('waits-long'), 6)
    expect(waits.low).toBeLessThan(0.6)
    expect(waits.high).toBeGreaterThan(2)
    expect(parameters.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['networkSpeeds', 'networkCharges']),
    )
    // With only the figures free the range is theirs, inside their ends.
    const fixed = dataset.parameters.map(each => ({ ...each, distribution: 'fixed' as const }))
    const free = await run(
      { ...dataset, parameters: fixed },
      { ...scenarioOf(HALVED, { ...dataset, parameters: fixed }), draws: 40 },
      { choiceSet },
    )
    const { low, high, value } = free.bloc.realIncomeChangeMusd
    expect(low).toBeGreaterThan(end('waits-short'))
    expect(low).toBeLessThan(0.9 * value)
    expect(high).toBeGreaterThan(1.2 * value)
    expect(high).toBeLessThan(1.2 * end('waits-long'))
  })

  test('what transit pays moves with the charges, within the ranges of those on the way', async () => {
    const solved = await solveScenario(dataset, { ...scenarioOf(PACKAGE), draws: 2 }, { choiceSet })
    const { atLow, atHigh } = solved.swings.find(({ quantity }) => quantity.id === 'networkCharges')!
    const kaz = dataset.trade.economies.indexOf('KAZ')
    const stated = solved.central.outcome.transitMusd[kaz]!
    const times = (end: typeof atLow) => end.transitMusd[kaz]! / stated
    const ends = dataset.networkRanges
      .filter(({ quantity }) => quantity !== 'speed')
      .flatMap(({ low, central, high }) => [low / central, high / central])
    expect(stated).toBeGreaterThan(10)
    // Trade moves too, by little.
    expect(times(atLow)).toBeGreaterThan(0.95 * Math.min(...ends))
    expect(times(atLow)).toBeLessThan(0.85)
    expect(times(atHigh)).toBeGreaterThan(1.2)
    expect(times(atHigh)).toBeLessThan(1.05 * Math.max(...ends))
  })
})
