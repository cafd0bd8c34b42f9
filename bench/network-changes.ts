/** What a measure on the network takes, from changed hours to the shares of all pairs and classes. */
import type { Dataset } from '../src/dataset/dataset.js'
import { getParameter } from '../src/dataset/parameters.js'
import {
  compareNetworks,
  type NetworkChange,
  networkSlider,
} from '../src/network/comparison/network-change.js'
import { indexElements } from '../src/network/elements/elements.js'
import { chooserRoom, type KeptChoices, keptChoices } from '../src/network/route-choice/lane-chooser.js'
import type { NetworkSituation, RouteChoiceParameters } from '../src/network/route-choice/network-state.js'
import { chooseBaselineRoutes, chooseChangedRoutes } from '../src/network/route-choice/route-choice.js'
import { indexRoutes } from '../src/network/route-choice/route-index.js'
import { loadChoiceSet } from '../src/platform/node/choice-set.js'
import { prepareBaseline } from '../src/scenario/stages/prepare-baseline.js'
import { routeChoiceParameters } from '../src/scenario/stages/route-stage.js'
import { timeValueRidge } from '../src/scenario/stages/time-value-ridge.js'
import { SCENARIO_DEFAULTS } from '../src/scenario/text/resolve-scenario.js'
import { type BenchReport, medianMs } from './median.js'

type Row = BenchReport['rows'][number]

export async function choiceSetRows(dataset: Dataset): Promise<Row[]> {
  const { network, avoidance, trade, countries, parameters } = dataset
  const choiceSet = await loadChoiceSet(dataset)
  const baseline = prepareBaseline(dataset, choiceSet)
  const rules = avoidance.filter(rule => rule.regime === SCENARIO_DEFAULTS.avoidanceRegime)
  const today: NetworkSituation = { tables: network, closedPlaces: new Set(), rules }
  const dispersion = getParameter(parameters, 'routeDispersion').value
  const ridge = timeValueRidge({ parameters, draws: SCENARIO_DEFAULTS.draws })
  const choice = routeChoiceParameters(parameters, ridge)
  const slide = networkSlider(choiceSet, today, trade.economies, countries, dispersion, baseline)
  const fromScratch = (situation: NetworkSituation) =>
    compareNetworks(choiceSet, today, situation, trade.economies, countries, dispersion, baseline)

  const halved = (row: number): NetworkSituation => {
    const crossings = network.crossings.with(row, {
      ...network.crossings[row]!,
      hours: network.crossings[row]!.hours / 2,
    })
    return { ...today, tables: { ...network, crossings } }
  }
  // Those that some lane feels, by how many lanes feel them.
  const felt = network.crossings
    .map((_, row) => ({ row, lanes: slide(halved(row)).touched.length }))
    .filter(({ lanes }) => lanes > 0)
    .sort((a, b) => a.lanes - b.lanes)
  const name = (row: number) => `${network.crossings[row]!.placeId} ${network.crossings[row]!.mode}`
  const typical = felt[Math.floor(felt.length / 2)]!.row
  const busiest = felt.at(-1)!.row
  const suez: NetworkSituation = { ...today, closedPlaces: new Set(['suez']) }
  const cases = [
    { label: `typical crossing (${name(typical)}) half the hours`, situation: halved(typical), limitMs: 1 },
    { label: `busiest crossing (${name(busiest)}) half the hours`, situation: halved(busiest) },
    { label: 'Suez closed', situation: suez, limitMs: 15 },
  ]
  const elementCount = indexElements(network).count
  return [
    {
      label: `index from elements to ${choiceSet.elementStart.length - 1} routes, once`,
      medianMs: medianMs(() => indexRoutes(choiceSet, baseline.lanes, elementCount), { runs: 7 }),
    },
    ...cases.flatMap(({ label, situation, limitMs }) => {
      checkSame(slide(situation), fromScratch(situation))
      return changeRows(label, { slide, fromScratch, situation, choice, limitMs })
    }),
  ]
}

interface ChangeCase {
  readonly slide: (situation: NetworkSituation) => NetworkChange
  readonly fromScratch: (situation: NetworkSituation) => NetworkChange
  readonly situation: NetworkSituation
  readonly choice: RouteChoiceParameters
  readonly limitMs: number | undefined
}

/** The parts of the way, each with all that comes before it. */
function changeRows(label: string, { slide, fromScratch, situation, choice, limitMs }: ChangeCase): Row[] {
  const { value, weights, centre } = choice.timeValues
  const middle = weights[centre]!.indexOf(Math.max(...weights[centre]!))
  const oneClass: RouteChoiceParameters = {
    ...choice,
    timeValues: { value: value.slice(middle, middle + 1), weights: [Float64Array.of(1)], centre: 0 },
  }
  const { choiceSet, lanes } = slide(situation)
  // Made once, as whoever moves a lever does.
  const sharesAfter = (parameters: RouteChoiceParameters) => {
    const room = chooserRoom(parameters, choiceSet)
    return () => {
      const { situation: on, touched } = slide(situation)
      return chooseBaselineRoutes({ ...on, before: on.after }, parameters, touched, room)
    }
  }
  const kept = keptChoices(choice, choiceSet, lanes.count)
  const changed = (known?: KeptChoices) => {
    const { situation: on, touched: asked } = slide(situation)
    return chooseChangedRoutes(on, choice, asked, { kept: known })
  }
  const { touched } = slide(situation)
  const name = `${label}, ${touched.length} lanes`
  const few = touched.length > 1000 ? { runs: 9, warmUp: 2 } : { runs: 51, warmUp: 20 }
  return [
    {
      label: `${name}: from scratch, routes and lanes touched`,
      medianMs: medianMs(() => fromScratch(situation)),
    },
    { label: `${name}: by index, routes and lanes touched`, medianMs: medianMs(() => slide(situation)) },
    { label: `  … to shares of one class after`, medianMs: medianMs(sharesAfter(oneClass), few) },
    {
      label: `  … to shares of all ${value.length} classes after`,
      medianMs: medianMs(sharesAfter(choice), few),
      ...(limitMs !== undefined && { limitMs }),
    },
    {
      label: '  … to shares, costs and hours of all classes, before and after',
      medianMs: medianMs(() => changed(), few),
    },
    {
      label: '  … the same with the choices of today kept',
      medianMs: medianMs(() => changed(kept), few),
    },
  ]
}

function checkSame(slid: NetworkChange, whole: NetworkChange): void {
  const same = (a: ArrayLike<number>, b: ArrayLike<number>) => {
    if (a.length !== b.length) return false
    for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false
    return true
  }
  const { hours, usd, open } = whole.totalsAfter
  const { totalsAfter, touched } = slid
  if (!same(hours, totalsAfter.hours) || !same(usd, totalsAfter.usd) || !same(open, totalsAfter.open))
    throw new Error('the index finds other totals than a comparison from scratch')
  if (!same(touched, whole.touched))
    throw new Error('the index finds other lanes than a comparison from scratch')
}
