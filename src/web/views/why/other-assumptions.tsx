/** The figure under other assumptions, one run each: what the interval does not hold. */
import type { Result } from '../../../index.js'
import { wordedPercent } from '../../../report/words.js'
import { countryName, messages } from '../../i18n/later-messages.js'
import { answer } from '../../state/lab.js'
import { inUnit, toldIn } from '../outcomes/outcome-rows.js'
import { wording } from '../outcomes/wording-state.js'
import type { Subject } from './subject-records.js'

interface AssumptionRow {
  readonly name: string
  readonly value: string
}

export function OtherAssumptions({ subject }: { readonly subject: Subject }) {
  const words = messages.value.assumptions
  const { full } = answer.value
  if (full === undefined || full.sensitivities.length === 0) return null
  const iso3 = memberOf(full, subject)
  const figure = messages.value.whyWords.figures['real-income']
  const title =
    iso3 === undefined
      ? messages.value.whyWords.labels.incomeMusd
      : messages.value.levers.names.part(figure, countryName(iso3))
  return (
    <section class="why-section" aria-labelledby="why-assumptions">
      <h3 id="why-assumptions">{words.title(title)}</h3>
      <dl class="facts">
        {assumptionRows(full, iso3).map(({ name, value }, k) => (
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

/** The member whose income is told; undefined where it is that of all together. */
function memberOf({ bloc }: Result, { contributed }: Subject): string | undefined {
  return contributed.kind === 'country' && bloc.members.includes(contributed.iso3)
    ? contributed.iso3
    : undefined
}

/** As answered, then every other assumption. */
function assumptionRows(
  { bloc, countries, sensitivities }: Result,
  iso3: string | undefined,
): AssumptionRow[] {
  const words = messages.value.assumptions
  const single = { ...wording.value, hasRanges: false }
  const percent = (value: number) => wordedPercent(single, { value, low: value, high: value }).value
  const musd = (value: number) => {
    const range = { value, low: value, high: value }
    return toldIn({ ...wording.value, hasRanges: true }, range, inUnit(range, 1, 1)).value
  }
  const own = countries.find(country => country.iso3 === iso3)
  const here =
    own === undefined ? musd(bloc.realIncomeChangeMusd.value) : percent(own.realIncomeChangePercent.value)
  return [
    { name: words.here, value: here },
    ...sensitivities.map(({ id, label, blocRealIncomeChangeMusd, members }) => {
      const member = members.find(each => each.iso3 === iso3)
      return {
        name: words.names[id] ?? label,
        value:
          member === undefined ? musd(blocRealIncomeChangeMusd) : percent(member.realIncomeChangePercent),
      }
    }),
  ]
}
