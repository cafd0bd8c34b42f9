/** The map as signals: where the reader looks, and what is drawn of the newest answer there. */
import { computed, signal } from '@preact/signals'
import type { CentralResult, LinkResult } from '../../../index.js'
import { shortName } from '../../../report/context.js'
import type { Atlas } from '../../../report/map/atlas.js'
import type { Point } from '../../../report/map/line-records.js'
import { lineShapes } from '../../../report/map/line-shapes.js'
import type { MapContext } from '../../../report/map/map-context.js'
import { mapView } from '../../../report/map/projection.js'
import { type MapScene, mapScene } from '../../../report/map/scene.js'
import { straitMarks } from '../../../report/map/straits.js'
import { busyLanes, type MapMode } from '../../../report/map/strokes.js'
import { language, messages } from '../../i18n/messages.js'
import { answer, dataset, hasRanges, result, selection } from '../../state/lab.js'
import { type Camera, fittingCamera, frameOf, markSize, type Size } from './camera.js'
import { detailAt, underControls } from './detail.js'
import type { FactContext } from './facts.js'
import { geographyIn, NO_GEOGRAPHY } from './geography-cache.js'
import { BUSY_LANE, sceneChoices } from './scene-choices.js'
import type { MapTarget } from './targets.js'

export const mapMode = signal<MapMode>('change')
/** Whether countries are tinted by their change of real income. */
export const washed = signal(true)
/** Pixels of the drawing; undefined until it stands in the page. */
export const mapSize = signal<Size | undefined>(undefined)
/** Where the reader has moved the map to; undefined as long as all of it is shown. */
export const camera = signal<Camera | undefined>(undefined)
/** The camera that the drawing is laid out for; it follows when a gesture rests. */
export const drawnCamera = signal<Camera | undefined>(undefined)
export const atlas = signal<Atlas | undefined>(undefined)
/** What the pointer or the keyboard is on. */
export const pointed = signal<MapTarget | undefined>(undefined)
/** Where the pointer came upon it; undefined where the keyboard did. */
export const pointedAt = signal<Point | undefined>(undefined)

export function cameraOf(size: Size): Camera {
  return camera.value ?? fittingCamera(size)
}

/** A frame, and what stands in it whatever the answer is. */
const ground = computed(() => {
  const size = mapSize.value
  if (size === undefined) return undefined
  const drawn = drawnCamera.value ?? fittingCamera(size)
  const frame = frameOf(drawn, size)
  const view = mapView(frame)
  const { network } = dataset.value
  const { links } = answer.peek().central
  return {
    size,
    camera: drawn,
    view,
    geography: atlas.value === undefined ? NO_GEOGRAPHY : geographyIn(atlas.value, frame),
    shapes: lineShapes(network, todayOf(links), view),
    lanes: busyLanes(network, links, BUSY_LANE, view),
    straits: straitMarks(network, links, view),
    detail: { ...detailAt(drawn.zoom, size), reserved: underControls(size) },
    marks: markSize(drawn, size),
  }
})

/** Lines bend by today's traffic, so that no answer moves them. */
function todayOf(links: readonly LinkResult[]): LinkResult[] {
  return links.map(link => ({ ...link, teu: { before: link.teu.before, after: link.teu.before } }))
}

const names = computed(() => ({
  countries: new Map(dataset.value.countries.map(country => [country.iso3, country])),
  places: new Map(dataset.value.network.places.map(place => [place.id, place])),
}))

export function mapContext(): MapContext {
  const inLanguage = language.value
  return {
    result: result.value,
    dataset: dataset.value,
    hasRanges: hasRanges.value,
    ...names.value,
    countryName: country => shortName(country.names[inLanguage]),
  }
}

export const factContext = computed<FactContext>(() => ({
  dataset: dataset.value,
  result: result.value,
  language: language.value,
  words: messages.value.map,
}))

export type Ground = NonNullable<(typeof ground)['value']>

export interface Drawn extends Ground {
  readonly result: CentralResult
  readonly scene: MapScene
}

/** What is drawn now; undefined until the map has a size. */
export const drawn = computed<Drawn | undefined>(() => {
  if (ground.value === undefined) return undefined
  const context = mapContext()
  return {
    ...ground.value,
    result: context.result,
    scene: mapScene(context, {
      ...sceneChoices(context, mapMode.value, language.value, messages.value.map, ground.value),
      ...chosenPlace(),
    }),
  }
})

function chosenPlace(): { readonly chosen?: string } {
  const chosen = selection.value
  return chosen !== undefined && 'placeId' in chosen ? { chosen: chosen.placeId } : {}
}
