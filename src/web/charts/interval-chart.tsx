/** A chart of effects on the page: title, unit, tools, drawing, and a button over each row that opens its derivation. */
import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { LegendItem } from '../export/chart-picture.js'
import type { ChartTable } from '../export/csv.js'
import { sourcesOf } from '../export/source-line.js'
import { messages } from '../i18n/messages.js'
import { dataset, result } from '../state/lab.js'
import { inReadersWords } from '../state/names.js'
import { ChartTools } from '../views/export/chart-tools.js'
import { drawIntervals } from './draw-intervals.js'
import type { IntervalRow, RowShape } from './interval-rows.js'

export interface IntervalChartProps {
  readonly title: string
  readonly unit: string
  readonly rows: readonly IntervalRow[]
  readonly shape: RowShape
  readonly tickLabel: (tick: number, ticks: readonly number[]) => string
  readonly table: ChartTable
  /** Tables of the dataset on which the figures stand. */
  readonly sources: readonly string[]
  readonly legend: readonly LegendItem[]
  readonly onSelect: (row: IntervalRow) => void
  /** Between title and rows. */
  readonly lead?: ComponentChildren
  /** Under the rows. */
  readonly note?: ComponentChildren
  /** Instead of the title, e.g. tabs. */
  readonly head?: ComponentChildren
  /** Where the title takes all of its line. */
  readonly unitBelow?: boolean
}

export function IntervalChart(props: IntervalChartProps) {
  const { title, unit, rows, shape, tickLabel, table, lead, note, head, unitBelow, onSelect } = props
  const id = useId()
  const words = messages.value
  const picture = () => ({
    title,
    subtitle: unit,
    legend: props.legend,
    source: words.exporting.chart.source(sourcesOf(dataset.value, props.sources)),
    scenario: words.outcomes.scenarioLine(
      inReadersWords(result.value.scenario.title),
      result.value.dataset.title,
    ),
    ...drawIntervals(rows, 720, shape, tickLabel),
  })
  return (
    <section class="chart" aria-labelledby={id}>
      <div class="chart-head">
        {head ?? <h3 id={id}>{title}</h3>}
        {head !== undefined && (
          <h3 id={id} class="visually-hidden">
            {title}
          </h3>
        )}
        <span class="chart-unit">{!unitBelow && unit}</span>
        <ChartTools table={table} picture={picture} />
      </div>
      {unitBelow && <p class="chart-note">{unit}</p>}
      {lead}
      <ChartRows title={title} rows={rows} shape={shape} tickLabel={tickLabel} onSelect={onSelect} />
      {note}
    </section>
  )
}

type RowsProps = Pick<IntervalChartProps, 'title' | 'rows' | 'shape' | 'tickLabel' | 'onSelect'>

function ChartRows({ title, rows, shape, tickLabel, onSelect }: RowsProps) {
  const frame = useRef<HTMLDivElement>(null)
  const id = useId()
  const width = useWidth(frame)
  const drawn = width > 0 ? drawIntervals(rows, width, shape, tickLabel) : undefined
  return (
    <div class="chart-rows" ref={frame}>
      {drawn !== undefined && (
        <>
          <svg
            role="img"
            aria-labelledby={id}
            width={drawn.width}
            height={drawn.height}
            viewBox={`0 0 ${drawn.width} ${drawn.height}`}
          >
            <title id={id}>{title}</title>
            {/* Made by the escaping helpers of the report. */}
            <g dangerouslySetInnerHTML={{ __html: drawn.body.markup }} />
          </svg>
          <ul>
            {rows.map((row, k) => (
              <li key={row.key} style={{ top: `${2 + k * shape.height}px`, height: `${shape.height}px` }}>
                <button
                  type="button"
                  onClick={() => onSelect(row)}
                  aria-label={[row.name, row.under, row.value, row.interval]
                    .filter(part => part !== undefined && part !== '')
                    .join(', ')}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

/** Pixels of an element, as it is now. */
export function useWidth(frame: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0)
  // Before anything is seen, so that a chart that comes is not empty first, and what stands beside it stays where it is.
  useLayoutEffect(() => {
    setWidth(frame.current!.clientWidth)
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)))
    observer.observe(frame.current!)
    return () => observer.disconnect()
  }, [frame])
  return width
}
