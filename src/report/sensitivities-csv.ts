/** The figures under other assumptions as a table for other programs. */
import type { Result } from '../scenario/result/result.js'
import { csv } from './csv.js'

/** `sensitivities.csv`: every other assumption, of the bloc (its id) and of each member; the first rows are the result's own. */
export function sensitivitiesCsv({
  bloc,
  countries,
  sensitivities,
}: Pick<Result, 'bloc' | 'countries' | 'sensitivities'>): string {
  const header = [
    'assumption',
    'of',
    'real_income_change_percent',
    'real_income_change_musd',
    'turnover_change_musd',
    'label',
  ]
  const members = new Set(bloc.members)
  const own = countries.filter(({ iso3 }) => members.has(iso3))
  return csv(header, [
    ['central', bloc.id, null, bloc.realIncomeChangeMusd.value, bloc.turnoverChangeMusd.value, 'as answered'],
    ...own.map(country => ['central', country.iso3, country.realIncomeChangePercent.value, null, null, null]),
    ...sensitivities.flatMap(run => [
      [run.id, bloc.id, null, run.blocRealIncomeChangeMusd, run.blocTurnoverChangeMusd, run.label],
      ...run.members.map(({ iso3, realIncomeChangePercent }) => [
        run.id,
        iso3,
        realIncomeChangePercent,
        null,
        null,
        null,
      ]),
    ]),
  ])
}
