/** The files of Caliendo and Parro (2015) as a many-sector world: 31 countries, 40 sectors, 1993. */
import { normaliseInputShares } from '../equilibrium/many-sector/input-shares.js'
import type { ManySectorBaseline, ManySectorChange } from '../equilibrium/many-sector/world.js'
import { readNumberTables } from './number-table.js'

/** In the order of the authors' files. */
const ECONOMIES =
  'ARG AUS AUT BRA CAN CHL CHN DNK FIN FRA DEU GRC HUN IND IDN IRL ITA JPN KOR MEX NLD NZL NOR PRT ZAF ESP SWE TUR GBR USA ROW'.split(
    ' ',
  )
/** In the order of the authors' files; the first twenty are traded. */
const SECTORS = [
  ...['Agriculture', 'Mining', 'Food', 'Textile', 'Wood', 'Paper', 'Petroleum', 'Chemicals', 'Plastic'],
  ...['Minerals', 'Basic metals', 'Metal products', 'Machinery n.e.c.', 'Office', 'Electrical'],
  ...[
    'Communication',
    'Medical',
    'Auto',
    'Other transport',
    'Other',
    'Electricity',
    'Construction',
    'Retail',
  ],
  ...[
    'Hotels',
    'Land transport',
    'Water transport',
    'Air transport',
    'Auxiliary transport',
    'Post',
    'Finance',
  ],
  ...['Real estate', 'Renting machinery', 'Computer', 'Research', 'Other business', 'Public', 'Education'],
  ...['Health', 'Other services', 'Private households'],
]
const TRADED = 20
/** Where nothing is traded the elasticity moves nothing; the authors put this. */
const ELASTICITY_OF_THE_REST = 8.22

export const NAFTA: readonly string[] = ['MEX', 'CAN', 'USA']

const N = ECONOMIES.length
const J = SECTORS.length
const FOLDER = 'published/caliendo_parro'
const SHAPES = [
  { file: `${FOLDER}/xbilat1993.txt`, rows: TRADED * N, columns: N },
  { file: `${FOLDER}/tariffs1993.txt`, rows: TRADED * N, columns: N },
  { file: `${FOLDER}/tariffs2005.txt`, rows: TRADED * N, columns: N },
  { file: `${FOLDER}/GO.txt`, rows: J, columns: N },
  { file: `${FOLDER}/B.txt`, rows: J, columns: N },
  { file: `${FOLDER}/IO.txt`, rows: N * J, columns: J },
  { file: `${FOLDER}/T.txt`, rows: TRADED, columns: 1 },
] as const

/** Paths, below the folder that contains `published/`, of the files that `caliendoParroWorld` needs. */
export const CALIENDO_PARRO_FILES: readonly string[] = SHAPES.map(({ file }) => file)

export interface CaliendoParroWorld {
  readonly baseline: ManySectorBaseline
  /** Tariffs of 2005 among Canada, Mexico and the United States, of 1993 everywhere else. */
  readonly nafta: ManySectorChange
  /** What was mended in the files, in words. */
  readonly mended: readonly string[]
}

/**
 * The world of 1993 and NAFTA's tariff cuts, from the texts of the authors' files.
 *
 * Trade in xbilat1993.txt is in thousand USD, rows importers within sectors, columns exporters; tariffs are in percent
 * in the same layout. GO.txt and B.txt have sectors in rows; gross output (USD) is raised to exports where it is
 * below them, and home sales are what exports leave of it, as in the authors' code. IO.txt has inputs in rows and
 * using sectors in columns, country by country. T.txt has the elasticities of the traded sectors.
 *
 * @param files texts by path, see `CALIENDO_PARRO_FILES`.
 * @throws KeruenError input: `replication.missing-file`, `.row-count`, `.column-count`, `.bad-number`, with file, line and
 *         column;
 *         `equilibrium.bad-input-share`.
 */
export function caliendoParroWorld(files: ReadonlyMap<string, string>): CaliendoParroWorld {
  const [trade, tariff1993, tariff2005, grossOutput, valueAddedShare, inputs, elasticity] = readNumberTables(
    files,
    SHAPES,
  ) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array]
  const mended: string[] = []

  const negative = inputs.filter(share => share < 0)
  if (negative.length > 0) {
    mended.push(
      `Input shares below zero in IO.txt (${negative.length}: ${negative.join(', ')}) count as zero.`,
    )
  }
  // before the columns are rescaled, so that they add up without it too
  const { inputShare, largestCorrection } = normaliseInputShares(withoutNegative(inputs), ECONOMIES, SECTORS)
  mended.push(
    `Columns of IO.txt are rescaled to add up to one; they miss it by up to ${largestCorrection.toExponential(1)}.`,
  )

  const flows = new Float64Array(J * N * N)
  const tariff = new Float64Array(J * N * N)
  const newTariff = new Float64Array(J * N * N)
  for (let row = 0; row < TRADED * N; row++) {
    const sector = Math.floor(row / N)
    const importer = row % N
    for (let exporter = 0; exporter < N; exporter++) {
      const cell = (sector * N + exporter) * N + importer
      const given = row * N + exporter
      const inNafta = NAFTA.includes(ECONOMIES[exporter]!) && NAFTA.includes(ECONOMIES[importer]!)
      flows[cell] = trade[given]! / 1e3
      tariff[cell] = tariff1993[given]! / 100
      newTariff[cell] = (inNafta ? tariff2005[given]! : tariff1993[given]!) / 100
    }
  }
  let raised = 0
  for (let cell = 0; cell < J * N; cell++) {
    const row = cell * N
    let exports = 0
    for (let importer = 0; importer < N; importer++) exports += flows[row + importer]!
    const output = grossOutput[cell]! / 1e6
    if (exports > output) raised++
    flows[row + (cell % N)]! += Math.max(0, output - exports)
  }
  if (raised > 0) {
    mended.push(`Gross output is below exports in ${raised} cells and raised to them, as the authors do.`)
  }
  const tradeElasticity = new Float64Array(J).fill(ELASTICITY_OF_THE_REST)
  tradeElasticity.set(elasticity)
  return {
    baseline: {
      economies: ECONOMIES,
      sectors: SECTORS,
      flows,
      tariff,
      valueAddedShare,
      inputShare,
      tradeElasticity,
    },
    nafta: { newTariff },
    mended,
  }
}

/** Input shares with those below zero at zero and the rest of their column shrunk to the same sum. */
function withoutNegative(inputs: Float64Array): Float64Array {
  const mended = Float64Array.from(inputs)
  for (let cell = 0; cell < inputs.length; cell++) {
    if (!(inputs[cell]! < 0)) continue
    const economy = Math.floor(cell / (J * J))
    const user = cell % J
    mended[cell] = 0
    let positive = 0
    for (let input = 0; input < J; input++) positive += Math.max(0, inputs[(economy * J + input) * J + user]!)
    const total = positive + inputs[cell]!
    for (let input = 0; input < J; input++) mended[(economy * J + input) * J + user]! *= total / positive
  }
  return mended
}
