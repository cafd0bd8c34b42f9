/** The method page: the chain from the network to ranges, each step with equation, source and assumptions. */

import { language, messages } from '../../i18n/later-messages.js'
import { list, percent, plainNumber } from '../../i18n/locale.js'
import { dataset } from '../../state/lab.js'
import { GlossaryButton } from '../why/reference-dialogs.js'
import { EQUATIONS } from './equations.js'
import { FURTHER, FURTHER_NAMES, STEP_FACTS, STEP_IDS, type StepId } from './steps.js'

export function MethodView() {
  const { method: words, methodLimits } = messages.value
  return (
    <main class="reading method" id="answer">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p class="note">{words.notation}</p>
      <GlossaryButton look="button" />
      <ol class="steps">
        {STEP_IDS.map(id => (
          <li key={id}>
            <StepView id={id} />
          </li>
        ))}
      </ol>
      <h2>{words.cannot}</h2>
      <dl class="pairs">
        {methodLimits.limits.map(([head, text]) => (
          <div>
            <dt>{head}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <h2>{words.further}</h2>
      <p class="note">{words.furtherNote}</p>
      <ul class="plain">
        {FURTHER_NAMES.map(name => (
          <li key={name}>
            <code>{FURTHER[name]}</code> {methodLimits.further[name]}
          </li>
        ))}
      </ul>
    </main>
  )
}

function StepView({ id }: { readonly id: StepId }) {
  const words = messages.value.method
  const step = words.steps[id]
  const { source, code } = STEP_FACTS[id]
  const Equation = EQUATIONS[id]!
  return (
    <section aria-labelledby={`method-${id}`}>
      <h2 id={`method-${id}`}>{step.title}</h2>
      <div class="step-text">
        <p>{step.text}</p>
        <Equation />
        <p class="note">{step.letters}</p>
      </div>
      <div class="step-side">
        <p class="note">
          {words.source}: {typeof source === 'string' ? words.origins[source] : list(language.value, source)}.{' '}
          {words.code} <code>{code}</code>.
        </p>
        <Assumptions id={id} />
      </div>
    </section>
  )
}

function Assumptions({ id }: { readonly id: StepId }) {
  const { method: words, data } = messages.value
  const plain = (value: number) => plainNumber(language.value, value)
  const rows =
    id === 'avoidance'
      ? dataset.value.avoidance.map(rule => ({
          id: rule.id,
          meaning: rule.id,
          value: percent(language.value, rule.share * 100, { decimals: 0 }),
          range: data.to(
            percent(language.value, rule.shareLow * 100, { decimals: 0 }),
            percent(language.value, rule.shareHigh * 100, { decimals: 0 }),
          ),
          quality: rule.quality,
        }))
      : STEP_FACTS[id].parameters.map(name => {
          const parameter = dataset.value.parameters.find(each => each.id === name)!
          return {
            id: name,
            meaning: parameter.meaning,
            value: `${plain(parameter.value)} ${parameter.unit}`,
            range: `${data.to(plain(parameter.low), plain(parameter.high))}; ${parameter.distribution === 'fixed' ? words.held : words.drawn}`,
            quality: parameter.quality,
          }
        })
  if (rows.length === 0) return null
  return (
    <details>
      <summary>{words.assumptions}</summary>
      <dl class="assumptions">
        {rows.map(row => (
          <div key={row.id}>
            <dt lang="en">{row.meaning}</dt>
            <dd>
              <b lang="en">{row.value}</b> <span>{row.range}</span> <span>{data.quality[row.quality]}</span>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
