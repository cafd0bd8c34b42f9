import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Dataset } from '../../src/dataset/dataset.js'
import type { PackageEffect } from '../../src/measures/apply.js'
import type { Change } from '../../src/measures/measure.js'
import { embeddedDataset } from '../embedded.js'
import { smallDataset } from '../worlds.js'
import { absolute, apply, khorgos, type Lever, relative } from './packages.js'

describe('laws', () => {
  test('an empty package changes nothing and returns the same rows', () => {
    const dataset = smallDataset()
    const { network, closedPlaces, avoidance, nonTariffHat, changedRows } = apply(dataset)
    for (const table of ['links', 'crossings', 'terminals'] as const) {
      expect(network[table]).toHaveLength(dataset.network[table].length)
      network[table].forEach((row, index) => {
        expect(row).toBe(dataset.network[table][index])
      })
    }
    expect(closedPlaces.size).toBe(0)
    expect(changedRows.size).toBe(0)
    expect([...nonTariffHat].every(hat => hat === 1)).toBe(true)
    expect(avoidance).toEqual(dataset.avoidance.filter(({ regime }) => regime === '2024'))
    avoidance.forEach((rule, index) => {
      expect(rule).toBe(dataset.avoidance.filter(({ regime }) => regime === '2024')[index])
    })
  })

  const change: fc.Arbitrary<Change> = fc.oneof(
    fc.double({ min: 0, max: 3, noNaN: true }).map(relative),
    fc.double({ min: 0.001, max: 1, noNaN: true }).map(absolute),
  )
  const lever: fc.Arbitrary<Lever> = fc.oneof(
    change.map(hours => ({ kind: 'crossing', placeIds: ['khorgos-altynkol'], hours }) as const),
    change.map(fee => ({ kind: 'crossing', placeIds: ['astara', 'bakhty'], mode: 'rail', fee }) as const),
    change.map(hours => ({ kind: 'terminal', placeIds: ['aktau', 'alat'], hours }) as const),
    change.map(
      cost => ({ kind: 'link', linkIds: ['ferry-aktau--alat'], cost, costUnit: 'USD/TEU' }) as const,
    ),
    change.map(rate => ({ kind: 'tariff', exporters: ['CHN'], importers: ['KAZ', 'IRN'], rate }) as const),
    fc
      .double({ min: 0, max: 2, noNaN: true })
      .map(factor => ({ kind: 'digital', countries: ['CHN', 'KAZ'], documents: relative(factor) }) as const),
  )

  test('nothing is mutated, rows keep their order, numbers stay at zero or above', () => {
    const dataset = smallDataset()
    const before = structuredClone(dataset)
    fc.assert(
      fc.property(fc.array(lever, { maxLength: 6 }), levers => {
        const { network, tariff } = apply(dataset, ...levers)
        expect(dataset).toEqual(before)
        expect(network.crossings.map(row => row.placeId)).toEqual(
          dataset.network.crossings.map(row => row.placeId),
        )
        expect(network.links.map(row => row.id)).toEqual(dataset.network.links.map(row => row.id))
        for (const row of network.crossings) {
          expect(row.hours).toBeGreaterThanOrEqual(0)
          expect(row.feeUsd).toBeGreaterThanOrEqual(0)
          expect(row.hoursLow).toBeLessThanOrEqual(row.hoursHigh)
        }
        expect(tariff.every(rate => rate >= 0)).toBe(true)
      }),
      { seed: 5 },
    )
  })

  test('measures on one row combine in order: a cut of a new value, not of the old one', () => {
    const to = {
      kind: 'crossing',
      placeIds: ['khorgos-altynkol'],
      mode: 'rail',
      hours: absolute(10),
    } as const
    const cut = {
      kind: 'crossing',
      placeIds: ['khorgos-altynkol'],
      mode: 'rail',
      hours: relative(0.5),
    } as const
    expect(khorgos(apply(smallDataset(), to, cut)).hours).toBe(5)
    expect(khorgos(apply(smallDataset(), cut, to)).hours).toBe(10)
  })
})

describe('crossings and terminals', () => {
  test('mode and direction narrow a crossing; its range moves with the mean', () => {
    const effect = apply(smallDataset(), {
      kind: 'crossing',
      placeIds: ['khorgos-altynkol'],
      mode: 'rail',
      from: 'CHN',
      hours: relative(0.5),
    })
    expect(effect.network.crossings.slice(0, 3).map(row => row.hours)).toEqual([10, 5, 3])
    expect(khorgos(effect)).toMatchObject({ hours: 10, hoursLow: 5, hoursHigh: 30, feeUsd: 200 })
    expect(effect.changedRows.get('m1')).toBe(1)
  })

  test('a terminal is the same either way round', () => {
    for (const modes of [
      ['ferry', 'rail'],
      ['rail', 'ferry'],
    ] as const) {
      const { network } = apply(smallDataset(), {
        kind: 'terminal',
        placeIds: ['aktau'],
        modes,
        hours: absolute(24),
      })
      expect(network.terminals.map(row => row.hours)).toEqual([24, 72, 24, 14])
    }
  })

  test('a change to the value that is there already changes no row', () => {
    const dataset = smallDataset()
    const effect = apply(dataset, { kind: 'terminal', placeIds: ['aktau'], hours: absolute(72) })
    expect(effect.changedRows.get('m1')).toBe(0)
    expect(effect.network.terminals[0]).toBe(dataset.network.terminals[0])
  })
})

describe('links', () => {
  const ferry = ({ network }: PackageEffect) => network.links[4]!

  test('a relative cost acts on the lump sum where there is one', () => {
    const effect = apply(smallDataset(), {
      kind: 'link',
      linkIds: ['ferry-aktau--alat'],
      cost: relative(0.85),
    })
    expect(ferry(effect)).toMatchObject({ lumpUsd: 408, costUsdPerTeuKm: 0.25 })
  })

  test('a rate replaces a lump sum, and the other way round', () => {
    const rate = {
      kind: 'link',
      linkIds: ['ferry-aktau--alat'],
      cost: absolute(0.5),
      costUnit: 'USD/TEU-km',
    } as const
    expect(ferry(apply(smallDataset(), rate))).toMatchObject({ costUsdPerTeuKm: 0.5, lumpUsd: undefined })
    const lump = {
      kind: 'link',
      linkIds: ['rail-almaty--aktau'],
      cost: absolute(60),
      costUnit: 'USD/TEU',
    } as const
    expect(apply(smallDataset(), lump).network.links[2]).toMatchObject({ lumpUsd: 60, costUsdPerTeuKm: 0.25 })
  })

  test('speed and capacity', () => {
    const effect = apply(smallDataset(), {
      kind: 'link',
      linkIds: ['ferry-aktau--alat'],
      speed: relative(1.1),
      capacity: relative(2),
    })
    expect(ferry(effect).speedKmh).toBeCloseTo(55, 12)
    expect(ferry(effect).capacityKteu).toBe(200)
  })

  test('capacity of a crossing, each way, as the measure narrows it', () => {
    const crossing = { kind: 'crossing', placeIds: ['khorgos-altynkol'], mode: 'rail' } as const
    const capacities = (...levers: Lever[]) =>
      apply(smallDataset(), ...levers).network.crossings.map(row => row.capacityKteu)
    const stated = { ...crossing, capacity: absolute(500) }
    const [both, oneWay] = [capacities(stated), capacities({ ...stated, from: 'CHN' })]
    expect(both.slice(0, 4)).toEqual([500, 500, undefined, undefined])
    expect(oneWay.slice(0, 4)).toEqual([500, undefined, undefined, undefined])
    expect(capacities(stated, { ...crossing, capacity: relative(1.5) }).slice(0, 2)).toEqual([750, 750])
  })
})

describe('opening and closing', () => {
  test('opening a link opens the crossings of its mode at its ends', () => {
    const effect = apply(smallDataset(), { kind: 'open', linkIds: ['rail-bakhty--almaty'] })
    expect(effect.network.links[8]!.status).toBe('open')
    expect(effect.network.crossings.map(row => row.status)).not.toContain('planned')
    expect(effect.changedRows.get('m1')).toBe(3)
  })

  test('closing a strait closes the place; closing a border suspends its crossings', () => {
    const effect = apply(smallDataset(), {
      kind: 'close',
      linkIds: ['rail-alat--baku'],
      placeIds: ['suez', 'astara'],
    })
    expect([...effect.closedPlaces].sort()).toEqual(['astara', 'suez'])
    expect(effect.network.links[5]!.status).toBe('suspended')
    const suspended = effect.network.crossings.filter(row => row.status === 'suspended')
    expect(suspended.map(row => row.placeId)).toEqual(['astara', 'astara'])
    expect(effect.changedRows.get('m1')).toBe(5)
  })

  test('closed and opened again within one package: as it was', () => {
    const dataset = smallDataset()
    const linkIds = ['rail-alat--baku']
    const { network } = apply(dataset, { kind: 'close', linkIds, placeIds: [] }, { kind: 'open', linkIds })
    expect(network.links).toEqual(dataset.network.links)
  })
})

describe('digital facilitation', () => {
  const digital = (documents: number): Lever => ({
    kind: 'digital',
    countries: ['CHN', 'KAZ'],
    documents: relative(documents),
  })

  test('moves the document part of hours and fee, at crossings between two of the countries only', () => {
    const dataset = smallDataset()
    const effect = apply(dataset, digital(0.5))
    expect(khorgos(effect).hours).toBeCloseTo(20 * (1 - 0.35 * 0.5), 12)
    expect(khorgos(effect).feeUsd).toBeCloseTo(200 * (1 - 0.35 * 0.5), 12)
    expect(effect.network.crossings[3]).toBe(dataset.network.crossings[3]) // Astara, Azerbaijan – Iran
  })

  test('never goes below the time of physical handling, which bounds no fee', () => {
    const { network } = apply(smallDataset(), digital(0))
    expect(network.crossings[1]!.hours).toBe(4.25) // 5 h × 0.65 = 3.25 h by rail
    expect(network.crossings[2]!.hours).toBe(2) // 3 h × 0.65 = 1.95 h by road
    expect(network.crossings[2]!.feeUsd).toBeCloseTo(50 * 0.65, 12)
  })

  test('a crossing already below physical handling keeps its hours', () => {
    const cut = { kind: 'crossing', placeIds: ['khorgos-altynkol'], hours: absolute(1) } as const
    expect(khorgos(apply(smallDataset(), cut, digital(0))).hours).toBe(1)
  })

  test('comes after the other measures wherever it stands, and multiplies', () => {
    const cut = { kind: 'crossing', placeIds: ['khorgos-altynkol'], hours: relative(0.5) } as const
    const first = khorgos(apply(smallDataset(), digital(0.5), cut))
    expect(first).toEqual(khorgos(apply(smallDataset(), cut, digital(0.5))))
    expect(first.hours).toBeCloseTo(20 * 0.5 * 0.825, 12)
  })
})

describe('tariffs, non-tariff cost, avoidance', () => {
  const at = (dataset: Dataset, exporter: string, importer: string) =>
    dataset.trade.economies.indexOf(exporter) * dataset.trade.economies.length +
    dataset.trade.economies.indexOf(importer)

  test('a tariff changes the chosen pairs, never the diagonal', () => {
    const dataset = smallDataset()
    const both = { exporters: ['CHN', 'KAZ'], importers: ['CHN', 'KAZ'] }
    const { tariff, changedRows } = apply(dataset, { kind: 'tariff', ...both, rate: relative(0.5) })
    const base = apply(dataset).tariff
    expect(tariff[at(dataset, 'CHN', 'KAZ')]).toBeCloseTo(0.04, 12)
    expect(tariff[at(dataset, 'KAZ', 'CHN')]).toBeCloseTo(0.02, 12)
    expect(tariff[at(dataset, 'KAZ', 'KAZ')]).toBe(0)
    expect(tariff[at(dataset, 'AZE', 'KAZ')]).toBe(base[at(dataset, 'AZE', 'KAZ')])
    expect(changedRows.get('m1')).toBe(2)
  })

  test('non-tariff costs multiply over measures', () => {
    const dataset = smallDataset()
    const cut = { kind: 'non-tariff', exporters: ['CHN'], importers: ['KAZ'], costShare: -0.02 } as const
    const { nonTariffHat } = apply(dataset, cut, cut)
    expect(nonTariffHat[at(dataset, 'CHN', 'KAZ')]).toBeCloseTo(0.98 * 0.98, 12)
    expect(nonTariffHat[at(dataset, 'KAZ', 'CHN')]).toBe(1)
  })

  test('avoidance changes the rules of the regime only', () => {
    const dataset = smallDataset()
    const lever = {
      kind: 'avoidance',
      ruleIds: ['china-europe'],
      share: absolute(0.26),
      premium: relative(0),
    } as const
    const { avoidance, changedRows } = apply(dataset, lever)
    expect(avoidance.map(({ id, share, premiumUsdPerTeu }) => [id, share, premiumUsdPerTeu])).toEqual([
      ['china-europe', 0.26, 0],
      ['others', 0.4, 300],
    ])
    expect(changedRows.get('m1')).toBe(1)
  })
})

describe('on the embedded dataset', () => {
  test('an empty package leaves every row the same object', () => {
    const dataset = embeddedDataset()
    const { network } = apply(dataset)
    for (const table of ['links', 'crossings', 'terminals'] as const) {
      expect(network[table].every((row, index) => row === dataset.network[table][index])).toBe(true)
    }
  })

  test('every planned or suspended link can be opened, every strait closed', () => {
    const dataset = embeddedDataset()
    const waiting = dataset.network.links.filter(link => link.status !== 'open').map(link => link.id)
    const straits = dataset.network.places.filter(place => place.kind === 'strait').map(place => place.id)
    const { network, closedPlaces } = apply(
      dataset,
      { kind: 'open', linkIds: waiting },
      { kind: 'close', linkIds: [], placeIds: straits },
    )
    expect(waiting.length).toBeGreaterThan(40)
    expect(network.links.every(link => link.status === 'open')).toBe(true)
    expect(network.crossings.every(crossing => crossing.status === 'open')).toBe(true)
    expect(closedPlaces.size).toBe(straits.length)
  })
})
