/** A text that a reader brought → the scenario that it spells. */
import { parse } from 'yaml'
import { parseScenario, type ResolveOptions } from '../../index.js'
import type { WrittenScenario } from '../scenario/written.js'

/** @throws KeruenError input: every fault of the text, see `parseScenario`. */
export function checkedScenario(text: string, options: ResolveOptions): WrittenScenario {
  parseScenario(text, options)
  return parse(text) as WrittenScenario
}
