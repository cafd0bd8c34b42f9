/** A dialog over the page; Escape and its button close it, and focus goes back to what opened it. */
import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { messages } from '../../i18n/messages.js'

interface ModalProps {
  readonly title: string
  readonly onClose: () => void
  /** Buttons beside the title. */
  readonly actions?: ComponentChildren
  readonly children: ComponentChildren
}

/** Open while it is rendered. */
export function Modal({ title, onClose, actions, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  // Before it is painted: an Escape at once would find nothing to close, and the dialog would open after it.
  useLayoutEffect(() => dialog.current!.showModal(), [])
  return (
    <dialog class="modal" ref={dialog} aria-labelledby={id} onClose={onClose}>
      <header>
        <h2 id={id}>{title}</h2>
        {actions}
        <button type="button" class="button" onClick={() => dialog.current!.close()}>
          {messages.value.exporting.close}
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="modal-body" tabIndex={0} aria-label={title}>
        {children}
      </section>
    </dialog>
  )
}
