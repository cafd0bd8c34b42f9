/** Where the inputs come from: quality in words, the rows' own sources, the sources of their tables. */

import { language, messages } from '../../i18n/later-messages.js'
import { percent } from '../../i18n/locale.js'
import { dataset, result, selection } from '../../state/lab.js'
import type { RowSource, Subject } from './subject-records.js'

export function SourcesTab({ subject }: { readonly subject: Subject }) {
  const { sources: words } = messages.value.why
  const { title, version, tables, sources } = dataset.value
  const ids = new Set(
    subject.tables.flatMap(name => tables.find(table => table.name === name)?.sources ?? []),
  )
  return (
    <>
      <CountryQuality />
      {subject.rows.length > 0 && (
        <section class="why-section" aria-labelledby="why-rows">
          <h3 id="why-rows">{words.rows}</h3>
          <ul class="row-sources">
            {subject.rows.map(row => (
              <li key={row.label + row.source}>
                <Mark row={row} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="why-section" aria-labelledby="why-tables">
        <h3 id="why-tables">{words.tables}</h3>
        <ul class="row-sources" lang="en">
          {sources
            .filter(({ id }) => ids.has(id))
            .map(source => (
              <li key={source.id}>
                <Address text={source.title} address={source.address} />
                <small>
                  <Address text={source.licence} address={source.licenceAddress} />. {source.attribution}
                </small>
              </li>
            ))}
        </ul>
        <p class="chart-note">{words.dataset(title, version)}</p>
      </section>
    </>
  )
}

/** Of a country: how much of its trade is measured. */
function CountryQuality() {
  const { why, data } = messages.value
  const chosen = selection.value
  const country =
    chosen?.kind === 'country' ? result.value.countries.find(({ iso3 }) => iso3 === chosen.iso3) : undefined
  if (country === undefined) return null
  return (
    <p>
      {why.sources.quality}: <b>{data.quality[country.quality]}</b>.{' '}
      {why.sources.measured(percent(language.value, 100 * country.measuredTradeShare, { decimals: 0 }))}
    </p>
  )
}

function Mark({ row }: { readonly row: RowSource }) {
  const { data, why } = messages.value
  const hollow = row.quality === 'estimated'
  return (
    <>
      <svg
        width="12"
        height="12"
        viewBox="0 0 12 12"
        role="img"
        aria-label={hollow ? why.sources.hollow : why.sources.solid}
      >
        <circle class={hollow ? 'level-dot is-hollow' : 'level-dot'} cx="6" cy="6" r={hollow ? 4 : 4.6} />
      </svg>{' '}
      {row.label}: {data.quality[row.quality]}
      <small lang="en">{row.source}</small>
    </>
  )
}

function Address({ text, address }: { readonly text: string; readonly address: string }) {
  if (!/^https?:\/\//.test(address)) return <>{text}</>
  return (
    <a href={address} rel="noreferrer" target="_blank">
      {text}
    </a>
  )
}
