import {
  corridorJourneys,
  elementCosts,
  indexElements,
  type JourneyScore,
  type JourneyStep,
  journeySteps,
  KeruenError,
  nearestNames,
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
  legsJson,
  modesOf,
  rangesNote,
  rangeText,
  scoreJson,
  stretchTable,
  usdRange,
} from '../journey-output.js'
import { type NetworkSource, openNetwork } from '../network-source.js'
import { formatCsv, formatMarkdown, formatText, type TextTable } from '../text-table.js'

interface CorridorOptions {
  readonly data?: string
  readonly scenario?: string
  readonly network?: string
  readonly json?: boolean
  readonly csv?: boolean
  readonly md?: boolean
}

interface ScoredCorridor {
  readonly corridor: NetworkSource['network']['corridors'][number]
  readonly steps: readonly JourneyStep[]
  /** False where a link on the way is planned, suspended or closed: the figures are those of the corridor once open. */
  readonly open: boolean
  readonly score: JourneyScore
}

/** `keruen corridor [ID]`: one corridor leg by leg, or the scoreboard of all. */
export async function corridorCommand(id: string | undefined, options: CorridorOptions): Promise<void> {
  const source = await openNetwork(options)
  const all = source.network.corridors
  if (id !== undefined && !all.some(corridor => corridor.id === id)) throw unknownCorridor(source, id)
  const scored = scoreCorridors(source).filter(({ corridor }) => id === undefined || corridor.id === id)
  const format = options.csv ? formatCsv : options.md ? formatMarkdown : formatText
  if (options.json) {
    const rows = scored.map(each => corridorJson(source, each))
    process.stdout.write(`${JSON.stringify(id === undefined ? rows : rows[0], null, 2)}\n`)
  } else if (id === undefined) {
    const end = options.csv ? '' : `\n\n${SCOREBOARD_NOTES}\n${rangesNote(scored.map(each => each.score))}`
    process.stdout.write(`${format(scoreboard(scored))}${end}\n`)
  } else process.stdout.write(page(source, scored[0]!, format))
}

function scoreCorridors({ dataset, network, ranges, closedPlaces }: NetworkSource): ScoredCorridor[] {
  const index = indexElements(network)
  const costs = elementCosts(network, index, closedPlaces)
  const parameters = scoreParameters(dataset.parameters)
  return corridorJourneys(network, index, costs, costs).map((legs, c) => {
    const elements = legs.map(leg => leg.element)
    const corridor = network.corridors[c]!
    const steps = journeySteps(network, index, costs, elements, corridor.places[0], ranges)
    return {
      corridor,
      steps,
      open: steps.length > 0 && elements.every(element => costs.open[element] === 1),
      score: scoreJourney(steps, parameters),
    }
  })
}

function unknownCorridor({ network }: NetworkSource, id: string): KeruenError {
  const nearest = nearestNames(
    id,
    network.corridors.map(corridor => ({ id: corridor.id, label: corridor.name })),
  )
  return new KeruenError('usage', {
    code: 'corridor.unknown',
    at: { field: 'ID' },
    expected: 'a corridor of the dataset',
    found: `"${id}"`,
    mend:
      nearest.length === 0
        ? 'keruen corridor without an id lists them'
        : `Did you mean ${nearest.join(' or ')}?`,
  })
}

function corridorJson({ network }: NetworkSource, { corridor, steps, open, score }: ScoredCorridor) {
  return {
    id: corridor.id,
    name: corridor.name,
    status: corridor.status,
    open,
    length_km: score.lengthKm,
    days: score.hours.mean / 24,
    usd_per_teu: score.usdPerTeu,
    modes: modesOf(steps).split(', '),
    ...scoreJson(score),
    quality: corridor.quality,
    source: corridor.source,
    end_loading: endLoadingsJson(endLoadingsOf(network, steps)),
    end_waits: endWaitsJson(endWaitsOf(network, steps)),
    legs: legsJson(network, steps),
  }
}

function scoreboard(scored: readonly ScoredCorridor[]): TextTable {
  const right = (title: string) => ({ title, align: 'right' as const })
  return {
    columns: [
      { title: 'id' },
      { title: 'state' },
      right('km'),
      right('days'),
      right('range'),
      right('USD/TEU'),
      right('USD range'),
      right('km/h moving'),
      right('km/h in all'),
      right('borders'),
      right('h each'),
      right('h/500 km'),
      right('USD/500 km, 20 t'),
      right('kg CO2e/TEU'),
    ],
    rows: scored.map(({ corridor, open, score }) => [
      corridor.id,
      open ? 'open' : corridor.status === 'open' ? 'closed' : corridor.status,
      score.lengthKm.toFixed(0),
      (score.hours.mean / 24).toFixed(1),
      daysRange(score),
      score.usdPerTeu.toFixed(0),
      usdRange(score),
      score.speedWithoutDelayKmh.toFixed(1),
      score.speedWithDelayKmh.toFixed(1),
      String(score.borders),
      score.hoursPerBorder.toFixed(1),
      score.hoursPer500Km.toFixed(1),
      score.usdPer500KmAnd20Tonnes.toFixed(0),
      score.kgCo2ePerTeu.mean.toFixed(0),
    ]),
  }
}

const SCOREBOARD_NOTES = `Speeds, border hours and cost for 500 km and 20 tonnes as CAREC's corridor monitoring defines them, computed from the
network. A planned corridor is shown as if it were open. keruen corridor ID shows one leg by leg.`

function page(
  { network, title }: NetworkSource,
  { corridor, steps, open, score }: ScoredCorridor,
  format: (table: TextTable) => string,
): string {
  const state = title === undefined ? '' : `, after “${title}”`
  const closed = open ? '' : ' Not open today: the figures are those of the corridor once open.'
  const facts: TextTable = {
    columns: [{ title: 'figure' }, { title: 'value', align: 'right' }, { title: 'range', align: 'right' }],
    rows: [
      ['days', (score.hours.mean / 24).toFixed(1), daysRange(score)],
      ['USD per TEU', score.usdPerTeu.toFixed(0), usdRange(score)],
      ['km', score.lengthKm.toFixed(0), ''],
      ['km/h moving', score.speedWithoutDelayKmh.toFixed(1), ''],
      ['km/h with every wait', score.speedWithDelayKmh.toFixed(1), ''],
      ['borders crossed', String(score.borders), ''],
      ['hours at each border', score.hoursPerBorder.toFixed(1), ''],
      ['hours for 500 km', score.hoursPer500Km.toFixed(1), ''],
      ['USD for 500 km and 20 t', score.usdPer500KmAnd20Tonnes.toFixed(0), ''],
      [
        'kg CO2e per TEU',
        score.kgCo2ePerTeu.mean.toFixed(0),
        rangeText(score.kgCo2ePerTeu.low, score.kgCo2ePerTeu.high, 0),
      ],
    ],
  }
  return [
    `${corridor.name} (${corridor.id})${state}.${closed}`,
    format(facts),
    format(stretchTable(network, steps)),
    rangesNote([score]),
    ...endLoadingsNote(network, endLoadingsOf(network, steps)),
    `${endWaitsNote(network, endWaitsOf(network, steps))} Order of places: ${corridor.quality} (${corridor.source}).\n`,
  ].join('\n\n')
}
