/** A dialog in which a measure is chosen: what changes, and where. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { TAGS } from '../../i18n/locale.js'
import { language, messages } from '../../i18n/messages.js'
import { NEW_KINDS, type NewKind, newMeasure, search, thingsOf } from '../../scenario/new-measures.js'
import { addMeasure } from '../../scenario/operations.js'
import { changeScenario } from '../../state/history.js'
import { dataset, embedded, scenario } from '../../state/lab.js'

/** Of a long list the first are enough: the search finds the rest. */
const MOST_SHOWN = 200

export function AddMeasure({ onClose }: { readonly onClose: () => void }) {
  const words = messages.value.addMeasure
  const dialog = useRef<HTMLDialogElement>(null)
  const [kind, setKind] = useState<NewKind>('crossing')
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<string | undefined>(undefined)
  const { modes } = messages.value.map.facts
  const things = useMemo(
    () =>
      thingsOf(kind, {
        dataset: dataset.value,
        embedded: embedded.value,
        modes,
        tag: TAGS[language.value],
      }),
    [kind, dataset.value, modes],
  )
  const found = search(things, text)
  useEffect(() => dialog.current!.showModal(), [])
  const isThere = chosen !== undefined && found.some(({ id }) => id === chosen)
  return (
    <dialog class="add-measure" ref={dialog} aria-label={words.title} onClose={onClose}>
      <form
        method="dialog"
        onSubmit={() => {
          if (isThere) changeScenario(addMeasure(scenario.peek(), newMeasure(kind, chosen)))
        }}
      >
        <h2>{words.title}</h2>
        <label>
          <span>{words.kind}</span>
          <select value={kind} onChange={event => setKind(event.currentTarget.value as NewKind)}>
            {NEW_KINDS.map(each => (
              <option value={each} key={each}>
                {words.kinds[each]}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{words.search}</span>
          <input type="search" value={text} onInput={event => setText(event.currentTarget.value)} />
        </label>
        <select
          size={9}
          aria-label={words.kinds[kind]}
          value={chosen ?? ''}
          onChange={event => setChosen(event.currentTarget.value)}
        >
          {found.slice(0, MOST_SHOWN).map(({ id, name }) => (
            <option value={id} key={id}>
              {name}
            </option>
          ))}
        </select>
        {found.length === 0 && <p>{words.none}</p>}
        <div class="dialog-foot">
          <button type="button" class="button" onClick={() => dialog.current!.close()}>
            {words.cancel}
          </button>
          <button type="submit" class="button primary" disabled={!isThere}>
            {words.add}
          </button>
        </div>
      </form>
    </dialog>
  )
}
