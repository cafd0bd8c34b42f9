import {
  type Dataset,
  isCoast,
  KeruenError,
  nearestNames,
  parseScenario,
  type RankedClosing,
  rankClosings,
  scenarioOfToday,
} from '../../index.js'
import { loadNetwork, readStoredNetwork } from '../../platform/node/choice-set.js'
import { loadDataset } from '../../platform/node/dataset.js'
import { interruptible } from '../interrupt.js'
import { createProgressBar } from '../progress-bar.js'
import { formatText, wholeNumber } from '../text-table.js'

interface RankingOptions {
  readonly bloc?: string
  readonly data?: string
  readonly limit?: number
  readonly json?: boolean
}

/** Rows unless asked otherwise; each is solved as a scenario of its own, which takes a second or two. */
const ROWS = 10

/** `keruen exposure` without an argument: every closing, ranked by what a bloc would lose. */
export async function rankingCommand({ bloc, data, limit = ROWS, json }: RankingOptions): Promise<void> {
  const stored = readStoredNetwork()
  const dataset = await loadDataset(data)
  assertBloc(dataset, bloc)
  const scenario = parseScenario(scenarioOfToday(dataset, bloc), { file: 'today', dataset })
  const bar = createProgressBar({})
  const rows = await interruptible(async signal => {
    try {
      const { choiceSet, baseline } = await loadNetwork(dataset, stored, (done, total) =>
        bar.update('finding routes', done, total),
      )
      return await rankClosings(dataset, scenario, {
        choiceSet,
        baseline,
        exactly: limit,
        onProgress: async (done, total) => {
          bar.update('closings', done, total)
          await new Promise(resolve => setImmediate(resolve))
          signal.throwIfAborted()
        },
      })
    } finally {
      bar.stop()
    }
  })
  const { economies } = dataset.trade
  if (json) {
    const listed = rows.map(row => rankingJson(row, economies))
    process.stdout.write(`${JSON.stringify(listed, null, 2)}\n`)
  } else process.stdout.write(page(rows, limit, dataset, scenario.bloc))
}

function assertBloc({ blocs }: Dataset, bloc: string | undefined): void {
  const known = [...new Set(blocs.map(row => row.bloc))].sort()
  if (bloc === undefined || known.includes(bloc)) return
  const nearest = nearestNames(bloc, known)
  throw new KeruenError('usage', {
    code: 'bloc.unknown',
    at: { field: '--bloc' },
    expected: `a bloc of the dataset: ${known.join(', ')}`,
    found: `"${bloc}"`,
    mend: nearest.length === 0 ? undefined : `Did you mean ${nearest.join(' or ')}?`,
  })
}

function rankingJson(row: RankedClosing, economies: readonly string[]) {
  return {
    ...row.lever,
    teu: row.teu,
    passing_musd: row.passingMusd,
    joint_real_income_change_musd: row.blocRealIncomeChangeMusd,
    pairs_cut_off: row.pairsCutOff,
    only_port_of: row.onlyPortOf,
    solved: row.isExact ? 'exactly' : 'estimated',
    real_income_change_percent: Object.fromEntries(
      economies.map((iso3, i) => [iso3, row.realIncomePercent[i]!]).filter(([iso3]) => iso3 !== 'ROW'),
    ),
  }
}

function page(ranked: readonly RankedClosing[], limit: number, { trade }: Dataset, bloc: string): string {
  const closings = ranked.filter(row => !isCoast(row))
  const rows = closings.slice(0, limit)
  const coasts = ranked.length - closings.length
  const right = (title: string) => ({ title, align: 'right' as const })
  const table = formatText({
    columns: [
      right(''),
      { title: 'closed' },
      { title: 'id' },
      right('joint loss, m USD'),
      right('TEU that pass'),
      right('goods, m USD'),
      { title: 'most hit' },
      right('pairs cut off'),
      { title: 'only port of' },
    ],
    rows: rows.map((row, k) => [
      String(k + 1),
      row.lever.name,
      row.lever.id,
      wholeNumber(-row.blocRealIncomeChangeMusd),
      wholeNumber(row.teu),
      wholeNumber(row.passingMusd),
      mostHit(row, trade.economies),
      row.pairsCutOff > 0 ? String(row.pairsCutOff) : '',
      row.onlyPortOf.join(' '),
    ]),
  })
  const notes = [
    `What the members of ${bloc} together would lose a year if one thing closed, ${rows.length} of ${closings.length} that some cargo passes.`,
    'Each is a general equilibrium at the central parameters, one sector; legs of open sea are left out. The rest, in --json, is',
    'estimated from the best way round each, without queues. keruen exposure ID gives one closing in full, with ranges.',
    `${coasts} ports that stand for the whole coast of a country, which has no other way in the network, are left out here; --json has them.`,
  ]
  return `${table}\n\n${notes.join('\n')}\n`
}

/** The economies that lose most in percent. */
function mostHit({ realIncomePercent }: RankedClosing, economies: readonly string[]): string {
  return economies
    .map((iso3, i) => ({ iso3, percent: realIncomePercent[i]! }))
    .filter(({ iso3, percent }) => iso3 !== 'ROW' && percent < -0.005)
    .sort((a, b) => a.percent - b.percent)
    .slice(0, 3)
    .map(({ iso3, percent }) => `${iso3} ${percent.toFixed(2)} %`)
    .join(', ')
}
