/** The why panel is loaded when it is first opened. */
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { messages } from '../../i18n/messages.js'

let loaded: ComponentType | undefined

export function LazyWhy() {
  const [failed, setFailed] = useState(false)
  const [, setReady] = useState(loaded !== undefined)
  useEffect(() => {
    if (loaded !== undefined) return
    import('./why-panel.js').then(
      ({ WhyPanel }) => {
        loaded = WhyPanel
        setReady(true)
      },
      () => setFailed(true),
    )
  }, [])
  const Panel = loaded
  if (Panel !== undefined) return <Panel />
  return failed ? <p class="failure">{messages.value.shell.partFailed}</p> : null
}
