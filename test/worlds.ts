/** Small synthetic worlds for tests: a dataset that is written by hand and easy to reckon with. */
import type {
  AvoidanceRule,
  Country,
  Crossing,
  Dataset,
  Link,
  Parameter,
  Place,
  Terminal,
} from '../src/dataset/dataset.js'

const country = (iso3: string, iso2: string, name: string, region: Country['region']): Country => ({
  iso3,
  iso2,
  numeric: '000',
  names: { en: name, ru: name, zh: name, kk: name },
  region,
  centre: { name: `${name} City`, longitude: 0, latitude: 0 },
})

const place = (
  id: string,
  name: string,
  kind: Place['kind'],
  country?: string,
  country2?: string,
): Place => ({
  id,
  name,
  kind,
  longitude: 0,
  latitude: 0,
  quality: 'estimated',
  source: 'test',
  ...(country === undefined ? {} : { country }),
  ...(country2 === undefined ? {} : { country2 }),
})

const link = (id: string, fields: Partial<Link> & Pick<Link, 'from' | 'to' | 'mode'>): Link => ({
  id,
  lengthKm: 100,
  speedKmh: 50,
  costUsdPerTeuKm: 0.25,
  status: 'open',
  quality: 'estimated',
  lengthQuality: 'memory',
  source: 'test',
  ...fields,
})

const crossing = (
  placeId: string,
  fromCountry: string,
  toCountry: string,
  fields: Partial<Crossing> = {},
): Crossing => ({
  placeId,
  fromCountry,
  toCountry,
  mode: 'rail',
  hours: 20,
  hoursLow: 10,
  hoursHigh: 60,
  feeUsd: 200,
  gaugeChange: false,
  status: 'open',
  quality: 'published',
  source: 'test',
  ...fields,
})

const terminal = (
  placeId: string,
  modeA: Terminal['modeA'],
  modeB: Terminal['modeB'],
  hours: number,
): Terminal => ({
  placeId,
  modeA,
  modeB,
  hours,
  hoursLow: hours / 2,
  hoursHigh: hours * 4,
  usdPerTeu: 150,
  status: 'open',
  quality: 'estimated',
  source: 'test',
})

const parameter = (id: string, value: number, low: number, high: number, unit: string): Parameter => ({
  id,
  value,
  low,
  high,
  unit,
  distribution: 'fixed',
  meaning: `test value of ${id}`,
  quality: 'published',
  source: 'test',
})

const rule = (id: string, regime: string, share: number): AvoidanceRule => ({
  id,
  territory: ['RUS', 'BLR'],
  regionsA: [],
  regionsB: [],
  regime,
  share,
  shareLow: share / 2,
  shareHigh: Math.min(1, share * 1.5),
  premiumUsdPerTeu: 300,
  quality: 'estimated',
  source: 'test',
})

const member = (bloc: string, iso3: string, from: string) => ({
  bloc,
  iso3,
  role: 'member',
  from,
  quality: 'published' as const,
  source: 'test',
  note: '',
})

/**
 * Four countries in a row, China – Kazakhstan – Azerbaijan over a sea, Iran to the south, with one planned railway,
 * one strait and the parameters that measures read.
 */
export function smallDataset(): Dataset {
  const economies = ['AZE', 'CHN', 'IRN', 'KAZ', 'ROW']
  const n = economies.length
  return {
    id: 'small',
    title: 'A small world',
    version: '1',
    year: 2023,
    hash: 'a'.repeat(64),
    tables: [],
    countries: [
      country('AZE', 'AZ', 'Azerbaijan', 'caucasus'),
      country('CHN', 'CN', 'China', 'east-asia'),
      country('IRN', 'IR', 'Iran (Islamic Republic of)', 'middle-east'),
      country('KAZ', 'KZ', 'Kazakhstan', 'central-asia'),
      country('AND', 'AD', 'Andorra', 'europe'),
    ],
    figures: [],
    blocs: [
      member('sco', 'CHN', '2001-06-15'),
      member('sco', 'KAZ', '2001-06-15'),
      member('sco', 'IRN', '2023-07-04'),
      { ...member('sco', 'AZE', '2016-03-14'), role: 'dialogue-partner' },
      member('ots', 'AZE', '2009-10-03'),
      member('ots', 'KAZ', '2009-10-03'),
    ],
    trade: {
      year: 2023,
      economies,
      recordedMusd: new Float64Array(n * n).fill(100),
      adjustmentMusd: new Float64Array(n * n),
      quality: new Uint8Array(n * n),
    },
    tariffs: economies.map((iso3, index) => ({
      iso3,
      percent: 2 * (index + 1),
      year: '2022',
      quality: 'published' as const,
      source: 'test',
    })),
    agreements: [],
    bulkShare: new Float64Array(n * n),
    airShare: new Float64Array(n * n),
    bulkQuality: new Uint8Array(n * n),
    network: {
      places: [
        place('xian', "Xi'an", 'city', 'CHN'),
        place('almaty', 'Almaty', 'city', 'KAZ'),
        place('baku', 'Baku', 'city', 'AZE'),
        place('tehran', 'Tehran', 'city', 'IRN'),
        place('khorgos-altynkol', 'Khorgos – Altynkol', 'border', 'CHN', 'KAZ'),
        place('astara', 'Astara', 'border', 'AZE', 'IRN'),
        place('bakhty', 'Bakhty', 'border', 'CHN', 'KAZ'),
        place('aktau', 'Aktau', 'port', 'KAZ'),
        place('alat', 'Alat', 'port', 'AZE'),
        place('suez', 'Suez Canal', 'strait'),
      ],
      links: [
        link('rail-xian--khorgos-altynkol', {
          from: 'xian',
          to: 'khorgos-altynkol',
          mode: 'rail',
          country: 'CHN',
        }),
        link('rail-khorgos-altynkol--almaty', {
          from: 'khorgos-altynkol',
          to: 'almaty',
          mode: 'rail',
          country: 'KAZ',
        }),
        link('rail-almaty--aktau', { from: 'almaty', to: 'aktau', mode: 'rail', country: 'KAZ' }),
        link('road-almaty--aktau', { from: 'almaty', to: 'aktau', mode: 'road', country: 'KAZ' }),
        link('ferry-aktau--alat', {
          from: 'aktau',
          to: 'alat',
          mode: 'ferry',
          lumpUsd: 480,
          capacityKteu: 100,
        }),
        link('rail-alat--baku', { from: 'alat', to: 'baku', mode: 'rail', country: 'AZE' }),
        link('rail-baku--astara', { from: 'baku', to: 'astara', mode: 'rail', country: 'AZE' }),
        link('rail-astara--tehran', {
          from: 'astara',
          to: 'tehran',
          mode: 'rail',
          country: 'IRN',
          status: 'planned',
        }),
        link('rail-bakhty--almaty', {
          from: 'bakhty',
          to: 'almaty',
          mode: 'rail',
          country: 'KAZ',
          status: 'planned',
        }),
        link('sea-suez--alat', { from: 'suez', to: 'alat', mode: 'sea' }),
      ],
      crossings: [
        crossing('khorgos-altynkol', 'CHN', 'KAZ'),
        crossing('khorgos-altynkol', 'KAZ', 'CHN', { hours: 5, hoursLow: 2, hoursHigh: 15 }),
        crossing('khorgos-altynkol', 'CHN', 'KAZ', {
          mode: 'road',
          hours: 3,
          hoursLow: 1,
          hoursHigh: 9,
          feeUsd: 50,
        }),
        crossing('astara', 'AZE', 'IRN', { hours: 40, hoursLow: 12, hoursHigh: 120 }),
        crossing('astara', 'IRN', 'AZE', { hours: 40, hoursLow: 12, hoursHigh: 120 }),
        crossing('bakhty', 'CHN', 'KAZ', { status: 'planned' }),
        crossing('bakhty', 'KAZ', 'CHN', { status: 'planned' }),
      ],
      terminals: [
        terminal('aktau', 'ferry', 'rail', 72),
        terminal('aktau', 'ferry', 'road', 72),
        terminal('alat', 'ferry', 'rail', 24),
        terminal('suez', 'sea', 'sea', 14),
      ],
      corridors: [
        {
          id: 'middle',
          name: 'Middle Corridor',
          status: 'open',
          modes: ['rail', 'ferry'],
          places: ['xian', 'khorgos-altynkol', 'almaty', 'aktau', 'alat', 'baku'],
          quality: 'derived',
          source: 'test',
        },
        {
          id: 'south',
          name: 'Southern branch',
          status: 'planned',
          modes: ['rail'],
          places: ['baku', 'astara', 'tehran'],
          quality: 'derived',
          source: 'test',
        },
      ],
      gateways: [],
    },
    networkRanges: [],
    freightMarkets: [],
    avoidance: [
      rule('china-europe', '2021', 0.26),
      rule('china-europe', '2024', 0.58),
      rule('others', '2024', 0.4),
    ],
    parameters: [
      parameter('defaultTariff', 3, 0, 6, 'percent'),
      parameter('discountRate', 0.05, 0.03, 0.08, 'share per year'),
      parameter('documentShareOfCrossing', 0.35, 0.2, 0.5, 'share'),
      parameter('gaugeChangeHours', 4, 2, 9, 'h'),
      parameter('gaugeChangeUsd', 200, 100, 300, 'USD per TEU'),
      parameter('physicalHandlingHoursRail', 4.25, 4.25, 4.25, 'h'),
      parameter('physicalHandlingHoursRoad', 2, 2, 2, 'h'),
      parameter('tradeElasticity', 5.03, 3.8, 6.5, 'ratio'),
      parameter('upkeepShare', 0.02, 0.01, 0.04, 'share per year'),
    ],
    cautions: [],
    claims: [],
    trafficPoints: [],
    sources: [],
  }
}
