/** What calibration starts from: the embedded dataset, its stored choice set and the observed figures. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { csvParse } from 'd3-dsv'
import { cargoShares, containers, intercontinentalPairs, valuePerTeu } from '../../src/costs/cargo.js'
import type { Dataset } from '../../src/dataset/dataset.js'
import { getParameter } from '../../src/dataset/parameters.js'
import { readDataset } from '../../src/dataset/reading/read-dataset.js'
import { avoidedTerritories, type ChoiceSet, networkHash } from '../../src/network/choice-set/choice-set.js'
import { decodeChoiceSet } from '../../src/network/choice-set/choice-set-codec.js'
import { elementCosts, indexElements } from '../../src/network/elements/elements.js'
import { type RouteTotals, routeTotals } from '../../src/network/route-choice/route-totals.js'
import { goodsFlows } from '../../src/scenario/stages/world.js'
import { type Observed, observedTraffic } from '../data/observed.js'
import type { InputRow } from '../data/replication.js'
import { type Calibration, type CorridorWorld, corridorWorld } from './corridor-flows.js'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..')

export interface Setting {
  readonly dataset: Dataset
  readonly choiceSet: ChoiceSet
  /** n × n, TEU a year of general cargo at the central parameters. */
  readonly boxes: Float64Array
  readonly world: CorridorWorld
  /**
   * TEU a year between China and Europe with all Mediterranean shores, the region that container statistics call
   * Europe: what observed volumes by sea are compared with.
   */
  readonly reference: { readonly out: number; readonly back: number }
  /** All routes as the network stands, and with the Suez Canal closed. */
  readonly open: RouteTotals
  readonly withoutSuez: RouteTotals
  readonly embedded: Calibration & { readonly before: number; readonly since: number }
  readonly observed: Observed
}

/** Economies on the Mediterranean that container statistics count with Europe and the dataset does not. */
const MEDITERRANEAN = ['TUR', 'ISR', 'LBN', 'SYR', 'EGY', 'LBY', 'TUN', 'DZA', 'MAR']
const CHINA = new Set(['CHN'])

/** @throws Error where the choice set of this network was not built yet. */
export function readSetting(): Setting {
  const dataset = embedded()
  const choiceSet = storedChoiceSet(dataset)
  return settingOf(dataset, choiceSet)
}

export function settingOf(dataset: Dataset, choiceSet: ChoiceSet): Setting {
  const { network, trade, countries, parameters } = dataset
  const { economies } = trade
  const value = (id: string): number => getParameter(parameters, id).value
  const boxes = boxesOf(dataset)
  const europe = new Set(countries.filter(({ region }) => region === 'europe').map(({ iso3 }) => iso3))
  const rules = (regime: string) => dataset.avoidance.filter(rule => rule.regime === regime)
  const input = { choiceSet, network, economies, countries, boxes, rules: rules('2024') }
  const share = (regime: string): number =>
    rules(regime).find(({ regionsA }) => regionsA.includes('east-asia'))!.share
  const index = indexElements(network)
  const totals = (closed: string[]): RouteTotals =>
    routeTotals(choiceSet, elementCosts(network, index, new Set(closed)))
  return {
    dataset,
    choiceSet,
    boxes,
    world: corridorWorld(input, CHINA, europe),
    reference: referenceBoxes(economies, boxes, new Set([...europe, ...MEDITERRANEAN])),
    open: totals([]),
    withoutSuez: totals(['suez']),
    embedded: {
      median: value('valueOfTimeMedian'),
      spread: value('valueOfTimeSpread'),
      dispersion: value('routeDispersion'),
      seaDispersion: value('seaDispersion'),
      premium: rules('2024')[0]!.premiumUsdPerTeu,
      before: share('2021'),
      since: share('2024'),
    },
    observed: observedTraffic(
      csvParse(readFileSync(join(ROOT, 'data/corridor-traffic.csv'), 'utf8')) as unknown as InputRow[],
    ),
  }
}

function embedded(): Dataset {
  const folder = join(ROOT, 'data')
  const files = readdirSync(folder).filter(name => name.endsWith('.csv') || name.endsWith('.json'))
  return readDataset(new Map(files.map(name => [name, readFileSync(join(folder, name))])))
}

function storedChoiceSet({ network, trade, avoidance }: Dataset): ChoiceSet {
  const path = join(ROOT, 'dist', 'choice-set.bin')
  const hash = networkHash(network, trade.economies, avoidedTerritories(avoidance))
  const found = existsSync(path) ? decodeChoiceSet(readFileSync(path)) : undefined
  if (found?.networkHash !== hash) {
    throw new Error('data:calibrate: the stored choice set is not of this network; run npm run build')
  }
  return found
}

/** Boxes of the baseline at the central parameters, as a run has them. */
function boxesOf(dataset: Dataset): Float64Array {
  const { trade, countries, parameters } = dataset
  const value = (id: string): number => getParameter(parameters, id).value
  const cargo = {
    valuePerTeuIntercontinental: value('valuePerTeuIntercontinental'),
    valuePerTeuRegional: value('valuePerTeuRegional'),
    bulkShareFactor: value('bulkShareFactor'),
    airShareFactor: value('airShareFactor'),
    idleBulkShare: value('idleBulkShare'),
  }
  const far = intercontinentalPairs(trade.economies, countries, value('intercontinentalDistance'))
  const { inBoxes } = cargoShares(dataset, cargo)
  return containers(trade, goodsFlows(dataset, true), inBoxes, valuePerTeu(far, cargo))
}

function referenceBoxes(
  economies: readonly string[],
  boxes: Float64Array,
  others: ReadonlySet<string>,
): { readonly out: number; readonly back: number } {
  const n = economies.length
  const china = economies.indexOf('CHN')
  const sum = (at: (j: number) => number): number =>
    economies.reduce((total, iso3, j) => (others.has(iso3) ? total + boxes[at(j)]! : total), 0)
  return { out: sum(j => china * n + j), back: sum(j => j * n + china) }
}
