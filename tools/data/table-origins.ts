/** Which sources stand behind a table, and the terms under which the table itself is given. */

export interface TableOrigin {
  /** Ids in sources.csv. */
  readonly sources: readonly string[]
  readonly licence: { readonly name: string; readonly title: string; readonly path: string }
}

const CC_BY = {
  name: 'CC-BY-4.0',
  title: 'Creative Commons Attribution 4.0',
  path: 'https://creativecommons.org/licenses/by/4.0/',
}
const ODBL = {
  name: 'ODbL-1.0',
  title: 'Open Data Commons Open Database License 1.0',
  path: 'https://opendatacommons.org/licenses/odbl/1-0/',
}
const ETALAB = {
  name: 'etalab-2.0',
  title: 'Etalab Open Licence 2.0, with OECD parts under CC BY 4.0',
  path: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
}

const facts = (...sources: string[]): TableOrigin => ({ sources, licence: CC_BY })
const network = (...sources: string[]): TableOrigin => ({ sources: ['network', ...sources], licence: ODBL })

export const TABLE_ORIGINS: Readonly<Record<string, TableOrigin>> = {
  countries: facts('names-and-codes', 'geonames'),
  'country-figures': facts('world-bank', 'factbook'),
  blocs: facts('press-and-offices', 'eu-members'),
  trade: { sources: ['baci', 'oecd-icio', 'press-and-offices'], licence: ETALAB },
  'trade-joined': { sources: ['baci', 'oecd-icio'], licence: ETALAB },
  'trade-adjustments': facts('press-and-offices'),
  tariffs: facts('press-and-offices'),
  agreements: facts(
    'press-and-offices',
    'eu-members',
    'eu-agreements',
    'china-agreements',
    'india-agreements',
    'turkiye-agreements',
  ),
  'bulk-shares': facts('oecd-icio'),
  'air-shares': facts('oecd-icio', 'press-and-offices'),
  'network-places': network('geonames'),
  'network-links': network('openstreetmap', 'searoute', 'natural-earth', 'press-and-offices'),
  'network-crossings': network('press-and-offices'),
  'network-terminals': network('press-and-offices'),
  'network-end-waits': network('press-and-offices'),
  'network-modes': facts('press-and-offices'),
  'network-bulk': facts('press-and-offices'),
  'network-ranges': facts('press-and-offices'),
  'freight-markets': facts('press-and-offices'),
  'network-corridors': network('press-and-offices'),
  'network-gateways': network('geonames'),
  avoidance: facts('press-and-offices'),
  parameters: facts('press-and-offices'),
  cautions: facts('press-and-offices', 'factbook'),
  claims: facts('press-and-offices'),
  'corridor-traffic': facts('press-and-offices'),
  'traffic-points': facts('press-and-offices'),
  sources: facts('press-and-offices'),
}
