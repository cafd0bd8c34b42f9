/** The top bar of a phone: the scenario, undo, share, and a menu with everything else that a wide bar shows. */
import { messages } from '../../i18n/messages.js'
import { comparing, toggleComparison } from '../../state/compare.js'
import { startGuide } from '../../state/guide.js'
import { canRedo, redo } from '../../state/history.js'
import { view } from '../../state/lab.js'
import { BrandMark } from '../brand-mark.js'
import { Disclosure } from '../export/disclosure.js'
import { LanguageChoice } from '../language-choice.js'
import { UndoButton } from '../levers/history-tools.js'
import { ScenarioMenu } from '../levers/scenario-head.js'
import { PartsNavigation } from '../parts-navigation.js'
import { chooseFile, ShareButton } from '../sharing/share-tools.js'
import { showResults } from './show-results.js'

export function PhoneBar() {
  const words = messages.value.shell
  return (
    <>
      <BrandMark />
      {view.value === 'lab' ? <ScenarioMenu /> : <span class="phone-part">{words.views[view.value]}</span>}
      <UndoButton />
      <ShareButton />
      <Disclosure
        face={
          <svg class="icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
            <path d="M2.5 4.500h11M2.500 8h11M2.500 11.500h11" />
          </svg>
        }
        label={words.more}
        buttonClass="button icon tool-more"
        panel={words.more}
      >
        {close => <MoreItems onChosen={close} />}
      </Disclosure>
    </>
  )
}

function MoreItems({ onChosen }: { readonly onChosen: () => void }) {
  const { levers, compare, sharing, guide } = messages.value
  const item = (name: string, label: string, act: () => void, disabled = false) => (
    <button
      type="button"
      class={`menu-item tool-${name}`}
      disabled={disabled}
      onClick={() => {
        act()
        onChosen()
      }}
    >
      {label}
    </button>
  )
  return (
    <div class="more-items">
      <PartsNavigation onChosen={onChosen} />
      {item('redo', levers.redo, redo, !canRedo.value)}
      {item('compare', comparing.value && view.value === 'lab' ? compare.stop : compare.button, compareHere)}
      {item('open', sharing.openLabel, chooseFile)}
      {item('guide', guide.again, startGuide)}
      <LanguageChoice />
    </div>
  )
}

function compareHere(): void {
  toggleComparison()
  showResults()
}
