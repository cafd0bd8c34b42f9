/** A result on the small world, numbers made by rule, and variants of it. */
import type {
  CorridorLeg,
  CorridorScore,
  CountryResult,
  PairResult,
  Range,
  Result,
  TrafficPointResult,
} from '../../src/scenario/result/result.js'
import { FREIGHT_MARKETS } from './fixture-freight.js'
import { COUNTRIES, corridorRow, fixtureDataset, MEMBERS, parameter, source } from './fixture-world.js'

export { atlas, fixtureDataset, MEMBERS } from './fixture-world.js'

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
    exportsCutOffMusd: 0,
    importsCutOffMusd: 0,
    idleIncomeMusd: 0,
    homeSalesBeforeMusd: 210_000,
    homeSalesChangePercent: around(-0.11 - k / 100),
    blocTurnoverBeforeMusd: MEMBERS.includes(iso3) ? 30_000 : 0,
    blocTurnoverChangeMusd: MEMBERS.includes(iso3) ? around(123.4 + k) : zero,
    nominalWageChangePercent: 0.1,
    priceIndexChangePercent: -0.1,
    tariffRevenueBeforeMusd: 900,
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

const corridorScore = (speedWithDelayKmh: number, hoursPerBorder: number): CorridorScore => ({
  lengthKm: 6480,
  speedWithoutDelayKmh: 41.3,
  speedWithDelayKmh,
  borders: 2,
  hoursPerBorder,
  usdPer500KmAnd20Tonnes: 537.4,
  kgCo2ePerTeu: 1216.4,
  kgCo2ePerTeuRange: { low: 402.1, high: 2683.7 },
})

const POINT: TrafficPointResult = {
  id: 'khorgos',
  name: 'Khorgos - Altynkol',
  countedTeu: 843_000,
  period: '2023',
  teu: { before: 1_000_000, after: 1_080_000 },
  quality: 'derived',
  source: 'a count that a test invents',
  address: 'https://example.org/count',
  note: 'trains at 100 TEU',
}

const MOVES = [
  { importer: 'KAZ', loser: 'DEU', gainer: 'CHN', musd: 41.2 },
  { importer: 'KAZ', loser: 'KAZ', gainer: 'CHN', musd: 8.4 },
]

const EVERY_TWO = MEMBERS.flatMap((a, k) => MEMBERS.slice(k + 1).map(b => [a, b] as const))

/** Of falling size; the last but one loses, the last cannot be told from zero. They add up to the bloc's turnover and its change. */
const PAIRS: readonly PairResult[] = EVERY_TWO.map(([a, b], k) => {
  const count = EVERY_TWO.length
  const weight = (2 * (count - k)) / (count * (count + 1))
  const change = { [count - 2]: -40.25, [count - 1]: 0.004 }[k] ?? (1912.7 + 40.246) / (count - 2)
  return {
    a,
    b,
    quality: k % 9 === 4 ? 'estimated' : 'measured',
    turnoverBeforeMusd: 672_000 * weight,
    turnoverChangeMusd: k === count - 1 ? { value: 0.004, low: -0.002, high: 0.006 } : around(change),
  }
})

/** Two groups of measures that share the headline. */
export const CONTRIBUTIONS = [
  { id: 'Borders', measures: ['m1', 'm2'], realIncomeChangeMusd: 700.2, turnoverChangeMusd: 1500 },
  { id: 'Vessels', measures: ['m3'], realIncomeChangeMusd: 234, turnoverChangeMusd: 412.7 },
].map(row => ({
  ...row,
  title: row.id,
  members: MEMBERS.map(iso3 => ({
    iso3,
    realIncomeChangeMusd: row.realIncomeChangeMusd / MEMBERS.length,
    transitRevenueChangeMusd: 1.5,
  })),
}))

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
    sectors: null,
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
      balances: 'world-share',
      numeraire: 'world-income',
      parameters: [parameter],
      avoidanceRegime: '2024',
      freightRates: 'as-stated',
      tradeAdjustments: true,
      attribution: false,
      draws: 200,
      seed: 20240704,
    },
    bloc: {
      id: 'sco',
      asOf: '2025-09-01',
      members: MEMBERS,
      realIncomeChangeMusd: around(934.2),
      turnoverBeforeMusd: 672_000,
      turnoverBridge: {
        recordedMusd: 649_120,
        joined: [{ iso3: 'HKG', host: 'CHN', musd: 23_030 }],
        adjustmentMusd: -150,
        modelMusd: 672_000,
      },
      turnoverChangeMusd: around(1912.7),
      turnoverShareBeforePercent: 15.2,
      pairs: PAIRS,
      capitalMusd: 120,
      annualCostMusd: 10.9,
      annualCostRangeMusd: { low: 7.3, high: 16.2 },
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
        score: { before: corridorScore(17.4, 38.2), after: corridorScore(26.1, 12.7) },
        teu: { before: 44_000, after: 67_000 },
        daysRange: { before: { low: 11.2, high: 27.9 }, after: { low: 8.1, high: 16.4 } },
        usdPerTeuRange: { before: { low: 2260, high: 5410 }, after: { low: 2190, high: 5330 } },
        withoutRange: {
          before: { hours: 0, usdPerTeu: 0 },
          after: { hours: 0, usdPerTeu: 0 },
        },
        teuRange: { before: { low: 31_000, high: 61_000 }, after: { low: 47_000, high: 93_000 } },
        teuChangeRange: { low: 12_000, high: 38_000 },
        earnings: [
          { iso3: 'KAZ', usdPerTeu: { before: 1500, after: 1450 }, musd: { before: 66, after: 97.15 } },
        ],
        legs,
      },
      {
        id: 'north',
        name: 'Northern corridor',
        quality: 'published',
        places: ['almaty', 'astana', 'moscow'],
        days: { before: 6, after: 6 },
        usdPerTeu: { before: 2440, after: 2440 },
        score: { before: corridorScore(31.2, 20.6), after: corridorScore(31.2, 20.6) },
        teu: { before: 715_000, after: 715_000 },
        daysRange: { before: { low: 10.1, high: 15.2 }, after: { low: 10.1, high: 15.2 } },
        usdPerTeuRange: { before: { low: 2440, high: 2440 }, after: { low: 2440, high: 2440 } },
        withoutRange: {
          before: { hours: 144, usdPerTeu: 2440 },
          after: { hours: 144, usdPerTeu: 2440 },
        },
        teuRange: { before: { low: 510_000, high: 990_000 }, after: { low: 510_000, high: 990_000 } },
        teuChangeRange: { low: 0, high: 0 },
        earnings: [],
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
    capacities: [
      {
        id: 'khorgos CHN→KAZ rail',
        kind: 'crossing',
        label: 'Khorgos, CHN→KAZ rail',
        statedTeu: { before: 532_000, after: 532_000 },
        limitTeu: { before: 1_080_000, after: 1_080_000 },
        teu: { before: 1e6, after: 1_080_000 },
        usedShare: { before: 0.926, after: 1 },
        queueHours: 4.2,
        quality: 'derived',
      },
    ],
    freightMarkets: FREIGHT_MARKETS,
    trafficPoints: [POINT],
    measures: [
      {
        id: 'm1',
        title: 'Khorgos in 13 hours',
        changedRows: 2,
        touchedPairs: 40,
        owners: ['CHN', 'KAZ'],
        capitalMusd: 120,
        annualCostMusd: 10.9,
        annualCostRangeMusd: { low: 7.3, high: 16.2 },
        year: 2030,
      },
    ],
    contributions: null,
    diversion: {
      totalMusd: 120,
      blocCreationMusd: 8.4,
      blocDiversionMusd: 41.2,
      fromHome: [MOVES[1]!],
      fromOthers: [MOVES[0]!],
    },
    nextPercent: [{ exporter: 'CHN', importer: 'KAZ', blocRealIncomeMusd: 61.3 }],
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
        members: [{ iso3: 'KAZ', realIncomeChangePercent: 0.19 }],
      },
    ],
    convergence: {
      passes: 15,
      largestResidual: 4e-14,
      blocks: { wages: 4e-14 },
      largestMarketClearingError: 4e-14,
    },
    notices: [
      { code: 'measure.no-route', message: '', subject: 'm1', values: { title: 'A measure', rows: 3 } },
    ],
    flows: {
      economies,
      before: Float64Array.from({ length: n * n }, (_, ij) => (ij % 7 === 0 ? 0 : 100 + ij / 3)),
      after: Float64Array.from({ length: n * n }, (_, ij) => (ij % 7 === 0 ? 0 : 101 + ij / 3)),
      quality: Uint8Array.from({ length: n * n }, (_, ij) => ij % 4),
      moves: MOVES,
      sectors: undefined,
    },
    ...parts,
  }
}
