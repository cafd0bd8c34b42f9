/** Whether freight rates answer demand: an assumption that stands among the shocks, since it tells how a year goes on from one. */
import { amount } from '../../../report/words.js'
import { number } from '../../i18n/locale.js'
import { language, messages } from '../../i18n/messages.js'
import { dataset, isCurrent, result } from '../../state/lab.js'
import { ratesAnswer, setRatesAnswer } from '../../state/levers.js'
import { wording } from '../outcomes/wording-state.js'
import { LeverSwitch } from './lever-switch.js'

export function RateSwitch() {
  const words = messages.value.rates
  // A dataset of one's own may say nothing of carriers.
  if (dataset.value.freightMarkets.length === 0) return null
  const isOn = ratesAnswer.value
  return (
    <div class="lever">
      <LeverSwitch name={words.name} isOn={isOn} onSwitch={setRatesAnswer} />
      <p class="lever-foot-line">
        <span>{isOn && isCurrent.value ? outcome() : words.note}</span>
      </p>
    </div>
  )
}

function outcome(): string {
  const words = messages.value.rates
  const { freightMarkets } = result.value
  const paid = freightMarkets.reduce((sum, { paidMoreMusd }) => sum + paidMoreMusd, 0)
  if (paid === 0) return words.still
  const risen = freightMarkets
    .filter(({ paidMoreMusd }) => paidMoreMusd > 0)
    .map(({ id, name, usdPerUnit: { before, after } }) => {
      const percent = number(language.value, 100 * (after / before - 1), { decimals: 1, signed: true })
      return words.risen(words.markets[id] ?? name, percent)
    })
  return [...risen, words.paid(amount(wording.value, paid))].join(' · ')
}
