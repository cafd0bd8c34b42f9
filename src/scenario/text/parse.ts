/** YAML text → scenario. */

import type { Scenario } from '../scenario.js'
import { type ResolveOptions, resolveSource } from './resolve-scenario.js'
import { readYaml } from './yaml-source.js'

/**
 * The scenario that a YAML text spells.
 *
 * @throws KeruenError input: every fault at once, each with file, line, column and field, what was expected, what was
 *   found and the mend. A text that is not a mapping, or of another format version, is that one fault alone.
 */
export function parseScenario(text: string, options: ResolveOptions): Scenario {
  return resolveSource(readYaml(text, options.file), options)
}
