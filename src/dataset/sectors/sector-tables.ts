/** Every table of a many-sector package, in the order in which they are listed. */
import {
  amountField,
  ID_PATTERN,
  ISO3_PATTERN,
  NOTE_FIELD,
  QUALITY_FIELD,
  SOURCE_FIELD,
} from '../tables/field-patterns.js'
import { MODEL_TABLES } from '../tables/model-tables.js'
import type { FieldSpecification, TableSpecification } from '../tables/table-specification.js'
import { CARGO_KINDS } from './sector-dataset.js'

const economy = (name: string, description: string, also: readonly string[] = []): FieldSpecification => ({
  name,
  type: 'string',
  required: true,
  description,
  reference: { table: 'economies', also },
})

const sector: FieldSpecification = {
  name: 'sector',
  type: 'string',
  required: true,
  description: 'Id of the sector.',
  reference: { table: 'sectors' },
}

const text = (name: string, description: string): FieldSpecification => ({
  name,
  type: 'string',
  required: true,
  description,
})

const id: FieldSpecification = {
  name: 'id',
  type: 'string',
  required: true,
  pattern: ID_PATTERN,
  description: 'Id.',
}

/** Ad valorem; a rate above ten would be a percentage written as a number. */
const tariff = (name: string, description: string): FieldSpecification => ({
  name,
  type: 'number',
  unit: 'share of value',
  required: true,
  maximum: 10,
  description,
})

const value = amountField(
  'value_musd',
  'million USD',
  'Sales of the exporter to the importer; home sales where both are one.',
)

export const SECTOR_TABLES: readonly TableSpecification[] = [
  {
    name: 'sectors',
    title: 'Sectors',
    description: 'Industries of ISIC Rev. 4 as the OECD groups them, and how their trade travels.',
    key: ['id'],
    fields: [
      id,
      text('name', 'Name in words.'),
      {
        name: 'cargo',
        type: 'string',
        required: true,
        enum: CARGO_KINDS,
        description:
          'general: measures on the network act on it; bulk: pipeline, bulk carrier or block train; none: no cargo crosses the border.',
      },
      text('cargo_reason', 'Why it is counted so.'),
      QUALITY_FIELD,
      SOURCE_FIELD,
    ],
  },
  {
    name: 'economies',
    title: 'Economies with a row of their own',
    description:
      'Sorted by code; ROW is the rest of the world. What stands in `contains` has no row of its own and cannot be reported apart.',
    key: ['iso3'],
    fields: [
      {
        name: 'iso3',
        type: 'string',
        required: true,
        pattern: ISO3_PATTERN,
        description: 'ISO 3166-1 alpha-3, or ROW.',
      },
      text('name', 'UN short name, English.'),
      {
        name: 'contains',
        type: 'list',
        description: 'ISO 3166-1 alpha-3 of the countries and areas whose trade stands within this row.',
      },
      QUALITY_FIELD,
      SOURCE_FIELD,
      NOTE_FIELD,
    ],
  },
  {
    name: 'sector-trade',
    title: 'Trade and tariffs by sector',
    description:
      'Exporter before importer before sector, home sales where exporter and importer are one. A cell without a row is a recorded zero with a tariff of zero.',
    key: ['exporter', 'importer', 'sector'],
    fields: [
      economy('exporter', 'Exporter.'),
      economy('importer', 'Importer.'),
      sector,
      value,
      tariff('tariff', 'Applied ad valorem tariff that the model takes, 0.05 = 5 %, above −1.'),
      {
        ...tariff(
          'recorded_tariff',
          'As recorded, where that differs from `tariff`: no customs duty is levied on what is no cargo.',
        ),
        required: false,
        optional: true,
      },
      QUALITY_FIELD,
    ],
  },
  {
    name: 'sector-joined',
    title: 'What joined economies bring in',
    description:
      'Hong Kong is joined to China, as in the embedded dataset. These recorded cells are contained in those of China; with them the join can be undone.',
    key: ['exporter', 'importer', 'sector'],
    optional: true,
    fields: [
      text('exporter', 'Exporter as recorded.'),
      text('importer', 'Importer as recorded.'),
      sector,
      value,
      tariff('tariff', 'As recorded.'),
      QUALITY_FIELD,
    ],
  },
  {
    name: 'elasticity-sources',
    title: 'Sources of trade elasticities',
    description: 'Whose estimates there are, how they were made, and which is the default.',
    key: ['id'],
    fields: [
      id,
      text('name', 'Authors, year and title.'),
      text('method', 'What was estimated, from what.'),
      {
        name: 'is_default',
        type: 'boolean',
        required: true,
        description: 'Taken where the user names none; one row.',
      },
      { name: 'reason', type: 'string', description: 'Why it is the default; empty for the others.' },
      NOTE_FIELD,
    ],
  },
  {
    name: 'sector-elasticities',
    title: 'Trade elasticity by sector and source',
    description: 'Minus the elasticity of trade to trade cost; one row for every sector and source.',
    key: ['sector', 'source'],
    fields: [
      sector,
      {
        name: 'source',
        type: 'string',
        required: true,
        description: 'Id in elasticity-sources.',
        reference: { table: 'elasticity-sources' },
      },
      amountField('value', 'ratio', 'Above zero.'),
      QUALITY_FIELD,
      NOTE_FIELD,
    ],
  },
  ...MODEL_TABLES.filter(table => table.name === 'sources'),
]
