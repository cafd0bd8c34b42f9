/** The map as the lab shows it, saved as a picture. Loaded when it is asked for. */
import type { Result } from '../../index.js'
import type { Atlas } from '../../report/map/atlas.js'
import { keptText } from '../engine/kept-files.js'
import { language, messages } from '../i18n/messages.js'
import { inReadersWords } from '../state/names.js'
import { atlas, camera, mapContext, mapMode } from '../views/map/map-state.js'
import { PICTURE_HEIGHT, PICTURE_WIDTH } from './chart-picture.js'
import { type PictureFormat, saveDrawing } from './download-chart.js'
import { mapPicture } from './map-picture.js'

/** @throws Error when the shapes of countries could not be loaded or the picture came out blank. */
export async function saveMap(result: Result, format: PictureFormat): Promise<void> {
  const shapes = atlas.peek() ?? (JSON.parse(await keptText('atlas')) as Atlas)
  const svg = mapPicture({
    context: { ...mapContext(), result, hasRanges: result.uncertainty.draws > 0 },
    atlas: shapes,
    language: language.peek(),
    words: messages.peek().map,
    mode: mapMode.peek(),
    camera: camera.peek(),
    hash: result.hash,
  })
  await saveDrawing(
    `${inReadersWords(result.scenario.title)} map`,
    svg,
    PICTURE_WIDTH,
    PICTURE_HEIGHT,
    format,
  )
}
