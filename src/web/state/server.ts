/** What the lab's own server adds, where the page has one: scenarios saved in a folder, and long runs. */
import { signal } from '@preact/signals'
import type { Issue } from '../../errors.js'
import { checkScenario } from '../engine/engine.js'
import { fileName } from '../export/file-name.js'
import { language, messages } from '../i18n/messages.js'
import type { WrittenScenario } from '../scenario/written.js'
import { scenarioText } from '../scenario/yaml.js'
import { scenario } from './lab.js'
import { openScenario } from './levers.js'
import { toast, trouble } from './notice.js'

export interface SavedScenario {
  readonly id: string
  readonly title: string
}

export interface LongRun {
  readonly id: string
  readonly draws: number
  readonly state: 'waiting' | 'running' | 'done' | 'failed'
  readonly progress?: { readonly stage: string; readonly done: number; readonly total: number }
  readonly files?: readonly string[]
  readonly issues?: readonly Issue[]
}

/** Whether there is such a server. */
export const hasServer = signal(false)
export const saved = signal<readonly SavedScenario[]>([])
export const longRun = signal<LongRun | undefined>(undefined)

/** Draws of a long run: ten times those of the page. */
export const LONG_DRAWS = 2_000
/** Milliseconds between two looks at a long run. */
const LOOK = 400

/** The server told of itself with the page, so that no other host is asked for what it does not have. */
export async function findServer(): Promise<void> {
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  hasServer.value = page?.serverTiming.some(({ name }) => name === 'keruen-lab') ?? false
  if (hasServer.value) await refreshSaved()
}

export async function refreshSaved(): Promise<void> {
  const answer = await ask('api/scenarios')
  if (answer?.ok) saved.value = ((await answer.json()) as { scenarios: SavedScenario[] }).scenarios
}

/** Saves the scenario under its title; one of the same name is replaced. */
export async function saveHere(): Promise<void> {
  const written = scenario.peek()
  const id = fileName([written.title ?? written.name ?? 'scenario'], 'yaml').replace(/\.yaml$/, '')
  const answer = await ask(`api/scenarios/${id}`, 'PUT', await scenarioText(written))
  if (!answer?.ok) return
  toast.value = messages.peek().server.savedAs(id)
  await refreshSaved()
}

export async function openSaved(id: string): Promise<void> {
  const answer = await ask(`api/scenarios/${id}`)
  if (!answer?.ok) return
  const checked = await checkScenario(await answer.text(), `${id}.yaml`)
  if ('written' in checked) openScenario({ ...checked.written, name: checked.written.name ?? id })
  else if ('fault' in checked) tell(checked.fault.issues)
}

export async function removeSaved(id: string): Promise<void> {
  await ask(`api/scenarios/${id}`, 'DELETE')
  await refreshSaved()
}

/** Runs the scenario with many draws on the server, and follows it to its end. */
export async function startLongRun(): Promise<void> {
  const written: WrittenScenario = { ...scenario.peek(), draws: LONG_DRAWS }
  const answer = await ask('api/runs', 'POST', await scenarioText(written))
  if (!answer?.ok) return
  longRun.value = (await answer.json()) as LongRun
  while (longRun.value?.state === 'waiting' || longRun.value?.state === 'running') {
    await new Promise(resolve => setTimeout(resolve, LOOK))
    const next = await ask(`api/runs/${longRun.value.id}`)
    if (!next?.ok) {
      longRun.value = undefined
      return
    }
    longRun.value = (await next.json()) as LongRun
  }
  if (longRun.value?.issues !== undefined) tell(longRun.value.issues)
}

export async function stopLongRun(): Promise<void> {
  const run = longRun.peek()
  longRun.value = undefined
  if (run !== undefined) await ask(`api/runs/${run.id}`, 'DELETE')
}

export function runFile({ id }: LongRun, file: string): string {
  return new URL(`api/runs/${id}/${file}`, document.baseURI).href
}

/** An answer, told to the reader where it refuses; undefined where there is none. */
async function ask(path: string, method = 'GET', yaml?: string): Promise<Response | undefined> {
  try {
    const response = await fetch(new URL(path, document.baseURI), {
      method,
      headers: {
        // of the report of a long run
        'accept-language': language.peek(),
        ...(yaml !== undefined && { 'content-type': 'application/yaml' }),
      },
      ...(yaml !== undefined && { body: yaml }),
    })
    if (!response.ok) tell(((await response.json()) as { issues: readonly Issue[] }).issues)
    return response
  } catch {
    trouble.value = { title: messages.peek().server.gone }
    return undefined
  }
}

function tell(issues: readonly Issue[]): void {
  trouble.value = { title: messages.peek().server.refused, issues }
}
