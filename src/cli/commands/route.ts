import {
  type FoundRoute,
  findRoutes,
  getParameter,
  type JourneyScore,
  KeruenError,
  keepsOutOfTransit,
  type Mode,
  type NetworkTables,
  type RouteCriterion,
  scoreJourney,
  scoreParameters,
} from '../../index.js'
import {
  daysRange,
  endLoadingsJson,
  endLoadingsNote,
  endLoadingsOf,
  endWaitsJson,
  endWaitsNote,
  endWaitsOf,
  gatesOf,
  legsJson,
  modesOf,
  rangesNote,
  scoreJson,
  stretchTable,
  usdRange,
} from '../journey-output.js'
import { type NetworkSource, openNetwork } from '../network-source.js'
import { findAvoided, findPlace, type NamedPlace } from '../place-names.js'
import { formatText } from '../text-table.js'

interface RouteOptions {
  readonly by: RouteCriterion
  readonly modes?: readonly Mode[]
  readonly avoid?: readonly string[]
  readonly alternatives: number
  readonly valueOfTime?: number
  readonly planned?: boolean
  readonly data?: string
  readonly scenario?: string
  readonly network?: string
  readonly json?: boolean
}

/** `keruen route ORIGIN DESTINATION`: the best ways between two places, best first. */
export async function routeCommand(
  origin: string,
  destination: string,
  options: RouteOptions,
): Promise<void> {
  const source = await openNetwork(options)
  const { dataset, network, ranges, closedPlaces } = source
  const from = findPlace(network, dataset.countries, origin, 'ORIGIN')
  const to = findPlace(network, dataset.countries, destination, 'DESTINATION')
  assertDifferent(from, to)
  const avoided = (options.avoid ?? []).map(name => findAvoided(network, dataset.countries, name, '--avoid'))
  const avoidPlaces = avoided.flatMap(each => (each.kind === 'place' ? [each.id] : []))
  const avoidCountries = avoided.flatMap(each => (each.kind === 'country' ? [each.iso3] : []))
  assertEndsAllowed(source, [from, to], avoidPlaces, avoidCountries)
  const perDay = options.valueOfTime ?? getParameter(dataset.parameters, 'valueOfTimeMedian').value
  const routes = findRoutes(network, {
    origin: from.id,
    destination: to.id,
    by: options.by,
    timeValue: perDay / 24,
    modes: options.modes,
    avoidPlaces,
    avoidCountries,
    count: options.alternatives,
    withPlanned: options.planned,
    closedPlaces,
    ranges,
  })
  if (routes.length === 0) throw noWay(network, from, to, options)
  const parameters = scoreParameters(dataset.parameters)
  const scored = routes.map(route => ({ route, score: scoreJourney(route.steps, parameters) }))
  if (options.json) {
    const rows = scored.map(({ route, score }) => routeJson(source, route, score))
    process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`)
  } else process.stdout.write(page(source, from, to, scored, { ...options, perDay }))
}

function assertDifferent(from: NamedPlace, to: NamedPlace): void {
  if (from.id !== to.id) return
  throw new KeruenError('usage', {
    code: 'route.same-place',
    at: { field: 'DESTINATION' },
    expected: 'another place than the origin',
    found: `${to.id} for both`,
  })
}

function assertEndsAllowed(
  { network }: NetworkSource,
  ends: readonly NamedPlace[],
  avoidPlaces: readonly string[],
  avoidCountries: readonly string[],
): void {
  const places = new Map(network.places.map(place => [place.id, place]))
  for (const { id } of ends) {
    const { country, country2 } = places.get(id)!
    const outside = country2 === undefined ? country === undefined || !avoidCountries.includes(country) : true
    if (outside && !avoidPlaces.includes(id)) continue
    throw new KeruenError('usage', {
      code: 'route.avoided-end',
      at: { field: '--avoid' },
      expected: 'places and countries between the two ends',
      found: `${id}, which is one of the ends${outside ? '' : `, in ${country}`}`,
      mend: 'Leave it out of --avoid or choose another end',
    })
  }
}

/** No way is an answer, but there is no route to print: exit code 2, since other filters may find one. */
function noWay(network: NetworkTables, from: NamedPlace, to: NamedPlace, options: RouteOptions): KeruenError {
  const filters = [
    options.modes === undefined ? [] : [`--modes ${options.modes.join()}`],
    (options.avoid ?? []).map(name => `--avoid ${name}`),
    options.scenario === undefined ? [] : [`--scenario ${options.scenario}`],
  ].flat()
  const leftOut = keepsOutOfTransit(network, from.id, to.id)
    ? '; borders that are closed to transit (network-modes) are left out'
    : ''
  return new KeruenError('input', {
    code: 'route.no-way',
    expected: `a way from ${from.id} to ${to.id}`,
    found: `none${filters.length === 0 ? ' on the open network' : ` under ${filters.join(' ')}`}${leftOut}`,
    mend: options.planned ? 'Allow more modes or places' : 'Allow more modes or places, or add --planned',
  })
}

function routeJson({ network }: NetworkSource, route: FoundRoute, score: JourneyScore) {
  return {
    hours: route.hours,
    usd_per_teu: route.usdPerTeu,
    length_km: route.lengthKm,
    generalized_usd_per_teu: route.generalizedUsdPerTeu,
    modes: modesOf(route.steps).split(', '),
    ...scoreJson(score),
    end_loading: endLoadingsJson(endLoadingsOf(network, route.steps)),
    end_waits: endWaitsJson(endWaitsOf(network, route.steps)),
    legs: legsJson(network, route.steps),
  }
}

interface ScoredRoute {
  readonly route: FoundRoute
  readonly score: JourneyScore
}

const CRITERIA: Readonly<Record<RouteCriterion, string>> = {
  generalized: 'money and the value of time',
  cost: 'money',
  time: 'hours',
  length: 'kilometres',
}

function page(
  { network, title }: NetworkSource,
  from: NamedPlace,
  to: NamedPlace,
  scored: readonly ScoredRoute[],
  { by, perDay }: { readonly by: RouteCriterion; readonly perDay: number },
): string {
  const end = ({ name, gatewayOf }: NamedPlace) =>
    gatewayOf === undefined ? name : `${name} (largest gateway of ${gatewayOf})`
  const state = title === undefined ? 'today' : `after “${title}”`
  const heading = `${end(from)} → ${end(to)}, ${state}; least ${CRITERIA[by]} first`
  const details = scored.map(
    ({ route }, k) => `${k + 1}  ${modesOf(route.steps)}\n${formatText(stretchTable(network, route.steps))}`,
  )
  const notes = [
    ...(keepsOutOfTransit(network, from.id, to.id)
      ? [
          'Cargo between these two keeps out of borders that are closed to transit (network-modes), and so do these ways.',
        ]
      : []),
    `Value of time ${perDay} USD per TEU and day.`,
    ...endLoadingsNote(network, endLoadingsOf(network, scored[0]!.route.steps)),
    endWaitsNote(network, endWaitsOf(network, scored[0]!.route.steps)),
    rangesNote(scored.map(({ score }) => score)),
  ]
  return `${[heading, sideBySide(network, scored), ...details, notes.join('\n')].join('\n\n')}\n`
}

/** One row for each alternative. */
function sideBySide(network: NetworkSource['network'], scored: readonly ScoredRoute[]): string {
  const right = (title: string) => ({ title, align: 'right' as const })
  return formatText({
    columns: [
      right(''),
      right('days'),
      right('range'),
      right('USD/TEU'),
      right('USD range'),
      right('with time'),
      right('km'),
      right('moving h'),
      right('borders h'),
      right('ports h'),
      right('kg CO2e'),
      { title: 'by' },
    ],
    rows: scored.map(({ route, score }, k) => {
      const { running, border, gauge, terminal, canal } = score.hoursByKind
      return [
        String(k + 1),
        (route.hours / 24).toFixed(1),
        daysRange(score),
        route.usdPerTeu.toFixed(0),
        usdRange(score),
        route.generalizedUsdPerTeu.toFixed(0),
        route.lengthKm.toFixed(0),
        running.toFixed(0),
        (border + gauge).toFixed(0),
        (terminal + canal).toFixed(0),
        score.kgCo2ePerTeu.mean.toFixed(0),
        gatesOf(network, route.steps),
      ]
    }),
  })
}
