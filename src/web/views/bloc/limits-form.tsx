/** For which values the words are taken as true: a setting of the reader's. */
import { useState } from 'preact/hooks'
import { messages } from '../../i18n/later-messages.js'
import { Disclosure } from '../export/disclosure.js'
import { setLimits } from './bloc-state.js'
import type { ClaimCard, Limits } from './claim-cards.js'
import { readLimits } from './read-limits.js'

interface LimitsFormProps {
  readonly card: ClaimCard
  readonly limits: Limits
}

export function LimitsForm({ card, limits }: LimitsFormProps) {
  const words = messages.value.bloc
  return (
    <Disclosure face={words.setLimits} buttonClass="button bare limits-button" panel={words.setLimits}>
      {() => <Fields card={card} limits={limits} />}
    </Disclosure>
  )
}

function Fields({ card, limits }: LimitsFormProps) {
  const words = messages.value.bloc
  const [low, setLow] = useState(written(limits.low))
  const [high, setHigh] = useState(written(limits.high))
  const wrong = readLimits(low, high) === undefined
  const change = (nextLow: string, nextHigh: string) => {
    setLow(nextLow)
    setHigh(nextHigh)
    const read = readLimits(nextLow, nextHigh)
    if (read !== undefined) setLimits(card.id, read)
  }
  return (
    <div class="limits-form">
      <label>
        {words.limitLow}
        <input
          type="text"
          inputMode="decimal"
          value={low}
          aria-invalid={wrong}
          onInput={event => change(event.currentTarget.value, high)}
        />
      </label>
      <label>
        {words.limitHigh}
        <input
          type="text"
          inputMode="decimal"
          value={high}
          aria-invalid={wrong}
          onInput={event => change(low, event.currentTarget.value)}
        />
      </label>
      {wrong && (
        <p class="failure" role="alert">
          {words.limitWrong}
        </p>
      )}
      <button
        type="button"
        class="menu-item"
        onClick={() => {
          setLimits(card.id, undefined)
          setLow(written(card.limits.low))
          setHigh(written(card.limits.high))
        }}
      >
        {words.resetLimits}
      </button>
    </div>
  )
}

function written(share: number): string {
  return String(Number((share * 100).toFixed(4)))
}
