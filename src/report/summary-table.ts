/** What the terminal shows: members with real income, turnover and transit, in plain text. */
import type { Result } from '../scenario/result/result.js'
import { shortName, wordContext } from './context.js'
import { en, type Messages } from './messages/en.js'
import { noticeText } from './notice-text.js'
import { answerSentence } from './sections/answer.js'
import { type Worded, wordedMoney, wordedMusd, wordedPercent, wordedTeu } from './words.js'

/** The answer in a sentence, one row for each member, and the bloc; lines of at most some 100 characters. */
export function summaryTable(result: Result, messages: Messages = en): string {
  const context = wordContext(result, messages)
  const words = messages.summary
  const rows = context.members.map(country => [
    shortName(country.name),
    ...valueAndInterval(wordedPercent(context, country.realIncomeChangePercent)),
    wordedMusd(context, country.realIncomeChangeMusd).value,
    wordedMusd(context, country.blocTurnoverChangeMusd).value,
    wordedTeu(context, country.transitTeuChange).value,
  ])
  const income = wordedMoney(context, result.bloc.realIncomeChangeMusd)
  const turnover = wordedMoney(context, result.bloc.turnoverChangeMusd)
  const header = [words.member, words.income, words.range, words.musd, words.turnover, words.transit]
  const widths = header.map((head, k) => Math.max(width(head), ...rows.map(row => width(row[k]!))))
  const line = (cells: readonly string[]) =>
    cells
      .map((text, k) => pad(text, widths[k]!, k > 0))
      .join('  ')
      .trimEnd()
  const total = (name: string, money: Worded & { readonly unit: string }) =>
    `${name}: ${money.value} ${money.unit}${money.interval === '' ? '' : ` (${money.interval})`}`
  return [
    printable(result.scenario.title),
    answerSentence(context),
    '',
    line(header),
    line(widths.map(size => '\u2500'.repeat(size))),
    ...rows.map(line),
    '',
    total(messages.figures.income, income),
    total(messages.figures.turnover, turnover),
    context.hasRanges
      ? messages.answer.bars(
          result.uncertainty.draws,
          result.uncertainty.percentiles[0],
          result.uncertainty.percentiles[1],
        )
      : messages.answer.noRanges,
    ...result.notices.map(notice => `${words.notice}: ${printable(noticeText(context, notice))}`),
  ].join('\n')
}

function valueAndInterval({ value, interval }: Worded): [string, string] {
  return [value, interval]
}

/** A terminal obeys control characters, so a title must not carry them there. */
function printable(text: string): string {
  return text.replace(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, ' ').trim()
}

function width(text: string): number {
  let columns = 0
  for (const character of text) columns += character.codePointAt(0)! >= 0x2e80 ? 2 : 1
  return columns
}

function pad(text: string, columns: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, columns - width(text)))
  return right ? space + text : text + space
}
