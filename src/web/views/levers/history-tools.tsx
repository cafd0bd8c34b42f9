/** Undo and redo, as buttons and as keys. */
import { useEffect } from 'preact/hooks'
import { messages } from '../../i18n/messages.js'
import { canRedo, canUndo, redo, undo } from '../../state/history.js'

/** Ctrl+Z and its like, wherever the focus is. */
export function useHistoryKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || isTyping(event.target)) return
      const key = event.key.toLowerCase()
      const wanted = key === 'y' || (key === 'z' && event.shiftKey) ? redo : key === 'z' ? undo : undefined
      if (wanted === undefined) return
      event.preventDefault()
      wanted()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
}

export function UndoButton() {
  return (
    <Tool
      label={messages.value.levers.undo}
      path="M3 6h6.5a3.5 3.5 0 0 1 0 7H7M6 3L3 6l3 3"
      disabled={!canUndo.value}
      onClick={undo}
    />
  )
}

export function RedoButton() {
  return (
    <Tool
      label={messages.value.levers.redo}
      path="M13 6H6.5a3.5 3.5 0 0 0 0 7H9M10 3l3 3-3 3"
      disabled={!canRedo.value}
      onClick={redo}
    />
  )
}

/** In a text field the keys are the field's own. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type !== 'range' && target.type !== 'checkbox'
}

interface ToolProps {
  readonly label: string
  readonly path: string
  readonly disabled: boolean
  readonly onClick: () => void
}

function Tool({ label, path, disabled, onClick }: ToolProps) {
  return (
    <button
      type="button"
      class="button icon"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      <svg class="icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path d={path} />
      </svg>
    </button>
  )
}
