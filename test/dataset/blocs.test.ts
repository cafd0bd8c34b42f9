/** Membership on a day: the true history of the organization, and the rules at the edges of periods. */
import { describe, expect, test } from 'vitest'
import { membersOn, rolesOn } from '../../src/dataset/blocs.js'
import { readDataset } from '../../src/dataset/reading/read-dataset.js'
import { edited, embeddedFiles, smallPackage } from './packages.js'

const dataset = readDataset(embeddedFiles())

describe('Shanghai Cooperation Organization', () => {
  test.each([
    ['2001-06-14', ''],
    ['2001-06-15', 'CHN KAZ KGZ RUS TJK UZB'],
    ['2017-06-08', 'CHN KAZ KGZ RUS TJK UZB'],
    ['2017-06-09', 'CHN IND KAZ KGZ PAK RUS TJK UZB'],
    ['2023-07-03', 'CHN IND KAZ KGZ PAK RUS TJK UZB'],
    ['2023-07-04', 'CHN IND IRN KAZ KGZ PAK RUS TJK UZB'],
    ['2024-07-03', 'CHN IND IRN KAZ KGZ PAK RUS TJK UZB'],
    ['2024-07-04', 'BLR CHN IND IRN KAZ KGZ PAK RUS TJK UZB'],
    ['2025-09-01', 'BLR CHN IND IRN KAZ KGZ PAK RUS TJK UZB'],
  ])('members on %s', (date, members) => {
    expect(membersOn(dataset, 'sco', date).join(' ')).toBe(members)
  })
  test('observers become members on the day of accession, not before and not as well', () => {
    expect(rolesOn(dataset, 'sco', '2017-06-08').get('IND')).toBe('observer')
    expect(rolesOn(dataset, 'sco', '2017-06-09').get('IND')).toBe('member')
    expect(rolesOn(dataset, 'sco', '2024-07-03').get('BLR')).toBe('observer')
  })
  test('since the Tianjin summit there are ten members and seventeen partners, Laos among them', () => {
    const roles = [...rolesOn(dataset, 'sco', '2025-09-01')]
    expect(roles.filter(([, role]) => role === 'member')).toHaveLength(10)
    expect(roles.filter(([, role]) => role === 'partner')).toHaveLength(17)
    expect(new Map(roles).get('LAO')).toBe('partner')
    const before = rolesOn(dataset, 'sco', '2025-08-31')
    expect(before.has('LAO')).toBe(false)
    expect([before.get('MNG'), before.get('TUR')]).toEqual(['observer', 'dialogue-partner'])
  })
})

test('other blocs by date: union of 27 after 2020, ten of the association until Timor-Leste, ten of BRICS in 2025', () => {
  expect(membersOn(dataset, 'eu', '2019-12-31')).toHaveLength(28)
  expect(membersOn(dataset, 'eu', '2023-12-31')).toHaveLength(27)
  expect(membersOn(dataset, 'asean', '2023-12-31')).toHaveLength(10)
  expect(membersOn(dataset, 'asean', '2025-10-26')).toContain('TLS')
  expect(membersOn(dataset, 'brics', '2023-12-31')).toEqual(['BRA', 'CHN', 'IND', 'RUS', 'ZAF'])
  expect(membersOn(dataset, 'brics', '2025-01-06')).toHaveLength(10)
  expect(membersOn(dataset, 'eaeu', '2023-12-31')).toEqual(['ARM', 'BLR', 'KAZ', 'KGZ', 'RUS'])
  expect(membersOn(dataset, 'gcc', '2023-12-31')).toHaveLength(6)
  expect(membersOn(dataset, 'eco', '2023-12-31')).toHaveLength(10)
  expect(membersOn(dataset, 'ots', '2023-12-31')).toEqual(['AZE', 'KAZ', 'KGZ', 'TUR', 'UZB'])
  expect(membersOn(dataset, 'carec', '2023-12-31')).toHaveLength(11)
  expect(membersOn(dataset, 'cis', '2010-01-01')).not.toContain('GEO')
})

test('of overlapping periods the one that began last holds', () => {
  const files = edited(
    smallPackage(),
    'blocs.csv',
    text => `${text}alliance,AAA,observer,2010-01-01,2012-01-01,published,made up\n`,
  )
  const small = readDataset(files)
  expect(rolesOn(small, 'alliance', '2011-06-01').get('AAA')).toBe('observer')
  expect(rolesOn(small, 'alliance', '2012-01-01').get('AAA')).toBe('member')
})

test('an unknown bloc is refused with the known ones', () => {
  expect(() => membersOn(dataset, 'soc', '2023-12-31')).toThrow(
    expect.objectContaining({ code: 'dataset.unknown-bloc', message: expect.stringMatching(/sco.*"soc"/) }),
  )
})
