/** At the foot of a phone: the levers, what comes of them, where a figure comes from, the files. */
import type { ComponentChildren } from 'preact'
import { messages } from '../../i18n/messages.js'
import { selection } from '../../state/lab.js'
import { sheet } from '../../state/screen.js'
import { ExportMenu } from '../export/export-menu.js'
import { showResults } from './show-results.js'

export function PhoneTabs() {
  const { tabs } = messages.value.shell
  const hasLevers = sheet.value !== 'closed'
  return (
    <nav class="phone-tabs" aria-label={tabs.label}>
      <Tab
        name={tabs.levers}
        path="M2 5h12M2 11h12M6 3v4M10.500 9v4"
        isPressed={hasLevers}
        onClick={() => {
          sheet.value = sheet.value === 'rest' ? 'open' : 'rest'
        }}
      />
      <Tab
        name={tabs.results}
        path="M3.500 14V8M8 14V3M12.500 14V10"
        isPressed={!hasLevers}
        onClick={showResults}
      />
      <Tab
        name={tabs.why}
        path="M8 7.500v4M8 4.700v.1M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0z"
        onClick={() => {
          selection.value ??= { kind: 'figure', figure: 'real-income' }
        }}
      />
      <ExportMenu buttonClass="phone-tab" />
    </nav>
  )
}

interface TabProps {
  readonly name: ComponentChildren
  readonly path: string
  readonly isPressed?: boolean
  readonly onClick: () => void
}

function Tab({ name, path, isPressed, onClick }: TabProps) {
  return (
    <button type="button" class="phone-tab" aria-pressed={isPressed} onClick={onClick}>
      <svg class="icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path d={path} />
      </svg>
      <span>{name}</span>
    </button>
  )
}
