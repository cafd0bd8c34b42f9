/**
 * What a box waits at a station: the edition's rows between train and lorry hold the lifts alone (5 or 12 hours), those of ports a
 * day of dwell besides. `network-stations.csv` brings the wait, at borders too: else trains would pass a city for its border, and
 * lorries bring the boxes back. `network-terminals-added.csv` has the stations of gateways that no road of the network reaches.
 */
import type { InputRow } from './replication.js'

/**
 * The rows, those between train and lorry with the wait.
 *
 * @param waits cells of the columns that are replaced; the first row has their words and their source.
 */
export function withStationWaits(terminals: readonly InputRow[], waits: readonly InputRow[]): InputRow[] {
  const figures = Object.fromEntries(waits.map(({ column, value }) => [column!, value!]))
  const [{ words, source }] = waits as [InputRow]
  return terminals.map(row =>
    row.mode_a === 'rail' && row.mode_b === 'road'
      ? { ...row, ...figures, quality: words!, source: source! }
      : row,
  )
}
