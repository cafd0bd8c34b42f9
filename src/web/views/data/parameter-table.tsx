/** Numbers of the model: value, range, unit, source. */
import type { Parameter } from '../../../index.js'
import { plainNumber } from '../../i18n/locale.js'
import { language, messages } from '../../i18n/messages.js'
import { WideTable } from './wide-table.js'

export function ParameterTable({ parameters }: { readonly parameters: readonly Parameter[] }) {
  const words = messages.value.data
  const plain = (value: number) => plainNumber(language.value, value)
  return (
    <WideTable
      title={words.parameters}
      columns={[
        { title: words.parameter },
        { title: words.value, numeric: true },
        { title: words.range, numeric: true },
        { title: words.unit },
        { title: words.qualityColumn },
        { title: words.source },
      ]}
    >
      {parameters.map(parameter => (
        <tr key={parameter.id}>
          <th scope="row" lang="en">
            {parameter.meaning} <code>{parameter.id}</code>
          </th>
          <td class="number">{plain(parameter.value)}</td>
          <td class="number">{words.to(plain(parameter.low), plain(parameter.high))}</td>
          <td lang="en">{parameter.unit}</td>
          <td class={`nowrap mark-${parameter.quality}`}>{words.quality[parameter.quality]}</td>
          <td lang="en">{parameter.source}</td>
        </tr>
      ))}
    </WideTable>
  )
}
