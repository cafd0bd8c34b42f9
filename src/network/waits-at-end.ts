/** The network if every wait at a border or a change of mode were at one end of its stated range. */
import type { NetworkTables } from '../dataset/dataset.js'

/** A mean outside its stated range widens it. */
export function waitsAtEnd(network: NetworkTables, end: 'low' | 'high'): NetworkTables {
  const at = <Row extends { readonly hours: number; readonly hoursLow: number; readonly hoursHigh: number }>(
    row: Row,
  ): Row => ({
    ...row,
    hours: end === 'low' ? Math.min(row.hours, row.hoursLow) : Math.max(row.hours, row.hoursHigh),
  })
  return { ...network, crossings: network.crossings.map(at), terminals: network.terminals.map(at) }
}

/**
 * Waits that no measure moves the wrong way: what a package shortens (lengthens) at the stated means it never lengthens
 * (shortens) where today's wait is another. A wait cut *to* a day stays as it is where it is below a day already.
 *
 * @param package_ the network that a package makes of `today`; @param means what both are at the stated means. All have
 *   the same rows in the same order.
 */
export function keepDirection(
  package_: NetworkTables,
  today: NetworkTables,
  means: { readonly today: NetworkTables; readonly after: NetworkTables },
): NetworkTables {
  const keep = <Row extends { readonly hours: number }>(
    rows: readonly Row[],
    before: readonly Row[],
    meansBefore: readonly Row[],
    meansAfter: readonly Row[],
  ): readonly Row[] =>
    rows.map((row, k) => {
      const change = meansAfter[k]!.hours - meansBefore[k]!.hours
      const own = before[k]!.hours
      const hours = change < 0 ? Math.min(row.hours, own) : change > 0 ? Math.max(row.hours, own) : own
      return { ...row, hours }
    })
  return {
    ...package_,
    crossings: keep(package_.crossings, today.crossings, means.today.crossings, means.after.crossings),
    terminals: keep(package_.terminals, today.terminals, means.today.terminals, means.after.terminals),
  }
}
