/** Words of which the published schemas of results are made: described, so that a reader knows units. */
import * as z from 'zod/mini'
import { QUALITIES } from '../../dataset/dataset.js'

interface Annotation {
  readonly [key: string]: unknown
  readonly id?: string
  readonly description?: string
}

export const annotations = z.registry<Annotation>()

export function described<Schema extends z.core.$ZodType>(
  schema: Schema,
  description: string,
  id?: string,
): Schema {
  annotations.add(schema as never, { description, ...(id === undefined ? {} : { id }) } as never)
  return schema
}

export const text = (description: string) => described(z.string(), description)
export const amount = (description: string) => described(z.number(), description)
export const count = (description: string) => described(z.int().check(z.gte(0)), description)
export const share = (description: string) => described(z.number().check(z.gte(0), z.lte(1)), description)
export const codes = (description: string) => described(z.array(z.string()), description)
export const date = (description: string) =>
  described(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)), description)
export const hash = (description: string) =>
  described(z.string().check(z.regex(/^[0-9a-f]{64}$/)), description)

export const quality = described(z.enum(QUALITIES), 'How a figure came to be; weakest last', 'quality')
