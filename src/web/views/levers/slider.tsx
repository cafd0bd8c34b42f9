/** A slider with a tick at today's value and the stretch between today and now. */
import { useRef } from 'preact/hooks'
import type { NumberHandle } from '../../scenario/handles.js'
import { dragging } from '../../state/lab.js'

interface SliderProps {
  readonly handle: NumberHandle
  readonly label: string
  /** The value in words, unit and all. */
  readonly valueText: string
  readonly isChanged: boolean
  readonly onValue: (value: number, gesture: unknown) => void
}

export function Slider({ handle, label, valueText, isChanged, onValue }: SliderProps) {
  const { value, today, low, high, step } = handle
  const gesture = useRef<object>({})
  const place = (at: number) => `${(100 * (at - low)) / (high - low)}%`
  const begin = () => {
    gesture.current = {}
  }
  const end = () => {
    dragging.value = false
  }
  const from = Math.min(value, today ?? value)
  const to = Math.max(value, today ?? value)
  return (
    <div class={isChanged ? 'slider is-changed' : 'slider'}>
      <div class="slider-track" aria-hidden="true">
        <div
          class="slider-stretch"
          style={{ insetInlineStart: place(from), width: `calc(${place(to)} - ${place(from)})` }}
        />
        {today !== undefined && <div class="slider-today" style={{ insetInlineStart: place(today) }} />}
      </div>
      <input
        type="range"
        min={low}
        max={high}
        step={step}
        value={value}
        aria-label={label}
        aria-valuetext={valueText}
        onPointerDown={() => {
          begin()
          dragging.value = true
        }}
        onPointerUp={end}
        onPointerCancel={end}
        onBlur={end}
        onKeyDown={event => {
          if (!event.repeat) begin()
        }}
        onInput={event => onValue(event.currentTarget.valueAsNumber, gesture.current)}
      />
    </div>
  )
}
