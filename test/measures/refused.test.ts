import { describe, expect, test } from 'vitest'
import { applyPackage } from '../../src/measures/apply.js'
import { smallDataset } from '../worlds.js'
import { absolute, apply, codesOf, khorgos, type Lever, options, packageOf, relative } from './packages.js'

describe('what is refused', () => {
  const dataset = smallDataset()
  const crossing = { kind: 'crossing', placeIds: ['khorgos-altynkol'] } as const
  const link = { kind: 'link', linkIds: ['rail-almaty--aktau'] } as const
  const pair = { exporters: ['CHN'], importers: ['KAZ'] }
  test.each<[string, Lever, string]>([
    [
      'a cut of more than the whole',
      { ...crossing, hours: relative(-0.1) },
      'measures[0].hours measure.below-zero',
    ],
    ['negative hours', { ...crossing, hours: absolute(-1) }, 'measures[0].hours measure.negative'],
    ['NaN', { ...crossing, fee: absolute(Number.NaN) }, 'measures[0].fee measure.negative'],
    ['infinite', { ...crossing, fee: absolute(Infinity) }, 'measures[0].fee measure.out-of-range'],
    ['no speed', { ...link, speed: absolute(0) }, 'measures[0].speed measure.negative'],
    ['no capacity', { ...link, capacity: relative(2) }, 'measures[0].capacity measure.no-capacity'],
    [
      'no capacity of a crossing',
      { ...crossing, capacity: relative(2) },
      'measures[0].capacity measure.no-capacity',
    ],
    [
      'all of a capacity taken away',
      { kind: 'link', linkIds: ['ferry-aktau--alat'], capacity: relative(0) },
      'measures[0].capacity measure.below-zero',
    ],
    ['a capacity of nothing', { ...link, capacity: absolute(0) }, 'measures[0].capacity measure.negative'],
    [
      'NaN capacity',
      { ...crossing, capacity: absolute(Number.NaN) },
      'measures[0].capacity measure.negative',
    ],
    ['unknown link', { kind: 'open', linkIds: ['x'] }, 'measures[0].open measure.unknown-link'],
    ['already open', { kind: 'open', linkIds: ['rail-alat--baku'] }, 'measures[0].open measure.already-open'],
    [
      'not open',
      { kind: 'close', linkIds: ['rail-bakhty--almaty'], placeIds: [] },
      'measures[0].close measure.not-open',
    ],
    [
      'unknown place',
      { kind: 'close', linkIds: [], placeIds: ['x'] },
      'measures[0].close measure.unknown-place',
    ],
    [
      'no crossing of this mode',
      { kind: 'crossing', placeIds: ['astara'], mode: 'road', hours: relative(0.5) },
      'measures[0].crossing measure.no-such-row',
    ],
    [
      'negative tariff',
      { kind: 'tariff', ...pair, rate: absolute(-0.01) },
      'measures[0].tariff measure.negative',
    ],
    [
      'economy without trade',
      { kind: 'tariff', exporters: ['AND'], importers: ['KAZ'], rate: relative(0) },
      'measures[0] measure.unknown-economy',
    ],
    [
      'non-tariff cost below nothing',
      { kind: 'non-tariff', ...pair, costShare: -1 },
      'measures[0].nonTariff measure.below-zero',
    ],
    [
      'a share above one after the change',
      { kind: 'avoidance', ruleIds: ['china-europe'], share: relative(2) },
      'measures[0].avoidance measure.out-of-range',
    ],
    [
      'a rule of another regime',
      { kind: 'avoidance', ruleIds: ['x'], share: relative(0.5) },
      'measures[0].avoidance measure.unknown-rule',
    ],
  ])('%s', (_, lever, expected) => {
    expect(codesOf(() => apply(dataset, lever))).toEqual([expected])
  })

  test('all faults at once, a life without a capital among them', () => {
    const measures = packageOf(
      { ...crossing, hours: absolute(-1) },
      { kind: 'open', linkIds: ['rail-alat--baku'] },
    )
    const withLife = [measures[0]!, { ...measures[1]!, lifeYears: 25 }]
    const codes = codesOf(() => applyPackage(dataset, withLife, options(dataset)))
    expect(codes).toEqual([
      'measures[0].hours measure.negative',
      'measures[1].life measure.life-without-capital',
      'measures[1].open measure.already-open',
    ])
  })

  test('−100 % of hours and of a fee is allowed', () => {
    expect(khorgos(apply(dataset, { ...crossing, hours: relative(0), fee: relative(0) }))).toMatchObject({
      hours: 0,
      feeUsd: 0,
    })
  })
})
