/** The handle of the levers' sheet: a tap opens and lowers it, a drag leaves it at the nearest of its heights. */
import { useRef } from 'preact/hooks'
import { messages } from '../../i18n/messages.js'
import { sheet } from '../../state/screen.js'

/** Pixels of a tap. */
const TREMBLE = 6
/** A drag ends open from this part of the way between rest and open on, and closed below this part of rest. */
const HALF = 0.5

interface Drag {
  readonly from: number
  readonly height: number
  /** Of the sheet at rest, and open. */
  readonly rest: number
  readonly open: number
  moved: boolean
}

/** @param of the sheet that it moves */
export function SheetHandle({ of }: { readonly of: { readonly current: HTMLElement | null } }) {
  const words = messages.value.shell.sheet
  const drag = useRef<Drag | undefined>(undefined)
  const wasDragged = useRef(false)
  const isOpen = sheet.value === 'open'
  const onDown = (event: PointerEvent & { readonly currentTarget: HTMLElement }) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    const style = getComputedStyle(of.current!)
    const pixels = (name: string) => Number.parseFloat(style.getPropertyValue(name))
    drag.current = {
      from: event.clientY,
      height: of.current!.offsetHeight,
      rest: pixels('min-height'),
      open: pixels('max-height'),
      moved: false,
    }
  }
  const heightAt = ({ from, height, open }: Drag, y: number) => Math.min(open, Math.max(0, height + from - y))
  const onMove = (event: PointerEvent) => {
    const now = drag.current
    if (now === undefined) return
    now.moved ||= Math.abs(event.clientY - now.from) > TREMBLE
    if (!now.moved) return
    of.current!.classList.add('is-dragged')
    of.current!.style.height = `${heightAt(now, event.clientY)}px`
  }
  const onUp = (event: PointerEvent) => {
    const now = drag.current
    drag.current = undefined
    if (now === undefined) return
    wasDragged.current = now.moved
    if (!now.moved) return
    of.current!.classList.remove('is-dragged')
    of.current!.style.height = ''
    const { rest, open } = now
    const height = heightAt(now, event.clientY)
    sheet.value = height > rest + HALF * (open - rest) ? 'open' : height > HALF * rest ? 'rest' : 'closed'
  }
  return (
    <button
      type="button"
      class="sheet-handle"
      aria-label={isOpen ? words.lower : words.raise}
      aria-expanded={isOpen}
      onPointerDown={onDown}
      onPointerMove={onMove}
      onPointerUp={onUp}
      onPointerCancel={onUp}
      onClick={() => {
        if (!wasDragged.current) sheet.value = isOpen ? 'rest' : 'open'
        wasDragged.current = false
      }}
    />
  )
}
