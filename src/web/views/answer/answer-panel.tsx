/** The answer first, in words, with its interval. */
import { useEffect, useState } from 'preact/hooks'
import { countryName, messages } from '../../i18n/messages.js'
import { answer, engine, fault, isCurrent, result, scenario } from '../../state/lab.js'
import { inReadersWords } from '../../state/names.js'
import { ProgressLine } from '../caravan/progress-line.js'
import { wording } from '../outcomes/wording-state.js'
import { answerWords } from './answer-words.js'

/** After the last change a screen reader hears the new answer, ms. */
const PAUSE = 400

export function AnswerPanel() {
  const words = messages.value.answer
  const measures = answer.value.written.measures ?? []
  const { sentence, line } = answerWords({
    result: result.value,
    wording: wording.value,
    words,
    countryName,
    hasMeasures: measures.length > 0,
  })
  const written = scenario.value.title
  const unnamed = measures.length > 0 ? words.untitled : words.today
  const { rangeProgress } = engine.value
  return (
    <>
      <h1 class="answer-title">{written === undefined ? unnamed : inReadersWords(written)}</h1>
      <h2 class="answer-sentence">{sentence}</h2>
      <p class="answer-line">{line}</p>
      {fault.value !== undefined && !isCurrent.value && <p class="answer-fault">{words.behind}</p>}
      {rangeProgress !== undefined && measures.length > 0 && <ProgressLine done={rangeProgress} />}
      <Spoken text={[sentence.replace(/[.。]$/, ''), line].join('. ')} />
    </>
  )
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
