/** Scenarios that come in by a link or a file, and the link that goes out. What cannot be run changes nothing. */
import { type Checked, checkScenario } from '../engine/engine.js'
import { messages } from '../i18n/messages.js'
import { isShareText, openShareText, shareText } from '../scenario/share-link.js'
import { TODAY, type WrittenScenario } from '../scenario/written.js'
import { scenario } from './lab.js'
import { openScenario } from './levers.js'
import { toast, trouble } from './notice.js'

/** Bytes of the largest file that is read. */
const MOST_FILE_BYTES = 256 * 1024
/** Milliseconds after the last change at which the address follows. */
const PAUSE = 300

/** Opens the scenario of the address, now and whenever the address is changed by hand; keeps the address in step. */
export function followAddress(): void {
  let own = location.hash
  let timer: ReturnType<typeof setTimeout> | undefined
  const opened = openAddress()
  addEventListener('hashchange', () => {
    if (location.hash !== own) openAddress()
  })
  opened.finally(() =>
    scenario.subscribe(written => {
      clearTimeout(timer)
      timer = setTimeout(async () => {
        own = await addressOf(written)
        if (written === scenario.peek() && own !== location.hash)
          history.replaceState(null, '', own === '' ? location.pathname + location.search : own)
      }, PAUSE)
    }),
  )
}

async function addressOf(written: WrittenScenario): Promise<string> {
  return written === TODAY ? '' : `#${await shareText(written)}`
}

async function openAddress(): Promise<void> {
  const { hash } = location
  if (!isShareText(hash)) return
  const opened = await openShareText(hash)
  const words = messages.peek().sharing
  if ('fault' in opened) {
    trouble.value = { title: words.faults[opened.fault] }
    return
  }
  // JSON is YAML as well
  const yaml = JSON.stringify(opened.written)
  // as it was written in the link, so that the link stays the same
  take(await checkScenario(yaml), words.linkFaults, opened.written)
}

/** Opens a file that the reader chose or dropped. */
export async function openFile(file: File): Promise<void> {
  const words = messages.peek().sharing
  if (file.size > MOST_FILE_BYTES) {
    trouble.value = { title: words.fileTooLarge(file.name) }
    return
  }
  const text = await file.text().catch(() => undefined)
  if (text === undefined) {
    trouble.value = { title: words.fileUnreadable(file.name) }
    return
  }
  const checked = await checkScenario(text, file.name)
  const named = 'written' in checked ? withName(checked.written, file.name) : undefined
  take(checked, count => words.fileFaults(file.name, count), named)
}

/** A scenario takes the name of its file, as on the command line, unless it has one. */
function withName(written: WrittenScenario, file: string): WrittenScenario {
  return written.name === undefined ? { ...written, name: file.replace(/\.ya?ml$/i, '') } : written
}

function take(
  checked: Checked,
  title: (count: number) => string,
  written: WrittenScenario | undefined,
): void {
  if ('missing' in checked) {
    trouble.value = { title: messages.peek().sharing.modelMissing }
  } else if ('fault' in checked) {
    const { issues } = checked.fault
    trouble.value = { title: title(issues.length), issues }
  } else {
    trouble.value = undefined
    openScenario(written ?? checked.written)
  }
}

/** Address at which the page opens with a scenario. */
export async function linkOf(written: WrittenScenario): Promise<string> {
  return new URL(await addressOf(written), location.origin + location.pathname).href
}

/** Copies the link of the scenario. */
export async function copyLink(): Promise<void> {
  const address = await addressOf(scenario.peek())
  history.replaceState(null, '', address === '' ? location.pathname + location.search : address)
  const words = messages.peek().sharing
  try {
    await navigator.clipboard.writeText(location.href)
    toast.value = words.copied
  } catch {
    toast.value = words.copyFailed
  }
}
