/** A button that opens a small panel below it; Escape and a click elsewhere close it. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

interface DisclosureProps {
  /** What the button shows. */
  readonly face: ComponentChildren
  /** Name of a button that shows an icon alone. */
  readonly label?: string
  readonly buttonClass: string
  /** Name of the panel. */
  readonly panel: string
  readonly children: (close: () => void) => ComponentChildren
}

export function Disclosure({ face, label, buttonClass, panel, children }: DisclosureProps) {
  const [open, setOpen] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpen(false)
    button.current?.focus({ preventScroll: true })
  }
  useEffect(() => {
    if (!open) return
    const elsewhere = (event: Event) => {
      if (!frame.current!.contains(event.target as Node)) setOpen(false)
    }
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setOpen(false)
      button.current!.focus({ preventScroll: true })
    }
    document.addEventListener('keydown', onEscape)
    document.addEventListener('pointerdown', elsewhere)
    document.addEventListener('focusin', elsewhere)
    return () => {
      document.removeEventListener('keydown', onEscape)
      document.removeEventListener('pointerdown', elsewhere)
      document.removeEventListener('focusin', elsewhere)
    }
  }, [open])
  return (
    <div class="disclosure" ref={frame}>
      <button
        type="button"
        class={buttonClass}
        ref={button}
        aria-expanded={open}
        aria-label={label}
        title={label}
        onClick={() => setOpen(!open)}
      >
        {face}
      </button>
      {open && (
        <section class="disclosure-panel" aria-label={panel}>
          {children(close)}
        </section>
      )}
    </div>
  )
}
