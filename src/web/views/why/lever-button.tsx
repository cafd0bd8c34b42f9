/** From a crossing, a terminal, a link or a corridor to the lever that moves it. */
import { messages } from '../../i18n/later-messages.js'
import { leverFor, type Movable } from '../../scenario/lever-for.js'
import { dataset } from '../../state/lab.js'
import { levers, showLever } from '../../state/levers.js'

export function LeverButton({ movable }: { readonly movable: Movable }) {
  const found = leverFor(movable, levers.value, dataset.value)
  return (
    <button type="button" class="button primary why-lever" onClick={() => showLever(found)}>
      {messages.value.why.act[found.task]}
    </button>
  )
}
