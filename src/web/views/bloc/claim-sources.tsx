/** Who said the words, where, and every share that they can be held against. */
import { blocShares } from '../../../index.js'
import { sourcesOf } from '../../export/source-line.js'
import { language, messages } from '../../i18n/later-messages.js'
import { partialDate } from '../../i18n/locale.js'
import { dataset } from '../../state/lab.js'
import { ChartTableView } from '../export/chart-table.js'
import { DownloadIcon } from '../export/icons.js'
import { Modal } from '../export/modal.js'
import { bloc } from './bloc-state.js'
import type { ClaimCard, Limits } from './claim-cards.js'
import { bandWords, shareTable } from './claim-chart.js'

interface ClaimSourcesProps {
  readonly card: ClaimCard
  readonly title: string
  readonly limits: Limits
  readonly onClose: () => void
}

export function ClaimSources({ card, title, limits, onClose }: ClaimSourcesProps) {
  const { bloc: words, exporting } = messages.value
  const groups = card.definitions.map(definition => ({
    definition,
    year: 0,
    rows: blocShares(dataset.value, bloc.value, definition, { partners: true }).map(row => ({
      ...row,
      holds: row.share >= limits.low && row.share <= limits.high,
    })),
  }))
  const table = shareTable(title, groups)
  return (
    <Modal
      title={title}
      onClose={onClose}
      actions={
        <button
          type="button"
          class="button"
          onClick={async () => (await import('../../export/download-chart.js')).saveTable(table)}
        >
          <DownloadIcon />
          {exporting.chart.downloadCsv}
        </button>
      }
    >
      <h3>{words.saidBy}</h3>
      <ul class="quotes">
        {card.claims.map(claim => (
          <li>
            <q lang="en">{claim.quote}</q> {claim.who}, {partialDate(language.value, claim.date)}.{' '}
            <a href={claim.address} rel="noreferrer" target="_blank">
              {new URL(claim.address).hostname}
            </a>
          </li>
        ))}
      </ul>
      <p>{bandWords(limits)}.</p>
      <p>{words.arithmetic}</p>
      <p class="source">{exporting.chart.source(sourcesOf(dataset.value, ['country-figures', 'blocs']))}</p>
      <h3>{words.whole}</h3>
      <ChartTableView table={table} />
    </Modal>
  )
}
