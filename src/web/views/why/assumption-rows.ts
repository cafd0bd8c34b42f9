/** A figure as answered and under every other assumption. */
import type { Result } from '../../../index.js'
import { PERCENT } from '../../../report/format.js'
import type { Messages } from '../../i18n/messages.js'
import type { PageWording } from '../../i18n/wording.js'
import { inUnit, toldIn } from '../outcomes/outcome-rows.js'
import type { Contributed } from './subject-records.js'

/** Real income of a member in percent, or of all members, or the turnover among them, both in million USD. */
export type AssumedFigure =
  | { readonly kind: 'member'; readonly iso3: string }
  | { readonly kind: 'real-income' | 'turnover' }

export interface AssumptionRow {
  readonly name: string
  readonly value: string
}

/** What of the runs tells most of a subject; they hold no transit and no income of other countries. */
export function assumedFigure({ bloc }: Pick<Result, 'bloc'>, contributed: Contributed): AssumedFigure {
  if (contributed.kind === 'turnover') return { kind: 'turnover' }
  return contributed.kind === 'country' && bloc.members.includes(contributed.iso3)
    ? { kind: 'member', iso3: contributed.iso3 }
    : { kind: 'real-income' }
}

export function assumptionRows(
  { bloc, countries, sensitivities }: Pick<Result, 'bloc' | 'countries' | 'sensitivities'>,
  figure: AssumedFigure,
  words: Messages['assumptions'],
  wording: PageWording,
): AssumptionRow[] {
  const told = (value: number) => {
    const range = { value, low: value, high: value }
    const rounding = figure.kind === 'member' ? PERCENT : inUnit(range, 1, 1)
    return toldIn({ ...wording, hasRanges: true }, range, rounding).value
  }
  const incomeOf = (
    rows: readonly { readonly iso3: string; readonly realIncomeChangePercent: number }[],
  ): number => rows.find(row => figure.kind === 'member' && row.iso3 === figure.iso3)!.realIncomeChangePercent
  const own = countries.map(({ iso3, realIncomeChangePercent: { value } }) => ({
    iso3,
    realIncomeChangePercent: value,
  }))
  const pick = (
    income: number,
    turnover: number,
    members: typeof own | Result['sensitivities'][number]['members'],
  ) => (figure.kind === 'member' ? incomeOf(members) : figure.kind === 'turnover' ? turnover : income)
  return [
    {
      name: words.here,
      value: told(pick(bloc.realIncomeChangeMusd.value, bloc.turnoverChangeMusd.value, own)),
    },
    ...sensitivities.map(({ id, label, blocRealIncomeChangeMusd, blocTurnoverChangeMusd, members }) => ({
      name: words.names[id] ?? label,
      value: told(pick(blocRealIncomeChangeMusd, blocTurnoverChangeMusd, members)),
    })),
  ]
}
