/** Modes, zoom, the whole of the map, the table behind it. */
import type { ComponentChildren } from 'preact'
import type { MapMode } from '../../../report/map/strokes.js'
import { messages } from '../../i18n/messages.js'
import { showAll, zoomBy } from './gestures.js'
import { mapMode } from './map-state.js'

const MODES: readonly MapMode[] = ['change', 'traffic', 'delay']
const STEP = 1.6

export function ModeControl() {
  const words = messages.value.map.modes
  return (
    <>
      <fieldset class="map-modes segments">
        <legend class="visually-hidden">{words.label}</legend>
        {MODES.map(mode => (
          <label key={mode} class="segment">
            <input
              type="radio"
              name="map-mode"
              class="visually-hidden"
              checked={mapMode.value === mode}
              onChange={() => {
                mapMode.value = mode
              }}
            />
            <span>{words[mode]}</span>
          </label>
        ))}
      </fieldset>
      <label class="map-mode-select">
        <span class="visually-hidden">{words.label}</span>
        <select
          value={mapMode.value}
          onChange={event => {
            mapMode.value = event.currentTarget.value as MapMode
          }}
        >
          {MODES.map(mode => (
            <option key={mode} value={mode}>
              {words[mode]}
            </option>
          ))}
        </select>
      </label>
    </>
  )
}

export function ZoomControl({ onTable }: { readonly onTable: () => void }) {
  const words = messages.value.map
  return (
    <div class="map-tools">
      <Tool name={words.table} onClick={onTable}>
        <path d="M2.5 3.5h11v9h-11zM2.5 6.5h11M6.5 6.5v6" />
      </Tool>
      <div class="map-zoom">
        <Tool name={words.zoomIn} onClick={() => zoomBy(STEP)}>
          <path d="M3 8h10M8 3v10" />
        </Tool>
        <Tool name={words.zoomOut} onClick={() => zoomBy(1 / STEP)}>
          <path d="M3 8h10" />
        </Tool>
        <Tool name={words.fit} onClick={showAll}>
          <path d="M2.5 6v-3.5h3.5M10 2.5h3.5v3.5M13.5 10v3.5h-3.5M6 13.5h-3.5v-3.5" />
        </Tool>
      </div>
    </div>
  )
}

export function FullControl({ isFull, onClick }: { readonly isFull: boolean; readonly onClick: () => void }) {
  const words = messages.value.map
  return (
    <div class="map-full">
      <Tool name={isFull ? words.small : words.full} onClick={onClick}>
        <path
          d={
            isFull
              ? 'M3 3l10 10M13 3l-10 10'
              : 'M2.5 6v-3.5h3.5M10 2.5h3.5v3.5M13.5 10v3.5h-3.5M6 13.5h-3.5v-3.5'
          }
        />
      </Tool>
    </div>
  )
}

function Tool({
  name,
  onClick,
  children,
}: {
  readonly name: string
  readonly onClick: () => void
  readonly children: ComponentChildren
}) {
  return (
    <button type="button" class="button icon" aria-label={name} title={name} onClick={onClick}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" class="icon-drawing">
        {children}
      </svg>
    </button>
  )
}
