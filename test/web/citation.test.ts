import { expect, test } from 'vitest'
import { type Citation, citationText } from '../../src/web/export/citation.js'
import { LANGUAGES } from '../../src/web/i18n/languages.js'
import { why } from '../../src/web/i18n/parts/why.js'
import { citedFigure } from '../../src/web/views/why/cited-figure.js'
import { point, type Subject } from '../../src/web/views/why/subject-records.js'

const citation: Citation = {
  figure: {
    title: 'Khorgos – Altynkol',
    kicker: 'Border crossing',
    label: 'Wait, hours',
    before: '84',
    after: '33',
    unit: 'hours',
    interval: 'stated range today: 12 to 168',
    quality: 'derived',
  },
  version: '0.1.0',
  scenario: { title: 'Middle Corridor upgrade', hash: 'f00d' },
  dataset: { title: 'Trade', version: '2026.11.2', hash: 'c395' },
  source: 'CAREC CPMM, 2023. ',
  address: 'https://example.org/#s=1.abc',
}

test.each(LANGUAGES)('a citation in %s names figure, scenario, data, source and address', language => {
  const text = citationText(citation, why[language].cite)
  const parts = [
    'Keruen 0.1.0',
    'Khorgos – Altynkol',
    '84',
    '33',
    '12 to 168',
    'Middle Corridor upgrade',
    'f00d',
  ]
  for (const part of [...parts, '2026.11.2', 'c395', 'CAREC CPMM, 2023', citation.address])
    expect(text).toContain(part)
  expect(text).not.toMatch(/undefined|\.\.|。。|\. \./)
})

test('of today there is no scenario to name, and of what is the same no change', () => {
  const { scenario: _, ...rest } = citation
  const { before: __, ...figure } = citation.figure
  const text = citationText({ ...rest, figure }, why.en.cite)
  expect(text).toContain('today, nothing changed')
  expect(text).toContain('Wait, hours: 33 hours')
})

const subject: Subject = {
  kicker: 'Corridor',
  title: 'Middle Corridor',
  facts: [{ label: 'Journey, days', before: '17.6', after: 'closed' }],
  notes: [],
  rows: [],
  tables: [],
  contributed: { kind: 'real-income' },
  acts: () => false,
  steps: [],
}

test('the figure of a subject is its level, without today where nothing moved, else its first fact', () => {
  expect(citedFigure(subject)).toMatchObject({ label: 'Journey, days', before: '17.6', after: 'closed' })
  const level = {
    label: 'Wait, hours',
    before: point(8),
    after: point(8),
    beforeText: '8',
    afterText: '8',
    unit: 'hours',
    interval: '',
    token: 'delay',
    estimated: false,
  } as const
  expect(citedFigure({ ...subject, level })).not.toHaveProperty('before')
  expect(citedFigure({ ...subject, level: { ...level, afterText: '4' } })).toMatchObject({
    before: '8',
    after: '4',
  })
})
