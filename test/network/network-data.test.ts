/** The network's data: lengths against the globe, the review of long links, corrections, and lines as they are drawn. */
import { readFileSync } from 'node:fs'
import { csvParse } from 'd3-dsv'
import { describe, expect, test } from 'vitest'
import type { Link } from '../../src/dataset/dataset.js'
import { networkHash } from '../../src/network/choice-set/choice-set.js'
import { greatCircleKm } from '../../src/numeric/great-circle.js'
import { type Gate, landTerrain, type Terrain, waterTerrain } from '../../tools/data/courses.js'
import { corrected } from '../../tools/data/network-corrections.js'
import {
  cellsAlong,
  centreOf,
  type Degrees,
  kilometres,
  landGrid,
  landRings,
} from '../../tools/data/water-grid.js'
import { embeddedDataset } from '../embedded.js'

const { network } = embeddedDataset()
const places = new Map(network.places.map(place => [place.id, place]))
const handKept = (name: string) =>
  csvParse(readFileSync(new URL(`../../tools/data/${name}.csv`, import.meta.url), 'utf8'))

const directKm = (link: Link) => greatCircleKm(places.get(link.from)!, places.get(link.to)!)

describe('lengths', () => {
  test('law: no link is shorter than its great circle', () => {
    // Lengths and places are rounded to a tenth of a kilometre and a hundredth of a degree.
    expect(network.links.filter(link => link.lengthKm < directKm(link) - 0.1).map(({ id }) => id)).toEqual([])
  })

  const long = network.links.filter(link => link.lengthKm > 1.5 * directKm(link))

  test('every land link and ferry longer than 1.5 × the great circle has been looked at, and says why', () => {
    const reviewed = handKept('long-links')
    expect(
      long
        .filter(({ mode }) => mode !== 'sea')
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(reviewed.map(row => row.id).toSorted())
    expect(reviewed.filter(row => !row.why || !row.verdict)).toEqual([])
  })

  test('at sea the detour is land or a strait that the leg does not pass', () => {
    // The drawn line goes the same way: a length well above it would be a fault of the marine network.
    const unexplained = long.filter(
      link =>
        link.mode === 'sea' && link.lengthKm > 1.15 * drawnKm(link) && link.lengthKm > drawnKm(link) + 30,
    )
    // St Petersburg lies behind the shoals of its bay, where a grid of 11 km cuts the corner.
    expect(unexplained.map(({ id }) => id)).toEqual(['sea-st-petersburg--ust-luga'])
  })
})

describe('corrections', () => {
  const row = { id: 'a', length_km: '10', length_quality: 'memory', length_source: 'x' }
  const read = (name: string) => (name === 'links' ? [row] : [])
  const change = (fields: object) => [
    {
      table: 'links',
      key: 'a',
      column: 'length_km',
      old: '10',
      new: '12',
      words: '',
      source: '',
      note: '',
      ...fields,
    },
  ]

  test('a cell is replaced, with its quality and source', () => {
    const { links } = corrected(read, change({ words: 'published', source: 'y' }), [])
    expect(links).toEqual([{ id: 'a', length_km: '12', length_quality: 'published', length_source: 'y' }])
  })
  test('a row is removed', () => {
    const removed = corrected(read, change({ column: 'row', old: 'kept', new: 'removed' }), [])
    expect(removed.links).toEqual([])
  })
  test.each([
    [{ key: 'b', column: 'row', new: 'removed' }, 'no such row'],
    [{ old: '11' }, 'expected 11, found 10'],
    [{ key: 'b' }, 'no such row'],
    [{ table: 'places' }, 'no such row'],
    [{ column: 'width' }, 'no such column'],
    [{ new: '10' }, 'changes nothing'],
  ])('a guard that does not hold stops the build: %o', (fields, words) => {
    expect(() => corrected(read, change(fields), [])).toThrow(words)
  })
  test('every correction of a figure says where it is from or why', () => {
    expect(handKept('network-corrections').filter(each => !each.source && !each.note)).toEqual([])
  })
})

const lineOf = (link: Link): Degrees[] => {
  const [from, to] = [places.get(link.from)!, places.get(link.to)!]
  return [[from.longitude, from.latitude], ...(link.waypoints ?? []), [to.longitude, to.latitude]]
}

function drawnKm(link: Link): number {
  const line = lineOf(link)
  return line.reduce((sum, point, k) => (k === 0 ? 0 : sum + kilometres(line[k - 1]!, point)), 0)
}

describe('lines as they are drawn', () => {
  const points = (cell: string): Degrees[] =>
    cell === '' ? [] : cell.split(';').map(point => point.split(' ').map(Number) as [number, number])
  const gates: Gate[] = handKept('strait-gates').map(row => ({
    place: row.place_id!,
    line: points(row.gate!),
    channel: points(row.channel!),
  }))
  const rings = landRings()
  const fine = landGrid(rings, 0.1)
  const coarse = landGrid(rings, 0.2)
  /** Ports lie up rivers and in bays that the land polygons do not have. */
  const PORT_KM = 120
  /** Four cells of the grid: a spit, an island, a bridge, a bay. */
  const TOLERANCE_KM = 45

  /** Longest piece in one go over the wrong element, km. */
  function wrongKm(link: Link, terrain: Terrain, nearEnds: number): number {
    const line = lineOf(link)
    const ends = [line[0]!, line[line.length - 1]!]
    let [longest, start] = [0, undefined as Degrees | undefined]
    for (let k = 0; k + 1 < line.length; k++) {
      for (const cell of cellsAlong(terrain.fine, line[k]!, line[k + 1]!)) {
        const point = centreOf(terrain.fine, cell)
        if (terrain.freeFine[cell] === 1 || ends.some(end => kilometres(end, point) < nearEnds)) {
          start = undefined
          continue
        }
        start ??= point
        longest = Math.max(longest, kilometres(start, point))
      }
    }
    return longest
  }

  test('no sea lane or ferry crosses land farther than 120 km from its ends', () => {
    const water = waterTerrain(coarse, fine, gates)
    const wrong = network.links.filter(
      link => (link.mode === 'sea' || link.mode === 'ferry') && wrongKm(link, water, PORT_KM) > TOLERANCE_KM,
    )
    // Lake Van is no water of the polygons; its ends are nearer than that.
    expect(wrong.map(({ id }) => id)).toEqual([])
  })

  test('no railway or road crosses a sea', () => {
    const land = landTerrain(coarse, fine)
    const wrong = network.links.filter(
      link => (link.mode === 'rail' || link.mode === 'road') && wrongKm(link, land, 0) > TOLERANCE_KM,
    )
    expect(wrong.map(({ id }) => id)).toEqual([])
  })

  test('the Caspian and the Black Sea are crossed by ships alone', () => {
    /** West, south, east, north of open water. */
    const open: readonly (readonly [number, number, number, number])[] = [
      [50.6, 37.6, 52.3, 42.6],
      [30.5, 42.4, 38, 43.9],
    ]
    const crossing = (link: Link) => {
      const line = lineOf(link)
      return line.some(
        (to, k) =>
          k > 0 &&
          [...cellsAlong(fine, line[k - 1]!, to)].some(cell => {
            const [x, y] = centreOf(fine, cell)
            return open.some(([west, south, east, north]) => x > west && x < east && y > south && y < north)
          }),
      )
    }
    const modes = new Set(network.links.filter(crossing).map(({ mode }) => mode))
    expect([...modes].toSorted()).toEqual(['ferry', 'sea'])
  })

  test('way-points are few, rounded to 0.1 degree, and on the globe', () => {
    const drawn = network.links.filter(link => link.waypoints !== undefined)
    expect(drawn.length).toBeGreaterThan(500)
    for (const { id, waypoints } of drawn) {
      expect(waypoints!.length, id).toBeLessThanOrEqual(16)
      for (const [x, y] of waypoints!) {
        expect(Math.abs(x) <= 180 && Math.abs(y) <= 90, id).toBe(true)
        expect([Math.round(x * 10) / 10, Math.round(y * 10) / 10], id).toEqual([x, y])
      }
    }
  })

  test('the stored choice set does not depend on them', () => {
    const without = { ...network, links: network.links.map(({ waypoints: _, ...link }) => link) }
    expect(networkHash(without, ['CHN'], [])).toBe(networkHash(network, ['CHN'], []))
  })
})

test('waits at both ends carry their order, quality and source', () => {
  expect(network.endWaits?.map(wait => `${wait.placeId} ${wait.mode} ${wait.end}`)).toEqual([
    'karachi road origin',
    'mumbai sea destination',
    'mumbai sea origin',
  ])
  for (const wait of network.endWaits!) {
    expect(wait.hoursLow <= wait.hours && wait.hours <= wait.hoursHigh).toBe(true)
    expect(wait.source.length).toBeGreaterThan(20)
  }
})

test('section 2 of the docs counts the rows by quality, the sea legs mended and the links looked at', () => {
  const page = readFileSync(new URL('../../docs/models/network.md', import.meta.url), 'utf8')
  const { links, crossings, terminals, endWaits } = network
  for (const [name, rows] of [
    ['links (quality of the length)', links],
    ['crossings', crossings],
    ['terminals', terminals],
    ['waits at both ends', endWaits!],
  ] as const) {
    const counts = ['published', 'derived', 'estimated'].map(
      quality => rows.filter(row => row.quality === quality).length,
    )
    expect(page).toContain(`| ${name} | ${counts.join(' | ')} |`)
  }
  expect(page).toContain(
    `${network.places.length} places, ${links.length.toLocaleString('en')} links, ${crossings.length} crossing rows`,
  )
  const legs = links.filter(({ lengthQuality }) => lengthQuality === 'computed course').length
  expect(page).toContain(`| ${legs} sea legs |`)
  expect(page).toContain(`All ${handKept('long-links').length} railways`)
})
