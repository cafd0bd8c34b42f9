/**
 * Shape of `result.json`: the record of result.ts without its flows, which go to flows.csv.
 *
 * Strict: a key that is not named here is a fault, so that the published schema never falls behind the program.
 */
import * as z from 'zod/mini'
import { RESOLVED_SCENARIO } from '../text/resolved-scenario-schema.js'
import {
  amount,
  annotations,
  codes,
  count,
  date,
  described,
  hash,
  quality,
  share,
  text,
} from '../text/schema-words.js'
import { RESULT_VERSION } from './result.js'
import { beforeAfter, bounds, costRange, memberIncome, range, whereOpen } from './result-shapes.js'
import { capacity, freightMarket } from './scarcity-shapes.js'

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
  exportsCutOffMusd: amount('Exports of today that have no way left, million USD'),
  importsCutOffMusd: amount('Imports of today that have no way left, million USD'),
  idleIncomeMusd: amount('Income of today that nothing else earns while bulk has no way left, million USD'),
  homeSalesBeforeMusd: amount('Sales of its producers at home, million USD'),
  homeSalesChangePercent: range,
  blocTurnoverBeforeMusd: amount('Trade with members, million USD'),
  blocTurnoverChangeMusd: range,
  nominalWageChangePercent: amount('Percent'),
  priceIndexChangePercent: amount('Percent'),
  tariffRevenueBeforeMusd: amount('Million USD'),
  tariffRevenueChangeMusd: amount('Million USD'),
  transitTeuBefore: amount('TEU a year'),
  transitTeuChange: range,
  transitRevenueBeforeMusd: amount('Million USD a year'),
  transitRevenueChangeMusd: range,
})

const turnoverBridge = z.strictObject({
  recordedMusd: amount('As recorded, every member by itself, million USD: what `keruen bloc` tells'),
  joined: z.array(
    z.strictObject({
      iso3: text('Territory that the model counts with a member'),
      host: text('That member'),
      musd: amount('What it trades with the other members, million USD'),
    }),
  ),
  adjustmentMusd: amount('Stated adjustments among members (transit booked as trade, bullion), million USD'),
  modelMusd: amount('What the model starts from, million USD'),
})

const pair = z.strictObject({
  a: text('ISO 3166 alpha-3'),
  b: text('ISO 3166 alpha-3'),
  quality,
  turnoverBeforeMusd: amount('Goods both ways, million USD'),
  turnoverChangeMusd: range,
})

const corridorScore = z.strictObject({
  lengthKm: amount('km'),
  speedWithoutDelayKmh: amount('km/h moving'),
  speedWithDelayKmh: amount('km/h with every wait and queue counted'),
  borders: count('Borders crossed'),
  hoursPerBorder: amount('Hours at a border, mean of those crossed; zero where none is'),
  usdPer500KmAnd20Tonnes: amount('USD for 500 km of the journey and 20 tonnes of cargo'),
  kgCo2ePerTeu: amount('kg CO2e per TEU, well to wheel'),
  kgCo2ePerTeuRange: bounds,
})

const withoutRange = z.strictObject({
  hours: amount('Hours'),
  usdPerTeu: amount('USD per TEU'),
})

const corridor = z.strictObject({
  id: text('Id of the dataset'),
  name: text('Name'),
  quality,
  places: codes('Place ids in order'),
  days: whereOpen,
  usdPerTeu: whereOpen,
  score: described(
    z.strictObject({ before: z.nullable(corridorScore), after: z.nullable(corridorScore) }),
    'What the journey scores as corridor monitoring measures it; null where closed',
  ),
  teu: beforeAfter,
  daysRange: described(
    z.strictObject({ before: z.nullable(bounds), after: z.nullable(bounds) }),
    'Days with every wait and running speed at the quick and at the slow end of its stated range; null where closed',
  ),
  usdPerTeuRange: described(
    z.strictObject({ before: z.nullable(bounds), after: z.nullable(bounds) }),
    'USD per TEU with every rate and charge at the low and at the high end of its range; null where closed',
  ),
  withoutRange: described(
    z.strictObject({ before: z.nullable(withoutRange), after: z.nullable(withoutRange) }),
    'Parts of hours and money of which no range is known: both ends count them as they are; null where closed',
  ),
  teuRange: z.strictObject({ before: bounds, after: bounds }),
  teuChangeRange: described(bounds, 'Of the change of traffic, both states drawn together'),
  earnings: described(
    z.array(
      z.strictObject({
        iso3: text('ISO 3166-1 alpha-3'),
        usdPerTeu: beforeAfter,
        musd: beforeAfter,
      }),
    ),
    'Paid in every country on the way, in order of travel: USD per TEU, and million USD a year of the traffic at the narrowest gate',
  ),
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

const trafficPoint = z.strictObject({
  id: text('Id of the dataset'),
  name: text('Name, English'),
  countedTeu: amount('Containers counted both ways, TEU a year'),
  period: text('Year or months of the count'),
  teu: beforeAfter,
  quality,
  source: text('Where the count comes from'),
  address: text('Where it can be read'),
  note: text('How the figure was made from the count; empty where it was taken as it is'),
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

const sectorTrade = z.strictObject({
  iso3: text('ISO 3166 alpha-3'),
  sector: text('Id of the baseline'),
  exportsBeforeMusd: amount('Million USD'),
  exportsChangeMusd: amount('Million USD'),
  importsBeforeMusd: amount('Million USD'),
  importsChangeMusd: amount('Million USD'),
  homeSalesBeforeMusd: amount('Million USD'),
  homeSalesChangeMusd: amount('Million USD'),
})

const welfare = z.strictObject({
  iso3: text('ISO 3166 alpha-3'),
  termsOfTradePercent: amount('Dearer exports less dearer imports'),
  volumeOfTradePercent: amount('Tariff revenue of more imports at the old tariffs'),
  tradeCostsPercent: amount('Imports that cost less to move'),
  idlePercent: amount('Less income that nobody earns'),
  firstOrderPercent: amount('The sum of the four'),
  exactPercent: amount(
    'Change of real spending in the same equilibrium, without approximation, less what is saved less where something stands idle',
  ),
})

const contribution = z.strictObject({
  id: text("The group's name or the measure's id"),
  title: text('What a reader sees'),
  measures: codes('Ids of its measures'),
  realIncomeChangeMusd: amount('Its part of the change of all members, million USD'),
  turnoverChangeMusd: amount('Its part of the change of turnover among members, million USD'),
  members: z.array(
    z.strictObject({
      iso3: text('Member'),
      realIncomeChangeMusd: amount('Million USD'),
      transitRevenueChangeMusd: amount('Million USD a year'),
    }),
  ),
})

const moves = z.array(
  z.strictObject({
    importer: text('Market'),
    loser: text('Who sells less; the importer itself: its home producers'),
    gainer: text('Who sells more'),
    musd: amount('Million USD a year'),
  }),
)

const diversion = z.strictObject({
  totalMusd: amount('Sales that change hands in all markets, million USD a year'),
  blocCreationMusd: amount("In members' markets: what other members take from home producers"),
  blocDiversionMusd: amount("In members' markets: what other members take from suppliers outside"),
  fromHome: described(moves, 'What home producers lose, largest first; all of it is in diversion.csv'),
  fromOthers: described(moves, 'What other suppliers lose, largest first; all of it is in diversion.csv'),
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
  leader: memberIncome('Member with the largest gain in percent'),
  members: z.array(memberIncome('Member; every one of the matrix')),
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
  sectors: described(
    z.nullable(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        version: z.string(),
        hash: hash('SHA-256 over its bytes'),
        year: count('Year of its trade'),
        economies: count('Economies, the rest of the world included'),
        sectors: count('Sectors'),
        elasticity: text("Source of the sectors' elasticities"),
        elasticityName: z.string(),
        hiddenMembers: codes('Members without a row of their own: not reported'),
        sources: z.array(z.strictObject({ title: z.string(), licence: z.string(), attribution: z.string() })),
        sectorNames: described(z.record(z.string(), z.string()), 'Names of the sectors, by id'),
        trade: described(z.array(sectorTrade), 'Of the members that are reported; all are in sectors.csv'),
        welfare: described(
          z.array(welfare),
          'Percent of all spending of the base, first order and exact; by partner in welfare.csv',
        ),
      }),
    ),
    'The many-sector baseline; null with the one-sector model',
  ),
  scenario: RESOLVED_SCENARIO,
  bloc: z.strictObject({
    id: text('Bloc, or custom'),
    asOf: date('Date of membership'),
    members: codes('Members on that date'),
    realIncomeChangeMusd: range,
    turnoverBeforeMusd: amount(
      'Goods trade among members, each flow once, million USD, as the model counts it: joined economies with their hosts, adjustments in',
    ),
    turnoverBridge: described(
      z.nullable(turnoverBridge),
      'One turnover in two ways of counting: recorded + joined + adjustments = model; null with many sectors, which have their own trade',
    ),
    turnoverChangeMusd: range,
    turnoverShareBeforePercent: amount(
      "Members' trade with each other over their exports plus imports with all, percent",
    ),
    pairs: described(
      z.array(pair),
      'Every two members once, in their order; values add up to the turnover and its change, ranges do not',
    ),
    capitalMusd: described(z.nullable(z.number()), 'Sum over the measures that state one'),
    annualCostMusd: described(z.nullable(z.number()), 'Sum over the measures that state capital and life'),
    annualCostRangeMusd: costRange,
  }),
  countries: described(z.array(country), 'Members first, then by role, then alphabetically'),
  corridors: z.array(corridor),
  links: described(z.array(link), 'Traffic of links, both directions, general cargo'),
  waits: described(z.array(wait), 'Borders and terminals that carry traffic or that a measure changes'),
  capacities: described(
    z.array(capacity),
    'Links, crossings and terminals with a stated capacity, longest queue first; everywhere else it is unlimited',
  ),
  freightMarkets: described(
    z.array(freightMarket),
    'Carriers whose rates answer demand; empty where freight rates stay as stated',
  ),
  trafficPoints: described(
    z.array(trafficPoint),
    'Containers counted at named points beside general cargo of the model, TEU a year, both ways',
  ),
  measures: z.array(measureResult),
  contributions: described(
    z.nullable(z.array(contribution)),
    'Shapley values of measures or groups of measures; null where not asked for',
  ),
  diversion: described(diversion, 'Who loses trade to whom, at central parameters'),
  nextPercent: described(
    z.array(
      z.strictObject({
        exporter: z.string(),
        importer: z.string(),
        blocRealIncomeMusd: amount('What one percent off the cost of their trade would add for all members'),
      }),
    ),
    'Pairs of members on which the next percent would be worth most, in the world of the counterfactual, to first order',
  ),
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
    blocks: described(z.record(z.string(), z.number()), 'Residual of every block of unknowns at the end'),
    largestMarketClearingError: amount('Largest relative error of a market'),
  }),
  notices: z.array(
    z.strictObject({
      code: z.string(),
      message: z.string(),
      subject: z.optional(z.string()),
      values: described(
        z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
        'What the message tells, by name',
      ),
    }),
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
