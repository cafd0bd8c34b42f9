/** Draws the caravan line; a button over each bead opens its wait. */
import type { RefObject } from 'preact'
import { useId, useRef } from 'preact/hooks'
import type { CorridorResult } from '../../../index.js'
import {
  type CaravanLayout,
  type CaravanMark,
  type CaravanRow,
  caravanLayout,
  waitName,
} from '../../../report/charts/caravan-layout.js'
import { useWidth } from '../../charts/interval-chart.js'
import { messages } from '../../i18n/messages.js'
import { hasRanges, selection, showsToday } from '../../state/lab.js'
import { caravanWords } from './caravan-state.js'

const TODAY_Y = 10
const LABEL_Y = 32
const SCENARIO_Y = 48
const RANGE_Y = 64
const AXIS_Y = 84
const HEIGHT = 88
/** A finger's or a pointer's least target. */
const LEAST_TARGET = 16
const TARGET_HEIGHT = 20

interface CaravanDrawingProps {
  readonly corridor: CorridorResult
  readonly title: string
  readonly description: string
  readonly drawing: RefObject<SVGSVGElement | null>
}

export function CaravanDrawing({ corridor, title, description, drawing }: CaravanDrawingProps) {
  const frame = useRef<HTMLDivElement>(null)
  const id = useId()
  const width = useWidth(frame)
  const narrow = width < 600
  const space = { width, left: narrow ? 2 : 78, right: narrow ? 78 : 118, withRange: hasRanges.value }
  const layout = width > 0 ? caravanLayout(corridor, caravanWords.value, space) : undefined
  return (
    <div class="caravan-drawing" ref={frame}>
      {layout !== undefined && (
        <>
          <svg
            ref={drawing}
            role="img"
            aria-labelledby={`${id} ${id}-text`}
            width={width}
            height={HEIGHT}
            viewBox={`0 0 ${width} ${HEIGHT}`}
          >
            <title id={id}>{title}</title>
            <desc id={`${id}-text`}>{description}</desc>
            <Ground layout={layout} />
            {!narrow && <RowNames left={space.left - 14} />}
            {!showsToday.value && <Row row={layout.before} y={TODAY_Y} when="today" left={space.left} />}
            <Row row={layout.after} y={SCENARIO_Y} when="scenario" left={space.left} />
            <Arrivals layout={layout} at={width - space.right + 10} corridor={corridor} />
            {layout.labels.map(({ x, text, leg }) => (
              <text key={leg.id} class="c-wait" x={x} y={LABEL_Y} text-anchor="middle">
                {text}
              </text>
            ))}
          </svg>
          <WaitButtons row={layout.after ?? layout.before} y={layout.after ? SCENARIO_Y : TODAY_Y} />
        </>
      )}
    </div>
  )
}

/** Grid, axis, and the wash of the days between the two arrivals. */
function Ground({ layout: { ticks, wash, shorter } }: { readonly layout: CaravanLayout }) {
  return (
    <>
      {ticks.map(({ x, label }, k) => (
        <g key={label}>
          <line class="c-grid" x1={x} x2={x} y1={2} y2={AXIS_Y - 12} />
          <text class="c-axis" x={x} y={AXIS_Y} text-anchor={k === 0 ? 'start' : 'middle'}>
            {label}
          </text>
        </g>
      ))}
      {wash !== undefined && (
        <rect
          class={shorter ? 'c-saved' : 'c-lost'}
          x={wash.from}
          y={2}
          width={wash.to - wash.from}
          height={SCENARIO_Y + 6}
        />
      )}
      {wash?.text !== undefined && (
        <text
          class={`c-saved-text ${shorter ? 'gain' : 'loss'}`}
          x={(wash.from + wash.to) / 2}
          y={shorter ? SCENARIO_Y + 4 : TODAY_Y + 4}
          text-anchor="middle"
        >
          {wash.text}
        </text>
      )}
    </>
  )
}

/** While nothing is changed, today stands where the scenario will. */
function RowNames({ left }: { readonly left: number }) {
  const words = messages.value.outcomes.caravan
  return (
    <>
      {!showsToday.value && (
        <text class="c-name" x={left} y={TODAY_Y + 4} text-anchor="end">
          {words.today}
        </text>
      )}
      <text class="c-name c-strong" x={left} y={SCENARIO_Y + 4} text-anchor="end">
        {showsToday.value ? words.today : words.scenario}
      </text>
    </>
  )
}

interface RowProps {
  readonly row: CaravanRow | undefined
  readonly y: number
  readonly when: 'today' | 'scenario'
  readonly left: number
}

function Row({ row, y, when, left }: RowProps) {
  const words = messages.value.outcomes.caravan
  if (row === undefined)
    return (
      <text class={when === 'today' ? 'c-name' : 'c-name c-strong loss'} x={left} y={y + 4}>
        {when === 'today' || showsToday.value ? words.notOpen : words.closed}
      </text>
    )
  return (
    <>
      {row.marks
        .filter(({ look }) => look !== 'wait')
        .map(({ leg, look, from, to }) => (
          <line key={leg.id} class={`c-travel c-${when} c-${look}`} x1={from} x2={to} y1={y} y2={y} />
        ))}
      {row.marks
        .filter(({ look }) => look === 'wait')
        .map(mark => (
          <Bead key={mark.leg.id} mark={mark} y={y} when={when} />
        ))}
    </>
  )
}

function Bead({ mark, y, when }: { readonly mark: CaravanMark; readonly y: number; readonly when: string }) {
  const { leg, from, to, step } = mark
  const height = when === 'today' ? 8 : 15
  const width = Math.max(3, to - from)
  const hollow = leg.quality === 'estimated' && when === 'scenario'
  const inset = hollow ? 1 : 0
  return (
    <rect
      class={when === 'today' ? 'c-bead-today' : `c-bead d${step}${hollow ? ' hollow' : ''}`}
      x={from + inset}
      y={y - height / 2 + inset}
      width={Math.max(2, width - 2 * inset)}
      height={height - 2 * inset}
      rx={leg.kind === 'crossing' ? Math.min(height / 2, width / 2) : 1.5}
    />
  )
}

interface ArrivalsProps {
  readonly layout: CaravanLayout
  readonly at: number
  readonly corridor: CorridorResult
}

function Arrivals({ layout, at, corridor }: ArrivalsProps) {
  const { x, before, after, shorter, arrival, wash } = layout
  const { outcomes } = messages.value
  const write = caravanWords.value.days
  const range = corridor.daysRange.after
  // a way that is not open today has nothing to be compared with
  const look = wash === undefined ? 'zero' : shorter ? 'gain' : 'loss'
  return (
    <>
      {before !== undefined && !showsToday.value && (
        <text class="c-name" x={at} y={TODAY_Y + 4}>
          {outcomes.caravan.inDays(write(before.end))}
        </text>
      )}
      {after !== undefined && (
        <text class="c-arrival" x={at} y={SCENARIO_Y + 4}>
          {outcomes.caravan.inDays(write(after.end))}
        </text>
      )}
      {after !== undefined && arrival !== undefined && range !== null && (
        <>
          <line class={`c-drop ${look}`} x1={x(after.end)} x2={x(after.end)} y1={SCENARIO_Y} y2={RANGE_Y} />
          <rect
            class={`c-range ${look}`}
            x={arrival.from}
            y={RANGE_Y - 3.5}
            width={Math.max(0, arrival.to - arrival.from)}
            height={7}
            rx={3.5}
          />
          <circle class={`c-dot ${look}`} cx={x(after.end)} cy={RANGE_Y} r={4.3} />
          <text class="c-interval" x={at} y={RANGE_Y + 4}>
            {outcomes.numbers.range(write(range.low), write(range.high))}
          </text>
        </>
      )}
    </>
  )
}

function WaitButtons({ row, y }: { readonly row: CaravanRow | undefined; readonly y: number }) {
  const words = caravanWords.value
  const beads = row?.marks.filter(({ look }) => look === 'wait') ?? []
  return (
    <ul>
      {beads.map(({ leg, from, to }) => {
        const width = Math.max(LEAST_TARGET, to - from)
        const [before, after] = [words.hours(leg.hours.before), words.hours(leg.hours.after)]
        const name = waitName(leg)
        const label = before === after ? words.hoursOf(name, after) : words.hoursFromTo(name, before, after)
        return (
          <li
            key={leg.id}
            style={{
              left: `${(from + to - width) / 2}px`,
              top: `${y - TARGET_HEIGHT / 2}px`,
              width: `${width}px`,
              height: `${TARGET_HEIGHT}px`,
            }}
          >
            <button
              type="button"
              aria-label={label}
              title={label}
              onClick={() => {
                const kind = leg.kind === 'terminal' ? 'terminal' : 'crossing'
                selection.value = { kind, placeId: leg.id }
              }}
            />
          </li>
        )
      })}
    </ul>
  )
}
