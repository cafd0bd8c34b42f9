/** The lab: answer, levers, map, caravan line, outcomes, in the order in which they are read. */
import { useRef } from 'preact/hooks'
import { compared, comparing } from '../../state/compare.js'
import { selection } from '../../state/lab.js'
import { isPhone, sheet } from '../../state/screen.js'
import { AnswerPanel } from '../answer/answer-panel.js'
import { CaravanPanel } from '../caravan/caravan-panel.js'
import { ComparePanel } from '../compare/compare-panel.js'
import { GuideCard } from '../guide/guide.js'
import { LazyView } from '../lazy-view.js'
import { LeverPanel } from '../levers/lever-panel.js'
import { MapPanel } from '../map/map-panel.js'
import { OutcomesPanel } from '../outcomes/outcomes-panel.js'
import { PhoneTabs } from '../phone/phone-tabs.js'
import { SheetHandle } from '../phone/sheet-handle.js'

export function LabView() {
  const levers = useRef<HTMLDivElement>(null)
  return (
    <main class={selection.value === undefined ? 'lab' : 'lab has-why'} data-sheet={sheet.value}>
      <div class="lab-answer" id="answer">
        <AnswerPanel />
        <GuideCard of="read" />
      </div>
      <div class="lab-levers" ref={levers}>
        {isPhone.value && <SheetHandle of={levers} />}
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
      {isPhone.value && <PhoneTabs />}
    </main>
  )
}

const loadWhy = async () => (await import('../why/why-panel.js')).WhyPanel
