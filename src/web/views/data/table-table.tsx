import type { TableDescription } from '../../../index.js'
import { number } from '../../i18n/locale.js'
import { language, messages } from '../../i18n/messages.js'
import { dataset } from '../../state/lab.js'
import { QualityBar } from './quality-bar.js'
import { qualityCounts } from './table-quality.js'
import { WideTable } from './wide-table.js'

export function TableTable({ tables }: { readonly tables: readonly TableDescription[] }) {
  const words = messages.value.data
  const counts = qualityCounts(dataset.value)
  return (
    <WideTable
      title={words.tables}
      columns={[
        { title: words.table },
        { title: words.rows, numeric: true },
        { title: words.qualityColumn },
        { title: words.licence },
        { title: words.from },
      ]}
    >
      {tables.map(table => {
        const known = counts.get(table.name)
        return (
          <tr key={table.name}>
            <th scope="row" lang="en">
              {table.title}
              <small>
                {table.description} <code>{table.path}</code>
              </small>
            </th>
            <td class="number">{number(language.value, table.rows)}</td>
            <td>{known === undefined ? <small>{words.noQuality}</small> : <QualityBar counts={known} />}</td>
            <td class="nowrap">{table.licence}</td>
            <td lang="en">{table.sources.join(', ')}</td>
          </tr>
        )
      })}
    </WideTable>
  )
}
