/** A figure today and in the scenario, drawn: today's bar in grey above the scenario's. */
import type { Range } from '../../../index.js'
import { type IntervalScale, intervalScale } from '../../../report/charts/interval.js'

import { messages } from '../../i18n/later-messages.js'
import type { Level } from './subject-records.js'

export function LevelFigure({ level }: { readonly level: Level }) {
  const { why: words } = messages.value
  const { before, after, beforeText, afterText } = level
  const scale = intervalScale(before === undefined ? [after] : [before, after])
  const isChanged = beforeText !== undefined && beforeText !== afterText
  return (
    <div class="level">
      <p class="level-label">
        {level.label}
        {before !== undefined && `; ${words.greyIsToday}`}
      </p>
      <p class="level-value">
        {isChanged && (
          <>
            <span class="level-before">
              <span class="visually-hidden">{words.today} </span>
              {beforeText}
            </span>
            <svg class="icon-drawing" width="18" height="12" viewBox="0 0 18 12" aria-hidden="true">
              <path d="M1 6h15M11.5 1.5 16 6l-4.500 4.5" />
            </svg>
            <span class="visually-hidden">{words.scenario}</span>
          </>
        )}
        <b>{afterText}</b> <span class="level-unit">{level.unit}</span>
        <span class="level-interval">{level.interval}</span>
      </p>
      <svg
        class={`level-bars is-${level.token}`}
        width="100%"
        height={before === undefined ? 16 : 28}
        aria-hidden="true"
      >
        <line class="c-zero" x1={at(scale, 0)} x2={at(scale, 0)} y1="0" y2="100%" />
        {before !== undefined && <Bar range={before} y={8} scale={scale} look="is-today" hollow={false} />}
        <Bar
          range={after}
          y={before === undefined ? 8 : 20}
          scale={scale}
          look="is-scenario"
          hollow={level.estimated}
        />
      </svg>
    </div>
  )
}

function at(scale: IntervalScale, value: number): string {
  return `${Math.round(100 * scale.at(value)) / 100}%`
}

interface BarProps {
  readonly range: Range
  readonly y: number
  readonly scale: IntervalScale
  readonly look: string
  readonly hollow: boolean
}

function Bar({ range: { value, low, high }, y, scale, look, hollow }: BarProps) {
  const width = Math.max(0, scale.at(high) - scale.at(low))
  return (
    <g class={look}>
      {width > 0 && (
        <rect class="level-bar" x={at(scale, low)} width={`${width}%`} y={y - 3.5} height="7" rx="3.5" />
      )}
      <circle
        class={hollow ? 'level-dot is-hollow' : 'level-dot'}
        cx={at(scale, value)}
        cy={y}
        r={hollow ? 3.6 : 4.3}
      />
    </g>
  )
}
