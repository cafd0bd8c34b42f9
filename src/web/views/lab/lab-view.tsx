/** The lab: answer, levers, map, caravan line, outcomes, in the order in which they are read. */
import { selection } from '../../state/lab.js'
import { LeverPanel } from '../levers/lever-panel.js'
import { MapPanel } from '../map/map-panel.js'

export function LabView() {
  return (
    <main class={selection.value === undefined ? 'lab' : 'lab has-why'}>
      <div class="lab-answer" id="answer" />
      <div class="lab-levers">
        <LeverPanel />
      </div>
      <div class="lab-map">
        <MapPanel />
      </div>
      <div class="lab-caravan" />
      <div class="lab-outcomes" />
      {selection.value !== undefined && <div class="lab-why" />}
    </main>
  )
}
