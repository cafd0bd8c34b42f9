/** What a scenario's text says → scenario: every default filled in, every name an id of the dataset, every unit canonical. */
import { membersOn } from '../../dataset/blocs.js'
import type { Dataset } from '../../dataset/dataset.js'
import type { SectorDataset } from '../../dataset/sectors/sector-dataset.js'
import type { Balances } from '../../equilibrium/closure.js'
import { type Issue, KeruenError } from '../../errors.js'
import { applyAvoidance } from '../../measures/apply.js'
import { applyToNetwork } from '../../measures/apply-network.js'
import { checkMeasures } from '../../measures/check.js'
import type { Measure } from '../../measures/measure.js'
import { type FreightRates, SCENARIO_VERSION, type Scenario } from '../scenario.js'
import { attributionIssue } from './attribution-players.js'
import { type Path, parsePath } from './path.js'
import type { EstimateTexts } from './resolve-estimates.js'
import { resolveMeasure } from './resolve-measure.js'
import { blocIds, type Context, resolveCountries, unknownName } from './resolve-names.js'
import { resolveNumeraire } from './resolve-numeraire.js'
import { resolveParameters } from './resolve-parameters.js'
import { resolveModel } from './resolve-sectors.js'
import { plainSource, type ScenarioSource } from './scenario-source.js'
import { SCENARIO_SCHEMA, type WrittenScenario } from './schema.js'
import { shapeFaults } from './shape-issues.js'
import { describeWritten } from './units.js'

/** What a scenario takes where it says nothing. */
export const SCENARIO_DEFAULTS = {
  bloc: 'sco',
  asOf: '2025-09-01',
  balances: 'world-share' as Balances,
  avoidanceRegime: '2024',
  freightRates: 'as-stated' as FreightRates,
  tradeAdjustments: true,
  attribution: false,
  draws: 200,
  seed: 20_240_704,
} as const

export interface ResolveOptions {
  /** Name or path of the file, for messages and for the scenario's name. */
  readonly file?: string
  /** What the names are looked up in. */
  readonly dataset: Dataset
  /** Makes `many-sector` the model unless the text says otherwise. */
  readonly sectors?: SectorDataset | undefined
  /** Texts of the files that `estimateFiles` lists, by the paths that it gives. */
  readonly estimates?: EstimateTexts | undefined
  /** In place of what the text says of freight rates. */
  readonly freightRates?: FreightRates | undefined
}

/**
 * The scenario that a plain value spells: what `JSON.parse` gives, or a program puts together.
 *
 * @throws KeruenError input: every fault at once, each with its field, what was expected, what was found and the mend. A
 *   value that is not a record, or of another format version, is that one fault alone.
 */
export function resolveScenario(value: unknown, options: ResolveOptions): Scenario {
  return resolveSource(plainSource(value, options.file), options)
}

/** The scenario of a source, whose places go into the faults. @throws KeruenError as `resolveScenario` */
export function resolveSource(
  source: ScenarioSource,
  { file, dataset, sectors, estimates, freightRates: asked }: ResolveOptions,
): Scenario {
  const fatal = fatalIssues(source)
  if (fatal.length > 0) throw new KeruenError('input', fatal.map(asSentence))

  const issues: Issue[] = []
  const report: Context['report'] = (path, issue, options) =>
    issues.push({ ...asSentence(issue), at: source.locate(path, options) })
  const written = readShape(source.value, report)
  const context = { ...resolveContext(dataset, written, report), estimates }
  const measures = resolveMeasures(context, written.measures ?? [])
  const parameters = resolveParameters(context, written.parameters ?? {})
  const resolvedModel = resolveModel(context, written, sectors)
  const { economies } = resolvedModel.model === 'many-sector' ? sectors! : dataset.trade
  const numeraire = resolveNumeraire(context, economies, written.numeraire)
  const freightRates = resolveFreightRates(context, asked ?? written.freightRates)
  const tooMany = written.attribution === true ? attributionIssue(measures) : undefined
  if (tooMany !== undefined) report(['attribution'], tooMany)
  if (written.dataset !== undefined && written.dataset !== dataset.id) {
    const issue = unknownName('dataset', written.dataset, [{ id: dataset.id }])
    report(['dataset'], {
      ...issue,
      expected: `the dataset that is loaded: ${dataset.id}`,
      mend: `write ${dataset.id}`,
    })
  }
  if (issues.length > 0) throw new KeruenError('input', inOrder(issues))

  const name = nameOf(written.name ?? file ?? 'scenario')
  return {
    keruen: SCENARIO_VERSION,
    name,
    title: written.title ?? titleOf(name),
    description: (written.description ?? '').trim(),
    dataset: dataset.id,
    bloc: written.members === undefined ? (written.bloc ?? SCENARIO_DEFAULTS.bloc) : 'custom',
    asOf: context.date,
    members: context.members ?? [],
    measures,
    ...resolvedModel,
    balances: written.balances ?? SCENARIO_DEFAULTS.balances,
    numeraire,
    parameters,
    avoidanceRegime: context.regime,
    freightRates,
    tradeAdjustments: written.tradeAdjustments ?? SCENARIO_DEFAULTS.tradeAdjustments,
    attribution: written.attribution ?? SCENARIO_DEFAULTS.attribution,
    draws: written.draws ?? SCENARIO_DEFAULTS.draws,
    seed: written.seed ?? SCENARIO_DEFAULTS.seed,
  }
}

/** Rates can answer only in a dataset that says how. */
function resolveFreightRates(
  { dataset, report }: Context,
  written: FreightRates = SCENARIO_DEFAULTS.freightRates,
): FreightRates {
  if (written === 'answer-demand' && dataset.freightMarkets.length === 0) {
    report(['freightRates'], {
      code: 'scenario.no-freight-markets',
      expected: 'as-stated, since the dataset has no table freight-markets',
      found: `"${written}"`,
      mend: 'write as-stated, or take a dataset with that table',
    })
  }
  return written
}

/** Faults after which nothing else can be said. */
function fatalIssues({ value, issues, locate }: ScenarioSource): readonly Issue[] {
  if (issues.length > 0) return issues
  const start = locate([])
  const first = `keruen: ${SCENARIO_VERSION}`
  if (value === null || value === undefined) {
    const mend = `begin with ${first}; scenarios/ has examples`
    return [{ code: 'scenario.empty', at: start, expected: 'a scenario', found: 'an empty file', mend }]
  }
  if (typeof value !== 'object' || Array.isArray(value)) {
    const found = describeWritten(value)
    return [
      {
        code: 'scenario.not-a-mapping',
        at: start,
        expected: 'a mapping of keys',
        found,
        mend: `begin with ${first}`,
      },
    ]
  }
  const version = (value as { keruen?: unknown }).keruen
  if (version === undefined) {
    const mend = `begin with ${first}`
    return [
      { code: 'scenario.missing-key', at: start, expected: 'the key keruen', found: 'no such key', mend },
    ]
  }
  if (version === SCENARIO_VERSION) return []
  const isFuture = typeof version === 'number' && Number.isInteger(version) && version > SCENARIO_VERSION
  return [
    {
      code: isFuture ? 'scenario.future-version' : 'scenario.unknown-version',
      at: locate(['keruen']),
      expected: `format version ${SCENARIO_VERSION}, which this program reads`,
      found: describeWritten(version),
      mend: isFuture ? 'update Keruen to read a newer format' : `write ${first}`,
    },
  ]
}

/** The top-level keys and parameters that have the right shape; the others are reported and left out. */
function readShape(value: unknown, report: Context['report']): Partial<WrittenScenario> {
  const faults = shapeFaults(SCENARIO_SCHEMA, value, [])
  for (const { path, key, issue } of faults) report(path, issue, { key: key ?? false })
  const without = (record: object, faulty: ReadonlySet<unknown>) =>
    Object.fromEntries(Object.entries(record).filter(([key]) => !faulty.has(key)))
  const inParameters = (path: Path) => path[0] === 'parameters' && path.length > 1
  const whole = faults.filter(({ path }) => !inParameters(path))
  const written: Partial<WrittenScenario> = without(
    value as object,
    new Set(whole.map(({ path }) => path[0])),
  )
  if (written.parameters === undefined) return written
  const faulty = new Set(faults.filter(({ path }) => inParameters(path)).map(({ path }) => path[1]))
  return { ...written, parameters: without(written.parameters, faulty) }
}

function resolveContext(
  dataset: Dataset,
  written: Partial<WrittenScenario>,
  report: Context['report'],
): Context {
  const date = resolveDate(written.asOf, report)
  const regime = resolveRegime(dataset, written.avoidanceRegime, report)
  const unbound = { dataset, date, regime, report, members: undefined }
  return { ...unbound, members: resolveMembers(unbound, written) }
}

function resolveDate(asOf: string | undefined, report: Context['report']): string {
  if (asOf === undefined) return SCENARIO_DEFAULTS.asOf
  if (isIsoDate(asOf)) return asOf
  const mend = `write it like ${SCENARIO_DEFAULTS.asOf}`
  report(['asOf'], {
    code: 'scenario.bad-date',
    expected: 'a date as year-month-day',
    found: `"${asOf}"`,
    mend,
  })
  return SCENARIO_DEFAULTS.asOf
}

function isIsoDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (match === null) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  return days !== undefined && day >= 1 && day <= days
}

function resolveRegime(
  dataset: Dataset,
  written: string | number | undefined,
  report: Context['report'],
): string {
  const regimes = [...new Set(dataset.avoidance.map(({ regime }) => regime))].sort()
  const regime = String(written ?? SCENARIO_DEFAULTS.avoidanceRegime)
  if (regimes.includes(regime) || (written === undefined && regimes.length === 0)) return regime
  const candidates = regimes.map(id => ({ id }))
  report(['avoidanceRegime'], unknownName('regime', regime, candidates))
  return SCENARIO_DEFAULTS.avoidanceRegime
}

function resolveMembers(
  context: Context,
  { bloc, members }: Partial<WrittenScenario>,
): readonly string[] | undefined {
  const { dataset, date, report } = context
  if (members !== undefined) {
    if (bloc !== undefined && bloc !== 'custom') {
      const found = `bloc ${bloc} and members`
      report(['members'], {
        code: 'scenario.one-choice',
        expected: 'either bloc or members',
        found,
        mend: 'keep one',
      })
    }
    if (members.includes('members')) {
      const issue = {
        code: 'scenario.no-country',
        expected: 'codes of countries',
        found: 'members of itself',
      }
      report(['members'], issue)
    }
    return resolveCountries(context, members, ['members'])
  }
  const id = bloc ?? SCENARIO_DEFAULTS.bloc
  if (!blocIds(dataset).includes(id)) {
    const issue = unknownName(
      'bloc',
      id,
      blocIds(dataset).map(each => ({ id: each })),
    )
    report(['bloc'], id === 'custom' ? { ...issue, mend: 'list its members: members: [KAZ, UZB]' } : issue)
    return undefined
  }
  const found = membersOn(dataset, id, date)
  if (found.length > 0) return found
  report(['asOf'], {
    code: 'scenario.no-country',
    expected: `a date on which ${id} has members`,
    found: `${date}, on which it has none`,
  })
  return undefined
}

/** Resolves every measure, then tries the package on the network, so that what cannot be done is said here. */
function resolveMeasures(context: Context, written: readonly unknown[]): Measure[] {
  const resolved = written
    .map((entry, index) => ({ index, measure: resolveMeasure(context, entry, index) }))
    .filter((entry): entry is { index: number; measure: Measure } => entry.measure !== undefined)
  const measures = resolved.map(({ measure }) => measure)
  const nothingMoves = {
    documentShare: 0,
    handlingHours: { rail: 0, road: 0 },
    gaugeChange: { hours: 0, usd: 0 },
  }
  const { network, avoidance } = context.dataset
  const faults = [
    ...checkMeasures(measures),
    ...applyToNetwork(network, measures, nothingMoves).issues,
    ...applyAvoidance(
      avoidance.filter(({ regime }) => regime === context.regime),
      measures,
    ).issues,
  ]
  for (const { at, ...issue } of faults) {
    const path = parsePath(at?.field ?? '')
    const index = resolved[path[1] as number]?.index ?? 0
    context.report(['measures', index, ...path.slice(2)], issue)
  }
  return measures
}

/** The mend follows a full stop where it is printed. */
function asSentence<Fault extends Omit<Issue, 'at'>>(issue: Fault): Fault {
  const { mend } = issue
  return mend === undefined ? issue : { ...issue, mend: mend.charAt(0).toUpperCase() + mend.slice(1) }
}

function inOrder(issues: readonly Issue[]): Issue[] {
  const position = ({ at }: Issue) => (at?.line ?? 0) * 100_000 + (at?.column ?? 0)
  return [...issues].sort((a, b) => position(a) - position(b))
}

/** `scenarios/Middle Corridor.yaml` → `middle-corridor`. */
function nameOf(file: string): string {
  const base = (file.split(/[/\\]/).at(-1) ?? '').replace(/\.ya?ml$/i, '')
  const name = base
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Mark}\p{Number}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 100)
  return name === '' ? 'scenario' : name
}

function titleOf(name: string): string {
  const words = name.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
