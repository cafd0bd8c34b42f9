/** Parts of a scenario's text that are wanted before it is known to be one. */
import { readYaml } from './yaml-source.js'

/** The title that a scenario's text gives itself, whatever else is in it; undefined where it has none. */
export function writtenTitle(text: string): string | undefined {
  const { value } = readYaml(text, undefined)
  const title = (value as { title?: unknown } | null | undefined)?.title
  return typeof title === 'string' ? title : undefined
}

/**
 * Paths of the estimates that a scenario names, each once, as they are written there: relative to the scenario. None
 * where the text is not YAML; `parseScenario` says what is wrong with it.
 */
export function estimateFiles(text: string): string[] {
  const { value } = readYaml(text, undefined)
  const parameters = (value as { parameters?: unknown } | null | undefined)?.parameters
  if (typeof parameters !== 'object' || parameters === null) return []
  const paths = Object.values(parameters).map(own => (own as { estimate?: unknown } | null)?.estimate)
  return [...new Set(paths.filter(path => typeof path === 'string'))]
}
