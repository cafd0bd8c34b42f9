/**
 * What draws lay between the ends of the network's ranges, beside a run with routes chosen anew at the same place: how far the
 * one may be off.
 */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Dataset } from '../../src/dataset/dataset.js'
import type { ChoiceSet } from '../../src/network/choice-set/choice-set.js'
import { AS_STATED, type FigurePositions, networkAt } from '../../src/network/elements/network-at.js'
import { solveWorld } from '../../src/scenario/stages/capacity-stage.js'
import { measureOutcome, pricedMarketSolver } from '../../src/scenario/stages/counterfactual.js'
import { marketModel } from '../../src/scenario/stages/counterfactual-model.js'
import { centralParameters } from '../../src/scenario/stages/draws.js'
import { classesAtEnds } from '../../src/scenario/stages/figure-stage.js'
import { chooseAllRoutes } from '../../src/scenario/stages/route-stage.js'
import { prepareWorld, type World } from '../../src/scenario/stages/world.js'
import { parseScenario } from '../../src/scenario/text/parse.js'
import { table } from './markdown.js'

const SCENARIOS = join(dirname(fileURLToPath(import.meta.url)), '../../scenarios')

type Position = readonly [waits: number, speeds: number, charges: number]

const STATED: Position = [0, 0, 0]
const POSITIONS: readonly Position[] = [
  [-0.5, 0, 0],
  [0.5, 0, 0],
  [0, -0.5, 0],
  [0, 0, 0.5],
  [0.5, -0.5, 0.5],
  [-0.5, -0.5, -0.5],
  [0.4, 0.4, -0.9],
  [-1, 0, 0],
  [1, 0, 0],
]
const PACKAGES = [
  ['Middle Corridor', 'middle-corridor'],
  ['paperless borders', 'paperless-borders'],
  ['Khorgos closed', 'khorgos-closed'],
] as const

/** Real income of all members, million USD, laid and anew. */
export interface LaidAndAnew {
  readonly laid: number
  readonly anew: number
}

/** Queues are left out: they stay as they are in every draw, and would settle anew in a run. */
export function withoutCapacities(dataset: Dataset): Dataset {
  const { crossings, links } = dataset.network
  return {
    ...dataset,
    network: {
      ...dataset.network,
      crossings: crossings.map(({ capacityKteu: _, ...crossing }) => crossing),
      links: links.map(({ capacityKteu: _, ...link }) => link),
    },
  }
}

/** Returns what tells of one position after the other. */
export async function laidAndAnew(dataset: Dataset, choiceSet: ChoiceSet, scenarioText: string) {
  const open = withoutCapacities(dataset)
  const worldOf = (on: Dataset): World =>
    prepareWorld(on, parseScenario(scenarioText, { dataset: on }), choiceSet)
  const none = {
    teu: new Float64Array(open.trade.economies.length),
    usd: new Float64Array(open.trade.economies.length),
  }
  const world = worldOf(open)
  const choices = await chooseAllRoutes(world)
  const model = marketModel(world, choices)
  const central = centralParameters(world)
  const ends = await classesAtEnds(world, model, choices.choices, central, { turn: async () => {} })
  const solve = pricedMarketSolver({ ...model, classesAtEnds: ends })

  return async (figures: Partial<FigurePositions>): Promise<LaidAndAnew> => {
    const positions = { ...AS_STATED, ...figures }
    const laid = measureOutcome(model, solve({ ...central, figures: positions }), none).blocRealIncomeMusd
    const moved = worldOf({ ...open, network: networkAt(open.network, positions, open.networkRanges) })
    const chosen = await chooseAllRoutes(moved)
    const anewModel = marketModel(moved, chosen)
    const { market } = solveWorld(moved, chosen, anewModel, centralParameters(moved))
    return { laid, anew: measureOutcome(anewModel, market, none).blocRealIncomeMusd }
  }
}

export async function laidTable(dataset: Dataset, choiceSet: ChoiceSet): Promise<string> {
  const told: string[][] = [STATED, ...POSITIONS].map(position => [position.map(signed).join(', ')])
  for (const [, file] of PACKAGES) {
    const at = await laidAndAnew(dataset, choiceSet, readFileSync(join(SCENARIOS, `${file}.yaml`), 'utf8'))
    for (const [k, [waits, speeds, charges]] of [STATED, ...POSITIONS].entries()) {
      const { laid, anew } = await at({ waits, speeds, charges })
      told[k]!.push(musd(laid), musd(anew), `${signed(Math.round(100 * (laid / anew - 1)))} %`)
    }
  }
  const head = [
    'position of waits, speeds, charges',
    ...PACKAGES.flatMap(([name]) => [`${name}, laid`, 'anew', '']),
  ]
  return table(head, told)
}

function musd(value: number): string {
  const text = Math.abs(Math.round(value)).toLocaleString('en')
  return value < 0 ? `−${text}` : text
}

function signed(value: number): string {
  return value < 0 ? `−${-value}` : value > 0 ? `+${value}` : '0'
}
