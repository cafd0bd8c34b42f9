/** Tables of avoidance, parameters, claims, observations and sources. */
import { REGIONS } from '../dataset.js'
import {
  amountField,
  countryField,
  ID_PATTERN,
  NOTE_FIELD,
  QUALITY_FIELD,
  SOURCE_FIELD,
} from './field-patterns.js'
import type { FieldSpecification, TableSpecification } from './table-specification.js'

const id: FieldSpecification = {
  name: 'id',
  type: 'string',
  required: true,
  pattern: ID_PATTERN,
  description: 'Id.',
}
const text = (name: string, description: string, required = true): FieldSpecification => ({
  name,
  type: 'string',
  required,
  description,
})
const value = (name: string, description: string): FieldSpecification => ({
  name,
  type: 'number',
  required: true,
  unit: 'see the column unit',
  description,
})
const share = (name: string, description: string) => amountField(name, 'share', description, { maximum: 1 })
const regions = (name: string): FieldSpecification => ({
  name,
  type: 'list',
  enum: REGIONS,
  description: 'Regions of one end; both columns empty = every other pair.',
})

export const MODEL_TABLES: readonly TableSpecification[] = [
  {
    name: 'avoidance',
    title: 'Cargo that avoids a territory',
    description:
      'The share that avoids it at any price, and the premium the rest demands, by pair group and regime.',
    key: ['id'],
    fields: [
      id,
      {
        name: 'territory',
        type: 'list',
        required: true,
        reference: { table: 'countries' },
        description: 'Countries passed through; a pair with an end in one of them is exempt.',
      },
      regions('regions_a'),
      regions('regions_b'),
      text('regime', 'e.g. 2021, 2024.'),
      share('share', 'Share of cargo.'),
      share('share_low', 'Low end.'),
      share('share_high', 'High end.'),
      amountField('premium_usd_per_teu', 'USD per TEU', 'What the rest demands.'),
      QUALITY_FIELD,
      SOURCE_FIELD,
      NOTE_FIELD,
    ],
  },
  {
    name: 'parameters',
    title: 'Parameters of the model',
    description: 'Value, range, unit, distribution between low and high, source.',
    key: ['id'],
    fields: [
      id,
      value('value', 'Central value: the mode of the draws.'),
      value('low', 'Low end.'),
      value('high', 'High end.'),
      text('unit', 'Unit.'),
      {
        name: 'distribution',
        type: 'string',
        required: true,
        enum: ['fixed', 'uniform', 'triangular', 'log-triangular'],
        description: 'How draws are taken.',
      },
      text('meaning', 'What it is.'),
      QUALITY_FIELD,
      SOURCE_FIELD,
      NOTE_FIELD,
    ],
  },
  {
    name: 'cautions',
    title: 'What to know before reading a country',
    description:
      'Faults of the data of single countries that no adjustment mends; shown beside their results.',
    key: ['iso3'],
    optional: true,
    fields: [
      countryField('iso3', 'Country.'),
      text('words', 'What is known, as a clause.'),
      QUALITY_FIELD,
      SOURCE_FIELD,
      NOTE_FIELD,
    ],
  },
  {
    name: 'claims',
    title: 'Published claims about the weight of a bloc',
    description: 'With the band of shares for which the words are true.',
    key: ['id'],
    optional: true,
    fields: [
      id,
      text('bloc', 'Id of the bloc.'),
      text('quote', 'The words, shortened.'),
      text('who', 'Who said it.'),
      {
        name: 'date',
        type: 'string',
        required: true,
        pattern: { source: '\\d{4}(-\\d{2}(-\\d{2})?)?', words: 'a year, a month or a day' },
        description: 'When.',
      },
      {
        name: 'subject',
        type: 'string',
        required: true,
        enum: ['population', 'gdp', 'gdp-nominal', 'gdp-ppp'],
        description: 'gdp = the basis was not said.',
      },
      share('low', 'The words are true from this share …'),
      share('high', '… to this share of the world.'),
      text('address', 'Web address.'),
      QUALITY_FIELD,
      SOURCE_FIELD,
      NOTE_FIELD,
    ],
  },
  {
    name: 'corridor-traffic',
    title: 'Published volumes of corridors and border ports',
    description: 'For comparison with results; not an input of the model.',
    key: ['point', 'metric', 'period', 'note'],
    optional: true,
    fields: [
      text('point', 'Corridor, border port or canal.'),
      text('metric', 'What was counted.'),
      text('period', 'Year, months or date.'),
      value('value', 'The figure.'),
      text('unit', 'Unit.'),
      text('note', 'Note.', false),
      QUALITY_FIELD,
      SOURCE_FIELD,
      text('address', 'Web address.', false),
    ],
  },
  {
    name: 'traffic-points',
    title: 'Points of the network where containers were counted',
    description: 'For comparison with modelled traffic; not an input of the model.',
    key: ['id'],
    optional: true,
    fields: [
      id,
      text('words', 'What the point is called.'),
      {
        name: 'elements',
        type: 'list',
        required: true,
        description:
          'What traffic is summed over: crossing:PLACE:MODE (both ways over the border), link:ID, strait:PLACE (a strait or canal).',
      },
      amountField('teu', 'TEU a year', 'Containers counted, both ways.'),
      text('period', 'Year or months of the count.'),
      QUALITY_FIELD,
      SOURCE_FIELD,
      text('address', 'Web address.', false),
      NOTE_FIELD,
    ],
  },
  {
    name: 'sources',
    title: 'Sources and licences',
    description: 'The terms under which figures are carried, and what was changed.',
    key: ['id'],
    fields: [
      id,
      text('title', 'Title.'),
      text('address', 'Web address.', false),
      text('licence', 'Licence.'),
      text('licence_address', 'Web address of the licence.', false),
      text('attribution', 'How to credit it.'),
      text('changes', 'What was changed.'),
      NOTE_FIELD,
    ],
  },
]
