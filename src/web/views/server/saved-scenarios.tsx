/** In the scenario menu: what is saved on this machine. */

import { messages } from '../../i18n/messages.js'
import { inReadersWords } from '../../state/names.js'
import { hasServer, openSaved, removeSaved, saved, saveHere } from '../../state/server.js'
import { RemoveButton } from '../remove-button.js'

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
            {inReadersWords(title)}
            <small>{id}.yaml</small>
          </button>
          <RemoveButton label={words.remove(inReadersWords(title))} onClick={() => removeSaved(id)} />
        </div>
      ))}
      <button type="button" class="menu-item save-here" onClick={saveHere}>
        {words.save}
      </button>
    </>
  )
}
