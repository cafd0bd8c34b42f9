/** The data page: tables, parameters and sources of the dataset, with one search over all of them. */
import { useState } from 'preact/hooks'
import { countryName, messages } from '../../i18n/messages.js'
import { dataset } from '../../state/lab.js'
import { ParameterTable, rangeRows } from './parameter-table.js'
import { holdsWords } from './search.js'
import { SourceTable } from './source-table.js'
import { TableTable } from './table-table.js'

export function DataPage() {
  const words = messages.value.data
  const [search, setSearch] = useState('')
  const { tables, parameters, networkRanges, sources, cautions, title, version, hash } = dataset.value
  const isFound = ({ id, meaning, unit, source, quality }: ReturnType<typeof rangeRows>[number]) =>
    holdsWords([id, meaning, unit, source, quality, words.quality[quality]], search)
  const shown = {
    tables: tables.filter(table =>
      holdsWords([table.name, table.title, table.description, table.licence, ...table.sources], search),
    ),
    parameters: parameters.filter(isFound),
    ranges: rangeRows(networkRanges).filter(isFound),
    sources: sources.filter(({ id, title: name, licence, attribution, changes }) =>
      holdsWords([id, name, licence, attribution, changes], search),
    ),
  }
  const found = shown.tables.length + shown.parameters.length + shown.ranges.length + shown.sources.length
  return (
    <main class="reading" id="answer">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead(title, version)}</p>
      <p class="note">
        {words.hash} <code>{hash.slice(0, 16)}…</code> {words.hashNote}
      </p>
      <label class="search">
        <span>{words.search}</span>
        <input type="search" value={search} onInput={event => setSearch(event.currentTarget.value)} />
      </label>
      <p class="note" role="status">
        {search.trim() !== '' && (found === 0 ? words.nothing(search.trim()) : words.found(found))}
      </p>
      {shown.tables.length > 0 && (
        <section>
          <h2>{words.tables}</h2>
          <TableTable tables={shown.tables} />
          <h3>{words.qualityTitle}</h3>
          <dl class="meanings">
            {(['measured', 'published', 'derived', 'estimated'] as const).map(quality => (
              <div>
                <dt>
                  <svg width="12" height="8" aria-hidden="true">
                    <rect class={`quality-${quality}`} x="0.5" y="0.5" width="11" height="7" />
                  </svg>
                  {words.quality[quality]}
                </dt>
                <dd>{words.qualityMeaning[quality]}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {search.trim() === '' && (
        <section>
          <h2>{words.cautions}</h2>
          <ul class="plain">
            {cautions.map(caution => (
              <li>
                <b>{countryName(caution.iso3)}</b>: <span lang="en">{caution.words}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {shown.parameters.length > 0 && (
        <section>
          <h2>{words.parameters}</h2>
          <ParameterTable title={words.parameters} parameters={shown.parameters} />
        </section>
      )}
      {shown.ranges.length > 0 && (
        <section>
          <h2>{words.networkRanges}</h2>
          <ParameterTable title={words.networkRanges} parameters={shown.ranges} />
        </section>
      )}
      {shown.sources.length > 0 && (
        <section>
          <h2>{words.sources}</h2>
          <SourceTable sources={shown.sources} />
          <p class="note">{words.names}</p>
        </section>
      )}
    </main>
  )
}
