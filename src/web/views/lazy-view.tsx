/** A part of the page that is loaded when it is first opened, so that the lab comes sooner. */
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { messages } from '../i18n/messages.js'

const loaded = new Map<string, ComponentType>()

interface LazyViewProps {
  readonly name: string
  readonly load: () => Promise<ComponentType>
  /** Part of a view, which has its `main` already. */
  readonly isPart?: boolean
}

export function LazyView({ name, load, isPart = false }: LazyViewProps) {
  const [state, setState] = useState<'loading' | 'ready' | 'failed'>(loaded.has(name) ? 'ready' : 'loading')
  useEffect(() => {
    if (loaded.has(name)) return
    load().then(
      part => {
        loaded.set(name, part)
        setState('ready')
      },
      () => setState('failed'),
    )
  }, [name])
  const Part = loaded.get(name)
  if (Part !== undefined) return <Part />
  const told = state === 'failed' ? <p class="failure">{messages.value.shell.partFailed}</p> : null
  return isPart ? told : <main id="answer">{told}</main>
}
