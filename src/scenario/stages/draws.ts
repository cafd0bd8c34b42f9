/** Which parameters a draw moves, and how its values become a counterfactual's parameters. */
import type { AvoidanceRule, BulkChain, ModalRule, Parameter, Quality } from '../../dataset/dataset.js'
import { getParameter } from '../../dataset/parameters.js'
import type { ElementCosts } from '../../network/elements/elements.js'
import { AS_STATED, type CostKind, type FigureKind } from '../../network/elements/network-at.js'
import { parameterQuantile, type RangedValue } from '../../numeric/distributions.js'
import { uniformDraw } from '../../numeric/random.js'
import type { CounterfactualParameters } from './counterfactual.js'
import { costsAtEnds } from './figure-stage.js'
import { closesSomething, type World } from './world.js'

/** Parameters of the dataset's table that draws move, in the order of the report. */
export const DRAWN_PARAMETERS = [
  'tradeElasticity',
  'valueOfDay',
  'valuePerTeuIntercontinental',
  'valuePerTeuRegional',
  'bulkShareFactor',
  'airShareFactor',
  'idleBulkShare',
  'valueOfTimeSpread',
] as const
type DrawnId = (typeof DRAWN_PARAMETERS)[number]

/** The share of cargo that avoids a territory: one position in the range of all rules. */
export const AVOIDANCE_ID = 'avoidanceShare'

/** One thing that draws move: quantile in, values out. */
export interface DrawnQuantity {
  readonly id: string
  readonly meaning: string
  readonly unit: string
  readonly quality: Quality
  readonly source: string
  readonly value: number
  readonly low: number
  readonly high: number
  /** The parameters with this quantity at probability p, the others as given. */
  readonly at: (parameters: CounterfactualParameters, p: number) => CounterfactualParameters
  /** The parameters with this quantity at its low or high end. */
  readonly atEnd: (parameters: CounterfactualParameters, end: 'low' | 'high') => CounterfactualParameters
}

/** The central parameters of a scenario. */
export function centralParameters(world: World): CounterfactualParameters {
  const { parameters } = world.scenario
  const value = (id: DrawnId): number => getParameter(parameters, id).value
  return {
    tradeElasticity: value('tradeElasticity'),
    valueOfDay: value('valueOfDay'),
    valuePerTeuIntercontinental: value('valuePerTeuIntercontinental'),
    valuePerTeuRegional: value('valuePerTeuRegional'),
    bulkShareFactor: value('bulkShareFactor'),
    airShareFactor: value('airShareFactor'),
    idleBulkShare: value('idleBulkShare'),
    timeValueSpread: value('valueOfTimeSpread'),
    avoidingBefore: Float64Array.from(world.baseline.avoidance, rule => rule.share),
    avoidingAfter: Float64Array.from(world.effect.avoidance, rule => rule.share),
    figures: AS_STATED,
    bulkChains: 0,
  }
}

/** Everything that a draw of this world moves. */
export function drawnQuantities(world: World): DrawnQuantity[] {
  const closes = closesSomething(world)
  const quantities = DRAWN_PARAMETERS.filter(id => closes || id !== 'idleBulkShare')
    .map(id => getParameter(world.scenario.parameters, id))
    .filter(parameter => parameter.distribution !== 'fixed' && parameter.low < parameter.high)
    .map(fromParameter)
  // A measure that sets the share leaves nothing of it to draw.
  const rules = world.baseline.avoidance
  if (!world.network.switches && rules.length > 0) quantities.push(fromRules(rules))
  if (closes) quantities.push(...fromBulkChains(world))
  if (world.network.touched.length === 0) return quantities
  const ends = [...costsAtEnds(world)]
  const lorries = fromModalRules(world.baseline.network.modalRules ?? [])
  return [
    ...quantities,
    ...lorries,
    ...ends.map(([kind, { low, high }]) =>
      fromFigures(kind, meanTimes(world, kind, low.before), meanTimes(world, kind, high.before)),
    ),
  ]
}

function fromParameter(parameter: Parameter): DrawnQuantity {
  const key = parameter.id === 'valueOfTimeSpread' ? 'timeValueSpread' : parameter.id
  const { id, meaning, unit, quality, source, value, low, high } = parameter
  return {
    id,
    meaning,
    unit,
    quality,
    source,
    value,
    low,
    high,
    at: (parameters, p) => ({ ...parameters, [key]: parameterQuantile(parameter, p) }),
    atEnd: (parameters, end) => ({ ...parameters, [key]: parameter[end] }),
  }
}

function fromRules(rules: readonly AvoidanceRule[]): DrawnQuantity {
  const ranged: RangedValue[] = rules.map(rule => ({
    id: rule.id,
    value: rule.share,
    low: rule.shareLow,
    high: rule.shareHigh,
    distribution: 'triangular',
  }))
  const at: DrawnQuantity['at'] = (parameters, p) => {
    const avoiding = Float64Array.from(ranged, rule => parameterQuantile(rule, p))
    return { ...parameters, avoidingBefore: avoiding, avoidingAfter: avoiding }
  }
  // The rule that most cargo follows stands for all in the report.
  const shown = rules.reduce((most, rule) => (rule.share > most.share ? rule : most))
  return {
    id: AVOIDANCE_ID,
    meaning: `Share of cargo that avoids ${shown.territory.join(', ')} (all pair groups move together; values of ${shown.id})`,
    unit: 'share of cargo',
    quality: shown.quality,
    source: shown.source,
    value: shown.share,
    low: shown.shareLow,
    high: shown.shareHigh,
    at,
    atEnd: (parameters, end) => at(parameters, end === 'low' ? 0 : 1),
  }
}

/** What is drawn of the figures of a kind: one position in the ranges of all of them. */
const FIGURES: Readonly<Record<CostKind, Pick<DrawnQuantity, 'id' | 'meaning' | 'quality' | 'source'>>> = {
  waits: {
    id: 'networkWaits',
    meaning: 'Waits at borders and changes of mode (all move together in their stated ranges)',
    quality: 'estimated',
    source: 'ranges stated in the crossings and terminals of the network',
  },
  speeds: {
    id: 'networkSpeeds',
    meaning: 'Running speeds of trains, lorries and ships (all move together in their ranges)',
    quality: 'derived',
    source: 'table network-ranges',
  },
  charges: {
    id: 'networkCharges',
    meaning: 'Rates, charges and fees (all move together in their ranges)',
    quality: 'derived',
    source: 'table network-ranges',
  },
}

const POSITION: RangedValue = { id: 'position', value: 0, low: -1, high: 1, distribution: 'triangular' }

/** @param low and @param high what the figures come to there, over what they come to as stated. */
function fromFigures(kind: CostKind, low: number, high: number): DrawnQuantity {
  return { ...FIGURES[kind], unit: '×', value: 1, low, high, ...positionOf(kind) }
}

/** How much cargo is bound to the lorry: one position in the ranges of all rules. */
function fromModalRules(rules: readonly ModalRule[]): DrawnQuantity[] {
  const ranged = rules.filter(({ lorryLow, lorryHigh }) => lorryLow < lorryHigh)
  if (ranged.length === 0) return []
  // The widest range stands for all in the report.
  const width = ({ lorryLow, lorryHigh }: ModalRule): number => lorryHigh - lorryLow
  const shown = ranged.reduce((widest, rule) => (width(rule) > width(widest) ? rule : widest))
  return [
    {
      id: 'cargoByLorry',
      meaning: `Share of general cargo that is bound to the lorry (all pair groups move together; values of ${shown.id})`,
      unit: 'share of cargo',
      quality: shown.quality,
      source: shown.source,
      value: shown.lorry,
      low: shown.lorryLow,
      high: shown.lorryHigh,
      ...positionOf('lorries'),
    },
  ]
}

/** How much bulk has a chain of its own: one position in the ranges of all of them. */
function fromBulkChains({ baseline, effect }: World): DrawnQuantity[] {
  const width = ({ ownChainLow, ownChainHigh }: BulkChain): number => ownChainHigh - ownChainLow
  const ranged = (baseline.network.bulkChains ?? []).filter(chain => width(chain) > 0)
  if (ranged.length === 0) return []
  // That of a port that closes stands for all in the report, or the one with the widest range.
  const shown =
    ranged.find(({ outlet }) => outlet !== undefined && effect.closedPlaces.has(outlet)) ??
    ranged.reduce((widest, chain) => (width(chain) > width(widest) ? chain : widest))
  const at: DrawnQuantity['at'] = (parameters, p) => ({
    ...parameters,
    bulkChains: parameterQuantile(POSITION, p),
  })
  return [
    {
      id: 'bulkChains',
      meaning: `Share of bulk that goes by a chain of its own (all pair groups move together; values of ${shown.id})`,
      unit: 'share of bulk',
      quality: shown.quality,
      source: shown.source,
      value: shown.ownChain,
      low: shown.ownChainLow,
      high: shown.ownChainHigh,
      at,
      atEnd: (parameters, end) => at(parameters, end === 'low' ? 0 : 1),
    },
  ]
}

/** How a draw moves figures of a kind: a triangular position in their ranges. */
function positionOf(kind: FigureKind): Pick<DrawnQuantity, 'at' | 'atEnd'> {
  const at: DrawnQuantity['at'] = (parameters, p) => ({
    ...parameters,
    figures: { ...parameters.figures, [kind]: parameterQuantile(POSITION, p) },
  })
  return { at, atEnd: (parameters, end) => at(parameters, end === 'low' ? 0 : 1) }
}

/** What the figures of a kind come to at an end, over what they come to as stated: sums over what is open today, two digits. */
function meanTimes({ network }: World, kind: CostKind, moved: ElementCosts): number {
  const { before: stated, index } = network
  const of = kind === 'charges' ? 'usd' : 'hours'
  const [first, last] =
    kind === 'waits' ? [index.linkCount, index.count] : [0, kind === 'speeds' ? index.linkCount : index.count]
  let [own, other] = [0, 0]
  for (let e = first; e < last; e++) {
    if (stated.open[e] === 0) continue
    own += stated[of][e]
    other += moved[of][e]
  }
  return Number((kind === 'speeds' ? own / other : other / own).toPrecision(2))
}

/** Parameters of draw k; each quantity has a stream of its own. */
export function drawnParameters(
  quantities: readonly DrawnQuantity[],
  central: CounterfactualParameters,
  seed: number,
  k: number,
): CounterfactualParameters {
  return quantities.reduce(
    (parameters, quantity) => quantity.at(parameters, uniformDraw(seed, quantity.id, k)),
    central,
  )
}
