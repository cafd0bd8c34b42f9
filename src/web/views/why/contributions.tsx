/** What each measure adds to the figure; asked for, since it takes a run of every part of the package. */
import { roundedToSum } from '../../../index.js'
import { intervalScale } from '../../../report/charts/interval.js'
import { countryName, language, messages } from '../../i18n/later-messages.js'
import { number } from '../../i18n/locale.js'
import { leverName } from '../../scenario/lever-name.js'
import { answer, hasRanges, isCurrent, result } from '../../state/lab.js'
import { inReadersWords, names } from '../../state/names.js'
import { ProgressLine } from '../caravan/progress-line.js'
import { leverNaming } from '../levers/lever-naming.js'
import { type ContributionRow, contributionRows } from './contribution-rows.js'
import { point, type Subject } from './subject-records.js'
import { contributions, tellApart } from './why-state.js'

export function Contributions({ subject }: { readonly subject: Subject }) {
  const words = messages.value.why.contributions
  if ((answer.value.written.measures ?? []).length === 0) return null
  const asked = contributions.value
  return (
    <section class="why-section" aria-labelledby="why-contributions">
      <h3 id="why-contributions">{words.title(figureName(subject))}</h3>
      {asked === undefined && (
        <>
          <button
            type="button"
            class="button"
            disabled={!hasRanges.value || !isCurrent.value}
            onClick={() => void tellApart()}
          >
            {words.ask}
          </button>
          {!(hasRanges.value && isCurrent.value) && <p class="chart-note">{words.needs}</p>}
        </>
      )}
      {asked?.state === 'asking' && (
        <>
          <ProgressLine done={asked.done} label={words.computing} />
          <p class="chart-note">{words.computing}</p>
        </>
      )}
      {asked?.state === 'too-many' && <p>{words.tooMany}</p>}
      {asked?.state === 'failed' && <p class="answer-fault">{words.failed}</p>}
      {asked?.state === 'there' && (
        <Rows
          rows={contributionRows(
            asked.rows,
            subject.contributed,
            result.value.bloc.members,
            result.value.scenario.measures,
            subject.acts,
          )}
        />
      )}
    </section>
  )
}

/** What no person gave a title is called as its lever is: the model's own title of it is English. */
function titleOf(id: string, title: string): string {
  const { measures } = result.value.scenario
  const written = answer.value.written.measures?.[measures.findIndex(measure => measure.id === id)]
  if (names.value === undefined || written === undefined || written.title !== undefined)
    return inReadersWords(title)
  return leverName(written, leverNaming.value)
}

function figureName({ contributed }: Subject): string {
  const { figures, labels } = messages.value.whyWords
  if (contributed.kind === 'country')
    return messages.value.levers.names.part(figures['real-income'], countryName(contributed.iso3))
  return contributed.kind === 'transit' ? labels.revenue : figures[contributed.kind]
}

function Rows({ rows }: { readonly rows: readonly ContributionRow[] }) {
  const words = messages.value.why.contributions
  const scale = intervalScale(rows.map(({ musd }) => point(musd)))
  const largest = Math.max(...rows.map(({ musd }) => Math.abs(musd)), 0)
  const decimals = largest >= 100 ? 0 : largest >= 1 ? 1 : 3
  const write = (musd: number) => number(language.value, musd, { decimals, signed: true })
  const total = rows.reduce((sum, { musd }) => sum + musd, 0)
  const shown = roundedToSum(
    rows.map(({ musd }) => musd),
    decimals,
  )
  return (
    <>
      <p class="chart-note">{words.unitMusd}</p>
      <table class="contributions">
        <tbody>
          {rows.map(({ id, title, musd, here }, k) => (
            <tr key={id} class={here ? 'is-here' : undefined}>
              <th scope="row">
                <bdi>{titleOf(id, title)}</bdi>
                {here && <small> {words.here}</small>}
              </th>
              <td>
                <svg class={musd < 0 ? 'is-loss' : 'is-gain'} width="100%" height="16" aria-hidden="true">
                  <line class="c-zero" x1={`${scale.at(0)}%`} x2={`${scale.at(0)}%`} y1="0" y2="16" />
                  <circle class="level-dot" cx={`${scale.at(musd)}%`} cy="8" r="4.3" />
                </svg>
              </td>
              <td class="number">{write(shown[k]!)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="chart-note">{words.sum(`${write(total)} ${words.unitMusd}`)}</p>
      <p class="chart-note">{words.method}</p>
    </>
  )
}
