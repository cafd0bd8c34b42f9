/**
 * `npm run data:courses`: draws the way-points of the network's links into network-courses.csv, which `data:build` joins.
 * Run it after places or links have changed. Two runs give the same bytes.
 */
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { csvFormatRows } from 'd3-dsv'
import { drawCourse, type Gate, landTerrain, type Terrain, waterTerrain } from './courses.js'
import { corrected } from './network-corrections.js'
import { findReplicationFolder, type InputRow, inputReader, numberOf, readHandKept } from './replication.js'
import { cellsAlong, centreOf, type Degrees, kilometres, landGrid, landRings } from './water-grid.js'

/** Degrees of a cell in which a way is looked for, and of one in which it is straightened. */
const COARSE = 0.2
const FINE = 0.1
/** A land link bends only where its straight line is over the sea for longer than this, km in one piece. */
const BRIDGED_KM = 30

const folder = findReplicationFolder()
if (folder === undefined) throw new Error('data:courses: the input folder is not there')
const read = inputReader(folder)
const places = new Map<string, Degrees>(
  read('corridors/network/places.csv').map(row => [
    row.id!,
    [numberOf(row.lon, 'longitude'), numberOf(row.lat, 'latitude')],
  ]),
)
const { links } = corrected(
  name => read(`corridors/network/${name}.csv`),
  readHandKept('network-corrections.csv'),
  readHandKept('network-links-added.csv'),
)
const gates: readonly Gate[] = readHandKept('strait-gates.csv').map(row => ({
  place: row.place_id!,
  line: points(row.gate!),
  channel: points(row.channel!),
}))
const byHand = new Map(readHandKept('courses-by-hand.csv').map(row => [row.id, row.waypoints!]))
const rings = landRings()
const coarse = landGrid(rings, COARSE)
const fine = landGrid(rings, FINE)
const water = waterTerrain(coarse, fine, gates)
const land = landTerrain(coarse, fine)

const rows = links.flatMap(link => {
  const hand = byHand.get(link.id)
  if (hand !== undefined) return [[link.id!, hand, 'by hand']]
  const drawn = courseOf(link)
  return drawn.length === 0 ? [] : [[link.id!, drawn.map(point => point.join(' ')).join(';'), 'computed']]
})
const target = join(dirname(fileURLToPath(import.meta.url)), 'network-courses.csv')
writeFileSync(target, `${csvFormatRows([['id', 'waypoints', 'quality'], ...rows])}\n`)
console.log(`${rows.length} links with way-points, of ${links.length}`)

function points(cell: string): Degrees[] {
  if (cell === '') return []
  return cell.split(';').map(point => point.split(' ').map(Number) as [number, number])
}

function courseOf(link: InputRow): readonly Degrees[] {
  const [from, to] = [places.get(link.from!)!, places.get(link.to!)!]
  if (link.mode === 'inland_waterway') return []
  if (link.mode === 'sea' || link.mode === 'ferry') return drawn(water, from, to, passed(link), link.id!)
  return bridgedKm(from, to) <= BRIDGED_KM ? [] : drawn(land, from, to, new Set(), link.id!)
}

/** A sea leg passes no strait but those at its ends; a ferry may pass any. */
function passed({ mode, from, to }: InputRow): ReadonlySet<number> {
  return new Set(
    gates.flatMap(({ place }, at) => (mode === 'ferry' || place === from || place === to ? [at + 1] : [])),
  )
}

function drawn(
  terrain: Terrain,
  from: Degrees,
  to: Degrees,
  open: ReadonlySet<number>,
  id: string,
): Degrees[] {
  const course = drawCourse(terrain, from, to, open)
  if (course === undefined) throw new Error(`data:courses: no way for ${id}`)
  return course.waypoints
}

/** Longest piece of a straight line that lies over the sea, km. */
function bridgedKm(from: Degrees, to: Degrees): number {
  let [longest, start] = [0, undefined as Degrees | undefined]
  for (const cell of cellsAlong(fine, from, to)) {
    const point = centreOf(fine, cell)
    if (fine.land[cell] === 1) start = undefined
    else {
      start ??= point
      longest = Math.max(longest, kilometres(start, point))
    }
  }
  return longest
}
