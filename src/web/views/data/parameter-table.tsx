/** Numbers of the model: value, range, unit, source. */
import type { NetworkRange, Parameter } from '../../../index.js'
import { plainNumber } from '../../i18n/locale.js'
import { language, messages } from '../../i18n/messages.js'
import { WideTable } from './wide-table.js'

type Row = Pick<Parameter, 'id' | 'value' | 'low' | 'high' | 'unit' | 'meaning' | 'quality' | 'source'>

interface ParameterTableProps {
  readonly title: string
  readonly parameters: readonly Row[]
}

export function ParameterTable({ title, parameters }: ParameterTableProps) {
  const words = messages.value.data
  const plain = (value: number) => plainNumber(language.value, value)
  return (
    <WideTable
      title={title}
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

/** Ranges of the network's rows, told as parameters are. */
export function rangeRows(ranges: readonly NetworkRange[]): Row[] {
  return ranges.map(({ id, quantity, appliesTo, ownFrom, ownBelow, central, basis, ...rest }) => {
    const own = [
      ...(ownFrom === undefined ? [] : [`from ${ownFrom}`]),
      ...(ownBelow === undefined ? [] : [`below ${ownBelow}`]),
    ]
    const rows = [appliesTo.join(', ').replaceAll('_', ' '), ...own].join(' ')
    return { ...rest, id, value: central, meaning: `${quantity}, ${rows}: ${basis}` }
  })
}
