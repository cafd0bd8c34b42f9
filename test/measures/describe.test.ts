import { expect, test } from 'vitest'
import { describeMeasure } from '../../src/measures/describe.js'
import type { Measure } from '../../src/measures/measure.js'
import { smallDataset } from '../worlds.js'

const relative = (factor: number) => ({ kind: 'relative', factor }) as const
const absolute = (value: number) => ({ kind: 'absolute', value }) as const
const many = ['aktau', 'alat', 'suez', 'astara']
const pair = { exporters: ['CHN'], importers: ['KAZ', 'UZB'] }

test.each<[object, string]>([
  [
    { kind: 'crossing', placeIds: ['khorgos-altynkol'], mode: 'rail', from: 'CHN', hours: relative(0.4) },
    'Khorgos – Altynkol, rail, CHN to any: hours −60 %',
  ],
  [
    {
      kind: 'terminal',
      placeIds: ['aktau'],
      modes: ['ferry', 'rail'],
      hours: absolute(24),
      cost: relative(1.1),
    },
    'Aktau, ferry–rail: hours to 24 h, cost +10 %',
  ],
  [{ kind: 'terminal', placeIds: many, hours: absolute(0.1) }, '4 places: hours to 0.1 h'],
  [
    { kind: 'link', linkIds: ['ferry-aktau--alat'], cost: absolute(400), costUnit: 'USD/TEU' },
    'Aktau – Alat (ferry): cost to 400 USD/TEU',
  ],
  [{ kind: 'open', linkIds: ['rail-astara--tehran'] }, 'Opens Astara – Tehran (rail)'],
  [
    { kind: 'close', linkIds: ['rail-alat--baku'], placeIds: ['suez'] },
    'Closes Alat – Baku (rail) and Suez Canal',
  ],
  [{ kind: 'tariff', ...pair, rate: absolute(0.025) }, 'Import tariffs of KAZ, UZB on CHN: rate to 2.5 %'],
  [{ kind: 'non-tariff', ...pair, costShare: -0.02 }, 'Non-tariff cost of trade of KAZ, UZB on CHN: −2 %'],
  [
    { kind: 'digital', countries: ['CHN', 'KAZ'], documents: relative(0.5) },
    'Digital facilitation between CHN, KAZ: documents −50 %',
  ],
  [
    { kind: 'avoidance', ruleIds: ['china-europe'], share: absolute(0.26), premium: absolute(0) },
    'Cargo that avoids a territory (china-europe): share to 26 %, premium to 0 USD/TEU',
  ],
])('%#', (lever, expected) => {
  const measure = { id: 'm1', title: '', owners: [], ...lever } as unknown as Measure
  expect(describeMeasure(measure, smallDataset())).toBe(expected)
})
