/** Copies a citation of the figure; shows it where the browser lets nothing be copied. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { citationText } from '../../export/citation.js'
import { sourcesOf } from '../../export/source-line.js'
import { messages } from '../../i18n/later-messages.js'
import { answer, dataset, result } from '../../state/lab.js'
import { toast } from '../../state/notice.js'
import { linkOf } from '../../state/sharing.js'
import { Modal } from '../export/modal.js'
import { citedFigure } from './cited-figure.js'
import type { Subject } from './subject-records.js'

export function CiteButton({ subject }: { readonly subject: Subject }) {
  const words = messages.value.why.cite
  /** What could not be copied. */
  const [text, setText] = useState<string | undefined>(undefined)
  const cite = async () => {
    const written = await citationOf(subject)
    try {
      await navigator.clipboard.writeText(written)
      toast.value = words.copied
    } catch {
      setText(written)
    }
  }
  return (
    <>
      <button type="button" class="button why-cite" onClick={() => void cite()}>
        {words.button}
      </button>
      {text !== undefined && (
        <Modal title={words.title} onClose={() => setText(undefined)}>
          <p class="chart-note">{words.byHand}</p>
          <Selected text={text} />
        </Modal>
      )}
    </>
  )
}

/** Of the answer that is shown, which may be older than the scenario in hand. */
async function citationOf(subject: Subject): Promise<string> {
  const { written, full } = answer.peek()
  const { program, scenario } = result.peek()
  const { title, version, hash } = dataset.peek()
  const isToday = (written.measures ?? []).length === 0
  const quality = subject.rows[0]?.quality
  return citationText(
    {
      figure: {
        ...citedFigure(subject),
        ...(quality !== undefined && { quality: messages.peek().data.quality[quality] }),
      },
      version: program.version,
      ...(!isToday && { scenario: { title: scenario.title, hash: full?.hash } }),
      dataset: { title, version, hash },
      source: subject.rows[0]?.source ?? sourcesOf(dataset.peek(), subject.tables),
      address: await linkOf(written),
    },
    messages.peek().why.cite,
  )
}

function Selected({ text }: { readonly text: string }) {
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    field.current!.focus()
    field.current!.select()
  }, [])
  return (
    <textarea
      ref={field}
      class="citation"
      readOnly
      rows={9}
      value={text}
      aria-label={messages.value.why.cite.text}
    />
  )
}
