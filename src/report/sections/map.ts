/** The map with its title bar, legend and source line; drawn twice, the style sheet shows one. */
import type { Dataset, Place } from '../../dataset/dataset.js'
import { type ReportContext, verdict } from '../context.js'
import { html, type Insert, type Markup } from '../html.js'
import type { Atlas } from '../map/atlas.js'
import { drawMap, washSwatch } from '../map/draw-map.js'
import { fullIds } from '../map/full.js'
import { type DrawnGeography, drawGeography } from '../map/geography.js'
import { heaviestWaits } from '../map/heavy-waits.js'
import { type Frame, frameAround, homeFrame, mapView } from '../map/projection.js'
import { changeClass, visibleChange } from '../map/traffic.js'
import { standingRadius } from '../map/waits.js'
import { svg } from '../svg.js'

const WIDE = { width: 1120, height: 520 }
const NARROW = { width: 358, height: 300 }

/** Geography of a frame that was drawn before, to the same paths; undefined where it was not. */
export type FindGeography = (frame: Frame) => DrawnGeography | undefined

/** Every frame that a report on a dataset can show: the wide map's, and those of its corridors. */
export function reportFrames({ network }: Dataset): Frame[] {
  const places = new Map(network.places.map(place => [place.id, place]))
  return [wideFrame(), narrowFrame(places, []), ...network.corridors.map(c => narrowFrame(places, c.places))]
}

/** Draws the geography of one of them. */
export function drawFrame(atlas: Atlas, frame: Frame): DrawnGeography {
  return drawGeography(atlas, mapView(frame))
}

/** @param find what was drawn before; the rest is drawn from the atlas. */
export function mapSection(context: ReportContext, atlas: Atlas, find: FindGeography): Markup {
  const { messages: m, result } = context
  const corridors = context.changedCorridors.slice(0, 4)
  const wanted = new Set(corridors.flatMap(corridor => [corridor.places[0]!, corridor.places.at(-1)!]))
  // The narrow map shows the corridor that changes most.
  const near = narrowFrame(context.places, context.changedCorridors[0]?.places ?? [])
  const heavy = heaviestWaits(result.waits, context.dataset.network, mapView(wideFrame()))
  const full = fullIds(result.capacities)
  const geography = (frame: Frame) => find(frame) ?? drawFrame(atlas, frame)
  const wide = drawMap(context, {
    id: 'map-wide',
    className: 'only-wide',
    view: mapView(wideFrame()),
    geography: geography(wideFrame()),
    mostMarks: 28,
    mostLabels: 68,
    wanted,
    heavy,
    full,
  })
  const narrow = drawMap(context, {
    id: 'map-narrow',
    className: 'only-narrow',
    view: mapView(near),
    geography: geography(near),
    mostMarks: 12,
    mostLabels: 8,
    wanted,
    heavy,
    full,
  })
  return html`<figure class="map-figure" id="map"><figcaption><h2>${m.map.title}</h2><span>${m.map.hint}</span></figcaption>${wide}${narrow}${legend(context, heavy.length > 0, full.size > 0)}</figure><p class="source">${m.map.source(result.dataset.title)} ${m.map.boundaries}</p>`
}

export function wideFrame(): Frame {
  return homeFrame(WIDE.width, WIDE.height)
}

/** A frame around places, or the members' part of the home view where they are too few. */
function narrowFrame(places: ReadonlyMap<string, Place>, ids: readonly string[]): Frame {
  const points = ids
    .map(id => places.get(id))
    .filter(place => place !== undefined)
    .map(place => [place.longitude, place.latitude] as const)
    .filter(([longitude, latitude]) => longitude > 22 && longitude < 124 && latitude > 5 && latitude < 62)
  if (points.length < 2)
    return frameAround(NARROW.width, NARROW.height, [
      [40, 40],
      [110, 40],
      [70, 52],
    ])
  return frameAround(NARROW.width, NARROW.height, points)
}

function legend(context: ReportContext, hasHeavy: boolean, hasFull: boolean): Markup {
  const { messages: m, result } = context
  const words = m.map.legend
  const visible = visibleChange(result.links)
  const changes = new Set(
    result.links.map(({ id, teu }) => changeClass(teu, id.startsWith('sea-') ? visible.sea : visible.land)),
  )
  const gains = changes.has('gain') || changes.has('gain-strong')
  const washes = new Set(
    result.countries.map(country => verdict(country.realIncomeChangePercent, context.hasRanges)),
  )
  const closes =
    result.links.some(link => link.open.before && !link.open.after) ||
    result.scenario.measures.some(measure => measure.kind === 'close')
  const line = (...classes: readonly (readonly [string, number])[]) =>
    svg(
      'svg',
      { class: 'swatch', width: 30, height: 12, 'aria-hidden': 'true' },
      classes.map(([look, width]) => svg('path', { class: look, d: 'M3 6H27', 'stroke-width': width })),
    )
  const discs = html`<svg class="swatch" width="44" height="20" aria-hidden="true"><circle class="m-disc d2" cx="4" cy="10" r="2.9"/><circle class="m-disc d4" cx="16" cy="10" r="5.6"/><circle class="m-disc d5" cx="33" cy="10" r="8.7"/></svg>`
  const items: readonly (readonly [Insert, string] | undefined)[] = [
    gains ? [line(['m-gain', 7], ['m-stay', 4]), words.gain] : undefined,
    changes.has('gain-strong') ? [line(['m-gain-strong', 7], ['m-stay', 3]), words.gainStrong] : undefined,
    changes.has('loss') ? [line(['m-loss', 7], ['m-stay', 4]), words.loss] : undefined,
    [line(['m-core', 2.4]), words.core],
    [line(['m-planned', 1.1]), words.planned],
    [line(['m-core m-dash', 2]), words.ferry],
    [line(['m-lane', 2]), words.lane],
    [discs, words.waits],
    [
      html`<svg class="swatch" width="12" height="12" aria-hidden="true"><rect class="m-disc d4" x="1" y="1" width="10" height="10" rx="1"/></svg>`,
      words.port,
    ],
    [
      html`<svg class="swatch" width="14" height="14" aria-hidden="true"><circle class="m-hollow d4" cx="7" cy="7" r="5"/></svg>`,
      words.estimated,
    ],
    [
      html`<svg class="swatch" width="16" height="16" aria-hidden="true"><circle class="m-today" cx="8" cy="8" r="6.5"/></svg>`,
      words.today,
    ],
    hasHeavy
      ? [
          html`<svg class="swatch" width="22" height="20" aria-hidden="true"><circle class="m-standing" cx="11" cy="10" r="${standingRadius(5000).toFixed(1)}"/></svg>`,
          words.standing,
        ]
      : undefined,
    hasFull
      ? [
          html`<svg class="swatch" width="20" height="16" aria-hidden="true"><path class="m-full" d="M3 2V14M17 2V14"/><circle class="m-disc d4" cx="10" cy="8" r="4.5"/></svg>`,
          words.full,
        ]
      : undefined,
    closes
      ? [
          html`<svg class="swatch" width="12" height="12" aria-hidden="true"><path class="m-cross" d="M2 2L10 10M2 10L10 2"/></svg>`,
          words.closed,
        ]
      : undefined,
    washes.has('gain') ? [washSwatch('gain'), words.washGain] : undefined,
    washes.has('loss') ? [washSwatch('loss'), words.washLoss] : undefined,
  ]
  return html`<ul class="legend" aria-label="${words.label}">${items.filter(item => item !== undefined).map(([picture, name]) => html`<li>${picture}<span>${name}</span></li>`)}</ul>`
}
