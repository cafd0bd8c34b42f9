/** How much a map tells at a zoom: marks, labels, roads. */
import type { LabelDetail } from '../../../report/map/label-wishes.js'
import type { Box } from '../../../report/map/labels.js'
import type { Size } from './camera.js'

export interface Detail extends Pick<LabelDetail, 'most' | 'also' | 'reserved'> {
  readonly mostMarks: number
  readonly roads: boolean
  /** Hours of waits are printed. */
  readonly hours: boolean
}

/** Pixels of a map that shows 36 labels at zoom 1. */
const USUAL_AREA = 1128 * 362

export function detailAt(zoom: number, { width, height }: Size): Detail {
  if (width < 600 && height < 300) return { most: 8, mostMarks: 12, roads: zoom > 3, hours: false }
  const room = Math.sqrt(Math.max(1, (width * height) / USUAL_AREA))
  const narrow = width < 600
  const roads = zoom >= 1.5
  if (zoom >= 8) return { most: 400, mostMarks: 400, also: 'all', roads, hours: true }
  if (zoom >= 4) return { most: 240, mostMarks: 160, also: 'corridors', roads, hours: false }
  if (zoom >= 2 && !narrow)
    return { most: 110 * room, mostMarks: 80 * room, also: 'cities', roads, hours: false }
  return narrow
    ? { most: 20, mostMarks: 20, roads, hours: false }
    : { most: 38 * room, mostMarks: 26 * room, roads, hours: false }
}

/** Pixels under the controls and the notice of boundaries, where no name is put. */
export function underControls({ width, height }: Size): Box[] {
  const notice = { left: 10, right: Math.min(width, 360), top: height - 22, bottom: height }
  if (width < 600) {
    const mode = { left: 0, right: 150, top: height - 60, bottom: height }
    const full = { left: width - 64, right: width, top: height - 64, bottom: height }
    return [mode, full]
  }
  const modes = { left: width - 250, right: width, top: 0, bottom: 50 }
  const tools = { left: width - 60, right: width, top: height - 175, bottom: height }
  return [notice, modes, tools]
}
