/** The sources of a table of the dataset, as they are printed under a chart. */
import type { Dataset } from '../../index.js'

export function sourcesOf(dataset: Dataset, tables: readonly string[]): string {
  const ids = tables.flatMap(name => dataset.tables.find(table => table.name === name)?.sources ?? [])
  return [...new Set(ids)].map(id => dataset.sources.find(source => source.id === id)?.title ?? id).join('; ')
}
