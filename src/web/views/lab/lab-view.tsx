/** The lab: answer, levers, map, caravan line, outcomes, in the order in which they are read. */
import { result } from '../../state/lab.js'

export function LabView() {
  return (
    <main class="lab">
      <h1>{result.value.scenario.title}</h1>
    </main>
  )
}
