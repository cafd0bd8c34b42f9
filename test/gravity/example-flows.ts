/**
 * The made-up flows of docs/examples/flows.csv: eight countries A … H in 2001 … 2008, trade at home included.
 *
 * trade = exp(a + b − 0.9 ln dist + 0.5 contig + 0.3 rta + 0.2 rta four years before − 3 tariff) times noise, with
 * a by exporter and year and b by importer and year; one flow in eight of the small ones is zero.
 */
import { exp, log } from '../../src/numeric/elementary.js'
import { uniformDraw } from '../../src/numeric/random.js'

const COUNTRIES = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']
const YEARS = [2001, 2002, 2003, 2004, 2005, 2006, 2007, 2008]
const SEED = 20240704

/** Between 0 and 1, the same for the same words. */
const draw = (...words: readonly (string | number)[]) => uniformDraw(SEED, words.join(' '), 0)

export function exampleFlows(): string {
  const lines = ['exporter,importer,year,trade,dist,contig,rta,tariff']
  for (const year of YEARS) {
    for (const exporter of COUNTRIES)
      for (const importer of COUNTRIES) lines.push(line(exporter, importer, year))
  }
  return `${lines.join('\n')}\n`
}

function line(exporter: string, importer: string, year: number): string {
  const pair = [exporter, importer].sort().join('')
  const home = exporter === importer
  const dist = Math.round(home ? 100 + 300 * draw('home', pair) : 500 + 9000 * draw('dist', pair))
  const contig = !home && dist < 2000 ? 1 : 0
  // an agreement of two in three pairs begins in some year
  const begins =
    !home && draw('rta', pair) < 0.66 ? 2001 + Math.floor(8 * draw('begins', pair)) : Number.POSITIVE_INFINITY
  const rta = year >= begins ? 1 : 0
  const tariff = home
    ? 0
    : Math.round(200 * draw('tariff', importer, exporter, year) * (rta ? 0.5 : 1)) / 1000
  const mean = exp(
    13 +
      3 * draw('size', exporter) +
      3 * draw('size', importer) +
      0.3 * draw('supply', exporter, year) +
      0.3 * draw('demand', importer, year) -
      0.9 * log(dist) +
      0.5 * contig +
      0.3 * rta +
      (year - 4 >= begins ? 0.2 : 0) -
      3 * tariff +
      (home ? 2 : 0),
  )
  const noise = 0.9 + 0.2 * draw('noise', exporter, importer, year)
  const isZero = mean < 30_000 && draw('zero', exporter, importer, year) < 0.125
  const trade = isZero ? 0 : Math.round(mean * noise) / 1000
  return [exporter, importer, year, trade, dist, contig, rta, tariff].join(',')
}
