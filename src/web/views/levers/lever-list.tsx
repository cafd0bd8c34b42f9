/** The first levers of a group, and the rest one click away. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { messages } from '../../i18n/messages.js'
import { firstLevers, type Group, type Lever } from '../../scenario/levers.js'
import { touched } from '../../state/levers.js'
import { focusLever, LeverRow } from './lever-row.js'
import { RateSwitch } from './rate-switch.js'

interface LeverListProps {
  readonly group: Group
  /** All of the group. */
  readonly levers: readonly Lever[]
}

export function LeverList({ group, levers: all }: LeverListProps) {
  const words = messages.value.levers
  const [isWhole, setWhole] = useState(false)
  const first = firstLevers(group, all, key => touched.value.has(key))
  const rest = all.length - first.length
  const frame = useRef<HTMLDivElement>(null)
  /** What to go to once the rest is there. */
  const next = useRef<string | undefined>(undefined)
  useEffect(() => {
    const row = [...frame.current!.children].find(each => each.getAttribute('data-lever') === next.current)
    next.current = undefined
    if (row !== undefined) focusLever(row)
  }, [isWhole])
  const toggle = () => {
    if (!isWhole) next.current = all.find(lever => !first.includes(lever))?.key
    setWhole(!isWhole)
  }
  const label = isWhole ? words.fewer : words.more(rest)
  return (
    <div ref={frame}>
      {(isWhole ? all : first).map(lever => (
        <LeverRow key={lever.key} lever={lever} />
      ))}
      {rest > 0 && (
        <button
          type="button"
          class="link lever-more"
          aria-expanded={isWhole}
          aria-label={`${label}: ${words.groups[group]}`}
          onClick={toggle}
        >
          {label}
        </button>
      )}
      {group === 'shocks' && <RateSwitch />}
    </div>
  )
}
