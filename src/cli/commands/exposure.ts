import {
  assembleResult,
  closingsAlone,
  type Dataset,
  type Exposure,
  exposureOf,
  type FreightRates,
  KeruenError,
  nearestNames,
  parseScenario,
  type Result,
  type Scenario,
  scenarioOfClosing,
  solveScenario,
} from '../../index.js'
import { loadNetwork, readStoredNetwork } from '../../platform/node/choice-set.js'
import { loadDataset } from '../../platform/node/dataset.js'
import { startHelperThread } from '../../platform/node/helper-thread.js'
import { readScenarioFile } from '../../platform/node/scenarios.js'
import { interruptible } from '../interrupt.js'
import { createProgressBar } from '../progress-bar.js'
import { formatText, wholeNumber } from '../text-table.js'

interface ExposureOptions {
  readonly bloc?: string
  readonly data?: string
  readonly draws?: number
  readonly freightRates?: FreightRates
  readonly limit?: number
  readonly json?: boolean
}

/** Rows of a table unless asked otherwise. */
const ROWS = 20

/** `keruen exposure [WHAT]`: who is exposed to what a scenario closes, or to one closing; without WHAT all of them ranked. */
export async function exposureCommand(what: string | undefined, options: ExposureOptions): Promise<void> {
  if (what === undefined) {
    assertAsStated(options)
    const { rankingCommand } = await import('./exposure-ranking.js')
    return rankingCommand(options)
  }
  const stored = readStoredNetwork()
  const dataset = await loadDataset(options.data)
  const scenario = await closingScenario(dataset, what, options)
  const { exposure, result } = await solve(dataset, closingsAlone(scenario), stored)
  const leftOut = scenario.measures.filter(({ kind }) => kind !== 'close').map(({ title }) => title)
  if (options.json)
    process.stdout.write(`${JSON.stringify(exposureJson(exposure, result, leftOut), null, 2)}\n`)
  else process.stdout.write(page(exposure, result, leftOut, options.limit ?? ROWS))
}

/** The ranking solves hundreds of closings by estimates, which hold rates as they are. */
function assertAsStated({ freightRates }: ExposureOptions): void {
  if (freightRates === undefined || freightRates === 'as-stated') return
  throw new KeruenError('usage', {
    code: 'exposure.rates-of-ranking',
    at: { field: '--freight-rates' },
    expected: 'one closing beside it: the ranking holds rates as stated',
    found: freightRates,
    mend: 'Name what closes, or leave it out',
  })
}

/** The scenario of that file or name, or one that closes the link or place of that id. */
async function closingScenario(
  dataset: Dataset,
  what: string,
  { bloc, draws, freightRates }: ExposureOptions,
): Promise<Scenario> {
  const { links, places } = dataset.network
  const ids = [...links, ...places].map(({ id }) => id)
  if (ids.includes(what)) {
    const scenario = parseScenario(scenarioOfClosing(dataset, what, bloc), {
      file: what,
      dataset,
      freightRates,
    })
    return { ...scenario, draws: draws ?? scenario.draws }
  }
  if (bloc !== undefined) {
    throw new KeruenError('usage', {
      code: 'exposure.bloc-of-scenario',
      at: { field: '--bloc' },
      expected: 'no bloc beside a scenario, which names its own',
      found: bloc,
      mend: 'Leave it out, or change the scenario',
    })
  }
  const { file, text, estimates } = await readScenarioFile(what).catch(error => {
    throw error instanceof KeruenError && error.code === 'files.no-scenario'
      ? unknown(error, what, ids)
      : error
  })
  const scenario = parseScenario(text, { file, dataset, estimates, freightRates })
  return { ...scenario, draws: draws ?? scenario.draws }
}

function unknown(error: KeruenError, what: string, ids: readonly string[]): KeruenError {
  const nearest = nearestNames(what, ids)
  return new KeruenError('usage', {
    ...error.issues[0]!,
    expected: 'a scenario file, the name of a ready scenario, or the id of a link, crossing, port or strait',
    mend: [nearest.length === 0 ? undefined : `Nearest ids: ${nearest.join(', ')}`, error.issues[0]!.mend]
      .filter(part => part !== undefined)
      .join('. '),
  })
}

async function solve(dataset: Dataset, scenario: Scenario, stored: ReturnType<typeof readStoredNetwork>) {
  const helper = startHelperThread()
  const bar = createProgressBar({})
  try {
    return await interruptible(async signal => {
      const { choiceSet, baseline } = await loadNetwork(dataset, stored, (done, total) =>
        bar.update('finding routes', done, total),
      )
      const solved = await solveScenario(dataset, scenario, {
        choiceSet,
        baseline,
        signal,
        delegate: helper?.delegate,
        onProgress: async ({ stage, done, total }) => {
          bar.update(stage, done, total)
          await new Promise(resolve => setImmediate(resolve))
        },
      })
      const result = assembleResult(solved)
      return { result, exposure: exposureOf(solved, result) }
    })
  } finally {
    bar.stop()
    helper?.stop()
  }
}

function exposureJson(exposure: Exposure, result: Result, leftOut: readonly string[]) {
  return {
    scenario: result.scenario.title,
    hash: result.hash,
    bloc: result.bloc.id,
    closed: exposure.closed,
    measures_left_out: leftOut,
    teu: exposure.teu,
    passing_musd: exposure.passingMusd,
    joint_real_income_change_musd: exposure.blocRealIncomeChangeMusd,
    economies: exposure.economies.map(row => ({
      iso3: row.iso3,
      name: row.name,
      member: row.isMember,
      trade_musd: row.tradeMusd,
      general_passing_musd: row.generalPassingMusd,
      bulk_passing_musd: row.bulkPassingMusd,
      passing_share: row.passingShare,
      added_days: row.addedDays,
      added_usd_per_teu: row.addedUsdPerTeu,
      cut_off_musd: row.cutOffMusd,
      idle_income_musd: row.idleIncomeMusd,
      real_income_change_percent: row.realIncomeChangePercent,
      real_income_change_musd: row.realIncomeChangeMusd,
    })),
    pairs: exposure.pairs.map(row => ({
      exporter: row.exporter,
      importer: row.importer,
      passing_musd: row.passingMusd,
      teu: row.teu,
      share_of_general_cargo: row.share,
      added_days: row.addedDays,
    })),
    cut_off: exposure.cutOff,
    notices: result.notices,
  }
}

/** Notices that no table here holds. */
const TOLD_NOTICES: ReadonlySet<string> = new Set([
  'measure.no-route',
  'network.ports-of-country',
  'network.other-gateways',
  'network.queue',
])

function page(exposure: Exposure, result: Result, leftOut: readonly string[], limit: number): string {
  const { closed, economies, pairs, cutOff } = exposure
  const { value, low, high } = exposure.blocRealIncomeChangeMusd
  const heading =
    `Closed: ${closed.map(({ name, id }) => `${name} (${id})`).join('; ')}\n` +
    `${wholeNumber(exposure.teu)} TEU a year of general cargo pass today, goods of ` +
    `${wholeNumber(exposure.passingMusd)} million USD in all, bulk by sea included.\n` +
    `Real income of the ${result.bloc.members.length} members of ${result.bloc.id}: ${wholeNumber(value)} million USD ` +
    `(${wholeNumber(low)} to ${wholeNumber(high)}).`
  const members = economies.filter(row => row.isMember)
  const others = economies.filter(row => !row.isMember && row.passingShare > 0).slice(0, limit)
  const notes = [
    ...(leftOut.length === 0 ? [] : [`Other measures of the scenario are left out: ${leftOut.join('; ')}.`]),
    ...result.notices.filter(({ code }) => TOLD_NOTICES.has(code)).map(({ message }) => message),
    'Trade is both ways, of the data year. Days and USD per TEU (money and the value of time) are what the cargo that passes gains.',
    'A counterfactual under stated parameters, not a forecast; ranges are 5th to 95th percentiles of its draws.',
  ]
  return `${[
    heading,
    formatText(economyTable(members, 'member')),
    ...(others.length === 0 ? [] : [formatText(economyTable(others, 'others, most exposed'))]),
    formatText(pairTable(pairs.slice(0, limit))),
    [cutOffText(cutOff, limit), ...idleText(economies, limit)].join('\n'),
    notes.join('\n'),
  ].join('\n\n')}\n`
}

function economyTable(rows: Exposure['economies'], title: string) {
  const right = (name: string) => ({ title: name, align: 'right' as const })
  return {
    columns: [
      { title },
      right('passing, m USD'),
      right('of its trade'),
      right('+ days'),
      right('+ USD/TEU'),
      right('no way left, m USD'),
      right('real income'),
      right('range'),
    ],
    rows: rows.map(row => {
      const { value, low, high } = row.realIncomeChangePercent
      const passing = row.generalPassingMusd + row.bulkPassingMusd
      return [
        row.name,
        wholeNumber(passing),
        `${(100 * row.passingShare).toFixed(1)} %`,
        row.addedUsdPerTeu > 0 ? row.addedDays.toFixed(1) : '',
        row.addedUsdPerTeu > 0 ? row.addedUsdPerTeu.toFixed(0) : '',
        row.cutOffMusd > 0 ? wholeNumber(row.cutOffMusd) : '',
        `${hundredths(value)} %`,
        `${hundredths(low)} to ${hundredths(high)}`,
      ]
    }),
  }
}

function pairTable(rows: Exposure['pairs']) {
  const right = (name: string) => ({ title: name, align: 'right' as const })
  return {
    columns: [
      { title: 'trade that passes' },
      right('m USD'),
      right('TEU'),
      right('of its general cargo'),
      right('+ days'),
    ],
    rows: rows.map(row => [
      `${row.exporter} → ${row.importer}`,
      wholeNumber(row.passingMusd),
      wholeNumber(row.teu),
      `${(100 * row.share).toFixed(0)} %`,
      row.addedDays.toFixed(1),
    ]),
  }
}

function cutOffText(rows: Exposure['cutOff'], limit: number): string {
  if (rows.length === 0) return 'Every pair keeps a way.'
  const lines = rows.slice(0, limit).map(({ exporter, importer, cargo, musd: value, cut }) => {
    const what = cargo === 'all' ? '' : ` (${cargo})`
    const why = cut.length === 0 ? '' : `, cut at ${cut.join(' and ')}`
    return `  ${exporter} → ${importer}${what}: ${wholeNumber(value)} million USD${why}`
  })
  const more = rows.length > limit ? [`  and ${rows.length - limit} more`] : []
  return [`No way left for ${rows.length} pairs:`, ...lines, ...more].join('\n')
}

/** Less a year is not told, million USD. */
const LEAST_IDLE_MUSD = 100

function idleText(rows: Exposure['economies'], limit: number): string[] {
  const idle = rows
    .filter(row => row.idleIncomeMusd >= LEAST_IDLE_MUSD)
    .sort((a, b) => b.idleIncomeMusd - a.idleIncomeMusd)
  if (idle.length === 0) return []
  const named = idle.slice(0, limit).map(row => `${row.name} ${wholeNumber(row.idleIncomeMusd)}`)
  const more = idle.length > limit ? ` and ${idle.length - limit} more` : ''
  return [
    `Income that nothing else earns meanwhile, of what finds no other buyer, million USD: ${named.join(', ')}${more}.`,
  ]
}

/** Two digits after the point; what rounds to nothing has no sign. */
function hundredths(value: number): string {
  const text = value.toFixed(2)
  return Number(text) === 0 ? '0.00' : text
}
