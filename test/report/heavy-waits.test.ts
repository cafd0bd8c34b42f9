import { expect, test } from 'vitest'
import type { Place } from '../../src/dataset/dataset.js'
import { heaviestWaits } from '../../src/report/map/heavy-waits.js'
import { homeFrame, mapView } from '../../src/report/map/projection.js'
import type { WaitResult } from '../../src/scenario/result/result.js'
import { corridorRow, fixtureDataset } from './fixture-world.js'

const [place] = fixtureDataset().network.places
const view = mapView(homeFrame(1120, 520))
const at = (id: string, longitude = 60, latitude = 45) => ({ ...place!, id, longitude, latitude })
/** Places, the named ones on a corridor. */
const network = (places: readonly Place[], named = places.map(({ id }) => id)) => ({
  places,
  corridors: [{ ...corridorRow, places: named }],
})
const wait = (placeId: string, teu: number, hours: number, parts: Partial<WaitResult> = {}): WaitResult => ({
  placeId,
  kind: 'crossing',
  label: 'KAZ→UZB rail',
  hours: { before: hours, after: hours / 2 },
  usd: { before: 0, after: 0 },
  teu: { before: teu, after: 2 * teu },
  quality: 'published',
  ...parts,
})

test('law: boxes that stand, times the hours of a year, are the hours of all boxes; both directions together', () => {
  const rows = [wait('a', 1e6, 10), wait('a', 3e6, 2, { quality: 'estimated' })]
  const [heavy, ...rest] = heaviestWaits(rows, network([at('a')]), view)
  expect(rest).toEqual([])
  expect(heavy!.standing.before * 365 * 24).toBeCloseTo(1e6 * 10 + 3e6 * 2, 3)
  expect(heavy!.standing.after).toBeCloseTo(heavy!.standing.before, 9)
  expect(heavy!.hours).toEqual({ before: 4, after: 2 })
  expect(heavy!.teu).toEqual({ before: 4e6, after: 8e6 })
  expect(heavy!.quality).toBe('estimated')
})

test('seven borders and seven others at most, the heaviest before or after first; a canal is told from a port', () => {
  const ids = Array.from({ length: 10 }, (_, k) => `p${k}`)
  const places = network(ids.map(id => at(id)))
  const terminal = { kind: 'terminal', label: 'rail–sea' } as const
  const rows = ids.flatMap((id, k) => [wait(id, 1e5 * (k + 1), 10), wait(id, 1e6 * (k + 1), 10, terminal)])
  // empty today, the heaviest of all with the package
  rows.push(
    wait('p0', 0, 0, {
      kind: 'terminal',
      label: 'sea–sea',
      teu: { before: 0, after: 9e8 },
      hours: { before: 0, after: 9 },
    }),
  )
  const heavy = heaviestWaits(rows, places, view)
  expect(heavy.filter(({ kind }) => kind === 'crossing')).toHaveLength(7)
  expect(heavy).toHaveLength(14)
  expect(heavy[0]!.place.id).toBe('p0')
  const sizes = heavy.map(({ standing }) => Math.max(standing.before, standing.after))
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
  const [canal] = heaviestWaits(rows.slice(-1), places, view)
  expect(canal).toMatchObject({ kind: 'canal', hours: { before: null, after: 9 } })
})

test('what lies beyond the frame, holds next to nothing or is not known is left out', () => {
  const rows = [wait('far', 1e6, 10), wait('idle', 100, 1), wait('unknown', 1e6, 10)]
  expect(heaviestWaits(rows, network([at('far', -80, 9), at('idle')]), view)).toEqual([])
})

test('off the corridors only what the package doubles or halves is told', () => {
  const still = wait('still', 1e6, 10)
  const rows = [
    still,
    wait('less', 1e6, 10, { teu: { before: 1e6, after: 0 } }),
    wait('more', 1e6, 10, { teu: { before: 1e5, after: 1e6 } }),
  ]
  const places = ['still', 'less', 'more'].map(id => at(id))
  const ids = (named: string[]) =>
    heaviestWaits(rows, network(places, named), view).map(({ place }) => place.id)
  expect(ids([])).toEqual(['less', 'more'])
  expect(ids(['still'])).toEqual(['less', 'still', 'more'])
})
