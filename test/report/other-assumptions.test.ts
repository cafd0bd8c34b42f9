import { csvParse } from 'd3-dsv'
import { expect, test } from 'vitest'
import { renderReport } from '../../src/report/index.js'
import { sensitivitiesCsv } from '../../src/report/sensitivities-csv.js'
import { atlas, fixtureDataset, fixtureResult } from './fixture.js'

const run = (id: string, musd: number, percent: number) => ({
  id,
  label: id,
  blocRealIncomeChangeMusd: musd,
  blocTurnoverChangeMusd: musd,
  leader: { iso3: 'KAZ', realIncomeChangePercent: percent },
  members: [{ iso3: 'KAZ', realIncomeChangePercent: percent }],
})
const reportOf = (sensitivities: ReturnType<typeof run>[]) =>
  renderReport({ ...fixtureResult(), sensitivities }, fixtureDataset(), atlas, {
    scenarioYaml: 'keruen: 1\n',
  })

test('how waits, speeds and charges are moved is told where a run moves them', () => {
  const said = 'stand at the same end of their stated ranges'
  const report = reportOf([run('waits-short', -290, 0.071), run('waits-long', 1890, 0.622)])
  expect(report).toContain(said)
  const [row] = report.match(/All of today’s waits at the short end.*?<\/tr>/) ?? []
  expect(row).toContain('−290')
  expect(reportOf([run('avoidance-2021', 800, 0.2)])).not.toContain(said)
})

test('sensitivities.csv has the answer itself, then every assumption, of the bloc and by member', () => {
  const result = { ...fixtureResult(), sensitivities: [run('waits-short', 290, 0.071), run('=1+1', 5, 0.1)] }
  const rows = csvParse(sensitivitiesCsv(result))
  const of = (assumption: string, subject: string) =>
    rows.find(row => row.assumption === assumption && row.of === subject)!
  expect(Number(of('central', result.bloc.id).real_income_change_musd)).toBe(
    result.bloc.realIncomeChangeMusd.value,
  )
  const kaz = result.countries.find(({ iso3 }) => iso3 === 'KAZ')!
  expect(Number(of('central', 'KAZ').real_income_change_percent)).toBe(kaz.realIncomeChangePercent.value)
  expect(Number(of('waits-short', 'KAZ').real_income_change_percent)).toBe(0.071)
  expect(Number(of('waits-short', result.bloc.id).turnover_change_musd)).toBe(290)
  expect(rows).toHaveLength(1 + result.bloc.members.length + 2 + 2)
  // A leading = would be read as a formula by a spreadsheet.
  expect(rows.some(row => row.assumption!.startsWith('='))).toBe(false)
})
