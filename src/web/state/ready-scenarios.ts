/** The scenarios that come with the page. */
import { decodeRecord } from '../../platform/portable-record.js'
import { keptText } from '../engine/kept-files.js'

export interface ReadyScenario {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly yaml: string
}

export async function readyScenarios(): Promise<readonly ReadyScenario[]> {
  return decodeRecord(await keptText('scenarios')) as ReadyScenario[]
}
