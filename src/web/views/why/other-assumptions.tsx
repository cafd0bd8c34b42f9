/** The figure under other assumptions, one run each: what the interval does not hold. */
import { countryName, messages } from '../../i18n/later-messages.js'
import { answer } from '../../state/lab.js'
import { wording } from '../outcomes/wording-state.js'
import { type AssumedFigure, assumedFigure, assumptionRows } from './assumption-rows.js'
import type { Subject } from './subject-records.js'

export function OtherAssumptions({ subject }: { readonly subject: Subject }) {
  const words = messages.value.assumptions
  const { full, written } = answer.value
  if (full === undefined || full.sensitivities.length === 0 || (written.measures ?? []).length === 0)
    return null
  const figure = assumedFigure(full, subject.contributed)
  return (
    <section class="why-section" aria-labelledby="why-assumptions">
      <h3 id="why-assumptions">{words.title(figureName(figure))}</h3>
      <dl class="facts">
        {assumptionRows(full, figure, words, wording.value).map(({ name, value }, k) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{k === 0 ? <b>{value}</b> : value}</dd>
          </div>
        ))}
      </dl>
      <p class="chart-note">{words.note}</p>
    </section>
  )
}

/** With its unit. */
function figureName(figure: AssumedFigure): string {
  const { whyWords, why, levers } = messages.value
  const { part } = levers.names
  if (figure.kind === 'member')
    return part(part(whyWords.figures['real-income'], countryName(figure.iso3)), '%')
  return figure.kind === 'turnover'
    ? part(whyWords.figures.turnover, why.contributions.unitMusd)
    : whyWords.labels.incomeMusd
}
