/** The line under the map that explains its signs, and the switch for the tint of countries. */
import { language, messages } from '../../i18n/messages.js'
import { type LegendSign, legendSigns, signWords, swatchOf } from './legend-items.js'
import { type Drawn, mapMode, washed } from './map-state.js'

/** Pixels from which on the legend has room for what speaks for itself. */
const WIDE = 1500
const OBVIOUS: readonly LegendSign[] = ['lane', 'ferry']

export function MapLegend({ drawn }: { readonly drawn: Drawn }) {
  const words = messages.value.map
  return (
    <div class="map-legend">
      <ul aria-label={words.legend.label}>
        {legendSigns(drawn.scene, mapMode.value)
          .filter(sign => sign !== 'income' && (drawn.size.width > WIDE || !OBVIOUS.includes(sign)))
          .map(sign => (
            <li key={sign}>
              <Sign sign={sign} />
              <span>{signWords(sign, language.value, words)}</span>
            </li>
          ))}
      </ul>
      {drawn.scene.washes.size > 0 && (
        <label class="map-wash">
          <input
            type="checkbox"
            checked={washed.value}
            onChange={event => {
              washed.value = event.currentTarget.checked
            }}
          />
          <Sign sign="income" />
          {words.legend.income}
        </label>
      )}
    </div>
  )
}

function Sign({ sign }: { readonly sign: LegendSign }) {
  const { width, shapes } = swatchOf(sign)
  return (
    <svg class="swatch" width={width} height={12} aria-hidden="true">
      {shapes.map(({ tag: Tag, look, attributes }) => (
        <Tag key={JSON.stringify([look, attributes])} class={look} {...attributes} />
      ))}
    </svg>
  )
}
