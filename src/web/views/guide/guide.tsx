/** One card beside the thing that it speaks of; the rest of the page stays as it is. */
import { messages } from '../../i18n/messages.js'
import { endGuide, nextStep, STEPS, type Step, startGuide, step } from '../../state/guide.js'

/** @param of the step that belongs to the region in which this stands. */
export function GuideCard({ of }: { readonly of: Step }) {
  if (step.value !== of) return null
  const words = messages.value.guide
  const { title, text } = words.steps[of]
  const at = STEPS.indexOf(of) + 1
  return (
    <aside class={`guide-card guide-${of}`} aria-label={words.region}>
      <p class="caption">{words.step(at, STEPS.length)}</p>
      <h3>{title}</h3>
      <p>{text}</p>
      <p class="guide-foot">
        {at < STEPS.length && (
          <button type="button" class="button bare" onClick={endGuide}>
            {words.skip}
          </button>
        )}
        <button type="button" class="button primary" onClick={nextStep}>
          {at < STEPS.length ? words.next : words.done}
        </button>
      </p>
    </aside>
  )
}

/** In the top bar: the first steps once more. */
export function GuideButton() {
  const words = messages.value.guide
  return (
    <button
      type="button"
      class="button icon tool-guide"
      aria-label={words.again}
      title={words.again}
      onClick={startGuide}
    >
      ?
    </button>
  )
}
