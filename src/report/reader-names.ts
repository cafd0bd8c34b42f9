/** What places, corridors, countries and titles are called in another language than English, for a reader's page or report. */
import type { Dataset, Language } from '../dataset/dataset.js'
import type { CapacityResult, CorridorLeg, Result } from '../scenario/result/result.js'
import { shortName } from './context.js'

export interface NetworkNames {
  /** By id; what has none keeps its English name. */
  readonly places: Readonly<Record<string, string>>
  readonly corridors: Readonly<Record<string, string>>
}

export interface ReaderNames extends NetworkNames {
  readonly language: Language
  /** Titles and descriptions by the English ones; others stay as they are written. */
  readonly words: ReadonlyMap<string, string>
  /** Modes of transport. */
  readonly modes: Readonly<Record<string, string>>
}

/** The dataset with the names that the reader knows. A country's largest city is called what its place is. */
export function withNames(dataset: Dataset, { places, corridors }: NetworkNames): Dataset {
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

/** The result with the names that the reader knows; no number changes. */
export function resultWithNames(result: Result, dataset: Dataset, names: ReaderNames): Result {
  const countryNames = new Map(
    dataset.countries.map(country => [country.iso3, country.names[names.language]]),
  )
  const inWords = (text: string) => names.words.get(text) ?? text
  const rename = renamer(dataset, names)
  return {
    ...result,
    scenario: {
      ...result.scenario,
      title: inWords(result.scenario.title),
      description: inWords(result.scenario.description),
    },
    countries: result.countries.map(each => ({ ...each, name: countryNames.get(each.iso3) ?? each.name })),
    corridors: result.corridors.map(each => ({
      ...each,
      name: names.corridors[each.id] ?? each.name,
      legs: each.legs.map(leg => ({ ...leg, label: rename.leg(leg) })),
    })),
    capacities: result.capacities.map(each => ({ ...each, label: rename.capacity(each) })),
    measures: result.measures.map(each => ({ ...each, title: inWords(each.title) })),
    contributions:
      result.contributions?.map(each => ({ ...each, title: inWords(each.title) })) ?? result.contributions,
  }
}

/** Labels are made of the names of places and modes. */
function renamer({ network }: Dataset, { places, modes }: ReaderNames) {
  const english = new Map(network.places.map(({ id, name }) => [id, name]))
  const links = new Map(network.links.map(link => [link.id, link]))
  const place = (label: string, id: string) =>
    label.replace(english.get(id) ?? id, () => places[id] ?? english.get(id) ?? id)
  const ends = (label: string, linkId: string) => {
    const link = links.get(linkId)
    return link === undefined ? label : place(place(label, link.from), link.to)
  }
  const mode = (label: string) =>
    Object.entries(modes).reduce(
      (text, [name, word]) => text.replace(new RegExp(`\\b${name}\\b`, 'g'), () => word),
      label,
    )
  return {
    leg: ({ kind, id, label }: CorridorLeg) => (kind === 'travel' ? ends(label, id) : place(label, id)),
    capacity: ({ kind, id, label }: CapacityResult) =>
      mode(kind === 'link' ? ends(label, id) : place(label, id.split(' ')[0]!)),
  }
}
