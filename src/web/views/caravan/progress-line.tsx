/** Loading, as a caravan line that fills. */
import { messages } from '../../i18n/messages.js'

/** Beads of the line, from 0 to 1. */
const BEADS = [
  [0.22, 0.34],
  [0.58, 0.72],
] as const

interface ProgressLineProps {
  /** 0–1. */
  readonly done: number
  readonly label?: string
}

export function ProgressLine({ done, label = messages.value.answer.computing }: ProgressLineProps) {
  const percent = (share: number) => `${100 * share}%`
  return (
    <div
      class="progress-line"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(100 * done)}
    >
      <svg width="100%" height="10" aria-hidden="true">
        <line class="c-grid" x1="0" x2="100%" y1="5" y2="5" />
        <line class="progress-done" x1="0" x2={percent(done)} y1="5" y2="5" />
        {BEADS.map(([from, to]) => (
          <rect
            key={from}
            class={done >= to ? 'progress-bead is-done' : 'progress-bead'}
            x={percent(from)}
            width={percent(to - from)}
            y="1.5"
            height="7"
            rx="3.5"
          />
        ))}
      </svg>
    </div>
  )
}
