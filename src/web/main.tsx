/** Entry point of the page: loads today's world, shows it, then starts the model. */
import { computed, effect } from '@preact/signals'
import { render } from 'preact'
import type { CentralResult, Dataset } from '../index.js'
import { decodeRecord } from '../platform/portable-record.js'
import { answerAside, startEngine } from './engine/engine.js'
import { loadText } from './engine/load.js'
import { loadChineseLetters } from './i18n/chinese-letters.js'
import { followLanguage } from './i18n/load-names.js'
import { loadAhead } from './load-ahead.js'
import { answerTheRest, followAnswers } from './state/compare.js'
import { welcome } from './state/guide.js'
import { answer, embedded, engine, hasRanges, isCurrent, scenario } from './state/lab.js'
import { watchLateness } from './state/lateness.js'
import { followReader } from './state/reader.js'
import { followScreen } from './state/screen.js'
import { findServer } from './state/server.js'
import { followAddress } from './state/sharing.js'
import { App } from './views/app.js'

const base = document.baseURI

const [world, today] = await Promise.all([loadText(base, 'dataset'), loadText(base, 'today')])
embedded.value = decodeRecord(world) as Dataset
answer.value = {
  written: scenario.peek(),
  central: decodeRecord(today) as CentralResult,
  full: undefined,
}
followReader()
followLanguage()
followScreen()
// for style sheets, and for whoever drives the page by a program
effect(() => {
  document.documentElement.dataset.engine = engine.value.state
  document.documentElement.dataset.ranges = hasRanges.value && isCurrent.value ? 'there' : 'missing'
})
loadChineseLetters(base)
followAnswers()
watchLateness()
answerTheRest(answerAside)
welcome()
render(<App />, document.getElementById('page')!)
startEngine(new URL('worker.js', base), base)
followAddress()
// a host that does not answer is one without
findServer().catch(() => undefined)
const isReady = computed(() => engine.value.state === 'ready')
effect(() => {
  // what cannot be loaded ahead is loaded, or missed, when it is wanted
  if (!isReady.value) return
  const told = () => {
    document.documentElement.dataset.ahead = 'there'
  }
  loadAhead().then(told, () => undefined)
})
