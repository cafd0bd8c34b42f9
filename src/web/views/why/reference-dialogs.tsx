/** What the words mean, and what this cannot tell. */
import { messages } from '../../i18n/messages.js'
import { Modal } from '../export/modal.js'

interface DialogProps {
  readonly onClose: () => void
}

export function GlossaryDialog({ onClose }: DialogProps) {
  const { glossary, why } = messages.value
  return (
    <Modal title={why.glossary} onClose={onClose}>
      <Pairs pairs={Object.values(glossary.terms)} />
    </Modal>
  )
}

export function LimitsDialog({ onClose }: DialogProps) {
  const { methodLimits, why } = messages.value
  return (
    <Modal title={why.cannot} onClose={onClose}>
      <Pairs pairs={methodLimits.limits} />
    </Modal>
  )
}

function Pairs({ pairs }: { readonly pairs: readonly (readonly [string, string])[] }) {
  return (
    <dl class="why-pairs">
      {pairs.map(([head, text]) => (
        <div key={head}>
          <dt>{head}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
