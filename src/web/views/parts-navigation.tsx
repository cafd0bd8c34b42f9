/** The parts of the page. */
import { messages } from '../i18n/messages.js'
import { type View, view } from '../state/lab.js'

const VIEWS: readonly View[] = ['lab', 'bloc', 'data', 'method']

export function PartsNavigation({ onChosen }: { readonly onChosen?: () => void }) {
  const words = messages.value.shell
  return (
    <nav aria-label={words.navigation}>
      {VIEWS.map(each => (
        <button
          type="button"
          class="tab"
          aria-current={view.value === each ? 'page' : undefined}
          onClick={() => {
            view.value = each
            onChosen?.()
          }}
        >
          {words.views[each]}
        </button>
      ))}
    </nav>
  )
}
