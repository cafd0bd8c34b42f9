/** Wheel, drag, pinch and keys on the map: they move the camera at once, the drawing is laid out when they rest. */
import { useEffect } from 'preact/hooks'
import { selection } from '../../state/lab.js'
import { type Camera, panned, zoomed } from './camera.js'
import { camera, cameraOf, drawn, drawnCamera, mapSize, pointed, pointedAt } from './map-state.js'
import { type MapTarget, sameTarget, targetAt } from './targets.js'

/** Ms without a new event after which a gesture counts as over. */
const REST = 140
/** Pixels a pointer may tremble and still click. */
const TREMBLE = 4
const WHEEL_STEP = 0.0016
const KEY_STEP = 1.4
const KEY_PAN = 60

let rest: ReturnType<typeof setTimeout> | undefined

/** Lays the drawing out for the camera, once the gesture rests. */
export function settle(after = REST): void {
  clearTimeout(rest)
  rest = setTimeout(() => {
    drawnCamera.value = camera.peek()
  }, after)
}

function move(change: (from: Camera) => Camera): void {
  const size = mapSize.peek()
  if (size !== undefined) camera.value = change(cameraOf(size))
}

export function zoomBy(factor: number, x?: number, y?: number): void {
  const size = mapSize.peek()
  if (size === undefined) return
  move(from => zoomed(from, size, factor, x ?? size.width / 2, y ?? size.height / 2))
}

export function showAll(): void {
  camera.value = undefined
}

interface Pointer {
  x: number
  y: number
}

export function useGestures(element: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const map = element.current!
    const pointers = new Map<number, Pointer>()
    let travelled = 0

    const at = (event: MouseEvent): Pointer => {
      const box = map.getBoundingClientRect()
      return { x: event.clientX - box.left, y: event.clientY - box.top }
    }
    const find = (event: MouseEvent): MapTarget | undefined => {
      const { x, y } = at(event)
      // Marks stand elsewhere while a gesture moves them.
      const scene = camera.peek() === drawnCamera.peek() ? drawn.peek()?.scene : undefined
      const mark = scene && targetAt(scene, x, y)
      const iso3 = (event.target as Element).getAttribute('data-country')
      return mark ?? (iso3 === null ? undefined : { kind: 'country', iso3 })
    }
    const point = (target: MapTarget | undefined, at?: Pointer) => {
      if (sameTarget(target, pointed.peek())) return
      pointedAt.value = at && [at.x, at.y]
      pointed.value = target
    }

    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const { x, y } = at(event)
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 18 : 1
      zoomBy(Math.exp(-event.deltaY * lines * WHEEL_STEP * (event.ctrlKey ? 4 : 1)), x, y)
    }
    const onDown = (event: PointerEvent) => {
      if (event.button !== 0) return
      pointers.set(event.pointerId, at(event))
      travelled = pointers.size > 1 ? Infinity : 0
    }
    const onMove = (event: PointerEvent) => {
      const from = pointers.get(event.pointerId)
      if (from === undefined) {
        if (event.pointerType === 'mouse') point(find(event), at(event))
        return
      }
      const to = at(event)
      const [dx, dy] = [to.x - from.x, to.y - from.y]
      travelled += Math.abs(dx) + Math.abs(dy)
      if (travelled <= TREMBLE) return
      if (!map.hasPointerCapture(event.pointerId)) map.setPointerCapture(event.pointerId)
      pointed.value = undefined
      const size = mapSize.peek()!
      if (pointers.size === 1) move(camera => panned(camera, size, dx, dy))
      else {
        const other = [...pointers].find(([id]) => id !== event.pointerId)![1]
        const spread = (a: Pointer) => Math.hypot(a.x - other.x, a.y - other.y)
        move(camera => {
          const middle = [(to.x + other.x) / 2, (to.y + other.y) / 2] as const
          const shifted = panned(camera, size, dx / 2, dy / 2)
          return zoomed(shifted, size, spread(to) / Math.max(1, spread(from)), middle[0], middle[1])
        })
      }
      pointers.set(event.pointerId, to)
    }
    const onUp = (event: PointerEvent) => {
      if (!pointers.delete(event.pointerId)) return
      if (event.type === 'pointerup' && travelled <= TREMBLE) click(find(event))
    }
    const onLeave = () => point(undefined)
    map.addEventListener('wheel', onWheel, { passive: false })
    map.addEventListener('pointerdown', onDown)
    map.addEventListener('pointermove', onMove)
    map.addEventListener('pointerup', onUp)
    map.addEventListener('pointercancel', onUp)
    map.addEventListener('pointerleave', onLeave)
    const stop = camera.subscribe(() => settle())
    return () => {
      stop()
      map.removeEventListener('wheel', onWheel)
      map.removeEventListener('pointerdown', onDown)
      map.removeEventListener('pointermove', onMove)
      map.removeEventListener('pointerup', onUp)
      map.removeEventListener('pointercancel', onUp)
      map.removeEventListener('pointerleave', onLeave)
    }
  }, [element])
}

/** A second click on a line selects the corridor that runs over it, a further one the next. */
function click(target: MapTarget | undefined): void {
  const corridors = drawn.peek() && target?.kind === 'link' ? corridorsOver(target.linkId) : []
  const now = selection.peek()
  if (now?.kind === 'link' && sameTarget(now, target) && corridors.length > 0) {
    selection.value = { kind: 'corridor', corridorId: corridors[0]! }
    return
  }
  const next = now?.kind === 'corridor' ? corridors.indexOf(now.corridorId) + 1 : 0
  selection.value =
    next > 0 && next < corridors.length ? { kind: 'corridor', corridorId: corridors[next]! } : target
}

function corridorsOver(linkId: string): string[] {
  const { corridors } = drawn.peek()!.result
  return corridors.filter(({ legs }) => legs.some(leg => leg.id === linkId)).map(({ id }) => id)
}

/** Plus, minus and zero, as on the buttons. */
export function onMapKey(event: KeyboardEvent): void {
  const size = mapSize.peek()
  if (size === undefined || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === '+' || event.key === '=') zoomBy(KEY_STEP)
  else if (event.key === '-') zoomBy(1 / KEY_STEP)
  else if (event.key === '0') showAll()
  else if (event.shiftKey && event.key.startsWith('Arrow')) {
    const [dx, dy] = { Left: [1, 0], Right: [-1, 0], Up: [0, 1], Down: [0, -1] }[event.key.slice(5)] ?? [0, 0]
    move(from => panned(from, size, dx! * KEY_PAN, dy! * KEY_PAN))
  } else return
  event.preventDefault()
}
