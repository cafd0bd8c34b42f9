/** In the scenario menu: what is saved on this machine. */
import { messages } from '../../i18n/messages.js'
import { hasServer, openSaved, removeSaved, saved, saveHere } from '../../state/server.js'

export function SavedScenarios({ onChosen }: { readonly onChosen: () => void }) {
  if (!hasServer.value) return null
  const words = messages.value.server
  return (
    <>
      <h2>{words.saved}</h2>
      {saved.value.length === 0 && <p class="reason">{words.none}</p>}
      {saved.value.map(({ id, title }) => (
        <div class="saved-scenario" key={id}>
          <button
            type="button"
            class="menu-item"
            data-saved={id}
            onClick={() => {
              openSaved(id)
              onChosen()
            }}
          >
            {title}
            <small>{id}.yaml</small>
          </button>
          <button
            type="button"
            class="lever-reset"
            aria-label={words.remove(title)}
            onClick={() => removeSaved(id)}
          >
            <svg class="icon" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
              <path d="M3 3l8 8M11 3l-8 8" />
            </svg>
          </button>
        </div>
      ))}
      <button type="button" class="menu-item save-here" onClick={saveHere}>
        {words.save}
      </button>
    </>
  )
}
