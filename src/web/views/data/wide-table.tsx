/** A table that may be wider than the page: it scrolls by itself, also by keyboard. */
import type { ComponentChildren } from 'preact'

interface WideTableProps {
  readonly title: string
  readonly columns: readonly { readonly title: string; readonly numeric?: boolean }[]
  readonly children: ComponentChildren
}

export function WideTable({ title, columns, children }: WideTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="wide-table" tabIndex={0} aria-label={title}>
      <table>
        <caption class="visually-hidden">{title}</caption>
        <thead>
          <tr>
            {columns.map(column => (
              <th scope="col" class={column.numeric ? 'number' : undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}
