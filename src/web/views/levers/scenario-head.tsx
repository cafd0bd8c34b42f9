/** The scenario in hand: its title, what it holds, and the ready ones to start from. */
import { useEffect, useState } from 'preact/hooks'
import { messages } from '../../i18n/messages.js'
import { measuresOf, setTitle } from '../../scenario/operations.js'
import { TODAY } from '../../scenario/written.js'
import { readyScenario } from '../../scenario/yaml.js'
import { changeScenario } from '../../state/history.js'
import { scenario } from '../../state/lab.js'
import { levers, openScenario, resetAll } from '../../state/levers.js'
import { inReadersWords } from '../../state/names.js'
import { type ReadyScenario, readyScenarios } from '../../state/ready-scenarios.js'
import { Disclosure } from '../export/disclosure.js'
import { SavedScenarios } from '../server/saved-scenarios.js'

export function ScenarioHead() {
  const words = messages.value.levers
  const written = scenario.value
  const count = measuresOf(written).length
  const owners = new Set(levers.value.flatMap(lever => (lever.index === undefined ? [] : lever.owners)))
  const unnamed = count === 0 ? words.untitled : words.custom
  const title = written.title === undefined ? unnamed : inReadersWords(written.title)
  return (
    <div class="scenario-head">
      <p class="caption">{words.scenario}</p>
      <div class="scenario-title">
        <input
          type="text"
          value={title}
          aria-label={words.title}
          maxLength={120}
          onChange={event => changeScenario(setTitle(scenario.peek(), event.currentTarget.value))}
        />
        <Disclosure
          face={
            <svg class="icon" width="14" height="14" viewBox="0 0 12 12" aria-hidden="true">
              <path d="M2 4l4 4 4-4" />
            </svg>
          }
          label={words.choose}
          buttonClass="button icon bare"
          panel={words.ready}
        >
          {close => <ReadyList onChosen={close} />}
        </Disclosure>
      </div>
      <p class="caption">{words.summary(count, owners.size)}</p>
    </div>
  )
}

function ReadyList({ onChosen }: { readonly onChosen: () => void }) {
  const words = messages.value.levers
  const [all, setAll] = useState<readonly ReadyScenario[]>([])
  useEffect(() => {
    readyScenarios().then(setAll, () => setAll([]))
  }, [])
  const open = async ({ name, yaml }: ReadyScenario) => {
    openScenario({ ...(await readyScenario(yaml)), name })
    onChosen()
  }
  return (
    <div class="ready-list">
      <button
        type="button"
        class="menu-item"
        disabled={scenario.value === TODAY}
        onClick={() => {
          resetAll()
          onChosen()
        }}
      >
        {words.today}
      </button>
      <h2>{words.ready}</h2>
      {all.map(ready => (
        <button
          type="button"
          class="menu-item"
          key={ready.name}
          data-ready={ready.name}
          onClick={() => open(ready)}
        >
          {inReadersWords(ready.title)}
          <small>{inReadersWords(ready.description)}</small>
        </button>
      ))}
      <SavedScenarios onChosen={onChosen} />
    </div>
  )
}
