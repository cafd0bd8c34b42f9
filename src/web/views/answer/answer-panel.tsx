/** The answer first, in words, with its interval. */
import { computed } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import { countryName, messages } from '../../i18n/messages.js'
import { engine, fault, isCurrent, result, scenario, showsToday } from '../../state/lab.js'
import { isLate } from '../../state/lateness.js'
import { inReadersWords } from '../../state/names.js'
import { isPhone } from '../../state/screen.js'
import { ProgressLine } from '../caravan/progress-line.js'
import { wording } from '../outcomes/wording-state.js'
import { answerWords } from './answer-words.js'

/** After the last change a screen reader hears the new answer, ms. */
const PAUSE = 400

const told = computed(() =>
  answerWords({
    result: result.value,
    wording: wording.value,
    words: messages.value.answer,
    countryName,
    hasMeasures: !showsToday.value,
  }),
)

export function AnswerPanel() {
  const words = messages.value.answer
  const { sentence, line } = told.value
  const written = scenario.value.title
  const unnamed = showsToday.value ? words.today : words.untitled
  const title = written === undefined ? unnamed : inReadersWords(written)
  const { rangeProgress } = engine.value
  return (
    <>
      <h1 class="visually-hidden">{title}</h1>
      <h2 class="answer-sentence">{sentence}</h2>
      {!isPhone.value && <AnswerLine />}
      {fault.value !== undefined && !isCurrent.value && <p class="answer-fault">{words.behind}</p>}
      {rangeProgress !== undefined && !showsToday.value && <ProgressLine done={rangeProgress} />}
      <Spoken text={[sentence.replace(/[.。]$/, ''), line].join('. ')} />
    </>
  )
}

/** Who gains and loses beside. On a phone it stands over the outcomes: under the answer, which stays in sight, is no room. */
export function AnswerLine() {
  return <p class="answer-line">{isLate.value ? messages.value.answer.late : told.value.line}</p>
}

/** What a screen reader is told, once things have come to rest. */
function Spoken({ text }: { readonly text: string }) {
  const [spoken, setSpoken] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(text), PAUSE)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <p class="visually-hidden" aria-live="polite">
      {spoken}
    </p>
  )
}
