/** Shapes of countries for a frame: drawn once, the last few kept. */
import type { Atlas } from '../../../report/map/atlas.js'
import { type DrawnGeography, drawGeography } from '../../../report/map/geography.js'
import { type Frame, mapView } from '../../../report/map/projection.js'

/** What is shown until the atlas has come: sea. */
export const NO_GEOGRAPHY: DrawnGeography = {
  land: '',
  countries: [],
  centres: [],
  borders: [],
  settledStretches: '',
  disputedBorders: '',
}

const MOST_KEPT = 6
const kept = new Map<string, DrawnGeography>()

export function geographyIn(atlas: Atlas, frame: Frame): DrawnGeography {
  const key = JSON.stringify(frame)
  const drawn = kept.get(key) ?? drawGeography(atlas, mapView(frame))
  kept.delete(key)
  kept.set(key, drawn)
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!)
  return drawn
}
