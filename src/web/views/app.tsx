/** The page: top bar, and the view that is open. */
import { view } from '../state/lab.js'
import { LabView } from './lab/lab-view.js'
import { LazyView } from './lazy-view.js'
import { Notices } from './sharing/notices.js'
import { TopBar } from './top-bar.js'

/** Loaded when first opened. */
const PARTS = {
  bloc: async () => (await import('./bloc/bloc-view.js')).BlocView,
  data: async () => (await import('./data/data-view.js')).DataPage,
  method: async () => (await import('./method/method-view.js')).MethodView,
}

export function App() {
  return (
    <>
      <TopBar />
      <Notices />
      {view.value === 'lab' ? (
        <LabView />
      ) : (
        <LazyView key={view.value} name={view.value} load={PARTS[view.value]} />
      )}
    </>
  )
}
