/** The turnover from which the lab starts, and what leads there from the recorded one of the page. */
import type { TurnoverBridge } from '../../../index.js'
import { roundedBridge } from '../../../report/turnover-bridge.js'
import type { Language } from '../../i18n/languages.js'
import type { Messages } from '../../i18n/later-messages.js'
import { number } from '../../i18n/locale.js'

export function bridgeLine(
  bridge: TurnoverBridge,
  words: Messages['bloc'],
  language: Language,
  countryName: (iso3: string) => string,
): string {
  const decimals = words.unit >= 1e9 ? 1 : 0
  const { recorded, joined, adjustments, model } = roundedBridge(bridge, words.unit / 1e6, decimals)
  const write = (value: number) => number(language, value, { decimals })
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
