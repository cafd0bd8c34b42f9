/** The export menu: every file that the page can make of the scenario. */
import { useState } from 'preact/hooks'
import type { Result } from '../../../index.js'
import {
  type ResultFile,
  saveResultFile,
  saveScenario,
  scenarioFileName,
} from '../../export/scenario-files.js'
import { messages } from '../../i18n/messages.js'
import { answer, embedded, fault, hasRanges, isCurrent, scenario } from '../../state/lab.js'
import { LongRunItems } from '../server/long-run.js'
import { Disclosure } from './disclosure.js'
import { DownloadIcon } from './icons.js'

type Status = { readonly kind: 'working' | 'saved' | 'failed'; readonly what: string }

/** @param buttonClass of the button that opens it */
export function ExportMenu({ buttonClass }: { readonly buttonClass: string }) {
  const words = messages.value.exporting
  return (
    <Disclosure
      face={
        <>
          <DownloadIcon />
          <span>{words.button}</span>
        </>
      }
      buttonClass={buttonClass}
      panel={words.panel}
    >
      {() => <ExportPanel />}
    </Disclosure>
  )
}

function ExportPanel() {
  const words = messages.value.exporting
  const [status, setStatus] = useState<Status | undefined>(undefined)
  const whole = hasRanges.value && isCurrent.value ? answer.value.full : undefined
  const busy = status?.kind === 'working'
  const make = async (what: string, save: () => Promise<void> | void) => {
    setStatus({ kind: 'working', what })
    try {
      await save()
      setStatus({ kind: 'saved', what })
    } catch (error) {
      console.error(error)
      setStatus({ kind: 'failed', what })
    }
  }
  const item = (what: string, save: () => Promise<void> | void, note?: string) => (
    <button type="button" class="menu-item" disabled={busy} onClick={() => make(what, save)}>
      {what}
      {note !== undefined && <small>{note}</small>}
    </button>
  )
  /** An item made from the whole result; without it, it waits. */
  const wholeItem = (what: string, save: (result: Result) => Promise<void>, note?: string) => (
    <button
      type="button"
      class="menu-item"
      disabled={whole === undefined || busy}
      onClick={() => make(what, () => save(whole!))}
    >
      {what}
      {note !== undefined && <small>{note}</small>}
    </button>
  )
  const mapItem = (what: string, format: 'png' | 'svg') =>
    wholeItem(what, async result => (await import('../../export/map-file.js')).saveMap(result, format))
  const resultItem = (file: ResultFile, note?: string) =>
    wholeItem(words[file], result => saveResultFile(file, result, embedded.value), note)
  return (
    <div class="export-panel">
      <h2>{words.groups.files}</h2>
      {item(
        words.scenario,
        () => saveScenario(scenario.value),
        words.scenarioNote(scenarioFileName(scenario.value)),
      )}
      {whole === undefined && (
        <p class="reason">{fault.value === undefined ? words.needsRanges : words.needsAnswer}</p>
      )}
      {resultItem('json')}
      {resultItem('geojson')}
      <h2>{words.groups.map}</h2>
      {mapItem(words.mapPng, 'png')}
      {mapItem(words.mapSvg, 'svg')}
      <h2>{words.groups.tables}</h2>
      {resultItem('members')}
      {resultItem('corridors')}
      {resultItem('flows')}
      <h2>{words.groups.report}</h2>
      {resultItem('report', words.reportNote)}
      <LongRunItems />
      <p class="export-status" role="status" data-kind={status?.kind}>
        {status !== undefined && words[status.kind](status.what)}
      </p>
    </div>
  )
}
