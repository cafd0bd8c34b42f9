/** A published table computed anew: what was printed beside what comes out, and in words where they part. */
export interface Replication {
  /** Name on the command line, e.g. `agtpa-2-1`. */
  readonly name: string
  readonly title: string
  /** The publication, with its table. */
  readonly source: string
  readonly rows: readonly ReplicationRow[]
  /** Sentences on where published and computed part, and why; one paragraph each. */
  readonly explanations: readonly string[]
}

/** One number of a published table. */
export interface ReplicationRow {
  readonly table: string
  /** ISO 3166-1 alpha-3 where the row is a country. */
  readonly row: string
  readonly column: string
  /** Which way of computing it, e.g. `conditional`, `published`, `converged`, `first-order`, `exact`. */
  readonly mode: string
  /** In the unit of the table (changes in percent); null where the publication does not print it. */
  readonly published: number | null
  readonly computed: number
  /** computed − published; null where nothing was published. */
  readonly difference: number | null
}

/** A row with its difference filled in. */
export function replicationRow(row: Omit<ReplicationRow, 'difference'>): ReplicationRow {
  return { ...row, difference: row.published === null ? null : row.computed - row.published }
}
