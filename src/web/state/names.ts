/** What things are called in the reader's language. */
import { signal } from '@preact/signals'
import type { Dataset } from '../../index.js'
import { shortName } from '../../report/context.js'

export interface Names {
  /** By id; what has none keeps its English name. */
  readonly places: Readonly<Record<string, string>>
  readonly corridors: Readonly<Record<string, string>>
  /** Titles and descriptions in the ready scenarios, by the English ones. */
  readonly words: ReadonlyMap<string, string>
}

/** Undefined in English, and until those of another language are there. */
export const names = signal<Names | undefined>(undefined)

/** A title or description in the reader's language where it is a ready scenario's; as it stands where a person wrote it. */
export function inReadersWords(text: string): string {
  return names.value?.words.get(text) ?? text
}

/** The dataset with the names that the reader knows. A country's largest city is called what its place is. */
export function withNames(dataset: Dataset, { places, corridors }: Names): Dataset {
  const { network } = dataset
  const cities = new Map(
    network.places.flatMap(({ id, name, country }) =>
      places[id] === undefined
        ? []
        : [[`${country} ${shortName(name).toLowerCase()}`, shortName(places[id])] as const],
    ),
  )
  return {
    ...dataset,
    countries: dataset.countries.map(country => {
      const name = cities.get(`${country.iso3} ${country.centre.name.toLowerCase()}`)
      return name === undefined ? country : { ...country, centre: { ...country.centre, name } }
    }),
    network: {
      ...network,
      places: network.places.map(place => ({ ...place, name: places[place.id] ?? place.name })),
      corridors: network.corridors.map(each => ({ ...each, name: corridors[each.id] ?? each.name })),
    },
  }
}
