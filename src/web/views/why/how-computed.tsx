/** The steps behind a figure, each with its assumptions, their ranges, its equation and its paper. */
import type { ParameterInfluence } from '../../../index.js'
import { language, messages } from '../../i18n/later-messages.js'
import { list, percent, plainNumber } from '../../i18n/locale.js'
import { answer, result, showsToday } from '../../state/lab.js'
import { EQUATIONS } from '../method/equations.js'
import { STEP_FACTS, type StepId } from '../method/steps.js'

export function HowComputed({ steps }: { readonly steps: readonly StepId[] }) {
  const words = messages.value.why.how
  return (
    <section class="why-section" aria-labelledby="why-how">
      <h3 id="why-how">{words.title}</h3>
      <Cause />
      <ol class="why-steps">
        {steps.map(id => (
          <li key={id}>
            <Step id={id} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function influences(): readonly ParameterInfluence[] {
  return answer.value.full?.uncertainty.parameters ?? []
}

/** The assumption that causes most of the interval of real income, whatever the panel speaks of. */
function Cause() {
  const words = messages.value.why.how
  const first = influences()[0]
  if (showsToday.value || first === undefined || first.shareOfRange <= 0) return null
  return <p>{words.cause(share(first.shareOfRange), parameterName(first))}</p>
}

function share(part: number): string {
  return percent(language.value, 100 * part, { decimals: 0 })
}

function parameterName({ id, meaning }: { readonly id: string; readonly meaning: string }): string {
  return messages.value.whyWords.parameters[id] ?? meaning.replace(/\.$/, '')
}

function Step({ id }: { readonly id: StepId }) {
  const { method, why } = messages.value
  const step = method.steps[id]
  const { source } = STEP_FACTS[id]
  const Equation = EQUATIONS[id]!
  return (
    <details>
      <summary>{step.title}</summary>
      <p>{step.text}</p>
      <Equation />
      <p class="chart-note">{step.letters}</p>
      <p class="chart-note">
        {why.how.paper}: {typeof source === 'string' ? method.origins[source] : list(language.value, source)}
      </p>
      <Assumptions id={id} />
    </details>
  )
}

/** What draws move besides the parameters of a step. */
const DRAWN_BESIDES: Readonly<Partial<Record<StepId, readonly string[]>>> = {
  routes: ['networkWaits', 'networkSpeeds', 'networkCharges', 'cargoByLorry'],
  avoidance: ['avoidanceShare'],
  costs: ['bulkChains'],
}

/** Values of the scenario that is answered, with what each causes of the interval. */
function Assumptions({ id }: { readonly id: StepId }) {
  const { how } = messages.value.why
  const quality = messages.value.data.quality
  const plain = (value: number) => plainNumber(language.value, Number(value.toPrecision(5)))
  const wanted = [...STEP_FACTS[id].parameters, ...(DRAWN_BESIDES[id] ?? [])]
  const known = influences()
  const rows = wanted.flatMap(name => {
    const found =
      known.find(each => each.id === name) ?? result.value.scenario.parameters.find(each => each.id === name)
    return found === undefined ? [] : [found]
  })
  if (rows.length === 0) return null
  return (
    <ul class="assumption-list">
      {rows.map(row => (
        <li key={row.id}>
          {how.assumption(
            parameterName(row),
            `${plain(row.value)} ${row.unit}`,
            plain(row.low),
            plain(row.high),
          )}
          <small>
            {quality[row.quality]}
            {'shareOfRange' in row && row.shareOfRange > 0 && `; ${how.causes(share(row.shareOfRange))}`}
          </small>
        </li>
      ))}
    </ul>
  )
}
