/** What of an answer a map shows in a mode, for the page and for its picture. */
import type { CentralResult } from '../../../index.js'
import { mostChangedCorridors } from '../../../report/changed-corridors.js'
import { fullIds } from '../../../report/map/full.js'
import { heaviestWaits } from '../../../report/map/heavy-waits.js'
import type { MapContext } from '../../../report/map/map-context.js'
import type { SceneChoices } from '../../../report/map/scene.js'
import type { MapMode } from '../../../report/map/strokes.js'
import type { Language } from '../../i18n/languages.js'
import type { Messages } from '../../i18n/messages.js'
import { delayClass, hoursPer100Km } from './delay.js'
import type { Detail } from './detail.js'
import { hoursText } from './facts.js'

/** TEU a year from which on a course at sea is drawn. */
export const BUSY_LANE = 8e6

/** A frame, and what stands in it whatever the answer is. */
export interface MapGround extends Pick<SceneChoices, 'view' | 'geography' | 'shapes' | 'lanes' | 'straits'> {
  readonly detail: Detail
  /** By how much marks are larger than in the home view. */
  readonly marks: number
}

export function sceneChoices(
  { dataset, result }: MapContext,
  mode: MapMode,
  language: Language,
  words: Messages['map'],
  { detail, marks, ...ground }: MapGround,
): SceneChoices {
  const hours = mode === 'delay' ? hoursPer100Km(dataset, result) : undefined
  return {
    ...ground,
    // What stands and waits belongs to the mode of delays: beside changes it would shout.
    heavy: mode === 'delay' ? heaviestWaits(result.waits, dataset.network, ground.view) : [],
    full: fullIds(result.capacities),
    most: detail.most,
    ...(detail.reserved !== undefined && { reserved: detail.reserved }),
    ...(detail.also !== undefined && { also: detail.also }),
    ...(detail.hours && { hours: value => words.facts.hours(hoursText(language, value)) }),
    wanted: changedEnds(result),
    strokes: {
      mode,
      size: marks,
      roads: detail.roads,
      ...(hours !== undefined && { delayLook: line => delayClass(line, hours) }),
    },
    mostMarks: detail.mostMarks,
  }
}

/** Ends of the corridors that change most, to be named. */
function changedEnds(result: CentralResult): ReadonlySet<string> {
  const corridors = mostChangedCorridors({ result }, 4)
  return new Set(corridors.flatMap(({ places }) => [places[0]!, places.at(-1)!]))
}
