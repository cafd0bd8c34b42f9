/** The two buttons beside the title of every chart: its table, its download. */
import { useState } from 'preact/hooks'
import type { ChartPicture } from '../../export/chart-picture.js'
import type { ChartTable } from '../../export/csv.js'
import { messages } from '../../i18n/messages.js'
import { ChartTableView } from './chart-table.js'
import { Disclosure } from './disclosure.js'
import { DownloadIcon, TableIcon } from './icons.js'
import { Modal } from './modal.js'

interface ChartToolsProps {
  readonly table: ChartTable
  /** Made when it is asked for; undefined while there is nothing to draw. */
  readonly picture: () => ChartPicture | undefined
}

export function ChartTools({ table, picture }: ChartToolsProps) {
  const words = messages.value.exporting
  const [failed, setFailed] = useState(false)
  const [open, setOpen] = useState(false)
  const save = async (format: 'png' | 'svg' | 'csv', close: () => void) => {
    setFailed(false)
    try {
      const { savePicture, saveTable } = await import('../../export/download-chart.js')
      const drawn = format === 'csv' ? undefined : picture()
      if (format === 'csv') saveTable(table)
      else if (drawn !== undefined) await savePicture(drawn, format)
      close()
    } catch (error) {
      console.error(error)
      setFailed(true)
    }
  }
  return (
    <span class="chart-tools">
      <button
        type="button"
        class="button icon bare"
        aria-label={words.chart.table(table.title)}
        title={words.chart.table(table.title)}
        onClick={() => setOpen(true)}
      >
        <TableIcon />
      </button>
      <Disclosure
        face={<DownloadIcon />}
        label={words.chart.download(table.title)}
        buttonClass="button icon bare"
        panel={words.chart.download(table.title)}
      >
        {close => (
          <>
            {(['png', 'svg', 'csv'] as const).map(format => (
              <button type="button" class="menu-item" onClick={() => save(format, close)}>
                {words.chart[format]}
              </button>
            ))}
            {failed && (
              <p class="failure" role="alert">
                {words.failed(table.title)}
              </p>
            )}
          </>
        )}
      </Disclosure>
      {open && (
        <Modal
          title={table.title}
          onClose={() => setOpen(false)}
          actions={
            <button type="button" class="button" onClick={() => save('csv', () => {})}>
              <DownloadIcon />
              {words.chart.downloadCsv}
            </button>
          }
        >
          <ChartTableView table={table} />
        </Modal>
      )}
    </span>
  )
}
