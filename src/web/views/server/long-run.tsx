/** In the export menu: a run with more draws than a page waits for, on the lab's own server. */
import { number } from '../../i18n/locale.js'
import { language, messages } from '../../i18n/messages.js'
import {
  hasServer,
  LONG_DRAWS,
  type LongRun,
  longRun,
  runFile,
  startLongRun,
  stopLongRun,
} from '../../state/server.js'

export function LongRunItems() {
  if (!hasServer.value) return null
  const words = messages.value.server
  const run = longRun.value
  return (
    <>
      <h2>{words.runs}</h2>
      {run === undefined || run.state === 'failed' ? (
        <button type="button" class="menu-item long-run" onClick={startLongRun}>
          {words.start(number(language.value, LONG_DRAWS))}
          <small>{words.startNote}</small>
        </button>
      ) : (
        <RunState run={run} />
      )}
    </>
  )
}

function RunState({ run }: { readonly run: LongRun }) {
  const words = messages.value.server
  if (run.state === 'done')
    return (
      <>
        <a class="menu-item" href={runFile(run, 'report.html')} target="_blank" rel="noreferrer">
          {words.open}
        </a>
        <p class="run-files">
          {words.files}:{' '}
          {run.files?.map(file => (
            <a key={file} href={runFile(run, file)} download={file}>
              {file}
            </a>
          ))}
        </p>
      </>
    )
  const { done, total } = run.progress ?? { done: 0, total: 1 }
  return (
    <p class="run-state" role="status">
      <span>{run.state === 'waiting' ? words.waiting : words.running(Math.round((100 * done) / total))}</span>
      <button type="button" class="button" onClick={stopLongRun}>
        {words.stop}
      </button>
    </p>
  )
}
