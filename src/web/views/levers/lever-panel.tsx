/** The levers in their groups, under the scenario that they make. */
import { useState } from 'preact/hooks'
import { messages } from '../../i18n/messages.js'
import { GROUPS } from '../../scenario/levers.js'
import { fault } from '../../state/lab.js'
import { resetAll } from '../../state/levers.js'
import { isPhone } from '../../state/screen.js'
import { IssueList } from '../sharing/issue-list.js'
import { AddMeasure } from './add-measure.js'
import { LeverGroup } from './lever-group.js'
import { LeverTabs } from './lever-tabs.js'
import { ScenarioHead } from './scenario-head.js'

export function LeverPanel() {
  const words = messages.value.levers
  const [adding, setAdding] = useState(false)
  return (
    <section class="lever-panel" aria-label={words.region}>
      {!isPhone.value && <ScenarioHead />}
      <FaultNote />
      {isPhone.value ? (
        <LeverTabs />
      ) : (
        <div class="lever-groups">
          {GROUPS.map(group => (
            <LeverGroup key={group} group={group} />
          ))}
        </div>
      )}
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

/** Why the scenario as it stands has no answer. */
function FaultNote() {
  const words = messages.value.levers
  if (fault.value === undefined) return null
  return (
    <div class="lever-fault" role="alert">
      <p>
        <strong>{words.faultTitle}</strong>
      </p>
      <IssueList issues={fault.value.issues} />
      <p>{words.faultKept}</p>
    </div>
  )
}
