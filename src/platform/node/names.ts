/** Names of places and corridors in the languages of the page, from `data/names/`. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { csvParse } from 'd3-dsv'
import { packageRoot } from './package-root.js'

/** By id. */
interface NamesById {
  readonly places: Record<string, string>
  readonly corridors: Record<string, string>
}

/** By language; English names stand in the dataset itself. */
export async function readNames(): Promise<ReadonlyMap<string, NamesById>> {
  const found = new Map<string, NamesById>()
  const of = (language: string): NamesById => {
    const known = found.get(language) ?? { places: {}, corridors: {} }
    found.set(language, known)
    return known
  }
  for (const { place, language, name } of await table('place-names.csv')) of(language!).places[place!] = name!
  for (const { corridor, language, name } of await table('corridor-names.csv'))
    of(language!).corridors[corridor!] = name!
  return found
}

async function table(name: string): Promise<Readonly<Record<string, string | undefined>>[]> {
  return csvParse(await readFile(join(packageRoot(), 'data', 'names', name), 'utf8'))
}
