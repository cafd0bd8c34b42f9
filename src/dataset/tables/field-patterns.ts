/** Columns that many tables share, so that they are described once. */
import { QUALITIES } from '../dataset.js'
import type { FieldSpecification } from './table-specification.js'

export const QUALITY_FIELD: FieldSpecification = {
  name: 'quality',
  type: 'string',
  required: true,
  enum: QUALITIES,
  description:
    'How the row came to be: measured (recorded by a statistical or customs office), published (read in a source), derived (arithmetic on published figures), estimated (model, judgement or memory).',
}

export const SOURCE_FIELD: FieldSpecification = {
  name: 'source',
  type: 'string',
  required: true,
  description: 'Id in the table sources, or the source in words.',
}

export const NOTE_FIELD: FieldSpecification = {
  name: 'note',
  type: 'string',
  optional: true,
  description: 'What a careful reader should know about the row.',
}

export const ISO3_PATTERN = { source: '[A-Z]{3}', words: 'three capital letters (ISO 3166-1 alpha-3)' }
export const ID_PATTERN = {
  source: '[A-Za-z0-9][A-Za-z0-9._-]*',
  words: 'an id of letters, digits, dots, hyphens and underscores',
}
/** Longitude −180 to 180, latitude −90 to 90, decimals allowed. */
const DEGREES = String.raw`-?(180(\.0+)?|1[0-7]\d(\.\d+)?|\d{1,2}(\.\d+)?) -?(90(\.0+)?|[0-8]?\d(\.\d+)?)`
export const WAYPOINTS_PATTERN = {
  source: `${DEGREES}(;${DEGREES})*`,
  words: 'longitude and latitude in degrees with a blank between, points divided by semicolons',
}

/** A column with the alpha-3 code of a country of the dataset. */
export function countryField(
  name: string,
  description: string,
  { also = [], required = true }: { also?: readonly string[]; required?: boolean } = {},
): FieldSpecification {
  return { name, type: 'string', required, description, reference: { table: 'countries', also } }
}

/** A column with the id of a place of the network. */
export function placeField(name: string, description: string): FieldSpecification {
  return { name, type: 'string', required: true, description, reference: { table: 'network-places' } }
}

/** A column with a number that must be there and not be negative. */
export function amountField(
  name: string,
  unit: string,
  description: string,
  limits: { minimum?: number; maximum?: number; required?: boolean; optional?: boolean } = {},
): FieldSpecification {
  return { name, type: 'number', unit, description, required: true, minimum: 0, ...limits }
}
