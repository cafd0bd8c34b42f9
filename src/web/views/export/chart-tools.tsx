/** The two buttons beside the title of every chart: its table, its download. */
import { useRef, useState } from 'preact/hooks'
import type { ChartPicture } from '../../export/chart-picture.js'
import type { ChartTable } from '../../export/csv.js'
import { messages } from '../../i18n/messages.js'
import { ChartTableView } from './chart-table.js'
import { Disclosure } from './disclosure.js'
import { DownloadIcon, TableIcon } from './icons.js'

interface ChartToolsProps {
  readonly table: ChartTable
  /** Made when it is asked for; undefined while there is nothing to draw. */
  readonly picture: () => ChartPicture | undefined
}

export function ChartTools({ table, picture }: ChartToolsProps) {
  const words = messages.value.exporting
  const dialog = useRef<HTMLDialogElement>(null)
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
        onClick={() => {
          setOpen(true)
          dialog.current!.showModal()
        }}
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
      <dialog
        class="table-dialog"
        ref={dialog}
        aria-label={words.chart.table(table.title)}
        onClose={() => setOpen(false)}
      >
        {open && (
          <>
            <header>
              <h2>{table.title}</h2>
              <button type="button" class="button" onClick={() => save('csv', () => {})}>
                <DownloadIcon />
                {words.chart.downloadCsv}
              </button>
              <button type="button" class="button" onClick={() => dialog.current!.close()}>
                {words.close}
              </button>
            </header>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
            <section class="table-scroll" tabIndex={0} aria-label={table.title}>
              <ChartTableView table={table} />
            </section>
          </>
        )}
      </dialog>
    </span>
  )
}
