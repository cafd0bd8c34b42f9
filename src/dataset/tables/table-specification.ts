/**
 * How a table of the data package is described: its columns, their types, units and limits, its key and references.
 *
 * One description serves three ends: the reader checks with it, the build writes it into `datapackage.json`, and the
 * reference in the docs quotes it.
 */

/** `list` is a string of parts divided by semicolons; `date` is `YYYY-MM-DD`. */
export type FieldType = 'string' | 'number' | 'integer' | 'boolean' | 'date' | 'list'

export interface FieldSpecification {
  readonly name: string
  readonly type: FieldType
  readonly description: string
  readonly unit?: string
  /** An empty cell is a fault. Numbers that are not required are NaN when empty, strings ''. */
  readonly required?: boolean
  readonly minimum?: number
  readonly maximum?: number
  readonly enum?: readonly string[]
  /** Whole-cell pattern of a string, and how it is said to a person. */
  readonly pattern?: { readonly source: string; readonly words: string }
  /** The value stands in the first key column of that table, or is one of `also`; each part of a list is looked up. */
  readonly reference?: { readonly table: string; readonly also?: readonly string[] }
  /** The whole column may be left out. */
  readonly optional?: boolean
}

export interface TableSpecification {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly fields: readonly FieldSpecification[]
  /** Names of the columns that together occur once. */
  readonly key: readonly string[]
  /** A package without this table is still a dataset. */
  readonly optional?: boolean
}
