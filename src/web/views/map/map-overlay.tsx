/** Rings of what is selected or pointed at, and the one place of the map where the keyboard stands. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { messages } from '../../i18n/messages.js'
import { selection } from '../../state/lab.js'
import { panned } from './camera.js'
import { factsOf } from './facts.js'
import { Moved } from './map-drawing.js'
import { camera, cameraOf, type Drawn, factContext, pointed, pointedAt } from './map-state.js'
import { type Outline, outlineOf } from './outlines.js'
import { keyboardWalks, type MapTarget, type Step, type StepKey, stepBy } from './targets.js'

const STEP_KEYS: readonly string[] = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End']

export function MapOverlay({ drawn }: { readonly drawn: Drawn }) {
  const chosen = selection.value
  const outline = (target: MapTarget) =>
    outlineOf(target, factContext.value.dataset, drawn.view, drawn.geography, drawn.scene)
  const selected = chosen === undefined || chosen.kind === 'figure' ? undefined : outline(chosen)
  const over = pointed.value && outline(pointed.value)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing
    <svg
      class="map-overlay"
      role="group"
      aria-label={messages.value.map.walk}
      width={drawn.size.width}
      height={drawn.size.height}
      viewBox={`0 0 ${drawn.size.width} ${drawn.size.height}`}
    >
      <Moved drawn={drawn}>
        {over && <Ring outline={over} look="is-over" />}
        {selected && <Ring outline={selected} look="is-selected" />}
        <KeyboardStand drawn={drawn} outline={outline} />
      </Moved>
    </svg>
  )
}

function Ring({ outline, look }: { readonly outline: Outline; readonly look: string }) {
  const { path, ring } = outline
  return (
    <g class={look}>
      {path !== '' && <path d={path} />}
      {ring && <circle cx={ring.x} cy={ring.y} r={ring.radius} />}
    </g>
  )
}

/** A tab stop of its own for the whole map: arrows put it on the next target, which then takes the focus. */
function KeyboardStand({
  drawn,
  outline,
}: {
  readonly drawn: Drawn
  readonly outline: (target: MapTarget) => Outline | undefined
}) {
  const walks = useMemo(() => keyboardWalks(factContext.value.result), [factContext.value])
  const [{ walk, index }, setStep] = useState<Step>({ walk: 0, index: 0 })
  const element = useRef<SVGGElement>(null)
  const moved = useRef(false)
  const steps = walks[Math.min(walk, walks.length - 1)]!
  const target = steps[Math.min(index, steps.length - 1)]!
  const name = JSON.stringify(target)
  useEffect(() => {
    if (!moved.current) return
    moved.current = false
    element.current?.focus()
  }, [name])
  const marked = outline(target)
  const facts = factsOf(target, factContext.value)
  const onKeyDown = (event: KeyboardEvent) => {
    if (STEP_KEYS.includes(event.key)) {
      event.preventDefault()
      event.stopPropagation()
      moved.current = true
      setStep(stepBy(walks, { walk, index }, event.key as StepKey))
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      selection.value = target
    } else if (event.key === 'Escape') selection.value = undefined
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a part of a drawing
    <g
      key={name}
      ref={element}
      class="map-stand"
      tabIndex={0}
      role="button"
      aria-label={`${facts.name}. ${facts.lines.join('. ')}`}
      onKeyDown={onKeyDown}
      onFocus={() => {
        pointedAt.value = undefined
        pointed.value = target
        bringIntoView(marked, drawn)
      }}
      onBlur={() => {
        if (pointed.peek() === target) pointed.value = undefined
      }}
    >
      {marked && <Ring outline={marked} look="stand-ring" />}
      {/* A mark beyond the frame still needs a shape that can take the focus. */}
      <rect width={1} height={1} class="stand-ground" />
    </g>
  )
}

const EDGE = 30

function bringIntoView(outline: Outline | undefined, { size }: Drawn): void {
  if (outline === undefined) return
  const [x, y] = outline.anchor
  if (x > EDGE && y > EDGE && x < size.width - EDGE && y < size.height - EDGE) return
  camera.value = panned(cameraOf(size), size, size.width / 2 - x, size.height / 2 - y)
}
