/** The bloc page: how large it is under each definition, who belongs to it, and how its members trade. */
import { useState } from 'preact/hooks'
import { messages } from '../../i18n/later-messages.js'
import { bloc, blocs, cards, chooseBloc, chooseYear, year, years } from './bloc-state.js'
import { ClaimCardView } from './claim-card.js'
import { ConcentrationCard } from './concentration-card.js'
import { ShareCard } from './share-card.js'
import { TimelineCard } from './timeline-card.js'
import { TurnoverCard } from './turnover-card.js'

export function BlocView() {
  const { bloc: words, blocWords } = messages.value
  const claimed = cards.value.length > 0
  return (
    <main class="bloc" id="answer">
      <header class="bloc-head">
        <div>
          <h1>{words.title}</h1>
          <p>{claimed ? words.lead : words.leadShares}</p>
        </div>
        <div class="bloc-choices">
          <label>
            <span class="visually-hidden">{words.bloc}</span>
            <select value={bloc.value} onChange={event => chooseBloc(event.currentTarget.value)}>
              {blocs.value.map(id => (
                <option value={id}>{blocWords.names[id] ?? id}</option>
              ))}
            </select>
          </label>
          <label>
            <span class="visually-hidden">{words.year}</span>
            <select
              value={String(year.value)}
              onChange={event => chooseYear(Number(event.currentTarget.value))}
            >
              {years.value.map(each => (
                <option value={String(each)}>{each}</option>
              ))}
            </select>
          </label>
        </div>
      </header>
      <div class="bloc-main">{claimed ? <ClaimCards key={bloc.value} /> : <ShareCard />}</div>
      <aside class="bloc-side" aria-label={blocWords.names[bloc.value] ?? bloc.value}>
        <TimelineCard key={bloc.value} />
        <ConcentrationCard />
        <TurnoverCard />
      </aside>
    </main>
  )
}

/** Words that several have used are open from the start. */
function ClaimCards() {
  const words = messages.value.bloc
  const [all, setAll] = useState(false)
  const first = cards.value.filter(card => card.claims.length > 1)
  const shown = all || first.length === 0 ? cards.value : first
  return (
    <>
      {shown.map(card => (
        <ClaimCardView key={card.id} card={card} />
      ))}
      {first.length > 0 && first.length < cards.value.length && (
        <button type="button" class="button more-claims" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? words.fewer : words.more(cards.value.length - first.length)}
        </button>
      )}
    </>
  )
}
