/** The drawing in layers: shapes of countries, lines, waits, names; each is diffed against what stands. */
import { barsPath, crossPath } from '../../../report/map/draw-map.js'
import type { PlacedLabel } from '../../../report/map/labels.js'
import type { Stroke } from '../../../report/map/strokes.js'
import { delayStep, isBottleneck, standingRadius, type WaitMark } from '../../../report/map/waits.js'
import type { Drawn } from './map-state.js'

export function GroundLayer({ drawn, washed }: { readonly drawn: Drawn; readonly washed: boolean }) {
  const { geography, members, washes } = drawn.scene
  const shapes = [...geography.countries]
  return (
    <g>
      <path class="m-land" d={geography.land} />
      {shapes.map(([code, path]) => members.has(code) && <path key={code} class="m-member" d={path} />)}
      {washed &&
        shapes.map(
          ([code, path]) => washes.has(code) && <path key={code} class={washes.get(code)} d={path} />,
        )}
      <path class="m-coast" d={geography.land} />
      <path class="m-border" d={geography.borders} />
      <path class="m-border-member" d={geography.memberBorders} />
      <path class="m-border-disputed" d={geography.disputedBorders} />
    </g>
  )
}

/** Shapes without ink that tell the pointer which country it is over. */
export function CountryTargets({
  drawn,
  known,
}: {
  readonly drawn: Drawn
  readonly known: ReadonlySet<string>
}) {
  return (
    <g class="m-targets">
      {drawn.geography.countries.map(
        ([code, path]) => known.has(code) && <path key={code} data-country={code} d={path} />,
      )}
    </g>
  )
}

export function LineLayer({ drawn }: { readonly drawn: Drawn }) {
  const { strokes, fullLines } = drawn.scene
  return (
    <g>
      <g>{strokes.plain.map(drawnStroke)}</g>
      <g class="m-eased">{strokes.edges.map(drawnStroke)}</g>
      <g class="m-eased">{strokes.cores.map(drawnStroke)}</g>
      {strokes.crosses.map(point => (
        <path class="m-cross" d={crossPath(point)} />
      ))}
      {fullLines.map(([a, b]) => (
        <path class="m-full" d={barsPath(b, [b[0] - a[0], b[1] - a[1]], 3, 6)} />
      ))}
    </g>
  )
}

function drawnStroke({ id, look, path, width }: Stroke) {
  return (
    <path key={id} class={look} d={path} stroke-width={width === undefined ? undefined : tenths(width)} />
  )
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10
}

export function WaitLayer({ drawn }: { readonly drawn: Drawn }) {
  const { marks, waited, closed, straits } = drawn.scene
  return (
    <g>
      {straits.map(({ place, at, way }) => (
        <path key={place.id} class="m-strait" d={barsPath(at, way, 1.5, 4)} />
      ))}
      {marks.filter(isBottleneck).map(standing)}
      {closed.map(place => (
        <path class="m-cross" d={crossPath(drawn.view.project(place.longitude, place.latitude))} />
      ))}
      {waited.toReversed().map(wait)}
    </g>
  )
}

/** Boxes that stand at a wait: a wash behind it, today's as a hairline where it differs. */
function standing({ place, x, y, standing: boxes }: WaitMark) {
  if (boxes === undefined) return null
  const [today, radius] = [standingRadius(boxes.before), standingRadius(boxes.after)]
  return (
    <g key={place.id}>
      <circle class="m-standing" cx={x} cy={y} r={tenths(radius)} />
      {Math.abs(today - radius) >= 1 && <circle class="m-standing-today" cx={x} cy={y} r={tenths(today)} />}
    </g>
  )
}

function wait(mark: WaitMark) {
  const { place, x, y, radius, todayRadius, square, estimated, full } = mark
  const differs = Math.abs(todayRadius - radius) > 0.8
  const step = delayStep(mark.after)
  return (
    <g key={place.id}>
      {differs && shape(square, x, y, todayRadius + (todayRadius > radius ? 1.4 : 0), 'm-today')}
      {estimated
        ? shape(square, x, y, Math.max(2.2, radius - 1), `m-hollow d${step}`)
        : shape(square, x, y, radius, `m-disc d${step}`)}
      {full && <path class="m-full" d={barsPath([x, y], [1, 0], radius + 2.5, radius + 1)} />}
    </g>
  )
}

function shape(square: boolean, x: number, y: number, radius: number, look: string) {
  if (!square) return <circle class={look} cx={tenths(x)} cy={tenths(y)} r={tenths(radius)} />
  // A square of the same area.
  const half = 0.89 * radius
  return (
    <rect
      class={look}
      x={tenths(x - half)}
      y={tenths(y - half)}
      width={tenths(2 * half)}
      height={tenths(2 * half)}
      rx={1}
    />
  )
}

export function LabelLayer({ labels }: { readonly labels: readonly PlacedLabel[] }) {
  return (
    <g class="m-labels">
      {labels.map(
        ({ ring, text, x, y }) =>
          ring && <circle key={`${text} ${x} ${y}`} class="m-place" cx={tenths(x)} cy={tenths(y)} r={2} />,
      )}
      {labels.map(label => (
        <text
          key={label.text}
          class={`m-${label.look}`}
          x={tenths(label.textX)}
          y={tenths(label.textY)}
          text-anchor={label.anchor === 'start' ? undefined : label.anchor}
        >
          {label.text}
        </text>
      ))}
    </g>
  )
}
