/** Names that a person writes → ids of the dataset; what is not there is reported with the nearest names. */
import { membersOn } from '../../dataset/blocs.js'
import type { Dataset } from '../../dataset/dataset.js'
import { type Candidate, nearestNames } from '../../dataset/nearest.js'
import type { Issue } from '../../errors.js'
import type { Path } from './path.js'

/** What every resolver needs: the dataset, the date, and where to put faults. */
export interface Context {
  readonly dataset: Dataset
  /** ISO date of membership. */
  readonly date: string
  /** Members of the scenario's bloc; undefined where the bloc itself is at fault. */
  readonly members: readonly string[] | undefined
  readonly regime: string
  /** Files of estimates that parameters may name; none where the caller brought none. */
  readonly estimates?: ReadonlyMap<string, string> | undefined
  readonly report: (path: Path, issue: Omit<Issue, 'at'>, options?: { readonly key?: boolean }) => void
}

const asList = (written: string | readonly string[]): readonly string[] =>
  typeof written === 'string' ? [written] : written

/** Path of entry `index` of something that may be written alone or as a list. */
const entryPath = (path: Path, written: unknown, index: number): Path =>
  Array.isArray(written) ? [...path, index] : path

/**
 * Ids among the candidates, in the order written, each once; undefined where one is unknown (and reported).
 *
 * @param what the kind of thing, for the sentence, e.g. `place`; the code is `scenario.unknown-<what>`.
 */
export function resolveIds(
  context: Context,
  written: string | readonly string[],
  path: Path,
  what: string,
  candidates: readonly Candidate[],
): string[] | undefined {
  const known = new Set(candidates.map(({ id }) => id))
  let failed = false
  for (const [index, name] of asList(written).entries()) {
    if (known.has(name)) continue
    failed = true
    context.report(entryPath(path, written, index), unknownName(what, name, candidates))
  }
  return failed ? undefined : [...new Set(asList(written))]
}

/** An issue for a name that is not among the candidates. */
export function unknownName(
  what: string,
  found: string,
  candidates: readonly Candidate[],
): Omit<Issue, 'at'> {
  const nearest = nearestNames(found, candidates)
  const few = candidates.length <= 12 ? `: ${candidates.map(({ id }) => id).join(', ')}` : ''
  return {
    code: `scenario.unknown-${what}`,
    expected: `a ${what.replaceAll('-', ' ')} of the dataset${few}`,
    found: `"${found}"`,
    mend:
      nearest.length === 0
        ? 'see keruen data for what there is'
        : nearest.length === 1
          ? `write ${nearest[0]}`
          : `nearest names: ${nearest.join(', ')}`,
  }
}

/**
 * Countries from codes, blocs (members on the date) and `members`; sorted, each once.
 *
 * @param among the codes that count here; members of a bloc that are not among them are left out.
 */
export function resolveCountries(
  context: Context,
  written: string | readonly string[],
  path: Path,
  among: readonly string[] = context.dataset.countries.map(country => country.iso3),
): string[] | undefined {
  const { dataset } = context
  const codes = new Set(among)
  const blocs = blocIds(dataset)
  const chosen = new Set<string>()
  let failed = false
  for (const [index, name] of asList(written).entries()) {
    const at = entryPath(path, written, index)
    const expanded =
      name === 'members'
        ? context.members
        : blocs.includes(name)
          ? membersOn(dataset, name, context.date)
          : undefined
    if (codes.has(name)) {
      chosen.add(name)
    } else if (expanded !== undefined) {
      for (const member of expanded) if (codes.has(member)) chosen.add(member)
    } else {
      failed = true
      if (name !== 'members') context.report(at, unknownCountry(context, name, [...codes], blocs))
    }
  }
  if (failed) return undefined
  if (chosen.size === 0) {
    const expected = 'at least one country'
    const found = `${asList(written).join(', ')} on ${context.date}, which has none`
    context.report(path, { code: 'scenario.no-country', expected, found })
    return undefined
  }
  return [...chosen].sort()
}

function unknownCountry(
  context: Context,
  name: string,
  codes: readonly string[],
  blocs: readonly string[],
): Omit<Issue, 'at'> {
  const country = context.dataset.countries.find(each => each.iso3 === name)
  if (country !== undefined) {
    return {
      code: 'scenario.country-without-trade',
      expected: 'an economy of the trade matrix',
      found: `${name}, which has no trade of its own there`,
      mend: 'leave it out',
    }
  }
  const labels = new Map(
    context.dataset.countries.flatMap(
      ({ iso3, iso2, names }) =>
        [
          [iso3, names.en],
          [iso2, iso3],
        ] as const,
    ),
  )
  const twoLetters = context.dataset.countries.find(each => each.iso2 === name.toUpperCase())
  const candidates = [
    ...codes.map(id => ({ id, label: labels.get(id) })),
    ...blocs.map(id => ({ id })),
    { id: 'members' },
  ]
  const issue = unknownName('country', name, candidates as Candidate[])
  return {
    ...issue,
    expected: 'an ISO 3166 alpha-3 code, a bloc of the dataset, or members',
    ...(twoLetters === undefined ? {} : { mend: `write ${twoLetters.iso3}` }),
  }
}

/** Bloc ids of the dataset, sorted. */
export function blocIds(dataset: Dataset): string[] {
  return [...new Set(dataset.blocs.map(({ bloc }) => bloc))].sort()
}

export function placeCandidates(dataset: Dataset, chosen: (id: string) => boolean = () => true): Candidate[] {
  return dataset.network.places.filter(({ id }) => chosen(id)).map(({ id, name }) => ({ id, label: name }))
}
