/** Members of the bloc on a time axis. */
import { useState } from 'preact/hooks'
import { sourcesOf } from '../../export/source-line.js'
import { countryName, messages } from '../../i18n/later-messages.js'
import { dataset } from '../../state/lab.js'
import { ChartDrawing } from '../export/chart-drawing.js'
import { ChartTools } from '../export/chart-tools.js'
import { bloc, timeline } from './bloc-state.js'
import { drawTimeline } from './draw-timeline.js'

export function TimelineCard() {
  const { bloc: words, blocWords, exporting } = messages.value
  const [all, setAll] = useState(false)
  const { members, others } = timeline.value
  const rows = all ? [...members, ...others] : members
  const title = `${words.timeline}: ${blocWords.names[bloc.value] ?? bloc.value}`
  const draw = (width: number) => drawTimeline(timeline.value, rows, countryName, width)
  const table = {
    title,
    columns: [
      blocWords.columns.country,
      blocWords.columns.role,
      blocWords.columns.from,
      blocWords.columns.to,
    ].map(column => ({ title: column })),
    rows: [...members, ...others].flatMap(({ iso3, periods }) =>
      periods.map(({ role, from, to }) => [
        countryName(iso3),
        blocWords.roles[role] ?? role,
        from,
        to ?? blocWords.still,
      ]),
    ),
  }
  return (
    <section class="bloc-card" aria-labelledby="bloc-members">
      <div class="card-head">
        <h2 id="bloc-members">{words.timeline}</h2>
        <ChartTools
          table={table}
          picture={() => ({
            title,
            subtitle: words.subtitle.timeline,
            legend: [
              { mark: 'bar', token: 'ink-2', label: words.legend.member },
              { mark: 'dashed', token: 'ghost-ink', label: words.legend.close },
            ],
            source: exporting.chart.source(sourcesOf(dataset.value, ['blocs'])),
            ...draw(rows.length > 16 ? 900 : 620),
          })}
        />
      </div>
      <p class="note">{words.timelineNote}</p>
      <ChartDrawing title={title} draw={draw} />
      {others.length > 0 && (
        <button type="button" class="link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? words.hidePartners : words.showPartners(others.length)}
        </button>
      )}
    </section>
  )
}
