/** In the top bar: open a scenario file, copy the scenario's link. */
import { useRef } from 'preact/hooks'
import { messages } from '../../i18n/messages.js'
import { copyLink, openFile } from '../../state/sharing.js'

export function ShareTools() {
  const words = messages.value.sharing
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        class="visually-hidden"
        type="file"
        accept=".yaml,.yml,application/yaml"
        aria-label={words.openLabel}
        tabIndex={-1}
        onChange={event => {
          const file = event.currentTarget.files?.[0]
          event.currentTarget.value = ''
          if (file !== undefined) openFile(file)
        }}
      />
      <button
        type="button"
        class="button tool-open"
        title={words.openLabel}
        onClick={() => input.current!.click()}
      >
        <Icon path="M2.5 12.5v-9h4l1.5 2h5.5v2M2.5 12.5l2-5h10l-2 5z" />
        <span class="tool-label">{words.open}</span>
      </button>
      <button type="button" class="button tool-share" title={words.shareLabel} onClick={() => copyLink()}>
        <Icon path="M8 10V2M5 5l3-3 3 3M3 8v5.5h10V8" />
        <span class="tool-label">{words.share}</span>
      </button>
    </>
  )
}

function Icon({ path }: { readonly path: string }) {
  return (
    <svg class="icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d={path} />
    </svg>
  )
}
