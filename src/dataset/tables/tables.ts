/** Every table of the data package, in the order in which they are listed. */
import { ECONOMY_TABLES } from './economy-tables.js'
import { MODEL_TABLES } from './model-tables.js'
import { NETWORK_TABLES } from './network-tables.js'
import type { TableSpecification } from './table-specification.js'

/** Version of the package format that this program reads and writes. */
export const FORMAT_VERSION = 1

export const TABLES: readonly TableSpecification[] = [...ECONOMY_TABLES, ...NETWORK_TABLES, ...MODEL_TABLES]
