/** The table behind the map: traffic of lines and waits, today and in the scenario. */
import { useEffect, useRef } from 'preact/hooks'
import { number } from '../../i18n/locale.js'
import { language, messages } from '../../i18n/messages.js'
import { factContext } from './map-state.js'
import { lineRows, waitRows } from './table-rows.js'

const MOST_LINES = 250

export function MapTable({ onClose }: { readonly onClose: () => void }) {
  const words = messages.value.map
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current!.showModal(), [])
  const { rows, others } = lineRows(factContext.value, MOST_LINES)
  return (
    <dialog ref={dialog} class="map-table" aria-labelledby="map-table-title" onClose={onClose}>
      <header>
        <h2 id="map-table-title">{words.tables.title}</h2>
        <button type="button" class="button" onClick={() => dialog.current!.close()}>
          {words.close}
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section class="map-table-body" tabIndex={0} aria-labelledby="map-table-title">
        <Rows caption={words.tables.waits} first={words.tables.place} second={words.tables.kind}>
          {waitRows(factContext.value).map(row => (
            <Row key={row.id} first={row.place} second={row.kind} {...row} />
          ))}
        </Rows>
        <Rows caption={words.tables.lines} first={words.tables.line} second={words.tables.mode}>
          {rows.map(row => (
            <Row key={row.id} first={row.line} second={row.mode} {...row} />
          ))}
        </Rows>
        {others > 0 && <p>{words.tables.rest(number(language.value, others))}</p>}
      </section>
    </dialog>
  )
}

function Rows({
  caption,
  first,
  second,
  children,
}: {
  readonly caption: string
  readonly first: string
  readonly second: string
  readonly children: preact.ComponentChildren
}) {
  const words = messages.value.map.tables
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          <th scope="col">{second}</th>
          <th scope="col" class="num">
            {words.today}
          </th>
          <th scope="col" class="num">
            {words.scenario}
          </th>
          <th scope="col" class="num">
            {words.change}
          </th>
          <th scope="col">{words.quality}</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}

interface RowWords {
  readonly first: string
  readonly second: string
  readonly before: string
  readonly after: string
  readonly change: string
  readonly quality: string
}

function Row({ first, second, before, after, change, quality }: RowWords) {
  return (
    <tr>
      <th scope="row">{first}</th>
      <td>{second}</td>
      <td class="num">{before}</td>
      <td class="num">{after}</td>
      <td class="num">{change}</td>
      <td>{quality}</td>
    </tr>
  )
}
