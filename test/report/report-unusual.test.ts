import { describe, expect, test } from 'vitest'
import type { Result } from '../../src/scenario/result/result.js'
import { around, fixtureResult } from './fixture.js'
import { unchangedResult, withoutDraws } from './fixture-variants.js'
import { expectIn, expectNo, faults, page, visibleText } from './reading.js'

describe('unusual results', () => {
  const base = fixtureResult()
  const one = {
    ...base,
    bloc: { ...base.bloc, id: 'custom', members: ['KAZ'] },
    scenario: { ...base.scenario, members: ['KAZ'] },
  }
  const cases: readonly (readonly [string, Result, string])[] = [
    ['no change at all', unchangedResult(), 'Nothing would change'],
    ['no draws', withoutDraws(base), 'No parameter draws were made'],
    ['one member', one, 'Kazakhstan would gain +0.21\u00a0% of real income'],
    [
      'no transit and no cost',
      {
        ...base,
        bloc: { ...base.bloc, capitalMusd: null, annualCostMusd: null, annualCostRangeMusd: null },
        countries: base.countries.map(country => ({
          ...country,
          transitTeuBefore: 0,
          transitTeuChange: { value: 0, low: 0, high: 0 },
          transitRevenueChangeMusd: { value: 0, low: 0, high: 0 },
        })),
      },
      'no container takes another way through a member',
    ],
    [
      'exports that lose their last way, where they are a hundredth of all',
      {
        ...base,
        countries: base.countries.map(country => ({
          ...country,
          exportsCutOffMusd: { KAZ: 24_850, KGZ: 790 }[country.iso3] ?? 0,
        })),
      },
      'No way is left for exports worth, at their values today: Kazakhstan 24.9\u00a0bn USD.',
    ],
    ['thirty members', thirtyMembers(base), 'For 29 members the change cannot be told from zero'],
    [
      'a long title',
      { ...base, scenario: { ...base.scenario, title: 'Corridor '.repeat(400) } },
      'Kazakhstan would gain most',
    ],
    [
      'a corridor that closes',
      {
        ...base,
        corridors: base.corridors.map(corridor => ({
          ...corridor,
          days: { ...corridor.days, after: null },
          usdPerTeu: { ...corridor.usdPerTeu, after: null },
        })),
      },
      'closes this corridor',
    ],
    [
      'a corridor that was closed and opens',
      {
        ...base,
        corridors: base.corridors.map(corridor => ({
          ...corridor,
          days: { ...corridor.days, before: null },
        })),
      },
      'not open',
    ],
    [
      'no corridor, link, wait, measure, sensitivity or notice',
      { ...base, corridors: [], links: [], waits: [], measures: [], sensitivities: [], notices: [] },
      'The package has no measure',
    ],
    [
      'the largest change is a loss',
      {
        ...base,
        countries: base.countries.map(country => ({
          ...country,
          realIncomeChangePercent:
            country.iso3 === 'RUS' ? { value: -1.5, low: -2, high: -0.9 } : around(0.02),
        })),
      },
      'Russian Federation would lose most: −1.50\u00a0%',
    ],
    [
      'nobody can be told from zero',
      {
        ...base,
        countries: base.countries.map(country => ({
          ...country,
          realIncomeChangePercent: { value: 0.1, low: -0.1, high: 0.3 },
        })),
      },
      'For none of the ten members',
    ],
    [
      'changes above 5 %',
      {
        ...base,
        countries: base.countries.map(country => ({ ...country, realIncomeChangePercent: around(7) })),
      },
      'made for changes of a few percent',
    ],
  ]
  test.each(cases)('%s', (_, result, expected) => {
    const html = page(result)
    expect(faults(html)).toEqual([])
    expectIn(visibleText(html), expected)
    expect(html.match(/<h1>/g)).toHaveLength(1)
    expect(html.endsWith('</html>\n')).toBe(true)
  })

  test('without draws no bar, no interval and no share of the range is drawn', () => {
    const html = page(withoutDraws(base))
    expect(html.replace(/<style>[\s\S]*?<\/style>/, ''), 'c-range')
    expectNo(html, 'class="interval"')
  })
})

function thirtyMembers(base: Result): Result {
  const first = base.countries.find(country => country.iso3 === 'KAZ')!
  const others = Array.from({ length: 29 }, (_, k) => ({
    ...first,
    iso3: `X${String(k).padStart(2, '0')}`,
    name: `Country number ${k}`,
    realIncomeChangePercent: { value: 0.01, low: -0.02, high: 0.03 },
  }))
  const countries = [first, ...others]
  return { ...base, countries, bloc: { ...base.bloc, members: countries.map(country => country.iso3) } }
}
