/** Shape of a scenario as resolved, as it stands in `result.json`: canonical units, every default filled in. */
import * as z from 'zod/mini'
import { BALANCES } from '../../equilibrium/closure.js'
import { DISTRIBUTIONS } from '../../numeric/distributions.js'
import { FREIGHT_RATES, MODELS, SCENARIO_VERSION } from '../scenario.js'
import { amount, codes, count, date, described, quality, text } from './schema-words.js'

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
  group: z.optional(text('Measures of one group count as one where contributions are told apart')),
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
      capacity: z.optional(change),
    }),
    z.strictObject({
      ...common,
      kind: z.literal('terminal'),
      placeIds: codes('Places where cargo changes mode'),
      modes: z.optional(z.tuple([mode, mode])),
      hours: z.optional(change),
      cost: z.optional(change),
      capacity: z.optional(change),
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
    z.strictObject({
      ...common,
      kind: z.literal('gauge'),
      placeIds: codes('Border places and yards at which the gauge changes'),
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
    distribution: z.enum(DISTRIBUTIONS),
    meaning: text('What it stands for'),
    quality,
    source: text('Where it comes from'),
  }),
  'A number of the model',
  'parameter',
)

export const RESOLVED_SCENARIO = described(
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
    sectors: z.optional(
      z.strictObject({ dataset: text('Many-sector baseline'), elasticity: text('Source of elasticities') }),
    ),
    balances: z.enum(BALANCES),
    numeraire: described(
      z.union([
        z.literal('world-income'),
        z.strictObject({ wageOf: z.string() }),
        z.strictObject({ priceOf: z.string() }),
      ]),
      'The price that is held at one; changes no real result',
    ),
    parameters: z.array(parameter),
    avoidanceRegime: text('Regime of avoidance in the baseline'),
    freightRates: z.enum(FREIGHT_RATES),
    tradeAdjustments: z.boolean(),
    attribution: z.boolean(),
    draws: count('Draws of the parameters'),
    seed: count('Seed of the draws'),
  }),
  'The scenario as resolved',
)
