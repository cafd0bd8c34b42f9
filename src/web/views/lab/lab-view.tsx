/** The lab: answer, levers, map, caravan line, outcomes, in the order in which they are read. */
import { signal } from '@preact/signals'
import { messages } from '../../i18n/messages.js'
import { compared, comparing } from '../../state/compare.js'
import { selection } from '../../state/lab.js'
import { AnswerPanel } from '../answer/answer-panel.js'
import { CaravanPanel } from '../caravan/caravan-panel.js'
import { ComparePanel } from '../compare/compare-panel.js'
import { GuideCard } from '../guide/guide.js'
import { LazyView } from '../lazy-view.js'
import { LeverPanel } from '../levers/lever-panel.js'
import { MapPanel } from '../map/map-panel.js'
import { OutcomesPanel } from '../outcomes/outcomes-panel.js'

export function LabView() {
  return (
    <main class={selection.value === undefined ? 'lab' : 'lab has-why'} data-tab={phoneTab.value}>
      <div class="lab-answer" id="answer">
        <AnswerPanel />
        <GuideCard of="read" />
      </div>
      <div class="lab-levers">
        <LeverPanel />
        <GuideCard of="move" />
      </div>
      <div class="lab-map">
        <MapPanel />
      </div>
      <div class="lab-caravan">
        <CaravanPanel />
      </div>
      <div class="lab-outcomes">
        {comparing.value && compared.value.length > 0 ? <ComparePanel /> : <OutcomesPanel />}
        <GuideCard of="open" />
      </div>
      {selection.value !== undefined && (
        <div class="lab-why">
          <LazyView name="why" load={loadWhy} isPart />
        </div>
      )}
      <PhoneTabs />
    </main>
  )
}

const loadWhy = async () => (await import('../why/why-panel.js')).WhyPanel

/** What a narrow screen shows under the map. */
const phoneTab = signal<'levers' | 'results'>('levers')

function PhoneTabs() {
  const { tabs } = messages.value.shell
  return (
    <nav class="phone-tabs" aria-label={tabs.label}>
      {(['levers', 'results'] as const).map(each => (
        <button
          type="button"
          key={each}
          aria-pressed={phoneTab.value === each}
          onClick={() => {
            phoneTab.value = each
          }}
        >
          {tabs[each]}
        </button>
      ))}
    </nav>
  )
}
