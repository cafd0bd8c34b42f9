/** The weight of a bloc about which nothing was claimed. */
import type { Indicator } from '../../../index.js'
import { messages } from '../../i18n/later-messages.js'
import { dataset } from '../../state/lab.js'
import { ChartDrawing } from '../export/chart-drawing.js'
import { ChartTools } from '../export/chart-tools.js'
import { bloc, year } from './bloc-state.js'
import { shareGroups } from './claim-cards.js'
import { dotRows, sharePicture, shareTable } from './claim-chart.js'
import { drawDotRows } from './draw-dot-rows.js'

const ALL: readonly Indicator[] = ['population', 'gdp-nominal', 'gdp-ppp']

export function ShareCard() {
  const { bloc: words, blocWords } = messages.value
  const title = `${words.shares}: ${blocWords.names[bloc.value] ?? bloc.value}`
  const groups = shareGroups(dataset.value, bloc.value, ALL, year.value, { low: 0, high: 1 })
  return (
    <section class="bloc-card" aria-labelledby="bloc-shares">
      <div class="card-head">
        <h2 id="bloc-shares">{words.shares}</h2>
        <ChartTools
          table={shareTable(title, groups, false)}
          picture={() => sharePicture(title, groups, undefined)}
        />
      </div>
      <p class="note">{words.arithmetic}</p>
      <ChartDrawing title={title} draw={width => drawDotRows(dotRows(groups, undefined), width)} />
    </section>
  )
}
