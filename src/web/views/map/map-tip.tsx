/** Name and two lines of numbers of what the pointer or the keyboard is on. */
import { betweenCameras } from './camera.js'
import { factsOf } from './facts.js'
import { cameraOf, type Drawn, factContext, pointed, pointedAt } from './map-state.js'
import { outlineOf } from './outlines.js'

const WIDTH = 220
const HEIGHT = 76
const GAP = 14

export function MapTip({ drawn }: { readonly drawn: Drawn }) {
  const target = pointed.value
  if (target === undefined) return null
  const outline = outlineOf(target, factContext.value.dataset, drawn.view, drawn.geography, drawn.scene)
  if (outline === undefined) return null
  const { scale, x: dx, y: dy } = betweenCameras(drawn.camera, cameraOf(drawn.size), drawn.size)
  const { width, height } = drawn.size
  const [anchorX, anchorY] = pointedAt.value ?? [
    outline.anchor[0] * scale + dx,
    outline.anchor[1] * scale + dy,
  ]
  const x = Math.min(width, Math.max(0, anchorX))
  const y = Math.min(height, Math.max(0, anchorY))
  const gap = GAP + (outline.ring?.radius ?? 0)
  const { name, lines } = factsOf(target, factContext.value)
  return (
    <div
      class="map-tip"
      style={{
        ...(x + gap + WIDTH > width ? { right: `${width - x + gap}px` } : { left: `${x + gap}px` }),
        top: `${Math.min(Math.max(8, y - HEIGHT / 2), Math.max(8, height - HEIGHT - 8))}px`,
      }}
    >
      <b>{name}</b>
      {lines.map(line => (
        <span key={line}>{line}</span>
      ))}
    </div>
  )
}
