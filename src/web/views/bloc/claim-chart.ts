/** A claim's chart in the reader's language: drawing, table and picture from the same rows. */
import type { ChartPicture } from '../../export/chart-picture.js'
import type { ChartTable } from '../../export/csv.js'
import { sourcesOf } from '../../export/source-line.js'
import { language, messages } from '../../i18n/later-messages.js'
import { percent } from '../../i18n/locale.js'
import { dataset } from '../../state/lab.js'
import type { ClaimGroup, ClaimRow, Limits } from './claim-cards.js'
import { type DotRows, drawDotRows } from './draw-dot-rows.js'
import { whoIs } from './verdict.js'

type Band = Limits & { readonly literal: number }

/** Width at which the picture's chart is drawn before it is enlarged. */
const PICTURE_CHART = 720

export function dotRows(groups: readonly ClaimGroup[], band: Band | undefined): DotRows {
  const { bloc: words } = messages.value
  return {
    groups: groups.map(({ definition, year, rows }) => ({
      title: words.definitions[definition](String(year)),
      rows: rows.map(row => ({
        label: rowLabel(row),
        share: row.share,
        value: shareText(row.share),
        holds: band !== undefined && row.holds,
      })),
    })),
    ...(band === undefined ? {} : { band: { ...band, words: bandWords(band) } }),
    tick: (value, first) => (first ? percent(language.value, value, { decimals: 0 }) : String(value)),
  }
}

function rowLabel(row: ClaimRow): string {
  const { bloc: words } = messages.value
  return words.since(whoIs(row, words), row.membershipDate.slice(0, 4))
}

export function shareText(share: number): string {
  return percent(language.value, share * 100, { decimals: 1 })
}

/** A limit with the digits that it needs: 22.5 %, 45 %. */
function limitText(share: number): string {
  const value = Number((share * 100).toFixed(2))
  const decimals = String(value).split('.')[1]?.length ?? 0
  return percent(language.value, value, { decimals })
}

export function bandWords({ low, high }: Limits): string {
  const { bloc: words } = messages.value
  return high === 1 ? words.bandOver(limitText(low)) : words.band(limitText(low), limitText(high))
}

export function shareTable(title: string, groups: readonly ClaimGroup[], withVerdict = true): ChartTable {
  const { bloc: words, blocWords } = messages.value
  const { columns } = blocWords
  return {
    title,
    columns: [
      { title: columns.basis },
      { title: columns.since },
      { title: columns.members, numeric: true },
      { title: columns.partners, numeric: true },
      { title: columns.year, numeric: true, plain: true },
      { title: columns.share, numeric: true },
      ...(withVerdict ? [{ title: columns.holds }] : []),
    ],
    rows: groups.flatMap(group =>
      group.rows.map(row => [
        words.bases[row.definition],
        row.membershipDate,
        row.memberCount,
        row.partnerCount,
        row.year,
        row.share * 100,
        ...(withVerdict ? [row.holds ? blocWords.yes : blocWords.no] : []),
      ]),
    ),
  }
}

export function sharePicture(
  title: string,
  groups: readonly ClaimGroup[],
  band: Band | undefined,
): ChartPicture {
  const { bloc: words, exporting } = messages.value
  return {
    title,
    subtitle: words.subtitle.percent,
    legend:
      band === undefined
        ? [{ mark: 'small-dot', token: 'core', label: words.legend.share }]
        : [
            { mark: 'dot', token: 'ink', label: words.legend.holds },
            { mark: 'small-dot', token: 'core', label: words.legend.fails },
            { mark: 'square', token: 'sunk', label: words.legend.band },
            { mark: 'line', token: 'ink-2', label: words.legend.literal },
          ],
    source: exporting.chart.source(sourcesOf(dataset.value, ['country-figures', 'blocs'])),
    ...drawDotRows(dotRows(groups, band), PICTURE_CHART),
  }
}
