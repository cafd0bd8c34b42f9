/** The levers in their groups, under the scenario that they make. */
import { useEffect, useState } from 'preact/hooks'
import { formatIssue } from '../../../errors.js'
import { messages } from '../../i18n/messages.js'
import { GROUPS, type Group, type Lever } from '../../scenario/levers.js'
import { fault } from '../../state/lab.js'
import { levers, resetAll, wantedLever } from '../../state/levers.js'
import { isPhone } from '../../state/screen.js'
import { AddMeasure } from './add-measure.js'
import { LeverRow } from './lever-row.js'
import { ScenarioHead } from './scenario-head.js'

export function LeverPanel() {
  const words = messages.value.levers
  const [adding, setAdding] = useState(false)
  return (
    <section class="lever-panel" aria-label={words.region}>
      {!isPhone.value && <ScenarioHead />}
      <FaultNote />
      <div class="lever-groups">
        {GROUPS.map(group => (
          <LeverGroup key={group} group={group} levers={levers.value.filter(each => each.group === group)} />
        ))}
      </div>
      <div class="lever-foot">
        <button type="button" class="button" onClick={() => setAdding(true)}>
          {words.add}
        </button>
        <button type="button" class="button bare" onClick={resetAll}>
          {words.resetAll}
        </button>
      </div>
      {adding && <AddMeasure onClose={() => setAdding(false)} />}
    </section>
  )
}

interface LeverGroupProps {
  readonly group: Group
  readonly levers: readonly Lever[]
}

function LeverGroup({ group, levers: all }: LeverGroupProps) {
  const words = messages.value.levers
  const changed = all.filter(({ index }) => index !== undefined).length
  /** The reader's own wish; without one a group is open while something of it is changed. */
  const [wish, setWish] = useState<boolean | undefined>(undefined)
  const isWanted = all.some(({ key }) => key === wantedLever.value)
  useEffect(() => {
    if (isWanted) setWish(true)
  }, [isWanted])
  const open = wish ?? (changed > 0 || group === 'corridors')
  const id = `levers-${group}`
  return (
    <div class="lever-group">
      <h3>
        <button type="button" aria-expanded={open} aria-controls={id} onClick={() => setWish(!open)}>
          <svg class="icon" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
            <path d={open ? 'M2 4l4 4 4-4' : 'M4 2l4 4-4 4'} />
          </svg>
          <span>{words.groups[group]}</span>
          <span class={changed > 0 ? 'group-state is-changed' : 'group-state'}>
            {changed > 0 ? words.changed(changed) : words.asToday}
          </span>
        </button>
      </h3>
      <div id={id} hidden={!open}>
        {open && all.map(lever => <LeverRow key={lever.key} lever={lever} />)}
      </div>
    </div>
  )
}

/** Why the scenario as it stands has no answer. */
function FaultNote() {
  const words = messages.value.levers
  if (fault.value === undefined) return null
  return (
    <div class="lever-fault" role="alert">
      <p>
        <strong>{words.faultTitle}</strong>
      </p>
      <ul>
        {fault.value.issues.map(issue => (
          <li key={formatIssue(issue)}>{formatIssue(issue)}</li>
        ))}
      </ul>
      <p>{words.faultKept}</p>
    </div>
  )
}
