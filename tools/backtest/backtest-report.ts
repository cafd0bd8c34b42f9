/** Both backtests and the crossings, as tables. */
import { percent, table, teu, times } from '../calibrate/markdown.js'
import type { Setting } from '../calibrate/setting.js'
import { SEA_BACK, SEA_OUT } from '../calibrate/targets.js'
import { middleFromChina, middleGrowth, shareFromNorth } from './caspian.js'
import {
  borderPriceFor,
  type ElementLoads,
  elementLoads,
  mixedLoads,
  pointRows,
  railOverChinasBorders,
} from './points.js'
import { DIVERTED, flowsWithCape, railPriceFor, type SuezAssumption, seaJourney } from './suez.js'

export function backtestReport(setting: Setting): Readonly<Record<string, string>> {
  const loads = { '2021': elementLoads(setting, '2021'), '2024': elementLoads(setting, '2024') }
  return {
    points: pointTable(setting, loads),
    journey: journeyTable(setting),
    suez: suezTable(setting),
    trains: trainTable(setting, loads['2024']),
    caspian: caspianTable(setting),
    'caspian-days': caspianDaysTable(setting),
  }
}

function pointTable(setting: Setting, loads: Readonly<Record<'2021' | '2024', ElementLoads>>): string {
  return table(
    ['point, both ways', 'observed containers', 'of', 'model 2021', 'model today', 'of it China–Europe'],
    pointRows(setting, loads).map(({ point, model }) => [
      point.words,
      teu(point.teu),
      point.period,
      teu(model['2021'].all),
      teu(model['2024'].all),
      teu(model['2024'].chinaEurope),
    ]),
  )
}

function journeyTable(setting: Setting): string {
  const [open, cape] = [seaJourney(setting, setting.open), seaJourney(setting, setting.withoutSuez)]
  const observed = setting.observed('Cape route', '2024-02', 'extra travel time').value
  return table(
    ['by sea, China to Europe', 'by Suez', 'by the Cape', 'more', 'observed'],
    [
      [
        'days',
        open.days.toFixed(1),
        cape.days.toFixed(1),
        (cape.days - open.days).toFixed(1),
        `at least 10 (2024); ${observed} on average over all routes (WTO)`,
      ],
      ['km', teu(open.km), teu(cape.km), teu(cape.km - open.km), ''],
      [
        'USD per TEU, cost',
        open.usd.toFixed(0),
        cape.usd.toFixed(0),
        (cape.usd - open.usd).toFixed(0),
        'spot rate 562 (October 2023) to 2,871 (January 2024)',
      ],
    ],
  )
}

/** What each row of the table adds; freight by sea from China, as it moved on the spot market and less on contract. */
const STEPS: readonly (Omit<SuezAssumption, 'railUsd'> & { readonly words: string })[] = [
  { words: 'all ships by the Cape, no more', diverted: 1, seaUsd: 0 },
  { words: '70 % of ships by the Cape', diverted: DIVERTED, seaUsd: 0 },
  { words: 'and sea freight +500 USD a TEU', diverted: DIVERTED, seaUsd: 500 },
  { words: 'and sea freight +1,000', diverted: DIVERTED, seaUsd: 1000 },
  { words: 'and all cargo at the spot rate, +2,300', diverted: DIVERTED, seaUsd: 2300 },
]

/** Growth of the share of rail from China to Europe, 2023 to 2024. */
export function observedRailGrowth({ observed }: Setting): number {
  const share = (period: string): number => {
    const rail = observed('Northern corridor, China to EU transit', period).value
    return rail / (rail + observed(SEA_OUT, period).value)
  }
  return share('2024') / share('2023')
}

function suezTable(setting: Setting): string {
  const { observed } = setting
  const factor = observedRailGrowth(setting)
  const usual = flowsWithCape(setting, { diverted: 0, seaUsd: 0, railUsd: 0 })
  const rows = STEPS.map(({ words, ...assumption }) => {
    const flows = flowsWithCape(setting, { ...assumption, railUsd: 0 })
    const price = railPriceFor(setting, assumption, factor)
    return [
      words,
      times(flows.out.north / usual.out.north, 1),
      times(flows.back.north / usual.back.north, 1),
      times(flows.out.middle / usual.out.middle, 1),
      price === undefined ? 'over 10,000' : price.toFixed(0),
    ]
  })
  const ratio = (point: string): number => observed(point, '2024').value / observed(point, '2023').value
  const backShare = (period: string): number => {
    const rail = observed('Northern corridor, EU to China transit', period).value
    return rail / (rail + observed(SEA_BACK, period).value)
  }
  return table(
    [
      'what is taken into account',
      'North, to Europe',
      'North, to China',
      'Middle, to Europe',
      'rise of rail’s price that holds it at the observed growth, USD per TEU',
    ],
    [
      ...rows,
      [
        '**observed, 2024 on 2023, shares**',
        times(factor, 1),
        times(backShare('2024') / backShare('2023'), 1),
        `${times(ratio('TITR from China'), 0)} from ${teu(observed('TITR from China', '2023').value)}`,
        'see below',
      ],
    ],
  )
}

function trainTable(setting: Setting, usual: ElementLoads): string {
  const { observed } = setting
  const all = (period: string): number => observed('China-Europe trains', period).value
  const eu = (period: string): number => observed('Northern corridor, China-EU transit', period).value
  const cape = mixedLoads(usual, elementLoads(setting, '2024', { closed: ['suez'] }), DIVERTED)
  const held = borderPriceFor(setting, DIVERTED, all('2024') / all('2023'))
  const row = (words: string, before: number, after: number): string[] => [
    words,
    teu(before),
    teu(after),
    change(before, after),
  ]
  const modelled = (words: string, kind: keyof ElementLoads, loads: ElementLoads): string[] =>
    row(words, railOverChinasBorders(setting, usual[kind]), railOverChinasBorders(setting, loads[kind]))
  const price = held.usd.toFixed(0)
  return table(
    ['TEU by rail, both ways', '2023 or all by Suez', '2024 or 70 % by the Cape', 'change'],
    [
      row('observed, all China–Europe trains', all('2023'), all('2024')),
      row('of them China–EU transit', eu('2023'), eu('2024')),
      row('of them all others (Russia, Belarus, …)', all('2023') - eu('2023'), all('2024') - eu('2024')),
      modelled('model, rail over China’s borders, no limit', 'all', cape),
      modelled('of it China–Europe', 'chinaEurope', cape),
      modelled(`model, held at the observed growth by ${price} USD a TEU`, 'all', held.loads),
      modelled('of it China–Europe', 'chinaEurope', held.loads),
    ],
  )
}

function change(before: number, after: number): string {
  return `${after >= before ? '+' : '−'}${percent(Math.abs(after / before - 1), 0)}`
}

/** The Middle Corridor of each year from the North alone. */
function caspianTable(setting: Setting): string {
  const { observed, embedded } = setting
  const north = (period: string): number => observed('Northern corridor, China-EU transit', period).value
  const boxes = (period: string): number => observed('TITR', period).value
  const tonnes = (period: string): number => observed('TITR', period, 'cargo').value
  return table(
    [
      'year',
      'North observed, TEU',
      'on 2021',
      'share that avoids, from the North',
      'Middle, model, TEU',
      'Middle observed, TEU',
      'all cargo on the Middle, on 2021',
    ],
    ['2021', '2022', '2023', '2024'].map(year => {
      const ratio = north(year) / north('2021')
      const share = shareFromNorth(embedded.before, ratio)
      return [
        year,
        teu(north(year)),
        times(ratio),
        share.toFixed(2),
        teu(boxes('2021') * middleGrowth(setting, embedded.before, share)),
        teu(boxes(year)),
        times(tonnes(year) / tonnes('2021'), 1),
      ]
    }),
  )
}

/** The Middle Corridor from China at the times of today and at those of some years ago. */
function caspianDaysTable(setting: Setting): string {
  const observed = (period: string): string => teu(setting.observed('TITR from China', period).value)
  return table(
    ['TEU from China by the Middle Corridor', 'all ships by Suez', '70 % by the Cape'],
    [
      ...[0, 7, 14].map(days => [
        days === 0 ? 'model, times of the network' : `model, ${days} days more`,
        teu(middleFromChina(setting, days, 0)),
        teu(middleFromChina(setting, days, DIVERTED)),
      ]),
      ['**observed**, 2023 and 2024', observed('2023'), observed('2024')],
    ],
  )
}
