import { type NetworkSummary, QUALITIES } from '../../index.js'
import { formatText } from '../text-table.js'

/** A network in counts, for the screen. */
export function networkPage(summary: NetworkSummary): string {
  return [totals(summary), linkTable(summary), qualityTable(summary), longLinks(summary)].join('\n\n')
}

function totals({
  places,
  links,
  crossings,
  terminals,
  endWaits,
  corridors,
  gateways,
}: NetworkSummary): string {
  const rows: [string, number, string][] = [
    ['places', places.total, listed(places.byKind)],
    [
      'links',
      links.total,
      `${links.withWaypoints} with way-points, ${links.withCapacity} with a stated capacity`,
    ],
    [
      'crossings',
      crossings.total,
      `${listed({ ...crossings.byMode, ...crossings.byStatus })}, ${crossings.withCapacity} with a stated capacity`,
    ],
    ['terminals', terminals.total, listed(terminals.byStatus)],
    ['end waits', endWaits.total, ''],
    ['corridors', corridors.total, listed(corridors.byStatus)],
    ['gateways', gateways.total, `of ${gateways.countries} countries`],
  ]
  return formatText({
    columns: [{ title: 'table' }, { title: 'rows', align: 'right' }, { title: 'of which' }],
    rows: rows.map(([name, total, words]) => [name, String(total), words]),
  })
}

function listed(counts: Readonly<Record<string, number | undefined>>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ')
}

function linkTable({ links }: NetworkSummary): string {
  const right = (title: string) => ({ title, align: 'right' as const })
  return formatText({
    columns: [
      { title: 'links by mode' },
      right('open'),
      right('planned'),
      right('suspended'),
      right('all'),
      right('km'),
    ],
    rows: links.byMode.map(({ mode, open, planned, suspended, total, km }) => [
      mode,
      ...[open, planned, suspended, total, Math.round(km)].map(String),
    ]),
  })
}

function qualityTable({ quality }: NetworkSummary): string {
  return formatText({
    columns: [{ title: 'rows by quality' }, ...QUALITIES.map(title => ({ title, align: 'right' as const }))],
    rows: Object.entries(quality).map(([table, counts]) => [
      table,
      ...QUALITIES.map(each => String(counts[each])),
    ]),
  })
}

function longLinks({ longLinks: links }: NetworkSummary): string {
  if (links.length === 0) return 'No link is longer than 1.5 × the great circle.'
  const table = formatText({
    columns: [
      { title: 'link above 1.5 × the great circle' },
      { title: 'km', align: 'right' },
      { title: 'great circle', align: 'right' },
      { title: 'ratio', align: 'right' },
      { title: 'length' },
    ],
    rows: links.map(({ id, lengthKm, greatCircleKm, ratio, lengthQuality }) => [
      id,
      lengthKm.toFixed(0),
      greatCircleKm.toFixed(0),
      ratio.toFixed(2),
      lengthQuality,
    ]),
  })
  return `${table}\n${links.length} ${links.length === 1 ? 'link' : 'links'}; a way over mountains or round a cape may be as long, and a slip too.`
}
