import { expect, test } from 'vitest'
import { FIRST as PARTS } from '../../src/web/i18n/parts/index.js'
import { pageWording } from '../../src/web/i18n/wording.js'
import { assumedFigure, assumptionRows } from '../../src/web/views/why/assumption-rows.js'
import { fixtureResult } from '../report/fixture.js'

const base = fixtureResult()
const run = (id: string, label: string, income: number, turnover: number, kaz: number) => ({
  id,
  label,
  blocRealIncomeChangeMusd: income,
  blocTurnoverChangeMusd: turnover,
  leader: { iso3: 'KAZ', realIncomeChangePercent: kaz },
  members: [{ iso3: 'KAZ', realIncomeChangePercent: kaz }],
})
const result = {
  ...base,
  sensitivities: [
    run('waits-short', 'x', 290, 450, 0.071),
    run('own-elasticity', 'Own label', -12, -3, -0.5),
  ],
}
const words = PARTS.assumptions.en
const wording = pageWording('en', PARTS.outcomes.en.numbers, true)
const rows = (figure: Parameters<typeof assumptionRows>[1]) => assumptionRows(result, figure, words, wording)

test('the answer itself stands first, then every run; a run that the page has no name for keeps its own', () => {
  const names = rows({ kind: 'real-income' }).map(({ name }) => name)
  expect(names).toEqual([words.here, words.names['waits-short'], 'Own label'])
})

test('a member’s income, that of all, and turnover are told each from its own field', () => {
  const values = (figure: Parameters<typeof rows>[0]) => rows(figure).map(({ value }) => value)
  expect(values({ kind: 'member', iso3: 'KAZ' })).toEqual(['+0.21', '+0.07', '−0.50'])
  expect(values({ kind: 'real-income' }).slice(1)).toEqual(['+290', '−12'])
  expect(values({ kind: 'turnover' }).slice(1)).toEqual(['+450', '−3.0'])
})

test('what the runs do not hold is told by the income of all members', () => {
  expect(assumedFigure(base, { kind: 'country', iso3: 'KAZ' })).toEqual({ kind: 'member', iso3: 'KAZ' })
  expect(assumedFigure(base, { kind: 'country', iso3: 'DEU' })).toEqual({ kind: 'real-income' })
  expect(assumedFigure(base, { kind: 'transit' })).toEqual({ kind: 'real-income' })
  expect(assumedFigure(base, { kind: 'turnover' })).toEqual({ kind: 'turnover' })
})
