/**
 * Shape of a scenario as a person writes it: keys, types and descriptions; names and units are resolved after it.
 *
 * The JSON Schema that editors complete is made from the same objects, so the two cannot drift apart.
 */
import * as z from 'zod/mini'
import { BALANCES } from '../../equilibrium/closure.js'
import { DISTRIBUTIONS } from '../../numeric/distributions.js'
import { FREIGHT_RATES, MODELS, SCENARIO_VERSION } from '../scenario.js'
import { CHANGE_PATTERN, DIMENSIONS, type Dimension, quantityPattern } from './units.js'

/** What the JSON Schema says beyond the shape. */
interface Annotation {
  readonly [key: string]: unknown
  readonly id?: string
  readonly description?: string
}

const annotations = z.registry<Annotation>()

function described<Schema extends z.core.$ZodType>(schema: Schema, annotation: Annotation | string): Schema {
  annotations.add(
    schema as never,
    (typeof annotation === 'string' ? { description: annotation } : annotation) as never,
  )
  return schema
}

const text = (description: string) => described(z.string(), description)
const optional = z.optional

/** Names of one thing or of several. */
const ids = (description: string) =>
  described(z.union([z.string(), z.array(z.string()).check(z.minLength(1))]), description)

const countries = (description: string) =>
  ids(`${description}: ISO 3166 alpha-3 codes, blocs of the dataset, or "members" of the scenario's bloc`)

/** A quantity with its unit; read by units.ts, which explains what is wrong with it. */
const quantity = (dimensions: readonly Dimension[], description: string) =>
  described(z.optional(z.unknown()), {
    description: `${description}, e.g. ${dimensions.map(each => DIMENSIONS[each].example).join(' or ')}`,
    type: 'string',
    pattern: quantityPattern(dimensions),
  })

const percentChange = () =>
  described(z.optional(z.unknown()), {
    description: 'Signed percentage of the old value, e.g. -20% or +10%',
    type: 'string',
    pattern: CHANGE_PATTERN,
  })

/** Exactly one of two ways to change a number. */
const change = (dimensions: readonly Dimension[], description: string) =>
  described(z.strictObject({ change: percentChange(), to: quantity(dimensions, 'New value') }), {
    description: `${description}: { change: -20% } or { to: ${DIMENSIONS[dimensions[0]!].example} }`,
    minProperties: 1,
    maxProperties: 1,
  })

const mode = z.enum(['rail', 'road', 'sea', 'ferry', 'inland_waterway'])

const common = {
  title: optional(text('What a reader sees; made from the measure where left out')),
  owners: optional(countries('Who can do it; they share the cost equally')),
  capital: quantity(['capital'], 'Cost, once'),
  life: quantity(['life'], 'Years over which the capital is spread'),
  year: optional(
    described(z.int().check(z.gte(1990), z.lte(2200)), 'Year in which it takes effect; shown, not simulated'),
  ),
  group: optional(
    described(
      z.string().check(z.minLength(1), z.maxLength(80)),
      'Measures of one group count as one where contributions are told apart (attribution: true)',
    ),
  ),
}

const pairs = {
  among: optional(countries('Both sides of every pair')),
  importers: optional(countries('Importing side, with exporters')),
  exporters: optional(countries('Exporting side, with importers')),
}

/** One schema for each lever, by the key that names it. */
export const MEASURE_SCHEMAS = {
  crossing: z.strictObject({
    crossing: described(
      z.union([
        z.string(),
        z.array(z.string()).check(z.minLength(1)),
        z.strictObject({
          among: optional(countries('Every crossing between two of these')),
          between: optional(
            described(
              z.array(z.union([z.string(), z.array(z.string())])).check(z.length(2)),
              'Two sides, each a country, a bloc or a list',
            ),
          ),
        }),
      ]),
      'Border crossing: an id, a list, { among: sco } or { between: [CHN, KAZ] }',
    ),
    mode: optional(described(z.enum(['rail', 'road']), 'Only this mode')),
    from: optional(text('Only cargo that leaves this country (ISO 3166 alpha-3)')),
    to: optional(text('Only cargo that enters this country (ISO 3166 alpha-3)')),
    hours: optional(change(['hours'], 'Hours at the border')),
    fee: optional(change(['cost-per-teu'], 'Fee at the border')),
    capacity: optional(change(['capacity'], 'Capacity a year, each way')),
    ...common,
  }),
  terminal: z.strictObject({
    terminal: ids('Port, yard or other place where cargo changes mode: an id or a list'),
    modes: optional(described(z.array(mode).check(z.length(2)), 'Only between these two modes')),
    hours: optional(change(['hours'], 'Hours of changing mode, waits included')),
    cost: optional(change(['cost-per-teu'], 'Cost of changing mode')),
    capacity: optional(change(['capacity'], 'Capacity a year of all these terminals of a place, both ways')),
    ...common,
  }),
  link: z.strictObject({
    link: ids('Link: an id or a list'),
    speed: optional(change(['speed'], 'Running speed')),
    cost: optional(change(['cost-per-teu-km', 'cost-per-teu'], 'Cost of carriage')),
    capacity: optional(change(['capacity'], 'Capacity a year')),
    ...common,
  }),
  corridor: z.strictObject({
    corridor: text('Corridor: an id; all its links, or those that the filters leave'),
    countries: optional(countries('Only links that lie in these')),
    modes: optional(described(z.array(mode).check(z.minLength(1)), 'Only links of these modes')),
    speed: optional(change(['speed'], 'Running speed')),
    cost: optional(change(['cost-per-teu-km', 'cost-per-teu'], 'Cost of carriage')),
    capacity: optional(change(['capacity'], 'Capacity a year')),
    ...common,
  }),
  oneGauge: z.strictObject({
    oneGauge: ids('Border or yard at which trains need not change gauge any more: an id or a list'),
    ...common,
  }),
  open: z.strictObject({
    open: described(
      z.union([
        z.string(),
        z.array(z.string()).check(z.minLength(1)),
        z.strictObject({ corridor: text('All planned or suspended links of this corridor') }),
      ]),
      'Planned or suspended link to open: an id, a list or { corridor: id }; crossings at its ends open with it',
    ),
    ...common,
  }),
  close: z.strictObject({
    close: described(
      z.union([
        z.string(),
        z.array(z.string()).check(z.minLength(1)),
        described(
          z.strictObject({
            strait: optional(ids('Strait or canal')),
            link: optional(ids('Link')),
            crossing: optional(ids('Border crossing, all its modes and directions')),
            place: optional(ids('Any place')),
          }),
          { minProperties: 1 },
        ),
      ]),
      'What to close: an id, a list, or { strait: …, link: …, crossing: …, place: … }',
    ),
    ...common,
  }),
  tariff: z.strictObject({
    tariff: described(
      z.strictObject({ ...pairs, change: percentChange(), to: quantity(['share'], 'New rate') }),
      {
        description:
          'Import tariffs: { among: sco, change: -50% } or { importers: [KAZ], exporters: [CHN], to: 0% }',
      },
    ),
    ...common,
  }),
  nonTariff: z.strictObject({
    nonTariff: described(
      z.strictObject({
        ...pairs,
        change: described(z.optional(z.unknown()), {
          description: 'Signed percentage of the value of the goods, e.g. -2%',
          type: 'string',
          pattern: CHANGE_PATTERN,
        }),
      }),
      { description: 'Non-tariff cost of trade: { among: sco, change: -2% }', required: ['change'] },
    ),
    ...common,
  }),
  digital: z.strictObject({
    digital: described(
      z.strictObject({
        among: countries('Every crossing between two of these'),
        documents: described(z.optional(z.unknown()), {
          description: 'Signed percentage of the time and cost of documents, e.g. -50%',
          type: 'string',
          pattern: CHANGE_PATTERN,
        }),
      }),
      {
        description: 'Digital facilitation: { among: sco, documents: -50% }',
        required: ['among', 'documents'],
      },
    ),
    ...common,
  }),
  avoidance: z.strictObject({
    avoidance: described(
      z.strictObject({
        rule: ids('Rule of the regime, a list, or "all"'),
        share: optional(change(['share'], 'Share of cargo that avoids the territory at any price')),
        premium: optional(change(['cost-per-teu'], 'Premium that the rest demands')),
      }),
      'Cargo that avoids a territory: { rule: all, share: { to: 26% } }',
    ),
    ...common,
  }),
}

/** The keys that name a lever. */
export type Lever = keyof typeof MEASURE_SCHEMAS
export const LEVERS = Object.keys(MEASURE_SCHEMAS) as Lever[]

/** A measure as written, of one lever. */
export type WrittenMeasure<L extends Lever> = z.infer<(typeof MEASURE_SCHEMAS)[L]>

const finite = z.number()

const PARAMETER = z.strictObject({
  value: optional(described(finite, 'Value, in the unit of the parameter')),
  low: optional(described(finite, 'Low end of the range')),
  high: optional(described(finite, 'High end of the range')),
  distribution: optional(
    described(
      z.enum(DISTRIBUTIONS),
      'How draws are taken between low and high; normal: low and high are the ends of the 95 % interval around value',
    ),
  ),
  quality: optional(
    described(
      z.enum(['measured', 'published', 'derived', 'estimated']),
      'How the value came to be; default estimated',
    ),
  ),
  source: optional(text('Where the value comes from')),
  estimate: optional(
    text(
      'In place of value: a file of keruen estimate --save, by its path from the scenario; with coefficient',
    ),
  ),
  coefficient: optional(
    text(
      "Which of its coefficients, or a sum of them: minus that of a cost's logarithm, such as -log(1 + tariff)",
    ),
  ),
})

/** A parameter as written in full. */
export type WrittenParameter = z.infer<typeof PARAMETER>

/** Everything but the measures, which are checked one by one so that each names its own faults. */
export const SCENARIO_SCHEMA = z.strictObject({
  keruen: described(z.literal(SCENARIO_VERSION), 'Version of this format'),
  name: optional(
    described(
      z.string(),
      'Kebab-case name of the results folder; default: the name of the file without its ending',
    ),
  ),
  title: optional(text('Title of the report')),
  description: optional(text('What the scenario asks, in a sentence or two')),
  dataset: optional(text('Id of the dataset; default: the one that is loaded')),
  bloc: optional(text('Bloc whose members are reported; default sco')),
  members: optional(
    described(
      z.array(z.string()).check(z.minLength(1)),
      "A bloc of one's own, in place of bloc: ISO 3166 alpha-3 codes",
    ),
  ),
  asOf: optional(
    described(z.string(), { description: 'Date of membership; default 2025-09-01', format: 'date' }),
  ),
  measures: optional(
    described(z.array(z.unknown()), 'The package, in the order in which it acts; left out: the baseline'),
  ),
  model: optional(
    described(
      z.enum(MODELS),
      'Model of general equilibrium; default one-sector, or many-sector where a baseline for it is brought',
    ),
  ),
  sectors: optional(
    described(
      z.strictObject({
        dataset: optional(text('Id of the many-sector baseline; default: the one that is loaded')),
        elasticity: optional(text("Source of the sectors' elasticities; default: the baseline's own choice")),
      }),
      'For model many-sector: which baseline, and whose elasticities',
    ),
  ),
  balances: optional(
    described(
      z.enum(BALANCES),
      'How trade balances move: each keeps its share of world income (world-share, default), spending keeps its multiple of income (multiplicative), or the world is balanced first (zero)',
    ),
  ),
  numeraire: optional(
    described(
      z.union([
        z.literal('world-income'),
        z.strictObject({ wageOf: z.string() }),
        z.strictObject({ priceOf: z.string() }),
      ]),
      'The price that is held at one: world-income (default), { wageOf: KAZ } or { priceOf: KAZ }; changes no real result',
    ),
  ),
  parameters: optional(
    described(
      z.record(z.string(), z.union([finite, PARAMETER])),
      "Parameters in place of the dataset's: a number inside the stated range, { value, low, high, source }, or { estimate, coefficient }",
    ),
  ),
  avoidanceRegime: optional(
    described(
      z.union([z.string(), z.int()]),
      'Regime of cargo that avoids a territory, in the baseline; default 2024',
    ),
  ),
  freightRates: optional(
    described(
      z.enum(FREIGHT_RATES),
      'as-stated (default): rates stay what they are, as if carriers had as many ships and trains as are asked for; answer-demand: they rise where more is asked for than today, as within a year',
    ),
  ),
  tradeAdjustments: optional(
    described(z.boolean(), 'Trade matrix with its adjustments (default true) or as recorded (false)'),
  ),
  attribution: optional(
    described(
      z.boolean(),
      'Also tell how much each measure contributes (Shapley values; at most six measures or groups); default false',
    ),
  ),
  draws: optional(
    described(
      z.int().check(z.gte(0), z.lte(10_000)),
      'Draws of the parameters for the ranges; default 200, 0 = none',
    ),
  ),
  seed: optional(
    described(z.int().check(z.gte(0), z.lte(4_294_967_295)), 'Seed of the draws; default 20240704'),
  ),
})

/** A scenario file as written, measures unread. */
export type WrittenScenario = z.infer<typeof SCENARIO_SCHEMA>

/** JSON Schema (draft 2020-12) of a scenario file, for editors. */
export function scenarioJsonSchema(): Record<string, unknown> {
  const measures = described(
    z.array(z.union(LEVERS.map(lever => MEASURE_SCHEMAS[lever]))),
    'The package, in the order in which it acts; left out: the baseline',
  )
  const whole = z.extend(SCENARIO_SCHEMA, { measures: optional(measures) })
  const schema = z.toJSONSchema(whole, { metadata: annotations, io: 'input', target: 'draft-2020-12' })
  const { $schema, ...rest } = schema
  return {
    $schema,
    title: 'Keruen scenario',
    description: 'A package of measures and the assumptions under which it is judged.',
    ...rest,
  }
}
