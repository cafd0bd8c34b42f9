/** What it is, today and in the scenario; what each measure adds; how it is computed. */
import { messages } from '../../i18n/later-messages.js'
import { Contributions } from './contributions.js'
import { HowComputed } from './how-computed.js'
import { LevelFigure } from './level-figure.js'
import { OtherAssumptions } from './other-assumptions.js'
import type { Fact, Subject } from './subject-records.js'

export function WhyTab({ subject }: { readonly subject: Subject }) {
  return (
    <>
      {subject.level !== undefined && <LevelFigure level={subject.level} />}
      <Facts facts={subject.facts} />
      {subject.notes.map(note => (
        <p key={note} class="chart-note">
          {note}
        </p>
      ))}
      <AnswerNotices sentences={subject.notices ?? []} />
      <Contributions subject={subject} />
      <OtherAssumptions subject={subject} />
      <HowComputed steps={subject.steps} />
    </>
  )
}

function AnswerNotices({ sentences }: { readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <section class="why-section" aria-labelledby="why-notices">
      <h3 id="why-notices">{messages.value.notices.title}</h3>
      <ul class="answer-notices">
        {sentences.map(sentence => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  )
}

function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  const { why: words } = messages.value
  if (facts.length === 0) return null
  return (
    <dl class="facts">
      {facts.map(({ label, before, after, interval }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {before !== undefined && (
              <>
                <span class="visually-hidden">{words.today} </span>
                <span class="facts-before">{before}</span>{' '}
                <svg class="icon-drawing" width="12" height="8" viewBox="0 0 12 8" aria-hidden="true">
                  <path d="M1 4h9M7.500 1.500 10 4 7.500 6.500" />
                </svg>{' '}
                <span class="visually-hidden">{words.scenario} </span>
              </>
            )}
            <b>{after}</b>
            {interval !== undefined && <span class="facts-interval">{interval}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
