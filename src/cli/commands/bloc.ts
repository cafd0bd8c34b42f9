import {
  type BlocFigures,
  blocFigures,
  type Dataset,
  KeruenError,
  membersOn,
  nearestNames,
  type TurnoverBridge,
  turnoverBridge,
} from '../../index.js'
import { loadDataset } from '../../platform/node/dataset.js'
import { roundedBridge } from '../../report/turnover-bridge.js'
import { formatCsv, formatMarkdown, formatText, type TextTable } from '../text-table.js'

interface BlocOptions {
  readonly year?: number
  readonly asOf?: string
  readonly claims?: boolean
  readonly json?: boolean
  readonly csv?: boolean
  readonly md?: boolean
  readonly data?: string
}

/** `keruen bloc ID`: figures of a bloc, or what was claimed about it. */
export async function blocCommand(id: string, options: BlocOptions): Promise<void> {
  const dataset = await loadDataset(options.data)
  assertBloc(dataset, id)
  if (options.asOf !== undefined) assertDate(options.asOf)
  if (options.claims) {
    const { claimsPage } = await import('./bloc-claims.js')
    process.stdout.write(claimsPage(dataset, id, options))
    return
  }
  const year = options.year ?? dataset.year
  const figures = blocFigures(dataset, id, { year, asOf: options.asOf })
  if (options.json) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`)
  else if (options.csv) process.stdout.write(`${formatCsv(memberTable(dataset, figures))}\n`)
  else process.stdout.write(page(dataset, figures, year, options.md ? formatMarkdown : formatText))
}

function assertBloc(dataset: Dataset, id: string): void {
  const blocs = [...new Set(dataset.blocs.map(row => row.bloc))].sort()
  if (blocs.includes(id)) return
  const nearest = nearestNames(id, blocs)
  throw new KeruenError('usage', {
    code: 'bloc.unknown',
    expected: `a bloc of the dataset: ${blocs.join(', ')}`,
    found: `'${id}'`,
    mend: nearest.length === 0 ? undefined : `Did you mean ${nearest.join(' or ')}?`,
  })
}

function assertDate(text: string): void {
  const date = new Date(`${text}T00:00:00Z`)
  if (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(date.valueOf()) &&
    date.toISOString().startsWith(text)
  )
    return
  throw new KeruenError('usage', {
    code: 'bloc.date',
    at: { field: '--as-of' },
    expected: 'a date as year-month-day, such as 2025-09-01',
    found: `'${text}'`,
  })
}

function page(
  dataset: Dataset,
  figures: BlocFigures,
  year: number,
  format: (table: TextTable) => string,
): string {
  const { population, gdpNominal, gdpPpp, turnover } = figures
  const rows: string[][] = [
    [
      'population',
      `${fixed(population.total / 1e6, 1)} million`,
      percent(population.worldShare),
      String(year),
    ],
    [
      'product at market rates',
      `${fixed(gdpNominal.totalUsd / 1e9, 0)} bn USD`,
      percent(gdpNominal.worldShare),
      String(year),
    ],
    [
      'product at purchasing power parity',
      `${fixed(gdpPpp.totalUsd / 1e9, 0)} bn USD`,
      percent(gdpPpp.worldShare),
      String(gdpPpp.year),
    ],
  ]
  const weights = format({
    columns: [
      { title: 'figure' },
      { title: 'total', align: 'right' },
      { title: 'share of the world', align: 'right' },
      { title: 'year' },
    ],
    rows,
  })
  const { trade } = dataset
  const notes = [
    `Trade among members, ${trade.year}: ${fixed(turnover.totalUsd / 1e9, 1)} bn USD of goods, ` +
      `${percent(turnover.shareOfMembersTrade)} of the members' exports and imports.`,
    ...(year === trade.year ? [] : [`Trade is of ${trade.year}, the only year in the dataset.`]),
    ...membersSince(dataset, figures),
    'Trade is as recorded, without the adjustments of the model; China is without Hong Kong in every figure.',
    inModel(dataset, figures.turnoverBridge),
  ]
  const heading = `${figures.bloc.toUpperCase()}: ${figures.members.length} members on ${figures.asOf}`
  return `${heading}\n\n${weights}\n\n${format(memberTable(dataset, figures))}\n\n${notes.join('\n')}\n`
}

/** A date after every change that the dataset speaks of. */
const NOW = '9999-12-31'

/** Who is a member now and was not then, or the other way round, with the turnover that they make. */
function membersSince(dataset: Dataset, { bloc, members, asOf }: BlocFigures): string[] {
  const now = membersOn(dataset, bloc, NOW)
  const names = countryNames(dataset)
  const outside = (all: readonly string[], of: readonly string[]) =>
    all.filter(iso3 => !of.includes(iso3)).map(iso3 => names.get(iso3) ?? iso3)
  const [joined, left] = [outside(now, members), outside(members, now)]
  if (joined.length + left.length === 0 || now.length === 0) return []
  const { recordedMusd } = turnoverBridge(dataset.trade, now)
  const changes = [
    ...(joined.length === 0 ? [] : [`with ${joined.join(', ')}`]),
    ...(left.length === 0 ? [] : [`without ${left.join(', ')}`]),
  ]
  return [
    `Members have changed since ${asOf}: the ${now.length} of today, ${changes.join(', ')}, trade ` +
      `${fixed(recordedMusd / 1e3, 1)} bn USD among them.`,
  ]
}

/** The turnover from which scenarios start, and what leads there. */
function inModel(dataset: Dataset, bridge: TurnoverBridge): string {
  const { recorded, joined, adjustments, model } = roundedBridge(bridge, 1e3, 1)
  const names = countryNames(dataset)
  const signed = (value: number) => `${value < 0 ? '-' : '+'} ${fixed(Math.abs(value), 1)}`
  const parts = [
    ...joined.map(
      ({ iso3, host, value }) =>
        `${signed(value)} of ${names.get(iso3) ?? iso3}, counted with ${names.get(host) ?? host}`,
    ),
    ...(bridge.adjustmentMusd === 0
      ? []
      : [`${signed(adjustments)} of stated adjustments (transit booked as trade, bullion)`]),
  ]
  return parts.length === 0
    ? `Scenarios start from the same ${fixed(model, 1)} bn USD.`
    : `Scenarios start from ${fixed(model, 1)} bn USD for the same members: ${fixed(recorded, 1)} ${parts.join(' ')}.`
}

function countryNames(dataset: Dataset): ReadonlyMap<string, string> {
  return new Map(dataset.countries.map(country => [country.iso3, country.names.en]))
}

/** One row for each member: trade with the others, concentration and largest partners. */
function memberTable(dataset: Dataset, { members, turnover, concentration }: BlocFigures): TextTable {
  const names = countryNames(dataset)
  const partners = new Map(concentration.map(row => [row.iso3, row]))
  return {
    columns: [
      { title: 'iso3' },
      { title: 'member' },
      { title: 'exports to members, m USD', align: 'right' },
      { title: 'imports from members, m USD', align: 'right' },
      { title: 'Herfindahl', align: 'right' },
      { title: 'largest partners' },
    ],
    rows: members.map((iso3, i) => {
      const row = partners.get(iso3)
      return [
        iso3,
        names.get(iso3) ?? iso3,
        musd(turnover.matrix[i]!),
        musd(turnover.matrix.map(exporter => exporter[i]!)),
        row === undefined ? 'no figure' : fixed(row.herfindahl, 3),
        row === undefined
          ? 'no figure'
          : row.largestPartners.map(p => `${p.iso3} ${percent(p.share)}`).join(', '),
      ]
    }),
  }
}

function musd(usd: readonly (number | null)[]): string {
  if (usd.every(value => value === null)) return 'no figure'
  let sum = 0
  for (const value of usd) sum += value ?? 0
  return fixed(sum / 1e6, 0)
}

function fixed(value: number, digits: number): string {
  return value.toFixed(digits)
}

function percent(share: number): string {
  return `${fixed(share * 100, 1)} %`
}
