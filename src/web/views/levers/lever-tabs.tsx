/** The groups of levers on a phone: all in one line, the levers of one under it. */
import { useEffect, useRef } from 'preact/hooks'
import { messages } from '../../i18n/messages.js'
import { GROUPS, type Group } from '../../scenario/levers.js'
import { changedIn, chosenGroup, levers } from '../../state/levers.js'
import { LeverList } from './lever-list.js'

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 }

export function LeverTabs() {
  const words = messages.value.levers
  const chosen = chosenGroup.value ?? GROUPS.find(group => changedIn(group) > 0) ?? GROUPS[0]
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    bar
      .current!.querySelector('[aria-selected="true"]')!
      .scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [chosen])
  const onKeyDown = ({ key }: KeyboardEvent) => {
    const step = STEPS[key]
    if (step === undefined) return
    const at = (GROUPS.indexOf(chosen) + step + GROUPS.length) % GROUPS.length
    chosenGroup.value = GROUPS[at]
    bar.current!.querySelectorAll<HTMLElement>('[role="tab"]')[at]!.focus()
  }
  return (
    <>
      <div class="lever-tabs" role="tablist" aria-label={words.region} ref={bar} onKeyDown={onKeyDown}>
        {GROUPS.map(group => (
          <LeverTab key={group} group={group} changed={changedIn(group)} isChosen={group === chosen} />
        ))}
      </div>
      <div class="lever-list" role="tabpanel" id="levers-shown" aria-labelledby={`tab-${chosen}`}>
        <LeverList key={chosen} group={chosen} levers={levers.value.filter(each => each.group === chosen)} />
      </div>
    </>
  )
}

interface LeverTabProps {
  readonly group: Group
  readonly changed: number
  readonly isChosen: boolean
}

function LeverTab({ group, changed, isChosen }: LeverTabProps) {
  const words = messages.value.levers
  return (
    <button
      type="button"
      role="tab"
      id={`tab-${group}`}
      aria-selected={isChosen}
      aria-controls="levers-shown"
      tabIndex={isChosen ? 0 : -1}
      onClick={() => {
        chosenGroup.value = group
      }}
    >
      {words.tabs[group]}
      {changed > 0 && (
        <>
          <b aria-hidden="true">{changed}</b>
          <span class="visually-hidden">, {words.changed(changed)}</span>
        </>
      )}
    </button>
  )
}
