/** Something that is or is not, by its name. */
interface LeverSwitchProps {
  readonly name: string
  readonly isOn: boolean
  readonly onSwitch: (on: boolean) => void
}

export function LeverSwitch({ name, isOn, onSwitch }: LeverSwitchProps) {
  return (
    <label class="lever-switch">
      <input
        type="checkbox"
        role="switch"
        checked={isOn}
        aria-checked={isOn}
        onChange={event => onSwitch(event.currentTarget.checked)}
      />
      <span class="lever-name">{name}</span>
    </label>
  )
}
