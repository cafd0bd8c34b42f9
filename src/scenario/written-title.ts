import { readYaml } from './yaml-source.js'

/** The title that a scenario's text gives itself, whatever else is in it; undefined where it has none. */
export function writtenTitle(text: string): string | undefined {
  const { value } = readYaml(text.replace(/^\uFEFF/, ''), undefined)
  const title = (value as { title?: unknown } | null | undefined)?.title
  return typeof title === 'string' ? title : undefined
}
