/** The line under the map that explains its signs, and the switch for the tint of countries. */
import type { VNode } from 'preact'
import { number } from '../../i18n/locale.js'
import { language, messages } from '../../i18n/messages.js'
import { DELAY_STEPS } from './delay.js'
import { type LegendSign, legendSigns } from './legend-items.js'
import { type Drawn, mapMode, washed } from './map-state.js'

export function MapLegend({ drawn }: { readonly drawn: Drawn }) {
  const words = messages.value.map
  return (
    <div class="map-legend">
      <ul aria-label={words.legend.label}>
        {legendSigns(drawn.scene, mapMode.value, washed.value).map(sign => (
          <li key={sign}>
            {swatch(sign)}
            <span>{sign === 'slow' ? slowWords() : words.legend[sign]}</span>
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
          {words.washes}
        </label>
      )}
    </div>
  )
}

/** "hours per 100 km" with the bounds of the ramp. */
function slowWords(): string {
  const bounds = DELAY_STEPS.map(step => number(language.value, step, { decimals: step % 1 === 0 ? 0 : 1 }))
  return `${messages.value.map.legend.slow}: ${bounds.join(' · ')}`
}

function swatch(sign: LegendSign): VNode {
  switch (sign) {
    case 'gain':
      return line('m-gain', 6, 'm-stay', 3)
    case 'gainStrong':
      return line('m-gain-strong', 6, 'm-stay', 2)
    case 'loss':
      return line('m-loss', 6, 'm-stay', 3)
    case 'core':
      return line('m-core', 2.4)
    case 'was':
      return line('m-ghost', 6, 'm-core', 3)
    case 'planned':
      return line('m-planned', 1.1)
    case 'ferry':
      return line('m-core m-dash', 2)
    case 'lane':
      return line('m-lane', 2)
    case 'slow':
      return (
        <Swatch width={70}>
          {[1, 2, 3, 4, 5].map(step => (
            <path key={step} class={`m-slow s${step}`} stroke-width={4} d={`M${step * 14 - 13} 6h12`} />
          ))}
        </Swatch>
      )
    case 'waits':
      return (
        <Swatch width={44}>
          <circle class="m-disc d2" cx={4} cy={6} r={2.9} />
          <circle class="m-disc d4" cx={16} cy={6} r={5.6} />
          <circle class="m-disc d5" cx={33} cy={6} r={8.7} />
        </Swatch>
      )
    case 'port':
      return (
        <Swatch width={12}>
          <rect class="m-disc d4" x={1} y={1} width={10} height={10} rx={1} />
        </Swatch>
      )
    case 'estimated':
      return (
        <Swatch width={13}>
          <circle class="m-hollow d4" cx={6.5} cy={6} r={5} />
        </Swatch>
      )
    case 'todayRing':
      return (
        <Swatch width={14}>
          <circle class="m-today" cx={7} cy={6} r={6} />
        </Swatch>
      )
    case 'capacity':
      return (
        <Swatch width={18}>
          <path class="m-full" d="M3 -1V13M15 -1V13" />
          <circle class="m-disc d4" cx={9} cy={6} r={4} />
        </Swatch>
      )
    case 'closed':
      return (
        <Swatch width={12}>
          <path class="m-cross" d="M2 2L10 10M2 10L10 2" />
        </Swatch>
      )
    case 'income':
      return (
        <Swatch width={28}>
          <rect class="m-member" width={14} height={12} />
          <rect class="m-wash-loss-3" width={14} height={12} />
          <rect class="m-member" x={14} width={14} height={12} />
          <rect class="m-wash-gain-3" x={14} width={14} height={12} />
        </Swatch>
      )
  }
}

function line(look: string, width: number, inner?: string, innerWidth?: number): VNode {
  return (
    <Swatch width={30}>
      <path class={look} d="M3 6H27" stroke-width={width} />
      {inner && <path class={inner} d="M3 6H27" stroke-width={innerWidth} />}
    </Swatch>
  )
}

function Swatch({
  width,
  children,
}: {
  readonly width: number
  readonly children: preact.ComponentChildren
}) {
  return (
    <svg class="swatch" width={width} height={12} aria-hidden="true">
      {children}
    </svg>
  )
}
