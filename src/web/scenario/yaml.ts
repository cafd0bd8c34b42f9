/** A scenario as the file that a person reads. The library comes when it is first wanted. */
import type { WrittenScenario } from './written.js'

export async function scenarioText(written: WrittenScenario): Promise<string> {
  const { stringify } = await import('yaml')
  return stringify(written, { lineWidth: 110, aliasDuplicateObjects: false })
}

/** Of a file that came with the page; what a reader brings is checked by the model. */
export async function readyScenario(yaml: string): Promise<WrittenScenario> {
  const { parse } = await import('yaml')
  return parse(yaml) as WrittenScenario
}
