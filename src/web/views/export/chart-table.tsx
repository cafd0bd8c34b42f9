/** The table behind a chart: the same rows, in the same order, as numbers. */
import type { ChartTable } from '../../export/csv.js'
import { decimalsOf, number } from '../../i18n/locale.js'
import { language, messages } from '../../i18n/messages.js'

export function ChartTableView({ table }: { readonly table: ChartTable }) {
  const { noFigure } = messages.value.exporting.chart
  return (
    <table class="chart-table">
      <caption class="visually-hidden">{table.title}</caption>
      <thead>
        <tr>
          {table.columns.map(({ title, numeric }) => (
            <th scope="col" class={numeric ? 'number' : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(row => (
          <tr>
            {row.map((cell, k) => {
              const words =
                typeof cell === 'number'
                  ? table.columns[k]!.plain
                    ? String(cell)
                    : number(language.value, cell, { decimals: decimalsOf(cell) })
                  : (cell ?? noFigure)
              const align = table.columns[k]!.numeric ? 'number' : undefined
              return k === 0 ? (
                <th scope="row" class={align}>
                  {words}
                </th>
              ) : (
                <td class={align}>{words}</td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
