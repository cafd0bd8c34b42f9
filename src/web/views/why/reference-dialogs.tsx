/** What the words mean, and what this cannot tell: buttons that open them. */
import { useState } from 'preact/hooks'
import { messages } from '../../i18n/later-messages.js'
import { Modal } from '../export/modal.js'

export function GlossaryButton() {
  const { glossary, why } = messages.value
  return <PairsButton title={why.glossary} pairs={Object.values(glossary.terms)} />
}

export function LimitsButton() {
  const { methodLimits, why } = messages.value
  return <PairsButton title={why.cannot} pairs={methodLimits.limits} />
}

interface PairsButtonProps {
  readonly title: string
  readonly pairs: readonly (readonly [string, string])[]
}

function PairsButton({ title, pairs }: PairsButtonProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" class="button" onClick={() => setOpen(true)}>
        {title}
      </button>
      {open && (
        <Modal title={title} onClose={() => setOpen(false)}>
          <dl class="why-pairs">
            {pairs.map(([head, text]) => (
              <div key={head}>
                <dt>{head}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </Modal>
      )}
    </>
  )
}
