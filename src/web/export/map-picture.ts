/** The map as a picture for a slide: self-contained SVG, always light, with title, legend, source and scenario on it. */
import { html, join, type Markup, trusted } from '../../report/html.js'
import type { Atlas } from '../../report/map/atlas.js'
import { drawScene } from '../../report/map/draw-map.js'
import { lineShapes } from '../../report/map/line-shapes.js'
import type { MapContext } from '../../report/map/map-context.js'
import { mapView } from '../../report/map/projection.js'
import { type MapScene, mapScene } from '../../report/map/scene.js'
import { straitMarks } from '../../report/map/straits.js'
import { busyLanes, type MapMode } from '../../report/map/strokes.js'
import { svg } from '../../report/svg.js'
import { textWidth } from '../../report/text-width.js'
import { lightMapStyle } from '../../report/theme.js'
import type { Language } from '../i18n/languages.js'
import type { Messages } from '../i18n/messages.js'
import { inReadersWords } from '../state/names.js'
import { type Camera, fittingCamera, frameOf } from '../views/map/camera.js'
import { detailAt } from '../views/map/detail.js'
import { describeChange } from '../views/map/facts.js'
import { geographyIn } from '../views/map/geography-cache.js'
import { legendSigns, signWords, swatchOf } from '../views/map/legend-items.js'
import { BUSY_LANE, sceneChoices } from '../views/map/scene-choices.js'

export interface MapPictureChoices {
  readonly context: MapContext
  readonly atlas: Atlas
  readonly language: Language
  readonly words: Messages['map']
  readonly mode: MapMode
  /** As in the lab; the whole map where undefined. */
  readonly camera?: Camera
  /** Hash of the result; first characters are printed. */
  readonly hash: string
}

const WIDTH = 1600
const HEIGHT = 900
const MAP_TOP = 96
const SIZE = { width: WIDTH, height: 660 }
const MARGIN = 32
const LEGEND_TOP = MAP_TOP + SIZE.height + 26
const HASH_LENGTH = 12
const FONT = `"Source Sans 3","Source Sans 3 Variable","Noto Sans SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif`

const STYLE = `svg{font-family:${FONT}}
text{fill:#475358}
.p-title{font-size:28px;font-weight:600;fill:#1a2326}
.p-lead{font-size:17px}
.p-legend{font-size:14px}
.p-source{font-size:13px;fill:#5d686d}
`

export function mapPicture(choices: MapPictureChoices): string {
  const { context, words, language, mode, hash } = choices
  const { scenario, dataset } = context.result
  const camera = choices.camera ?? fittingCamera(SIZE)
  const frame = frameOf(camera, SIZE)
  const view = mapView(frame)
  const scene = mapScene(
    context,
    sceneChoices(context, mode, language, words, {
      view,
      geography: geographyIn(choices.atlas, frame),
      shapes: lineShapes(context.dataset.network, context.result.links, view),
      lanes: busyLanes(context.dataset.network, context.result.links, BUSY_LANE, view),
      straits: straitMarks(context.dataset.network, context.result.links, view),
      detail: detailAt(camera.zoom, SIZE),
      marks: 1.25,
    }),
  )
  const isToday = scenario.measures.length === 0
  const scenarioTitle = isToday ? words.today : inReadersWords(scenario.title)
  const title = words.title(scenarioTitle)
  const lead = describeChange(scene.lines, {
    dataset: context.dataset,
    result: context.result,
    language,
    words,
  })
  const text = (look: string, y: number, content: string) =>
    svg('text', { class: look, x: MARGIN, y }, fitted(content, look))
  const picture = html`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="picture-title picture-lead">${[
    html`<title id="picture-title">${title}</title><desc id="picture-lead">${lead}</desc>`,
    html`<style>${trusted(STYLE + lightMapStyle())}</style>`,
    svg('rect', { width: WIDTH, height: HEIGHT, fill: '#ffffff' }),
    text('p-title', 46, title),
    text('p-lead', 76, lead),
    svg(
      'svg',
      { class: 'map', x: 0, y: MAP_TOP, width: SIZE.width, height: SIZE.height },
      drawScene(scene, view, mark => mark.place.name),
    ),
    legend(scene, choices),
    text('p-source', HEIGHT - 54, words.picture.source(dataset.title)),
    text('p-source', HEIGHT - 34, words.boundaries),
    text('p-source', HEIGHT - 14, words.picture.scenario(scenarioTitle, hash.slice(0, HASH_LENGTH))),
  ]}</svg>`
  return picture.markup
}

/** Signs in rows of the picture's width. */
function legend(scene: MapScene, { mode, language, words }: MapPictureChoices): Markup {
  let [x, row] = [MARGIN, 0]
  return join(
    legendSigns(scene, mode).map(sign => {
      const { width, shapes } = swatchOf(sign)
      const label = signWords(sign, language, words)
      const needed = width + 8 + 1.12 * textWidth(label, 14) + 22
      if (x + needed > WIDTH - MARGIN) [x, row] = [MARGIN, row + 1]
      const at = x
      x += needed
      const y = LEGEND_TOP + row * 24
      return html`${svg(
        'g',
        { class: 'swatch', transform: `translate(${at} ${y - 11})` },
        shapes.map(({ tag, look, attributes }) => svg(tag, { class: look, ...attributes })),
      )}${svg('text', { class: 'p-legend', x: at + width + 8, y }, label)}`
    }),
  )
}

const SIZES: Readonly<Record<string, number>> = { 'p-title': 28, 'p-lead': 17, 'p-source': 13 }

/** A line that is longer than the picture ends in dots. */
function fitted(text: string, look: string): string {
  const room = WIDTH - 2 * MARGIN
  const weight = look === 'p-title' ? 600 : 400
  if (textWidth(text, SIZES[look]!, weight) <= room) return text
  const letters = [...text]
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, SIZES[look]!, weight) > room) letters.pop()
  return `${letters.join('').trimEnd()}…`
}
