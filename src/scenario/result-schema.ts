/**
 * Shape of `result.json`: the record of result.ts without its flows, which go to flows.csv.
 *
 * Strict: a key that is not named here is a fault, so that the published schema never falls behind the program.
 */
import * as z from 'zod/mini'
import { QUALITIES } from '../dataset/dataset.js'
import { RESULT_VERSION } from './result.js'
import { MODELS, SCENARIO_VERSION } from './scenario.js'

interface Annotation {
  readonly [key: string]: unknown
  readonly id?: string
  readonly description?: string
}

const annotations = z.registry<Annotation>()

function described<Schema extends z.core.$ZodType>(schema: Schema, description: string, id?: string): Schema {
  annotations.add(schema as never, { description, ...(id === undefined ? {} : { id }) } as never)
  return schema
}

const text = (description: string) => described(z.string(), description)
const amount = (description: string) => described(z.number(), description)
const count = (description: string) => described(z.int().check(z.gte(0)), description)
const share = (description: string) => described(z.number().check(z.gte(0), z.lte(1)), description)
const codes = (description: string) => described(z.array(z.string()), description)
const date = (description: string) => described(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)), description)
const hash = (description: string) => described(z.string().check(z.regex(/^[0-9a-f]{64}$/)), description)

const quality = described(z.enum(QUALITIES), 'How a figure came to be; weakest last', 'quality')
const range = described(
  z.strictObject({
    value: amount('Central value'),
    low: amount('5th percentile over the parameter range'),
    high: amount('95th percentile over the parameter range'),
  }),
  'Central value and parameter range; not a forecast interval',
  'range',
)
const bounds = described(
  z.strictObject({
    low: amount('Low end of the range of the value beside it'),
    high: amount('High end of the range of the value beside it'),
  }),
  'Range of the value that stands beside it',
  'bounds',
)
const costRange = described(
  z.nullable(bounds),
  'With discount rate and upkeep both at their low, and both at their high end; not a percentile',
)
const beforeAfter = described(
  z.strictObject({ before: amount('Baseline'), after: amount('Counterfactual') }),
  'Baseline and counterfactual',
  'beforeAfter',
)
const whereOpen = described(
  z.strictObject({
    before: described(z.nullable(z.number()), 'Baseline; null where there is none'),
    after: described(z.nullable(z.number()), 'Counterfactual; null where there is none'),
  }),
  'Baseline and counterfactual, null where closed or not stated',
  'beforeAfterOrNone',
)

const change = described(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('relative'), factor: amount('New value over old value') }),
    z.strictObject({ kind: z.literal('absolute'), value: amount('New value in the canonical unit') }),
  ]),
  'How a number changes',
  'change',
)
const relativeChange = z.strictObject({
  kind: z.literal('relative'),
  factor: amount('New value over old value'),
})
const mode = z.enum(['rail', 'road', 'sea', 'ferry', 'inland_waterway'])

const common = {
  id: text('m1, m2, … in the order of the scenario'),
  title: text('What a reader sees'),
  owners: codes('Who can do it: ISO 3166 alpha-3'),
  capitalMusd: z.optional(amount('Million USD, once')),
  lifeYears: z.optional(amount('Years')),
  year: z.optional(amount('Year in which it takes effect')),
}
const exportersImporters = { exporters: codes('ISO 3166 alpha-3'), importers: codes('ISO 3166 alpha-3') }

const measure = described(
  z.discriminatedUnion('kind', [
    z.strictObject({
      ...common,
      kind: z.literal('crossing'),
      placeIds: codes('Border places'),
      mode: z.optional(z.enum(['rail', 'road'])),
      from: z.optional(z.string()),
      to: z.optional(z.string()),
      hours: z.optional(change),
      fee: z.optional(change),
    }),
    z.strictObject({
      ...common,
      kind: z.literal('terminal'),
      placeIds: codes('Places where cargo changes mode'),
      modes: z.optional(z.tuple([mode, mode])),
      hours: z.optional(change),
      cost: z.optional(change),
    }),
    z.strictObject({
      ...common,
      kind: z.literal('link'),
      linkIds: codes('Links'),
      speed: z.optional(change),
      cost: z.optional(change),
      costUnit: z.optional(z.enum(['USD/TEU-km', 'USD/TEU'])),
      capacity: z.optional(change),
    }),
    z.strictObject({ ...common, kind: z.literal('open'), linkIds: codes('Links') }),
    z.strictObject({
      ...common,
      kind: z.literal('close'),
      linkIds: codes('Links'),
      placeIds: codes('Border places, straits and other places'),
    }),
    z.strictObject({ ...common, kind: z.literal('tariff'), ...exportersImporters, rate: change }),
    z.strictObject({
      ...common,
      kind: z.literal('non-tariff'),
      ...exportersImporters,
      costShare: amount('Share of the value of the goods; negative = cheaper'),
    }),
    z.strictObject({
      ...common,
      kind: z.literal('digital'),
      countries: codes('ISO 3166 alpha-3'),
      documents: relativeChange,
    }),
    z.strictObject({
      ...common,
      kind: z.literal('avoidance'),
      ruleIds: codes('Rules of avoidance'),
      share: z.optional(change),
      premium: z.optional(change),
    }),
  ]),
  'A measure as resolved, in canonical units',
  'measure',
)

const parameter = described(
  z.strictObject({
    id: text('Id of the dataset'),
    value: amount('Value, in the unit'),
    low: amount('Low end of the range'),
    high: amount('High end of the range'),
    unit: text('Unit'),
    distribution: z.enum(['fixed', 'uniform', 'triangular', 'log-triangular']),
    meaning: text('What it stands for'),
    quality,
    source: text('Where it comes from'),
  }),
  'A number of the model',
  'parameter',
)

const scenario = described(
  z.strictObject({
    keruen: z.literal(SCENARIO_VERSION),
    name: text('Names the results folder'),
    title: text('Title of the report'),
    description: text('What the scenario asks'),
    dataset: text('Id of the dataset'),
    bloc: text('Bloc, or custom'),
    asOf: date('Date of membership'),
    members: codes('Members on that date, sorted'),
    measures: z.array(measure),
    model: z.enum(MODELS),
    parameters: z.array(parameter),
    avoidanceRegime: text('Regime of avoidance in the baseline'),
    tradeAdjustments: z.boolean(),
    draws: count('Draws of the parameters'),
    seed: count('Seed of the draws'),
  }),
  'The scenario as resolved',
)

const country = z.strictObject({
  iso3: text('ISO 3166 alpha-3'),
  name: text('UN short name, English'),
  role: text('Role in the bloc on the date, or none'),
  quality,
  measuredTradeShare: share('Share of the goods trade, by value, that is measured or published'),
  cautions: codes('Codes of what to know before reading these numbers'),
  realIncomeChangePercent: range,
  realIncomeChangeMusd: range,
  goodsRealWageChangePercent: range,
  exportsBeforeMusd: amount('Million USD'),
  exportsChangePercent: range,
  importsBeforeMusd: amount('Million USD'),
  importsChangePercent: range,
  blocTurnoverBeforeMusd: amount('Trade with members, million USD'),
  blocTurnoverChangeMusd: range,
  nominalWageChangePercent: amount('Percent'),
  priceIndexChangePercent: amount('Percent'),
  tariffRevenueChangeMusd: amount('Million USD'),
  transitTeuBefore: amount('TEU a year'),
  transitTeuChange: range,
  transitRevenueBeforeMusd: amount('Million USD a year'),
  transitRevenueChangeMusd: range,
})

const corridor = z.strictObject({
  id: text('Id of the dataset'),
  name: text('Name'),
  quality,
  places: codes('Place ids in order'),
  days: whereOpen,
  usdPerTeu: whereOpen,
  teu: beforeAfter,
  teuRange: z.strictObject({ before: bounds, after: bounds }),
  legs: z.array(
    z.strictObject({
      kind: z.enum(['travel', 'crossing', 'terminal']),
      id: text('Link id for travel, place id otherwise'),
      label: text('What a reader sees'),
      mode: text('Mode, or modes'),
      hours: beforeAfter,
      usd: beforeAfter,
      quality,
    }),
  ),
})

const link = z.strictObject({
  id: text('Id of the dataset'),
  teu: beforeAfter,
  open: z.strictObject({ before: z.boolean(), after: z.boolean() }),
  capacityTeu: whereOpen,
})

const wait = z.strictObject({
  placeId: text('Id of the dataset'),
  kind: z.enum(['crossing', 'terminal']),
  label: text('Direction and mode, or modes'),
  hours: beforeAfter,
  usd: beforeAfter,
  teu: beforeAfter,
  quality,
})

const measureResult = z.strictObject({
  id: text('Id of the measure'),
  title: text('What a reader sees'),
  changedRows: count('Rows of the dataset that it changed'),
  touchedPairs: count('Country pairs whose trade cost it touches by itself'),
  owners: codes('ISO 3166 alpha-3'),
  capitalMusd: described(z.nullable(z.number()), 'Million USD, once; null where not stated'),
  annualCostMusd: described(z.nullable(z.number()), 'Capital recovery and upkeep, million USD a year'),
  annualCostRangeMusd: costRange,
  year: described(z.nullable(z.number()), 'Year in which it takes effect'),
})

const influence = z.strictObject({
  id: text('Id of the parameter'),
  meaning: text('What it stands for'),
  unit: text('Unit'),
  value: amount('Central value'),
  low: amount('Low end'),
  high: amount('High end'),
  quality,
  source: text('Where it comes from'),
  atLowMusd: amount('Real income change of the bloc with this parameter alone at its low'),
  atHighMusd: amount('Real income change of the bloc with this parameter alone at its high'),
  shareOfRange: share('Squared swing over the sum of all squared swings'),
})

const sensitivity = z.strictObject({
  id: text('Id of the assumption'),
  label: text('What is assumed'),
  blocRealIncomeChangeMusd: amount('Million USD'),
  blocTurnoverChangeMusd: amount('Million USD'),
  leader: z.strictObject({
    iso3: text('Member with the largest gain in percent'),
    realIncomeChangePercent: amount('Percent'),
  }),
})

/** `result.json`, version 1. */
export const RESULT_SCHEMA = z.strictObject({
  keruenResult: described(z.literal(RESULT_VERSION), 'Version of this format'),
  hash: hash('SHA-256 over scenario, dataset and program version'),
  program: z.strictObject({ name: z.string(), version: z.string() }),
  dataset: z.strictObject({
    id: z.string(),
    title: z.string(),
    version: z.string(),
    hash: hash('SHA-256 over the bytes of the dataset'),
    year: count('Year of trade and of the baseline'),
  }),
  scenario,
  bloc: z.strictObject({
    id: text('Bloc, or custom'),
    asOf: date('Date of membership'),
    members: codes('Members on that date'),
    realIncomeChangeMusd: range,
    turnoverBeforeMusd: amount('Exports and imports of goods between members, million USD'),
    turnoverChangeMusd: range,
    turnoverShareBeforePercent: amount("Turnover over the members' total trade, percent"),
    capitalMusd: described(z.nullable(z.number()), 'Sum over the measures that state one'),
    annualCostMusd: described(z.nullable(z.number()), 'Sum over the measures that state capital and life'),
    annualCostRangeMusd: costRange,
  }),
  countries: described(z.array(country), 'Members first, then by role, then alphabetically'),
  corridors: z.array(corridor),
  links: described(z.array(link), 'Traffic of links, both directions, general cargo'),
  waits: described(z.array(wait), 'Borders and terminals that carry traffic or that a measure changes'),
  measures: z.array(measureResult),
  uncertainty: z.strictObject({
    draws: count('Draws of the parameters'),
    seed: count('Seed of the draws'),
    percentiles: z.tuple([z.number(), z.number()]),
    parameters: described(z.array(influence), 'Largest influence first'),
  }),
  sensitivities: z.array(sensitivity),
  convergence: z.strictObject({
    passes: count('Passes of the solver'),
    largestResidual: amount('Largest residual at the end'),
    largestMarketClearingError: amount('Largest relative error of a market'),
  }),
  notices: z.array(
    z.strictObject({ code: z.string(), message: z.string(), subject: z.optional(z.string()) }),
  ),
})

/** JSON Schema (draft 2020-12) of `result.json`. */
export function resultJsonSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(RESULT_SCHEMA, {
    metadata: annotations,
    io: 'output',
    target: 'draft-2020-12',
  })
  return {
    $schema,
    title: 'Keruen result',
    description:
      'Everything that a run computes. Percent are in percent, money in million USD, containers in TEU a year.',
    ...rest,
  }
}
