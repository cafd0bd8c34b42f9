/** Words that were published about the bloc, beside the definitions that make them true. */
import { useState } from 'preact/hooks'
import { language, messages } from '../../i18n/later-messages.js'
import { partialDate } from '../../i18n/locale.js'
import { dataset } from '../../state/lab.js'
import { ChartDrawing } from '../export/chart-drawing.js'
import { ChartTools } from '../export/chart-tools.js'
import { bloc, ownLimits, year } from './bloc-state.js'
import { type ClaimCard, shareGroups } from './claim-cards.js'
import { dotRows, sharePicture, shareTable } from './claim-chart.js'
import { ClaimSources } from './claim-sources.js'
import { drawDotRows } from './draw-dot-rows.js'
import { LimitsForm } from './limits-form.js'
import { verdict } from './verdict.js'

export function ClaimCardView({ card }: { readonly card: ClaimCard }) {
  const { bloc: words, blocWords } = messages.value
  const [sources, setSources] = useState(false)
  const limits = ownLimits.value.get(card.id) ?? card.limits
  const groups = shareGroups(dataset.value, bloc.value, card.definitions, year.value, limits)
  const title = blocWords.quoted(blocWords.titles[card.id] ?? card.claims[0]!.quote)
  const band = { ...limits, literal: card.literal }
  return (
    <article class="bloc-card claim-card">
      <header>
        <h2>{title}</h2>
        <p class="who">
          {card.claims
            .map(claim => `${claim.who}, ${partialDate(language.value, claim.date)}`)
            .join(words.between)}
        </p>
        <p class="verdict">{verdict(groups, limits, words, language.value)}</p>
        <button type="button" class="link" aria-haspopup="dialog" onClick={() => setSources(true)}>
          {words.sources}
        </button>
      </header>
      <div class="claim-chart">
        <div class="claim-tools">
          <LimitsForm card={card} limits={limits} />
          <ChartTools table={shareTable(title, groups)} picture={() => sharePicture(title, groups, band)} />
        </div>
        <ChartDrawing title={title} draw={width => drawDotRows(dotRows(groups, band), width)} />
      </div>
      {sources && (
        <ClaimSources card={card} title={title} limits={limits} onClose={() => setSources(false)} />
      )}
    </article>
  )
}
