import { expect, test } from 'vitest'
import type { CentralResult, LinkResult } from '../../src/index.js'
import { compactAtlas } from '../../src/report/map/compact-atlas.js'
import { drawGeography } from '../../src/report/map/geography.js'
import { lineShapes } from '../../src/report/map/line-shapes.js'
import { homeFrame, mapView } from '../../src/report/map/projection.js'
import { mapScene } from '../../src/report/map/scene.js'
import { isInnerSea } from '../../src/report/map/sea-lanes.js'
import { lineStrokes, PLAIN_STROKES } from '../../src/report/map/strokes.js'
import { trafficWidth, visibleChange, withTraffic } from '../../src/report/map/traffic.js'
import { map as words } from '../../src/web/i18n/parts/map.js'
import {
  betweenCameras,
  type Camera,
  fittingCamera,
  frameOf,
  LEAST_ZOOM,
  MOST_ZOOM,
  panned,
  zoomed,
} from '../../src/web/views/map/camera.js'
import { hoursPer100Km } from '../../src/web/views/map/delay.js'
import { detailAt } from '../../src/web/views/map/detail.js'
import { describeChange, factsOf } from '../../src/web/views/map/facts.js'
import { legendSigns } from '../../src/web/views/map/legend-items.js'
import { sceneChoices } from '../../src/web/views/map/scene-choices.js'
import { lineRows, waitRows } from '../../src/web/views/map/table-rows.js'
import { keyboardWalks, stepBy, targetAt } from '../../src/web/views/map/targets.js'
import { embeddedDataset } from '../embedded.js'
import { atlas, fixtureDataset, fixtureResult } from '../report/fixture.js'
import { unchangedResult } from '../report/fixture-variants.js'

const real = embeddedDataset()
const size = { width: 1128, height: 392 }
const view = mapView(homeFrame(size.width, size.height))

/** Traffic made by rule on the real network: each link carries a little more than the one before. */
const links: LinkResult[] = real.network.links.map((link, k) => ({
  id: link.id,
  teu: { before: 1000 + 10 * k, after: 1000 + 10 * k },
  open: { before: link.status === 'open', after: link.status === 'open' },
  capacityTeu: { before: null, after: null },
}))

/** One line with what it carries. */
function lineWith(before: number, after: number, open = { before: true, after: true }) {
  const link = real.network.links.find(({ id }) => id === 'rail-almaty--shu')!
  const result = { ...links.find(({ id }) => id === link.id)!, teu: { before, after }, open }
  const shapes = lineShapes({ places: real.network.places, links: [link] }, [], view)
  return withTraffic(shapes, [result])
}

function scene(
  result: CentralResult,
  mode: 'change' | 'traffic' | 'delay' = 'change',
  camera?: Camera,
  parts: { readonly most?: number; readonly chosen?: string } = {},
) {
  const dataset = fixtureDataset()
  const at = camera ?? fittingCamera(size)
  const drawn = mapView(frameOf(at, size))
  const context = {
    result,
    dataset,
    hasRanges: true,
    countries: new Map(dataset.countries.map(country => [country.iso3, country])),
    places: new Map(dataset.network.places.map(place => [place.id, place])),
    countryName: (country: (typeof dataset.countries)[number]) => country.names.en,
  }
  const choices = sceneChoices(context, mode, 'en', words.en, {
    view: drawn,
    geography: drawGeography(atlas, drawn),
    shapes: lineShapes(dataset.network, result.links, drawn),
    lanes: '',
    detail: detailAt(at.zoom, size),
    marks: 1,
  })
  return mapScene(context, { ...choices, ...parts })
}

const facts = (result: CentralResult) =>
  ({ dataset: fixtureDataset(), result, language: 'en', words: words.en }) as const

test('each land link whose both ends lie in the frame stands for exactly one line', () => {
  const shapes = lineShapes(real.network, links, view)
  const places = new Map(real.network.places.map(place => [place.id, place]))
  const isInside = (id: string) => {
    const { longitude, latitude } = places.get(id)!
    const [x, y] = view.project(longitude, latitude)
    return x >= 0 && y >= 0 && x <= view.width && y <= view.height
  }
  const inside = real.network.links.filter(
    link => link.mode !== 'sea' && isInside(link.from) && isInside(link.to),
  )
  expect(inside.length).toBeGreaterThan(300)
  for (const { id } of inside) expect(shapes.filter(shape => shape.links.includes(id))).toHaveLength(1)
})

test('lines that are drawn before are the same as lines that are drawn with their traffic', () => {
  const shapes = lineShapes(real.network, links, view)
  const shifted = links.map(link => ({ ...link, teu: { ...link.teu, after: 3 * link.teu.before } }))
  const lines = withTraffic(shapes, shifted)
  expect(lines.map(line => line.path)).toEqual(shapes.map(shape => shape.path))
  expect(lines.every(line => line.after === 3 * line.before)).toBe(true)
})

test('width grows with the root of traffic between its bounds, and with the zoom', () => {
  expect(trafficWidth(400_000, 'gain')).toBeCloseTo(0.12 * Math.sqrt(400), 10)
  expect(trafficWidth(100, 'gain')).toBe(0.9)
  expect(trafficWidth(9e6, 'gain')).toBe(5.4)
  expect(trafficWidth(9e6, 'none')).toBe(2.6)
  expect(trafficWidth(400_000, 'loss', 1.6)).toBeCloseTo(1.6 * trafficWidth(400_000, 'loss'), 10)
})

test('a line that changes has an edge of its larger and an inside of its smaller traffic', () => {
  const draw = (before: number, after: number) => lineStrokes(lineWith(before, after), '', PLAIN_STROKES)
  const gain = draw(400_000, 500_000)
  expect(gain.edges.map(edge => edge.look)).toEqual(['m-gain'])
  expect(gain.cores).toEqual([
    expect.objectContaining({ look: 'm-stay', width: trafficWidth(400_000, 'gain') }),
  ])
  // A change of 25 % widens the line by less than two pixels: an edge of one pixel a side still shows.
  expect(gain.edges[0]!.width).toBe(trafficWidth(400_000, 'gain') + 2)
  expect(draw(400_000, 600_000).edges[0]!.look).toBe('m-gain-strong')
  const loss = draw(500_000, 400_000)
  expect(loss.edges[0]!.look).toBe('m-loss')
  expect(loss.cores[0]!.width).toBe(trafficWidth(400_000, 'loss'))
  const same = draw(400_000, 402_000)
  expect(same.edges).toEqual([])
  expect(same.cores[0]!.look).toBe('m-core')
})

test('traffic mode keeps today as a ghost where it was more; delay mode colours by hours', () => {
  const traffic = { ...PLAIN_STROKES, mode: 'traffic' } as const
  expect(lineStrokes(lineWith(500_000, 400_000), '', traffic).edges[0]!.look).toBe('m-ghost')
  expect(lineStrokes(lineWith(400_000, 500_000), '', traffic).edges).toEqual([])
  const delay = { ...PLAIN_STROKES, mode: 'delay', delayLook: () => 'm-slow s3' } as const
  expect(lineStrokes(lineWith(400_000, 500_000), '', delay).cores[0]!.look).toBe('m-slow s3')
})

/** A course at sea with what it carries, as far as the home view shows it. */
function courseWith(id: string, before: number, after: number) {
  const link = real.network.links.find(each => each.id === id)!
  const result = { ...links.find(each => each.id === id)!, teu: { before, after } }
  const shapes = lineShapes({ places: real.network.places, links: [link] }, [], view)
  return withTraffic(shapes, [result])
}

test('a course of the open sea is drawn where its traffic changes, by the scale of lines on land', () => {
  const draw = (before: number, after: number, mode: 'change' | 'traffic' = 'change') =>
    lineStrokes(courseWith('sea-bab-el-mandeb--suez', before, after), '', { ...PLAIN_STROKES, mode })
  const loss = draw(4e6, 2e6)
  expect(loss.edges.map(({ look }) => look)).toEqual(['m-loss'])
  expect(loss.cores).toEqual([expect.objectContaining({ look: 'm-stay', width: trafficWidth(2e6, 'loss') })])
  expect(draw(4e6, 5e6).edges[0]!.look).toBe('m-gain')
  expect(draw(4e6, 8e6).edges[0]!.look).toBe('m-gain-strong')
  // all that is lost leaves the edge alone
  expect([draw(4e6, 0).edges.length, draw(4e6, 0).cores.length]).toEqual([1, 0])
  for (const still of [draw(4e6, 4.01e6), draw(4e6, 2e6, 'traffic')])
    expect([...still.edges, ...still.cores, ...still.plain]).toEqual([])
})

test('at sea a change is marked against the largest at sea, on land against the largest on land', () => {
  const change = (id: string, teu: number): LinkResult => ({
    ...links.find(each => each.id === id)!,
    teu: { before: 5e6, after: 5e6 + teu },
  })
  const both = [change('sea-bab-el-mandeb--suez', -4e6), change('rail-almaty--shu', 60_000)]
  expect(visibleChange(both)).toEqual({ land: 1200, sea: 80_000 })
  expect(visibleChange([both[1]!])).toEqual({ land: 1200, sea: 1200 })
})

test('a course across the edge of the world never runs through the map', () => {
  const world = mapView({ ...homeFrame(size.width, size.height), scale: 180 })
  const pacific = real.network.links.filter(
    ({ id, mode }) => mode === 'sea' && /los-angeles|vancouver|panama/.test(id),
  )
  expect(pacific.length).toBeGreaterThan(3)
  for (const { path, id } of lineShapes({ places: real.network.places, links: pacific }, [], world)) {
    for (const chain of path.split('M').slice(1)) {
      const xs = chain.split('L').map(point => Number(point.split(' ')[0]))
      for (let k = 1; k < xs.length; k++)
        expect(Math.abs(xs[k]! - xs[k - 1]!), id).toBeLessThan(size.width / 2)
    }
  }
})

test('courses of the open sea bend no other line', () => {
  const places = new Map(real.network.places.map(place => [place.id, place]))
  const others = real.network.links.filter(
    ({ mode, from, to }) => mode !== 'sea' || isInnerSea(places.get(from)!, places.get(to)!),
  )
  const alone = lineShapes({ places: real.network.places, links: others }, links, view)
  const all = lineShapes(real.network, links, view)
  expect(all.length).toBeGreaterThan(alone.length + 100)
  expect(all.filter(({ kind }) => kind !== 'sea')).toEqual(alone)
})

test('a closed line keeps its course and takes a cross', () => {
  const closed = lineStrokes(lineWith(0, 0, { before: true, after: false }), '', PLAIN_STROKES)
  expect(closed.plain.map(({ look }) => look)).toEqual(['m-rail'])
  expect(closed.crosses).toHaveLength(1)
})

test('hours per 100 km are those of the legs where a corridor runs, else of the stated speed', () => {
  const result = fixtureResult()
  const dataset = fixtureDataset()
  const hours = hoursPer100Km(dataset, result)
  const leg = result.corridors[0]!.legs.find(
    ({ kind, id }) => kind === 'travel' && dataset.network.links.some(link => link.id === id),
  )!
  const link = dataset.network.links.find(({ id }) => id === leg.id)!
  expect(hours.get(leg.id)).toBeCloseTo((100 * leg.hours.after) / link.lengthKm, 10)
  const onLegs = new Set(result.corridors.flatMap(({ legs }) => legs.map(({ id }) => id)))
  const other = dataset.network.links.find(({ id }) => !onLegs.has(id))!
  expect(hours.get(other.id)).toBe(100 / other.speedKmh)
})

test('what lies under the pointer stays there while it zooms', () => {
  const from = fittingCamera(size)
  const under = (camera: Camera) => mapView(frameOf(camera, size)).projection.invert!([300, 100])!
  const to = zoomed(from, size, 2.5, 300, 100)
  expect(to.zoom).toBe(2.5)
  expect(under(to)[0]).toBeCloseTo(under(from)[0], 6)
  expect(under(to)[1]).toBeCloseTo(under(from)[1], 6)
  expect(zoomed(from, size, 100, 300, 100).zoom).toBe(MOST_ZOOM)
  expect(zoomed(from, size, 0.01, 300, 100).zoom).toBe(LEAST_ZOOM)
})

test('a gesture moves the drawing to where it will be laid out anew', () => {
  const from = fittingCamera(size)
  const to = zoomed(panned(from, size, 80, -30), size, 1.7, 200, 200)
  const { scale, x, y } = betweenCameras(from, to, size)
  const at = (camera: Camera) => mapView(frameOf(camera, size)).project(76.9, 43.2)
  const [before, after] = [at(from), at(to)]
  expect(before[0] * scale + x).toBeCloseTo(after[0], 6)
  expect(before[1] * scale + y).toBeCloseTo(after[1], 6)
})

test('the keyboard walks along the corridor that changes most first, leg after leg, and reaches the members', () => {
  const result = fixtureResult()
  const walks = keyboardWalks(result)
  expect(walks).toHaveLength(result.corridors.length + 1)
  const [first] = walks
  const head = first![0]!
  const corridor = result.corridors.find(({ id }) => head.kind === 'corridor' && id === head.corridorId)!
  expect(
    first!.slice(1).map(step => ('linkId' in step ? step.linkId : 'placeId' in step && step.placeId)),
  ).toEqual(corridor.legs.map(({ id }) => id))
  expect(walks.at(-1)!.map(step => 'iso3' in step && step.iso3)).toEqual([...result.bloc.members])
  const end = stepBy(walks, { walk: 0, index: 0 }, 'End')
  expect(end.index).toBe(first!.length - 1)
  expect(stepBy(walks, end, 'ArrowRight')).toEqual(end)
  expect(stepBy(walks, end, 'ArrowLeft').index).toBe(end.index - 1)
  expect(stepBy(walks, end, 'ArrowDown')).toEqual({ walk: 1, index: 0 })
})

test('a pointer finds the wait before the line, and nothing in the open', () => {
  const drawn = scene(fixtureResult())
  const mark = drawn.waited[0]!
  expect(targetAt(drawn, mark.x + 1, mark.y)).toEqual({
    kind: mark.square ? 'terminal' : 'crossing',
    placeId: mark.place.id,
  })
  const clear = drawn.lines.find(line => {
    const [x, y] = line.samples[Math.floor(line.samples.length / 2)]!
    return drawn.waited.every(wait => Math.hypot(wait.x - x, wait.y - y) > wait.radius + 10)
  })!
  const [x, y] = clear.samples[Math.floor(clear.samples.length / 2)]!
  const found = targetAt(drawn, x, y)
  expect(found?.kind === 'link' && clear.links.includes(found.linkId)).toBe(true)
  expect(targetAt(drawn, -500, -500)).toBeUndefined()
})

test('the description tells the main change, or that there is none', () => {
  const changed = fixtureResult()
  expect(describeChange(scene(changed).lines, facts(changed))).toMatch(/^Most traffic would be (gained|lost)/)
  const still = unchangedResult()
  expect(describeChange(scene(still).lines, facts(still))).toBe(words.en.noChange)
})

test('a mark is told by its name and at most two lines', () => {
  const result = fixtureResult()
  for (const target of keyboardWalks(result).flat()) {
    const { name, lines } = factsOf(target, facts(result))
    expect(name).not.toBe('')
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.length).toBeLessThanOrEqual(2)
    expect(lines.join(' ')).not.toMatch(/NaN|undefined|null/)
  }
})

test('a legend explains what is drawn and nothing else', () => {
  const changed = legendSigns(scene(fixtureResult()), 'change')
  expect(changed).toContain('waits')
  expect(changed).not.toContain('slow')
  const still = legendSigns(scene(unchangedResult()), 'change')
  expect(still).toContain('core')
  for (const sign of ['gain', 'gainStrong', 'loss', 'income', 'todayRing']) expect(still).not.toContain(sign)
  expect(legendSigns(scene(fixtureResult(), 'delay'), 'delay')).toContain('slow')
})

test('the table has every wait, and lines by the size of their change', () => {
  const result = fixtureResult()
  expect(waitRows(facts(result))).toHaveLength(result.waits.length)
  const all = lineRows(facts(result), 1000)
  const few = lineRows(facts(result), 2)
  expect(few.rows).toEqual(all.rows.slice(0, 2))
  expect(few.others).toBe(all.rows.length - 2)
})

test('a wait is called in the words of the language, never by codes of the model', () => {
  const result = fixtureResult()
  const russian = { ...facts(result), language: 'ru', words: words.ru } as const
  for (const { kind } of waitRows(russian)) expect(kind).not.toMatch(/→|rail|road|ferry|sea|[A-Z]{3}/)
})

test('the selected place is named before all others', () => {
  const result = fixtureResult()
  const full = scene(result)
  const last = full.waited.find(mark => !mark.changed) ?? full.waited.at(-1)!
  const one = scene(result, 'change', undefined, { most: 1, chosen: last.place.id })
  expect(one.labels).toHaveLength(1)
  expect([one.labels[0]!.x, one.labels[0]!.y]).toEqual([last.x, last.y])
})

test('a phone shows eight names, a closer look more', () => {
  expect(detailAt(1.9, { width: 390, height: 214 }).most).toBe(8)
  const counts = [1, 2, 4, 8].map(zoom => detailAt(zoom, size).most)
  expect(counts).toEqual([...counts].sort((a, b) => a - b))
  expect(counts[0]).toBeGreaterThanOrEqual(30)
  expect(counts[0]).toBeLessThanOrEqual(40)
})

test('the compact atlas keeps countries, their borders and their places', () => {
  const compact = compactAtlas(atlas)
  const [whole, small] = [drawGeography(atlas, view), drawGeography(compact, view)]
  expect(small.borders.map(border => border.between)).toEqual(whole.borders.map(border => border.between))
  const centre = (drawn: typeof whole, code: string) => drawn.centres.find(([iso3]) => iso3 === code)![1]
  for (const code of ['KAZ', 'CHN', 'UZB', 'KGZ', 'GEO', 'IRN']) {
    expect(Math.abs(centre(small, code).x - centre(whole, code).x)).toBeLessThan(1)
    expect(Math.abs(centre(small, code).y - centre(whole, code).y)).toBeLessThan(1)
  }
  expect(JSON.stringify(compact).length).toBeLessThan(0.55 * JSON.stringify(atlas).length)
})
