/** Goods trade among the members, and the way to its matrix. */
import { useState } from 'preact/hooks'
import type { TurnoverBridge } from '../../../index.js'
import { roundedBridge } from '../../../report/turnover-bridge.js'
import { countryName, language, messages } from '../../i18n/later-messages.js'
import { number, percent } from '../../i18n/locale.js'
import { dataset } from '../../state/lab.js'
import { figures, matrix } from './bloc-state.js'
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
      <p class="note">{bridgeLine(figures.value.turnoverBridge)}</p>
      <button type="button" class="link" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {words.openMatrix(pairs)}
      </button>
      {open && <MatrixDialog onClose={() => setOpen(false)} />}
    </section>
  )
}

/** The turnover from which the lab starts, and what leads there from the recorded one. */
function bridgeLine(bridge: TurnoverBridge): string {
  const { bloc: words } = messages.value
  const decimals = words.unit >= 1e9 ? 1 : 0
  const { recorded, joined, adjustments, model } = roundedBridge(bridge, words.unit / 1e6, decimals)
  const write = (value: number) => number(language.value, value, { decimals })
  const step = (value: number, what: string) =>
    `${value < 0 ? '\u2212' : '+'}\u00a0${write(Math.abs(value))} (${what})`
  const parts = [
    ...joined.map(({ iso3, host, value }) =>
      step(value, words.bridge.joined(countryName(iso3), countryName(host))),
    ),
    ...(bridge.adjustmentMusd === 0 ? [] : [step(adjustments, words.bridge.adjusted)]),
  ]
  return parts.length === 0
    ? words.bridge.same
    : words.bridge.line(words.billion(write(model)), write(recorded), parts.join(' '))
}
