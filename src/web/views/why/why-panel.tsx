/** Why this number? What it is, what moves it, who uses it, where it comes from. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { messages } from '../../i18n/later-messages.js'
import { selection } from '../../state/lab.js'
import { CiteButton } from './cite-button.js'
import { LeverButton } from './lever-button.js'
import { GlossaryButton, LimitsButton } from './reference-dialogs.js'
import { SourcesTab } from './sources-tab.js'
import { UsersTab } from './users-tab.js'
import { subject } from './why-state.js'
import { WhyTab } from './why-tab.js'

const TABS = ['why', 'users', 'sources'] as const
type Tab = (typeof TABS)[number]

export function WhyPanel() {
  const { why: words } = messages.value
  const [tab, setTab] = useState<Tab>('why')
  const closeButton = useRef<HTMLButtonElement>(null)
  useReturningFocus(closeButton)
  const shown = subject.value
  return (
    <section
      class="why"
      aria-labelledby="why-title"
      onKeyDown={event => {
        // in a dialog it closes the dialog alone
        if (event.key !== 'Escape' || document.querySelector('dialog[open]') !== null) return
        event.stopPropagation()
        selection.value = undefined
      }}
    >
      <header class="why-head">
        <div>
          <p class="why-kicker">{shown?.kicker ?? words.title}</p>
          <h2 id="why-title">{shown?.title ?? words.title}</h2>
        </div>
        <button
          type="button"
          class="button icon"
          ref={closeButton}
          aria-label={words.close}
          title={words.close}
          onClick={() => {
            selection.value = undefined
          }}
        >
          <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" class="icon-drawing">
            <path d="M2 2l8 8M10 2l-8 8" />
          </svg>
        </button>
      </header>
      <Tabs shown={tab} onChange={setTab} />
      <div
        class="why-body"
        role="tabpanel"
        id="why-tabpanel"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-labelledby={`why-tab-${tab}`}
      >
        {shown !== undefined && tab === 'why' && <WhyTab subject={shown} />}
        {shown !== undefined && tab === 'users' && <UsersTab />}
        {shown !== undefined && tab === 'sources' && <SourcesTab subject={shown} />}
      </div>
      <footer class="why-foot">
        {shown?.movable !== undefined && <LeverButton movable={shown.movable} />}
        {shown !== undefined && <CiteButton subject={shown} />}
        <div class="why-references">
          <GlossaryButton look="link" />
          <LimitsButton look="link" />
        </div>
      </footer>
    </section>
  )
}

/** The focus goes in when the panel opens, and back to where it was when it closes. */
function useReturningFocus(inside: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const before = document.activeElement
    inside.current?.focus()
    return () => {
      if (before instanceof HTMLElement || before instanceof SVGElement) before.focus()
    }
  }, [inside])
}

function Tabs({ shown, onChange }: { readonly shown: Tab; readonly onChange: (tab: Tab) => void }) {
  const { tabs, title } = messages.value.why
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    const next = TABS[(TABS.indexOf(shown) + step + TABS.length) % TABS.length]!
    onChange(next)
    document.getElementById(`why-tab-${next}`)?.focus()
  }
  return (
    <div class="why-tabs" role="tablist" aria-label={title} onKeyDown={move}>
      {TABS.map(each => (
        <button
          type="button"
          key={each}
          id={`why-tab-${each}`}
          class="tab"
          role="tab"
          aria-selected={shown === each}
          aria-controls="why-tabpanel"
          tabIndex={shown === each ? 0 : -1}
          onClick={() => onChange(each)}
        >
          {tabs[each]}
        </button>
      ))}
    </div>
  )
}
