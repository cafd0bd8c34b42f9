/** A small world in the form of the Guide's files, so that its procedure can be tried without them. */
import { NAFTA_FILES } from '../../src/replication/agtpa-nafta.js'
import {
  AGTPA_PANEL,
  TRADE_WITHOUT_BORDERS_FILES,
} from '../../src/replication/agtpa-trade-without-borders.js'

export const SMALL_COUNTRIES = ['CAN', 'DEU', 'KAZ', 'MEX', 'TUR', 'USA', 'UZB']

/** Position on a line and size of each: enough for gravity. */
const PLACES = [0, 50, 85, 12, 70, 4, 90]
const SIZES = [300, 900, 60, 150, 200, 4000, 25]

/** Texts by path for both applications; the numbers of the "output files" mean nothing. */
export function smallAgtpaFiles(): Map<string, string> {
  const files = new Map<string, string>([[AGTPA_PANEL, panel()]])
  for (const path of [...TRADE_WITHOUT_BORDERS_FILES, ...NAFTA_FILES].slice(1)) {
    if (path !== AGTPA_PANEL) files.set(path, output(path))
  }
  return files
}

function panel(): string {
  const lines = [
    'exporter,importer,pair_id,year,trade,dist,cntg,lang,clny,rta,rta_lag4,rta_lag8,rta_lag12,rta_lead4',
  ]
  const n = SMALL_COUNTRIES.length
  for (const year of [1986, 1990, 1994, 1998, 2002, 2006]) {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        const distance = i === j ? 3 : Math.abs(PLACES[i]! - PLACES[j]!) * 100
        const contiguity = i !== j && distance < 1600 ? 1 : 0
        const language = i !== j && (i + j) % 3 === 0 ? 1 : 0
        const colony = i !== j && (i * j) % 4 === 1 ? 1 : 0
        const agreement = agreementOf(i, j, year)
        const noise = 1 + 0.3 * Math.sin(i * 7 + j * 13 + year)
        const trade =
          i + j === 8 && i !== j && i !== 4
            ? 0 // Kazakhstan and Uzbekistan, Mexico and the United States the other way: pairs that never trade
            : ((SIZES[i]! * SIZES[j]!) / distance ** 0.8) *
              Math.exp(0.4 * contiguity + 0.2 * language - (i === j ? 0 : 1.2) + 0.5 * agreement) *
              noise
        const pair = Math.min(i, j) * n + Math.max(i, j) + 1
        lines.push(
          [
            SMALL_COUNTRIES[i],
            SMALL_COUNTRIES[j],
            pair,
            year,
            trade.toFixed(6),
            distance,
            contiguity,
            language,
            colony,
            agreement,
            ...[4, 8, 12, -4].map(lag => agreementOf(i, j, year - lag)),
          ].join(','),
        )
      }
    }
  }
  return `${lines.join('\n')}\n`
}

/** North America from 1994, Central Asia and Turkey from 1998. */
function agreementOf(i: number, j: number, year: number): number {
  const among = (members: readonly number[]) => i !== j && members.includes(i) && members.includes(j)
  return (among([0, 3, 5]) && year >= 1994) || (among([2, 4, 6]) && year >= 1998) ? 1 : 0
}

function output(path: string): string {
  const columns = path.endsWith('PROD.csv')
    ? ['change_OMR_CDL', 'change_OMR_FULL']
    : path.endsWith('CONS.csv')
      ? ['change_IMR_CDL', 'change_IMR_FULL']
      : [
          'change_Xi_CDL',
          'change_Xi_FULL',
          'change_price_FULL',
          'change_IMR_FULL',
          'change_rGDP_FULL',
          'Y_BLN',
        ]
  const lines = SMALL_COUNTRIES.map((country, i) => [country, ...columns.map((_, k) => i + k / 8)].join(','))
  return `${[['country', ...columns].join(','), ...lines].join('\n')}\n`
}
