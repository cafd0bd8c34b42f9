/**
 * What others published about journeys, and how the embedded network computes the same. One table for the test and for
 * section 5 of docs/models/network.md, so that the two cannot drift apart.
 */
import { along, by, carecSpeeds, least, waitDays } from './journeys.js'

/** What agreement proves. */
export type Kind =
  | 'test' // nothing was set with it in view
  | 'fit' // speeds, waits or charges were set with it in view: agreement proves nothing
  | 'circular' // the figure itself is in the data

export interface PublishedFigure {
  readonly what: string
  readonly unit: 'km' | 'days' | 'USD/TEU' | 'km/h'
  /** The published range; one end is missing where only the other is stated. */
  readonly least?: number
  readonly most?: number
  /** Allowed beyond the range, as a share of the nearest end. */
  readonly tolerance: number
  readonly kind: Kind
  readonly source: string
  readonly compute: () => number
  /** Where the model misses: the band in which it lies today, and why. */
  readonly miss?: { readonly band: readonly [number, number]; readonly why: string }
}

const INSTC_2022 = [
  'st-petersburg',
  'moscow',
  'ryazan',
  'saratov',
  'astrakhan',
  'anzali',
  'rasht',
  'qazvin',
  'tehran',
  'qom',
  'yazd',
  'bafq',
  'sirjan',
  'bandar-abbas',
  'hormuz',
  'mumbai',
]
const cku = () => along('cku', 'lanzhou', 'andijan')
const ckuToday = () => least('lanzhou', 'andijan', ['rail'])
const suez = () => least('shanghai', 'rotterdam', ['sea'])
const cape = () => least('shanghai', 'rotterdam', ['sea'], { closed: ['suez'] })
const mumbaiBySuez = () => least('mumbai', 'st-petersburg', ['sea'])
const lorriesToday = () => least('karachi', 'tashkent', ['road'])

export const PUBLISHED_FIGURES: readonly PublishedFigure[] = [
  {
    what: 'Middle Corridor, Altynkol – Baku (Alat)',
    unit: 'days',
    least: 9,
    most: 9,
    tolerance: 0.1,
    kind: 'fit',
    source: 'Kazakhstan, 2024 (kaztag.info, turkic.world)',
    compute: () => along('titr-aktau-poti', 'khorgos-altynkol', 'alat').days,
  },
  {
    what: 'Middle Corridor, Altynkol – Poti',
    unit: 'days',
    least: 12,
    most: 12,
    tolerance: 0.1,
    kind: 'fit',
    source: 'as above',
    compute: () => along('titr-aktau-poti', 'khorgos-altynkol', 'poti').days,
  },
  {
    what: 'Middle Corridor, Altynkol – Constanta',
    unit: 'days',
    least: 20,
    most: 22,
    tolerance: 0.1,
    kind: 'fit',
    source: 'as above',
    compute: () => along('titr-aktau-batumi-constanta', 'khorgos-altynkol', 'constanta').days,
  },
  {
    what: "Middle Corridor, Xi'an – Baku (Alat)",
    unit: 'days',
    least: 15,
    most: 20,
    tolerance: 0.05,
    kind: 'test',
    source: 'Argus through inbusiness.kz, usual; the record is 11 (caspiannews, 2024)',
    compute: () => along('titr-aktau-poti', 'xian', 'alat').days,
  },
  {
    what: "Xi'an – Mersin by Aktau",
    unit: 'km',
    least: 9000,
    most: 9000,
    tolerance: 0.05,
    kind: 'test',
    source: 'Kazakhstan Temir Zholy (qogam-media.kz)',
    compute: () => along('titr-mersin', 'xian', 'mersin').km,
  },
  {
    what: "Xi'an – Mersin by Aktau",
    unit: 'days',
    least: 17,
    most: 17,
    tolerance: 0.15,
    kind: 'test',
    source: 'as above, one announced train',
    compute: () => along('titr-mersin', 'xian', 'mersin').days,
    miss: {
      band: [19.6, 22],
      why: 'an announced block train has priority at Khorgos, where the data hold the mean of all trains',
    },
  },
  {
    what: 'Northern corridor, Dostyk – Brest, shortest',
    unit: 'km',
    least: 5430,
    most: 5430,
    tolerance: 0.03,
    kind: 'test',
    source: 'UTLC, 2018',
    compute: () => least('alashankou-dostyk', 'brest-malaszewicze', ['rail'], { shortest: true }).km,
  },
  {
    what: 'Northern corridor, Dostyk – Brest, in motion',
    unit: 'days',
    least: 5.2,
    most: 6,
    tolerance: 0.05,
    kind: 'fit',
    source: 'Eurasian Rail Alliance',
    compute: () => along('northern-dostyk-brest', 'alashankou-dostyk', 'brest-malaszewicze').motion,
  },
  {
    what: 'Northern corridor, Dostyk – Warsaw, border of Brest included',
    unit: 'days',
    least: 7.31,
    most: 7.31,
    tolerance: 0.05,
    kind: 'fit',
    source: 'Eurasian Rail Alliance Index, July 2024',
    compute: () => along('northern-dostyk-brest', 'alashankou-dostyk', 'warsaw').days,
  },
  {
    what: 'Northern corridor, Dostyk – Brest',
    unit: 'USD/TEU',
    least: 1645,
    most: 1645,
    tolerance: 0.15,
    kind: 'test',
    source: 'Eurasian Rail Alliance Index, July 2024: 3,289 USD per FEU',
    compute: () => along('northern-dostyk-brest', 'alashankou-dostyk', 'brest-malaszewicze').usd,
  },
  {
    what: 'Chongqing – Duisburg by train',
    unit: 'km',
    least: 11000,
    tolerance: 0.06,
    kind: 'test',
    source: 'yidaiyilu.gov.cn',
    compute: () => along('northern-dostyk-brest', 'chongqing', 'duisburg').km,
  },
  {
    what: 'Chongqing – Duisburg by train, fastest',
    unit: 'days',
    most: 13,
    tolerance: 0.1,
    kind: 'test',
    source: 'yidaiyilu.gov.cn',
    compute: () => along('northern-dostyk-brest', 'chongqing', 'duisburg').days,
    miss: {
      band: [14.4, 16],
      why: 'the figure is a block train with priority; the data hold the mean border hours of all trains',
    },
  },
  {
    what: 'China – Europe by train, terminal to terminal (Chongqing – Duisburg)',
    unit: 'days',
    least: 10,
    most: 20,
    tolerance: 0,
    kind: 'test',
    source: 'therecycler.com, July 2024',
    compute: () => along('northern-dostyk-brest', 'chongqing', 'duisburg').days,
  },
  {
    what: 'North–South, Mumbai – St Petersburg',
    unit: 'km',
    least: 7200,
    most: 7200,
    tolerance: 0.05,
    kind: 'test',
    source: 'en.trend.az 3727913',
    compute: () => along('instc-western', 'mumbai', 'st-petersburg').km,
  },
  {
    what: 'North–South, Mumbai – St Petersburg with the wait at Mumbai',
    unit: 'days',
    least: 24,
    most: 25,
    tolerance: 0.1,
    kind: 'test',
    source: 'trial shipments (dgft; meatcommerce.com, 2022)',
    compute: () =>
      along('instc-western', 'mumbai', 'st-petersburg').days + waitDays('mumbai', 'sea', 'origin'),
    miss: {
      band: [19, 21.5],
      why: 'lorry queues at Astara and the search for wagons stand in no row: no source in hand gives their hours',
    },
  },
  {
    what: 'North–South, St Petersburg – Mumbai by Astrakhan and Anzali',
    unit: 'days',
    least: 24,
    most: 25,
    tolerance: 0.1,
    kind: 'test',
    source: 'trial shipment of 2022 (meatcommerce.com, cargobreakingnews.com)',
    compute: () => by(INSTC_2022, ['rail', 'road', 'sea']).days,
    miss: { band: [17, 21.5], why: 'the wait for a Caspian vessel is a default of two days' },
  },
  {
    what: 'North–South, Mumbai – Moscow, from the loading on board',
    unit: 'days',
    least: 23,
    most: 23,
    tolerance: 0.1,
    kind: 'test',
    source: 'first containers of 2016 (Railway Gazette, 20 October 2016)',
    compute: () => along('instc-western', 'mumbai', 'moscow').days,
    miss: { band: [15, 18.5], why: 'as from Mumbai to St Petersburg' },
  },
  {
    what: 'North–South, Moscow – Mumbai by Turkmenistan, with the wait at Mumbai',
    unit: 'days',
    least: 30,
    most: 37,
    tolerance: 0.1,
    kind: 'test',
    source: 'RZD Logistics: 35–37 in 2022, later 30 (ittc.com.tm, vibewire.com.au)',
    compute: () =>
      along('<instc-eastern', 'moscow', 'mumbai').days + waitDays('mumbai', 'sea', 'destination'),
    miss: {
      band: [17.5, 21],
      why: 'gauge change and wagons at Incheh Borun and the calls at Bandar Abbas take longer than the rows say',
    },
  },
  {
    what: 'Mumbai – St Petersburg by Suez with the wait at Mumbai',
    unit: 'days',
    least: 32,
    most: 41,
    tolerance: 0.1,
    kind: 'test',
    source: 'about 40 (dgft), 41 (FFFAI, 2017), 32 to Moscow (COMCEC, 2017)',
    compute: () => mumbaiBySuez().days + waitDays('mumbai', 'sea', 'origin'),
    miss: { band: [23, 28.7], why: 'transhipment in Europe and feeders to the Baltic are not modelled' },
  },
  {
    what: 'Shanghai – Rotterdam by Suez',
    unit: 'km',
    least: 19500,
    most: 20000,
    tolerance: 0.03,
    kind: 'test',
    source: 'figures of shipping lines',
    compute: () => suez().km,
  },
  {
    what: 'China – Europe by sea (Shanghai – Rotterdam)',
    unit: 'days',
    least: 30,
    most: 40,
    tolerance: 0.03,
    kind: 'fit',
    source: 'therecycler.com',
    compute: () => suez().days,
  },
  {
    what: '… more by the Cape',
    unit: 'km',
    least: 5500,
    most: 6500,
    tolerance: 0.03,
    kind: 'test',
    source: 'press of 2024',
    compute: () => cape().km - suez().km,
  },
  {
    what: '… more by the Cape',
    unit: 'days',
    least: 10,
    tolerance: 0.1,
    kind: 'test',
    source: 'therecycler.com; WTO (April 2024) says 17 on average',
    compute: () => cape().days - suez().days,
  },
  {
    what: 'Shanghai – Rotterdam by Suez',
    unit: 'USD/TEU',
    least: 1292,
    most: 1292,
    tolerance: 0.15,
    kind: 'test',
    source: 'Drewry, week 52 of 2025: 2,584 USD per FEU (seanews.az)',
    compute: () => suez().usd,
    miss: { band: [950, 1095], why: 'no handling at the two ends, and a rate per km of another year' },
  },
  {
    what: 'China – Kyrgyzstan – Uzbekistan railway, Lanzhou – Andijan shorter by',
    unit: 'km',
    least: 900,
    most: 900,
    tolerance: 0.2,
    kind: 'test',
    source: 'railwaygazette, 7 January 2025',
    compute: () => ckuToday().km - cku().km,
  },
  {
    what: '… faster by',
    unit: 'days',
    least: 7,
    most: 8,
    tolerance: 0.2,
    kind: 'test',
    source: 'as above',
    compute: () => ckuToday().days - cku().days,
    miss: {
      band: [3, 5.5],
      why: 'with 168 h at Altynkol and Dostyk, the high end of the range, it is 7.3',
    },
  },
  {
    what: 'Taiyuan – Andijan by Khorgos, Almaty and Tashkent today',
    unit: 'km',
    least: 4935,
    most: 4935,
    tolerance: 0.05,
    kind: 'test',
    source: 'China Railway Taiyuan through Xinhua, 29 September 2025',
    compute: () => least('taiyuan', 'andijan', ['rail'], { shortest: true }).km,
    miss: { band: [5250, 5400], why: 'the line from Taiyuan by Zhongwei is not in the network' },
  },
  {
    what: 'Taiyuan – Andijan by Khorgos, Almaty and Tashkent today',
    unit: 'days',
    least: 15,
    most: 15,
    tolerance: 0.2,
    kind: 'test',
    source: 'as above',
    compute: () => least('taiyuan', 'andijan', ['rail']).days,
    miss: { band: [8.5, 11.9], why: 'the weeks when Khorgos is full are in the range, not in the mean' },
  },
  {
    what: 'Lanzhou – Tashkent by Kashgar, lorry to Osh',
    unit: 'km',
    least: 4380,
    most: 4380,
    tolerance: 0.1,
    kind: 'test',
    source: 'Global Times and chinalogist.ru, June 2020',
    compute: () => kashgarOsh('lanzhou', 'tashkent').km,
  },
  {
    what: 'Lanzhou – Tashkent by Kashgar, lorry to Osh',
    unit: 'days',
    least: 7,
    most: 10,
    tolerance: 0.1,
    kind: 'test',
    source: 'as above',
    compute: () => kashgarOsh('lanzhou', 'tashkent').days,
    miss: { band: [5, 6.2], why: 'loading at Kashgar and Osh stands at a default of five hours' },
  },
  {
    what: 'Trans-Afghan railway, Termez – Peshawar',
    unit: 'days',
    least: 3,
    most: 5,
    tolerance: 0,
    kind: 'test',
    source: 'rudabe.org; asiaplus',
    compute: () => along('trans-afghan-kabul', 'termez', 'peshawar').days,
  },
  {
    what: 'Karachi – Tashkent by lorry through Kabul',
    unit: 'km',
    least: 2760,
    most: 2760,
    tolerance: 0.1,
    kind: 'test',
    source: 'ministry of transport of Uzbekistan, June 2022 (Xinhua)',
    compute: () => lorriesToday().km,
    miss: { band: [3040, 3250], why: 'roads of Afghanistan and Pakistan are great circle × 1.28 to 1.55' },
  },
  {
    what: 'Karachi – Tashkent by lorry through Kabul, first transit run',
    unit: 'days',
    least: 7,
    most: 7,
    tolerance: 0.2,
    kind: 'test',
    source: 'as above',
    compute: () => lorriesToday().days,
    miss: { band: [3.5, 5.5], why: 'no rest of drivers, no convoys, no wait for papers on the way' },
  },
  {
    what: 'Pakistan – Uzbekistan today with clearance at Karachi',
    unit: 'days',
    least: 35,
    most: 35,
    tolerance: 0.2,
    kind: 'test',
    source: 'rudabe.org; asiaplus',
    compute: () => lorriesToday().days + waitDays('karachi', 'road', 'origin'),
    miss: {
      band: [12, 14.5],
      why: 'Karachi – Torkham alone took 27 days when containers piled up and 5 after (Dawn, 26 September 2020)',
    },
  },
  {
    what: 'Yiwu – Tehran by the railway east of the Caspian',
    unit: 'km',
    least: 10297,
    most: 10297,
    tolerance: 0.05,
    kind: 'test',
    source: 'Turkmenistan.ru',
    compute: () => along('china-iran-kti', 'yiwu', 'tehran').km,
  },
  {
    what: 'Yiwu – Tehran by the railway east of the Caspian',
    unit: 'days',
    least: 14,
    most: 14,
    tolerance: 0.2,
    kind: 'test',
    source: 'as above, the first train',
    compute: () => along('china-iran-kti', 'yiwu', 'tehran').days,
    miss: { band: [16.9, 18.5], why: 'the first train had priority at Khorgos' },
  },
  {
    what: 'Gardabani – Poti',
    unit: 'km',
    least: 360,
    most: 360,
    tolerance: 0.03,
    kind: 'test',
    source: 'notice of 2016 on tariffs',
    compute: () => along('titr-aktau-poti', 'boyuk-kesik-gardabani', 'poti').km,
  },
  {
    what: 'China – Kyrgyzstan – Uzbekistan railway, Kashgar – Andijan',
    unit: 'km',
    least: 523,
    most: 523,
    tolerance: 0.02,
    kind: 'circular',
    source: 'railwaygazette, 7 January 2025',
    compute: () => along('cku', 'kashgar', 'andijan').km,
  },
  {
    what: 'Trans-Afghan railway, Termez – Peshawar',
    unit: 'km',
    least: 573,
    most: 760,
    tolerance: 0.01,
    kind: 'circular',
    source: 'asiaplus; TRT World',
    compute: () => along('trans-afghan-kabul', 'termez', 'peshawar').km,
  },
  {
    what: 'CAREC roads, speed without delay',
    unit: 'km/h',
    least: 41.6,
    most: 42,
    tolerance: 0.1,
    kind: 'fit',
    source: 'CAREC CPMM, 2021 and 2022',
    compute: () => carecSpeeds('road').withoutDelay,
  },
  {
    what: 'CAREC roads, speed with delay',
    unit: 'km/h',
    least: 21.5,
    most: 23.4,
    tolerance: 0.1,
    kind: 'test',
    source: 'as above',
    compute: () => carecSpeeds('road').withDelay,
    miss: {
      band: [25.8, 30],
      why: 'only waits at borders count here; CPMM counts rests and checks on the way',
    },
  },
  {
    what: 'CAREC railways, speed without delay',
    unit: 'km/h',
    least: 41.6,
    most: 53.9,
    tolerance: 0.1,
    kind: 'test',
    source: 'CAREC CPMM, 2019 to 2022',
    compute: () => carecSpeeds('rail').withoutDelay,
    miss: {
      band: [30, 35],
      why: 'half of these chains are single lines round the Caspian at 24–30 km/h; most of CPMM’s trains run in China and Kazakhstan',
    },
  },
  {
    what: 'CAREC railways, speed with delay',
    unit: 'km/h',
    least: 12.4,
    most: 19,
    tolerance: 0.1,
    kind: 'test',
    source: 'CAREC CPMM, 2022 and 2019',
    compute: () => carecSpeeds('rail').withDelay,
    miss: { band: [20.95, 23], why: 'as by road: trains also stand on the way' },
  },
]

/** By rail to Kashgar, by lorry over Irkeshtam to Osh, by rail on. */
function kashgarOsh(from: string, to: string): { km: number; days: number } {
  const parts = [
    least(from, 'kashgar', ['rail']),
    least('kashgar', 'osh', ['road']),
    least('osh', to, ['rail']),
  ]
  return {
    km: parts.reduce((sum, part) => sum + part.km, 0),
    days: parts.reduce((sum, part) => sum + part.days, 0) + 2 * (5 / 24), // two changes of 5 h
  }
}

const NUMBER = { km: 0, days: 1, 'USD/TEU': 0, 'km/h': 1 } as const

/** The row of section 5 of docs/models/network.md. */
export function documentRow(figure: PublishedFigure): string {
  const { what, unit, least: low, most: high, tolerance, kind, source, miss } = figure
  const here = figure.compute().toLocaleString('en', {
    minimumFractionDigits: NUMBER[unit],
    maximumFractionDigits: NUMBER[unit],
  })
  const text = (value: number) => value.toLocaleString('en')
  const published =
    low === undefined
      ? `at most ${text(high!)}`
      : high === undefined
        ? `at least ${text(low)}`
        : low === high
          ? text(low)
          : `${text(low)}–${text(high)}`
  const allowed = tolerance === 0 ? 'none' : `${Math.round(tolerance * 100)} %`
  const verdict = miss === undefined ? kind : `${kind}, **missed**: ${miss.why}`
  return `| ${what}, ${unit} | ${here} | ${published} | ${allowed} | ${verdict} | ${source} |`
}
