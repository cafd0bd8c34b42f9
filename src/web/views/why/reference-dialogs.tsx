/** What the words mean, and what this cannot tell: buttons that open them. */
import { useState } from 'preact/hooks'
import { messages } from '../../i18n/later-messages.js'
import { Modal } from '../export/modal.js'

interface LookProps {
  /** Style class. */
  readonly look: 'button' | 'link'
}

export function GlossaryButton({ look }: LookProps) {
  const { glossary, why } = messages.value
  return <PairsButton look={look} title={why.glossary} pairs={Object.values(glossary.terms)} />
}

export function LimitsButton({ look }: LookProps) {
  const { methodLimits, why } = messages.value
  return <PairsButton look={look} title={why.cannot} pairs={methodLimits.limits} />
}

interface PairsButtonProps extends LookProps {
  readonly title: string
  readonly pairs: readonly (readonly [string, string])[]
}

function PairsButton({ look, title, pairs }: PairsButtonProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" class={look} onClick={() => setOpen(true)}>
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
