/** The value of a lever, which can be typed as well. */
import { useId, useState } from 'preact/hooks'
import { messages } from '../../i18n/messages.js'
import type { NumberHandle } from '../../scenario/handles.js'

interface ValueFieldProps {
  readonly handle: NumberHandle
  readonly label: string
  readonly text: (value: number) => string
  readonly unit: string
  readonly onValue: (value: number) => void
}

export function ValueField({ handle, label, text, unit, onValue }: ValueFieldProps) {
  const words = messages.value.levers
  /** What is being typed; undefined while nothing is. */
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const [refused, setRefused] = useState(false)
  const commit = () => {
    if (typed === undefined) return
    const value = Number(
      typed
        .replace(/\u2212/g, '-')
        .replace(',', '.')
        .replace(/[^\d.eE+-]/g, ''),
    )
    const isAllowed = typed.trim() !== '' && value >= handle.low && value <= handle.high
    setRefused(!isAllowed)
    if (!isAllowed) return
    setTyped(undefined)
    if (value !== handle.value) onValue(value)
  }
  const id = useId()
  return (
    <span class="lever-value">
      <input
        type="text"
        inputMode="decimal"
        size={Math.max(3, text(handle.value).length)}
        value={typed ?? text(handle.value)}
        aria-label={label}
        aria-invalid={refused}
        aria-describedby={refused ? id : undefined}
        onInput={event => setTyped(event.currentTarget.value)}
        onFocus={event => event.currentTarget.select()}
        onBlur={commit}
        onKeyDown={event => {
          if (event.key === 'Enter') commit()
          if (event.key === 'Escape') {
            setTyped(undefined)
            setRefused(false)
          }
        }}
      />
      <span>{unit}</span>
      {refused && (
        <span class="lever-refused" id={id} role="alert">
          {words.allowed(`${text(handle.low)} ${unit}`, `${text(handle.high)} ${unit}`)}
        </span>
      )}
    </span>
  )
}
