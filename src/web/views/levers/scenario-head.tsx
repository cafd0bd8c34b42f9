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
  return (
    <div class="scenario-head">
      <p class="caption">{words.scenario}</p>
      <div class="scenario-title">
        <TitleField />
        <Disclosure
          face={<Chevron />}
          label={words.choose}
          buttonClass="button icon bare"
          panel={words.ready}
        >
          {close => <ReadyList onChosen={close} />}
        </Disclosure>
      </div>
      <p class="caption">{summary()}</p>
    </div>
  )
}

/** The same in the top bar of a phone, all of it behind the title. */
export function ScenarioMenu() {
  const words = messages.value.levers
  const title = titleNow()
  return (
    <div class="scenario-title">
      <Disclosure
        face={
          <>
            <span class="scenario-name">{title}</span>
            <Chevron />
          </>
        }
        label={`${words.choose}: ${title}`}
        buttonClass="button bare scenario-button"
        panel={words.ready}
      >
        {close => (
          <>
            <TitleField />
            <p class="caption">{summary()}</p>
            <ReadyList onChosen={close} />
          </>
        )}
      </Disclosure>
    </div>
  )
}

function TitleField() {
  return (
    <input
      type="text"
      value={titleNow()}
      aria-label={messages.value.levers.title}
      maxLength={120}
      onChange={event => changeScenario(setTitle(scenario.peek(), event.currentTarget.value))}
    />
  )
}

function Chevron() {
  return (
    <svg class="icon" width="14" height="14" viewBox="0 0 12 12" aria-hidden="true">
      <path d="M2 4l4 4 4-4" />
    </svg>
  )
}

function titleNow(): string {
  const words = messages.value.levers
  const written = scenario.value
  if (written.title !== undefined) return inReadersWords(written.title)
  return measuresOf(written).length === 0 ? words.untitled : words.custom
}

function summary(): string {
  const owners = new Set(levers.value.flatMap(lever => (lever.index === undefined ? [] : lever.owners)))
  return messages.value.levers.summary(measuresOf(scenario.value).length, owners.size)
}

function ReadyList({ onChosen }: { readonly onChosen: () => void }) {
  const words = messages.value.levers
  const [all, setAll] = useState<readonly ReadyScenario[]>([])
  useEffect(() => {
    readyScenarios().then(setAll, () => setAll([]))
  }, [])
  const open = async ({ name, yaml }: ReadyScenario) => {
    // At once: a reader of YAML that is slow to come would else close what has been opened again since.
    onChosen()
    openScenario({ ...(await readyScenario(yaml)), name })
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
