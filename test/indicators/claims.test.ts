import { beforeAll, describe, expect, test } from 'vitest'
import type { Claim, Dataset } from '../../src/dataset/dataset.js'
import { checkClaims } from '../../src/indicators/claims.js'
import { membershipDates } from '../../src/indicators/definitions.js'

import { embeddedDataset } from './embedded.js'
import { datasetOf } from './worlds.js'

const claimOf = (subject: string, low: number, high: number): Claim => ({
  id: subject,
  bloc: 'club',
  quote: '',
  who: '',
  date: '2023',
  subject,
  low,
  high,
  address: '',
  quality: 'published',
})

test('by hand: each definition, membership and year; both ends of the band hold', () => {
  const dataset = datasetOf({
    members: [
      ['AAA', '2001-06-15'],
      ['BBB', '2017-06-09'],
    ],
    figures: [
      ['gdp-nominal', 'AAA', 2022, 20],
      ['gdp-nominal', 'BBB', 2022, 5],
      ['gdp-nominal', 'WLD', 2022, 100],
      ['gdp-ppp', 'AAA', 2022, 30],
      ['gdp-ppp', 'WLD', 2022, 100],
    ],
    claims: [claimOf('gdp', 0.25, 0.3), { ...claimOf('gdp', 0, 1), bloc: 'other' }],
  })
  const [check, ...others] = checkClaims(dataset, 'club')
  expect(others).toEqual([])
  expect(check!.verdicts).toEqual([
    {
      definition: 'gdp-nominal',
      membershipDate: '2001-06-15',
      memberCount: 1,
      year: 2022,
      share: 0.2,
      holds: false,
    },
    {
      definition: 'gdp-nominal',
      membershipDate: '2017-06-09',
      memberCount: 2,
      year: 2022,
      share: 0.25,
      holds: true,
    },
    {
      definition: 'gdp-ppp',
      membershipDate: '2001-06-15',
      memberCount: 1,
      year: 2022,
      share: 0.3,
      holds: true,
    },
  ])
})

test('a date on which the last member left is no membership', () => {
  const dataset = datasetOf({ members: [['AAA', '2001-06-15', '2010-01-01']] })
  expect(membershipDates(dataset, 'club')).toEqual(['2001-06-15'])
})

describe('claims about the SCO in the embedded dataset', () => {
  let dataset: Dataset
  beforeAll(async () => {
    dataset = await embeddedDataset()
  })
  const verdict = (id: string, definition: string, membershipDate: string, year: number) =>
    checkClaims(dataset, 'sco')
      .find(check => check.claim.id === id)!
      .verdicts.find(
        v => v.definition === definition && v.membershipDate === membershipDate && v.year === year,
      )!

  test('membership changed on these dates', () => {
    expect(membershipDates(dataset, 'sco')).toEqual(['2001-06-15', '2017-06-09', '2023-07-04', '2024-07-04'])
  })

  test('“a third” is true at purchasing power parity and false at market rates', () => {
    expect(verdict('mishustin-2025-third', 'gdp-ppp', '2024-07-04', 2023).holds).toBe(true)
    expect(verdict('mishustin-2025-third', 'gdp-nominal', '2024-07-04', 2023).holds).toBe(false)
  })

  test('“a quarter” is true at market rates and false at purchasing power parity', () => {
    expect(verdict('zhang-2024-quarter', 'gdp-nominal', '2023-07-04', 2023).holds).toBe(true)
    expect(verdict('zhang-2024-quarter', 'gdp-ppp', '2023-07-04', 2023).holds).toBe(false)
  })

  test('“practically half of the population” is true under no membership and in no year', () => {
    const { verdicts } = checkClaims(dataset, 'sco').find(
      check => check.claim.id === 'ushakov-2025-half-population',
    )!
    expect(verdicts.length).toBeGreaterThan(50)
    expect(verdicts.filter(v => v.holds)).toEqual([])
  })

  test('every claim has a subject that can be held against figures', () => {
    for (const { claim, verdicts } of checkClaims(dataset, 'sco'))
      expect(verdicts.length, claim.id).toBeGreaterThan(0)
  })
})
