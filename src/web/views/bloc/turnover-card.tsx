/** Goods trade among the members, and the way to its matrix. */
import { useState } from 'preact/hooks'
import { countryName, language, messages } from '../../i18n/later-messages.js'
import { number, percent } from '../../i18n/locale.js'
import { dataset } from '../../state/lab.js'
import { figures, matrix } from './bloc-state.js'
import { bridgeLine } from './bridge-line.js'
import { MatrixDialog } from './matrix-dialog.js'

export function TurnoverCard() {
  const words = messages.value.bloc
  const [open, setOpen] = useState(false)
  const { members, totalUsd, shareOfMembersTrade, pairs, qualityShares } = matrix.value
  const share = (value: number) => percent(language.value, value * 100, { decimals: 1 })
  return (
    <section class="bloc-card" aria-labelledby="bloc-turnover">
      <div class="card-head">
        <h2 id="bloc-turnover">{words.turnover}</h2>
      </div>
      <p class="note">{words.turnoverNote(String(dataset.value.trade.year), members.length)}</p>
      <p class="large">{words.billion(number(language.value, totalUsd / words.unit))}</p>
      <p>{words.shareOfTrade(share(shareOfMembersTrade))}</p>
      <p class="note">{words.mirror(share(qualityShares.get('measured')!))}</p>
      <p class="note">{bridgeLine(figures.value.turnoverBridge, words, language.value, countryName)}</p>
      <button type="button" class="link" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {words.openMatrix(pairs)}
      </button>
      {open && <MatrixDialog onClose={() => setOpen(false)} />}
    </section>
  )
}
