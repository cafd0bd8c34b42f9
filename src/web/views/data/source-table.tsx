import type { Source } from '../../../index.js'
import { messages } from '../../i18n/messages.js'
import { WideTable } from './wide-table.js'

export function SourceTable({ sources }: { readonly sources: readonly Source[] }) {
  const words = messages.value.data
  return (
    <WideTable
      title={words.sources}
      columns={[{ title: words.source }, { title: words.licence }, { title: words.changes }]}
    >
      {sources.map(source => (
        <tr key={source.id} lang="en">
          <th scope="row">
            <Address text={source.title} address={source.address} />
            <small>
              {source.attribution} <code>{source.id}</code>
            </small>
          </th>
          <td>
            <Address text={source.licence} address={source.licenceAddress} />
          </td>
          <td>{source.changes}</td>
        </tr>
      ))}
    </WideTable>
  )
}

function Address({ text, address }: { readonly text: string; readonly address: string }) {
  if (!/^https?:\/\//.test(address)) return text
  return (
    <a href={address} rel="noreferrer" target="_blank">
      {text}
    </a>
  )
}
