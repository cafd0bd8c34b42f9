/** What went wrong with something that was opened, what went well, and where a file may be dropped. */
import { useEffect, useState } from 'preact/hooks'
import { messages } from '../../i18n/messages.js'
import { TOAST_TIME, toast, trouble } from '../../state/notice.js'
import { openFile } from '../../state/sharing.js'
import { IssueList } from './issue-list.js'

export function Notices() {
  return (
    <>
      <DropTarget />
      {trouble.value !== undefined && <TroubleNotice />}
      <div role="status" class="toast-place">
        {toast.value !== undefined && <Toast key={toast.value} text={toast.value} />}
      </div>
    </>
  )
}

function TroubleNotice() {
  const words = messages.value.sharing
  const { title, issues } = trouble.value!
  return (
    <section class="trouble" role="alert">
      <div>
        <p class="trouble-title">{title}</p>
        {issues !== undefined && <IssueList issues={issues} />}
        <p>{words.kept}</p>
      </div>
      <button
        type="button"
        class="button"
        onClick={() => {
          trouble.value = undefined
        }}
      >
        {words.close}
      </button>
    </section>
  )
}

function Toast({ text }: { readonly text: string }) {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => {
      toast.value = undefined
    }, TOAST_TIME)
    return () => clearTimeout(timer)
  }, [held])
  return (
    <p class="toast" onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)}>
      {text}
    </p>
  )
}

/** The whole page takes a file while one is dragged over it. */
function DropTarget() {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const hasFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const onOver = (event: DragEvent) => {
      if (!hasFile(event)) return
      event.preventDefault()
      setOver(true)
    }
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      if (!hasFile(event)) return
      event.preventDefault()
      setOver(false)
      const file = event.dataTransfer!.files[0]
      if (file !== undefined) openFile(file)
    }
    addEventListener('dragover', onOver)
    addEventListener('dragleave', onLeave)
    addEventListener('drop', onDrop)
    return () => {
      removeEventListener('dragover', onOver)
      removeEventListener('dragleave', onLeave)
      removeEventListener('drop', onDrop)
    }
  }, [])
  return over ? <p class="drop-here">{messages.value.sharing.dropHere}</p> : null
}
