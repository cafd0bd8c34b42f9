/** Where the days go: one corridor's journey, today above and the scenario below. */
import { useRef } from 'preact/hooks'
import type { CorridorResult } from '../../../index.js'
import { chartBody } from '../../export/chart-body.js'
import type { ChartTable } from '../../export/csv.js'
import { sourcesOf } from '../../export/source-line.js'
import { corridorName, messages } from '../../i18n/messages.js'
import { dataset, result, showsToday } from '../../state/lab.js'
import { inReadersWords } from '../../state/names.js'
import { ChartTools } from '../export/chart-tools.js'
import { CaravanDrawing } from './caravan-drawing.js'
import { caravanWords, changedCorridors, chosenCorridor, shownCorridor } from './caravan-state.js'

export function CaravanPanel() {
  const corridor = shownCorridor.value
  const drawing = useRef<SVGSVGElement>(null)
  if (corridor === undefined) return null
  const { outcomes, exporting } = messages.value
  const words = outcomes.caravan
  const title = words.title(corridor.name)
  const picture = () =>
    drawing.current === null
      ? undefined
      : {
          title,
          subtitle: words.hint,
          legend: [
            { mark: 'line' as const, token: 'core', label: words.legend.travel },
            { mark: 'bar' as const, token: 'delay-3', label: words.legend.wait },
            ...(showsToday.value
              ? []
              : [{ mark: 'bar' as const, token: 'ghost', label: words.legend.today }]),
            { mark: 'bar' as const, token: 'gain-1', label: words.legend.range },
          ],
          source: exporting.chart.source(sourcesOf(dataset.value, ['network-links', 'network-crossings'])),
          scenario: outcomes.scenarioLine(
            inReadersWords(result.value.scenario.title),
            result.value.dataset.title,
          ),
          ...chartBody(drawing.current),
        }
  return (
    <section class="caravan" aria-labelledby="caravan-title">
      <header class="chart-head">
        <h3 id="caravan-title">{words.region}</h3>
        <CorridorChoice shown={corridor.id} />
        <span class="chart-unit">{words.hint}</span>
        <ChartTools table={legTable(corridor)} picture={picture} />
      </header>
      <p class="caravan-text">{arrivals(corridor)}</p>
      <CaravanDrawing corridor={corridor} title={title} description={arrivals(corridor)} drawing={drawing} />
    </section>
  )
}

function CorridorChoice({ shown }: { readonly shown: string }) {
  const words = messages.value.outcomes.caravan
  const changed = changedCorridors.value
  const others = result.value.corridors.filter(corridor => !changed.includes(corridor))
  const group = (label: string, corridors: readonly CorridorResult[]) =>
    corridors.length > 0 && (
      <optgroup label={label}>
        {corridors.map(({ id }) => (
          <option key={id} value={id}>
            {corridorName(id)}
          </option>
        ))}
      </optgroup>
    )
  return (
    <select
      class="chart-choice"
      aria-label={words.choose}
      value={shown}
      onChange={event => {
        chosenCorridor.value = event.currentTarget.value
      }}
    >
      {group(words.changed, changed)}
      {group(words.unchanged, others)}
    </select>
  )
}

/** Days today and in the scenario, in words; today's alone while nothing is changed. */
export function arrivals({ days }: CorridorResult): string {
  const words = messages.value.outcomes.caravan
  const write = caravanWords.value.days
  const today = days.before === null ? words.notOpen : words.inDays(write(days.before))
  if (showsToday.value) return words.todayAlone(today)
  return words.description(today, days.after === null ? words.closed : words.inDays(write(days.after)))
}

function legTable(corridor: CorridorResult): ChartTable {
  const { quality } = messages.value.data
  const words = messages.value.outcomes.caravan
  const { columns } = words
  return {
    title: `${words.table}: ${corridor.name}`,
    columns: [
      { title: columns.leg },
      { title: columns.kind },
      { title: columns.hoursBefore, numeric: true },
      { title: columns.hoursAfter, numeric: true },
      { title: columns.usdBefore, numeric: true },
      { title: columns.usdAfter, numeric: true },
      { title: columns.quality },
    ],
    rows: corridor.legs.map(leg => [
      leg.label,
      words.kinds[leg.kind],
      leg.hours.before,
      leg.hours.after,
      leg.usd.before,
      leg.usd.after,
      quality[leg.quality],
    ]),
  }
}
