/** One lever: name, value, slider or switch, whose it is and what it costs. */

import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { number } from '../../i18n/locale.js'
import { language, messages } from '../../i18n/messages.js'
import type { NumberHandle } from '../../scenario/handles.js'
import { leverName, namesOwners, openedName, ownersNamed } from '../../scenario/lever-name.js'
import type { Lever } from '../../scenario/levers.js'
import { isSwitch, moveLever, resetLever, switchLever, wantedLever } from '../../state/levers.js'
import { leverNaming } from './lever-naming.js'
import { LeverSwitch } from './lever-switch.js'
import { Slider } from './slider.js'
import { ValueField } from './value-field.js'

export function LeverRow({ lever }: { readonly lever: Lever }) {
  const words = messages.value.levers
  const naming = leverNaming.value
  /** What is opened stands under a heading that says so. */
  const name =
    lever.group === 'planned' ? openedName(lever.measure, naming) : leverName(lever.measure, naming)
  const isChanged = lever.index !== undefined
  const capital = typeof lever.measure.capital === 'string' ? lever.measure.capital : ''
  const owners = namesOwners(lever.measure, lever.owners, naming) ? '' : ownersNamed(lever.owners, naming)
  const foot = (owners !== '' || capital !== '') && (
    <p class="lever-foot-line">
      <span>{owners}</span>
      <span>{capital}</span>
    </p>
  )
  if (isSwitch(lever.handles))
    return (
      <LeverFrame of={lever}>
        <LeverSwitch name={name} isOn={isChanged} onSwitch={on => switchLever(lever, on)} />
        {foot}
      </LeverFrame>
    )
  const numbers = lever.handles.filter(handle => handle.kind === 'number')
  /** A title that a person wrote, and the name of a wait or a tariff, say what moves. */
  const isCarriage = lever.measure.link !== undefined || lever.measure.corridor !== undefined
  const whole = ({ field }: NumberHandle) => words.names.field(name, words.fields[field])
  const isToldByName = numbers.length === 1 && (lever.measure.title !== undefined || !isCarriage)
  return (
    <LeverFrame of={lever}>
      {numbers.length === 0 && <p class="lever-name">{name}</p>}
      {numbers.map((handle, k) => (
        <NumberLever
          key={handle.path.join('.')}
          lever={lever}
          handle={handle}
          name={k === 0 ? (isToldByName ? name : whole(handle)) : words.fields[handle.field]}
          label={whole(handle)}
          onReset={isChanged && k === 0 ? () => resetLever(lever) : undefined}
        />
      ))}
      {numbers.length === 0 && <p class="lever-note">{words.noHandle}</p>}
      {foot}
    </LeverFrame>
  )
}

/** What takes the focus when the reader is sent to a lever: its slider, its switch, or where it has none its first button. */
const HANDLES = ['input[type="range"]', '[role="switch"]', 'button'] as const

/** Brings a lever into sight and the focus to it. */
export function focusLever(row: Element, block: ScrollLogicalPosition = 'nearest'): void {
  row.scrollIntoView({ block })
  HANDLES.map(each => row.querySelector<HTMLElement>(each))
    .find(each => each !== null)
    ?.focus({ preventScroll: true })
}

interface LeverFrameProps {
  readonly of: Lever
  readonly children: ComponentChildren
}

function LeverFrame({ of: { key }, children }: LeverFrameProps) {
  const frame = useRef<HTMLDivElement>(null)
  const isWanted = wantedLever.value === key
  useEffect(() => {
    if (!isWanted) return
    focusLever(frame.current!, 'center')
  }, [isWanted])
  return (
    <div
      class={isWanted ? 'lever is-wanted' : 'lever'}
      data-lever={key}
      ref={frame}
      onFocusOut={event => {
        if (isWanted && !frame.current!.contains(event.relatedTarget as Node | null))
          wantedLever.value = undefined
      }}
    >
      {children}
    </div>
  )
}

interface NumberLeverProps {
  readonly lever: Lever
  readonly handle: NumberHandle
  readonly name: string
  readonly label: string
  readonly onReset: (() => void) | undefined
}

function NumberLever({ lever, handle, name, label, onReset }: NumberLeverProps) {
  const words = messages.value.levers
  const unit = words.units[handle.unit]
  const text = (value: number) =>
    number(language.value, value, {
      decimals: Number.isInteger(value) ? 0 : handle.step < 0.1 ? 2 : 1,
      signed: handle.form === 'change',
    })
  return (
    <>
      <div class="lever-head">
        {/* First, so that a second line of the name has the room under the value as well. */}
        <span class="lever-tools">
          <ValueField
            handle={handle}
            label={label}
            text={text}
            unit={unit}
            onValue={value => moveLever(lever, handle, value)}
          />
          {onReset !== undefined && (
            <button
              type="button"
              class="lever-reset"
              aria-label={words.reset(name)}
              title={words.reset(name)}
              onClick={onReset}
            >
              <svg class="icon" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
                <path d="M3 4.5A5 5 0 1 1 2 7M3 1.5v3h3" />
              </svg>
            </button>
          )}
        </span>
        <span class="lever-name">{name}</span>
      </div>
      <Slider
        handle={handle}
        label={label}
        valueText={`${text(handle.value)} ${unit}`}
        isChanged={lever.index !== undefined && handle.value !== handle.today}
        onValue={(value, gesture) => moveLever(lever, handle, value, { gesture })}
      />
    </>
  )
}
