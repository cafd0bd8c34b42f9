/** The page: top bar, and the view that is open. */
import { view } from '../state/lab.js'
import { LabView } from './lab/lab-view.js'
import { TopBar } from './top-bar.js'

export function App() {
  return (
    <>
      <TopBar />
      {view.value === 'lab' && <LabView />}
    </>
  )
}
