/** The lab: answer, levers, map, caravan line, outcomes, in the order in which they are read. */
import { selection } from '../../state/lab.js'
import { AnswerPanel } from '../answer/answer-panel.js'
import { CaravanPanel } from '../caravan/caravan-panel.js'
import { MapPanel } from '../map/map-panel.js'
import { OutcomesPanel } from '../outcomes/outcomes-panel.js'

export function LabView() {
  return (
    <main class={selection.value === undefined ? 'lab' : 'lab has-why'}>
      <div class="lab-answer" id="answer">
        <AnswerPanel />
      </div>
      <div class="lab-levers" />
      <div class="lab-map">
        <MapPanel />
      </div>
      <div class="lab-caravan">
        <CaravanPanel />
      </div>
      <div class="lab-outcomes">
        <OutcomesPanel />
      </div>
      {selection.value !== undefined && <div class="lab-why" />}
    </main>
  )
}
