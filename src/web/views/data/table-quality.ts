/** How sure the rows of each table are, counted where the dataset carries a word of quality with each row. */
import type { Dataset, Quality } from '../../../index.js'
import { QUALITIES } from '../../../vocabulary.js'

export type QualityCounts = Readonly<Record<Quality, number>>

interface WithQuality {
  readonly quality: Quality
}

/** By name of the table; tables whose rows carry no quality are left out. */
export function qualityCounts(dataset: Dataset): ReadonlyMap<string, QualityCounts> {
  const { network } = dataset
  const lists: Readonly<Record<string, readonly WithQuality[]>> = {
    'country-figures': dataset.figures,
    blocs: dataset.blocs,
    tariffs: dataset.tariffs,
    agreements: dataset.agreements,
    'network-places': network.places,
    'network-links': network.links,
    'network-crossings': network.crossings,
    'network-terminals': network.terminals,
    'network-end-waits': network.endWaits ?? [],
    'network-modes': network.modalRules ?? [],
    'network-bulk': network.bulkChains ?? [],
    'network-ranges': dataset.networkRanges,
    'freight-markets': dataset.freightMarkets,
    'network-corridors': network.corridors,
    'network-gateways': network.gateways,
    avoidance: dataset.avoidance,
    parameters: dataset.parameters,
    cautions: dataset.cautions,
    claims: dataset.claims,
    'traffic-points': dataset.trafficPoints,
  }
  return new Map([
    ['trade', tradeCounts(dataset)],
    ...Object.entries(lists).map(([name, rows]) => [name, count(rows)] as const),
  ])
}

/** A pair without a row is a recorded zero and counts as measured in the matrix; here rows alone are counted. */
function tradeCounts({ trade, tables }: Dataset): QualityCounts {
  const counts = count([...trade.quality].map(index => ({ quality: QUALITIES[index]! })))
  const rows = tables.find(table => table.name === 'trade')?.rows ?? trade.quality.length
  return { ...counts, measured: counts.measured - (trade.quality.length - rows) }
}

function count(rows: readonly WithQuality[]): QualityCounts {
  const counts = Object.fromEntries(QUALITIES.map(quality => [quality, 0])) as Record<Quality, number>
  for (const { quality } of rows) counts[quality]++
  return counts
}
