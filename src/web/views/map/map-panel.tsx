/** The map of the lab: today's world at once, the shapes of countries as soon as they have come. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Atlas } from '../../../report/map/atlas.js'
import { keptText } from '../../engine/kept-files.js'
import { messages } from '../../i18n/messages.js'
import { onMapKey, useGestures } from './gestures.js'
import { FullControl, ModeControl, ZoomControl } from './map-controls.js'
import { MapDrawing } from './map-drawing.js'
import { MapLegend } from './map-legend.js'
import { MapOverlay } from './map-overlay.js'
import { atlas, drawn, mapSize } from './map-state.js'
import { MapTable } from './map-table.js'
import { MapTip } from './map-tip.js'

export function MapPanel() {
  const words = messages.value.map
  const frame = useRef<HTMLDivElement>(null)
  const [hasTable, setTable] = useState(false)
  const [isFull, setFull] = useState(false)
  useSize(frame)
  useGestures(frame)
  useEffect(loadAtlas, [])
  const shown = drawn.value
  return (
    <section
      class={isFull ? 'map-panel is-full' : 'map-panel'}
      aria-label={words.modes.label}
      onKeyDown={event => {
        if (event.key === 'Escape' && isFull) setFull(false)
        else onMapKey(event)
      }}
    >
      <div class="map-stage">
        <div class="map-frame" ref={frame}>
          {shown && <MapDrawing drawn={shown} />}
          {shown && <MapOverlay drawn={shown} />}
        </div>
        {shown && <MapTip drawn={shown} />}
        <ModeControl />
        <ZoomControl onTable={() => setTable(true)} />
        <FullControl isFull={isFull} onClick={() => setFull(!isFull)} />
        <p class="map-boundaries">{words.boundaries}</p>
      </div>
      {shown && <MapLegend drawn={shown} />}
      {hasTable && <MapTable onClose={() => setTable(false)} />}
    </section>
  )
}

function useSize(frame: { readonly current: HTMLDivElement | null }): void {
  useEffect(() => {
    const observer = new ResizeObserver(entries => {
      const { width, height } = entries[0]!.contentRect
      if (width >= 1 && height >= 1) mapSize.value = { width: Math.round(width), height: Math.round(height) }
    })
    observer.observe(frame.current!)
    return () => observer.disconnect()
  }, [frame])
}

/** Shapes come after the first figures; without them the map still has its lines. */
function loadAtlas(): void {
  if (atlas.peek() !== undefined) return
  void keptText('atlas').then(text => {
    atlas.value = JSON.parse(text) as Atlas
  })
}
