/** The turnover matrix: cells by size, the row and column of the cell in focus marked. */
import { useRef, useState } from 'preact/hooks'
import type { ChartPicture } from '../../export/chart-picture.js'
import { sourcesOf } from '../../export/source-line.js'
import { countryName, language, messages } from '../../i18n/later-messages.js'
import { number } from '../../i18n/locale.js'
import { dataset } from '../../state/lab.js'
import { ChartTools } from '../export/chart-tools.js'
import { Modal } from '../export/modal.js'
import { matrix } from './bloc-state.js'
import { drawMatrix } from './draw-matrix.js'

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

export function MatrixDialog({ onClose }: { readonly onClose: () => void }) {
  const { bloc: words, blocWords } = messages.value
  const title = words.matrix(String(dataset.value.trade.year))
  return (
    <Modal
      title={title}
      onClose={onClose}
      actions={<ChartTools table={table(title)} picture={() => picture(title)} />}
    >
      <p class="note">{words.matrixNote}</p>
      <MatrixGrid title={title} noFigure={blocWords.dash} />
    </Modal>
  )
}

function MatrixGrid({ title, noFigure }: { readonly title: string; readonly noFigure: string }) {
  const words = messages.value.bloc
  const { members, cells } = matrix.value
  const [[row, column], setActive] = useState<readonly [number, number]>([0, Math.min(1, members.length - 1)])
  const [inside, setInside] = useState(false)
  const grid = useRef<HTMLTableElement>(null)
  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    const within = (value: number) => Math.max(0, Math.min(members.length - 1, value))
    const next = [within(row + step[0]), within(column + step[1])] as const
    grid.current!.querySelector<HTMLElement>(`[data-cell="${next.join(' ')}"]`)!.focus()
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid whose cells take focus
    <table class="matrix" ref={grid} role="grid" aria-label={title} onKeyDown={move}>
      <thead>
        <tr>
          <td />
          {members.map((iso3, j) => (
            <th scope="col" class={inside && j === column ? 'active' : undefined} title={countryName(iso3)}>
              {iso3}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {cells.map((line, i) => (
          <tr>
            <th scope="row" class={inside && i === row ? 'active' : undefined}>
              {countryName(members[i]!)}
            </th>
            {line.map(({ usd, quality, step }, j) => (
              <td
                // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid
                role="gridcell"
                data-cell={`${i} ${j}`}
                data-step={i === j ? 'own' : step}
                data-quality={quality}
                tabIndex={i === row && j === column ? 0 : -1}
                aria-label={
                  i === j
                    ? countryName(members[i]!)
                    : words.cell(
                        countryName(members[i]!),
                        countryName(members[j]!),
                        usd === undefined
                          ? noFigure
                          : words.billion(billions(usd)) +
                              (quality === 'estimated' ? `, ${words.legend.estimated}` : ''),
                      )
                }
                onFocus={() => {
                  setActive([i, j])
                  setInside(true)
                }}
                onBlur={() => setInside(false)}
                onPointerEnter={() => {
                  setActive([i, j])
                  setInside(true)
                }}
              >
                {usd === undefined ? '' : billions(usd)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Two significant figures below ten. */
function billions(usd: number): string {
  const value = usd / messages.value.bloc.unit
  if (value > 0 && value < 0.005) return `<${number(language.value, 0.01, { decimals: 2 })}`
  const decimals = value >= 10 || value === 0 ? 0 : value >= 0.95 ? 1 : 2
  return number(language.value, value, { decimals })
}

function picture(title: string): ChartPicture {
  const { bloc: words, exporting } = messages.value
  return {
    title,
    subtitle: words.turnoverNote(String(dataset.value.trade.year), matrix.value.members.length),
    legend: [
      { mark: 'square', token: 'core', label: words.legend.more },
      { mark: 'hollow', token: 'ink-2', label: words.legend.estimated },
    ],
    source: exporting.chart.source(sourcesOf(dataset.value, ['trade', 'trade-joined'])),
    ...drawMatrix(matrix.value, countryName, billions),
  }
}

function table(title: string) {
  const { blocWords, data } = messages.value
  const { columns } = blocWords
  const { members, cells } = matrix.value
  return {
    title,
    columns: [
      { title: columns.exporter },
      { title: columns.importer },
      { title: columns.musd, numeric: true },
      { title: columns.quality },
    ],
    rows: cells.flatMap((line, i) =>
      line.flatMap(({ usd, quality }, j) =>
        i === j
          ? []
          : [
              [
                countryName(members[i]!),
                countryName(members[j]!),
                usd === undefined ? null : usd / 1e6,
                quality === undefined ? null : data.quality[quality],
              ],
            ],
      ),
    ),
  }
}
