/** Opens a scenario file, copies the scenario's link. */
import { messages } from '../../i18n/messages.js'
import { copyLink, openFile } from '../../state/sharing.js'

const INPUT = 'scenario-file'

/** Stands in the page as long as the page does: what asks for the file may be gone when the reader has chosen one. */
export function FileInput() {
  return (
    <input
      id={INPUT}
      class="visually-hidden"
      type="file"
      accept=".yaml,.yml,application/yaml"
      aria-label={messages.value.sharing.openLabel}
      tabIndex={-1}
      onChange={event => {
        const file = event.currentTarget.files?.[0]
        event.currentTarget.value = ''
        if (file !== undefined) openFile(file)
      }}
    />
  )
}

export function chooseFile(): void {
  document.getElementById(INPUT)!.click()
}

export function OpenButton() {
  const words = messages.value.sharing
  return (
    <button type="button" class="button tool-open" title={words.openLabel} onClick={chooseFile}>
      <Icon path="M2.5 12.5v-9h4l1.5 2h5.5v2M2.5 12.5l2-5h10l-2 5z" />
      <span class="tool-label">{words.open}</span>
    </button>
  )
}

export function ShareButton() {
  const words = messages.value.sharing
  return (
    <button type="button" class="button tool-share" title={words.shareLabel} onClick={() => copyLink()}>
      <Icon path="M8 10V2M5 5l3-3 3 3M3 8v5.5h10V8" />
      <span class="tool-label">{words.share}</span>
    </button>
  )
}

function Icon({ path }: { readonly path: string }) {
  return (
    <svg class="icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d={path} />
    </svg>
  )
}
