/** The scenarios that come with the page. */
import { decodeRecord } from '../../platform/portable-record.js'
import { keptText } from '../engine/kept-files.js'

export interface ReadyScenario {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly yaml: string
}

/** The one that the command line runs by default stands first, then by name. */
const FIRST = 'middle-corridor'

export async function readyScenarios(): Promise<readonly ReadyScenario[]> {
  const all = decodeRecord(await keptText('scenarios')) as ReadyScenario[]
  return all.sort((a, b) => Number(b.name === FIRST) - Number(a.name === FIRST))
}
