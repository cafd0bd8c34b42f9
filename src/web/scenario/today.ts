/** What of the dataset a measure acts on: its value today, and whose it is. */
import type { Crossing, Dataset, Link, Terminal } from '../../index.js'
import { grouped } from '../grouped.js'
import type { FieldName } from './handles.js'
import type { WrittenMeasure } from './written.js'

/** Mean value today of the rows that a measure sets, in the canonical unit; undefined where the page cannot tell. */
export function todayOfField(
  measure: WrittenMeasure,
  field: FieldName,
  dataset: Dataset,
): number | undefined {
  if (measure.crossing !== undefined)
    return mean(crossings(measure, dataset).map(row => ofCrossing(row, field)))
  if (measure.terminal !== undefined)
    return mean(terminals(measure, dataset).map(row => ofTerminal(row, field)))
  if (measure.link !== undefined || measure.corridor !== undefined)
    return mean(links(measure, dataset).map(row => ofLink(row, field)))
  if (measure.avoidance !== undefined) return ofAvoidance(measure, field, dataset)
  return undefined
}

/** The owners that are written, or those whose places it acts on; names of blocs stay as they are. */
export function ownersToday(measure: WrittenMeasure, dataset: Dataset): readonly string[] {
  if (measure.owners !== undefined) return listOf(measure.owners)
  if (measure.crossing !== undefined)
    return distinct(crossings(measure, dataset).flatMap(row => [row.fromCountry, row.toCountry])).slice(0, 4)
  if (measure.terminal !== undefined)
    return distinct(
      listOf(measure.terminal).map(id => dataset.network.places.find(place => place.id === id)?.country),
    )
  if (measure.countries !== undefined) return listOf(measure.countries)
  return []
}

/** A name or a list of names as a list. */
export function listOf(written: unknown): readonly string[] {
  if (typeof written === 'string') return [written]
  return Array.isArray(written) ? written.filter(each => typeof each === 'string') : []
}

function crossings(measure: WrittenMeasure, { network }: Dataset): readonly Crossing[] {
  const ids = new Set(listOf(measure.crossing))
  return network.crossings.filter(
    ({ placeId, mode, fromCountry, toCountry }) =>
      ids.has(placeId) &&
      (measure.mode === undefined || mode === measure.mode) &&
      (measure.from === undefined || fromCountry === measure.from) &&
      (measure.to === undefined || toCountry === measure.to),
  )
}

function terminals(measure: WrittenMeasure, { network }: Dataset): readonly Terminal[] {
  const ids = new Set(listOf(measure.terminal))
  const modes = listOf(measure.modes)
  return network.terminals.filter(
    ({ placeId, modeA, modeB }) =>
      ids.has(placeId) && (modes.length === 0 || (modes.includes(modeA) && modes.includes(modeB))),
  )
}

function links(measure: WrittenMeasure, { network }: Dataset): readonly Link[] {
  const { byId, byEnds } = linkIndex(network.links)
  const corridor = network.corridors.find(({ id }) => id === measure.corridor)
  const modes = listOf(measure.modes)
  const named = listOf(measure.link).map(id => byId.get(id))
  const ofCorridor = (corridor?.places.slice(1) ?? [])
    .flatMap((to, k) => byEnds.get(pairName(corridor!.places[k]!, to)) ?? [])
    .filter(({ mode }) => modes.length === 0 || modes.includes(mode))
  return [...new Set([...named, ...ofCorridor])].filter(link => link !== undefined)
}

interface LinkIndex {
  readonly byId: ReadonlyMap<string, Link>
  readonly byEnds: ReadonlyMap<string, readonly Link[]>
}

const indices = new WeakMap<readonly Link[], LinkIndex>()

/** Links by what levers name them by; made once, since every answer asks for every lever. */
function linkIndex(all: readonly Link[]): LinkIndex {
  const known = indices.get(all)
  if (known !== undefined) return known
  const index = {
    byId: new Map(all.map(link => [link.id, link])),
    byEnds: grouped(all, ({ from, to }) => pairName(from, to)),
  }
  indices.set(all, index)
  return index
}

function pairName(from: string, to: string): string {
  return from < to ? `${from} ${to}` : `${to} ${from}`
}

function ofCrossing(row: Crossing, field: FieldName): number | undefined {
  return field === 'hours' ? row.hours : field === 'fee' ? row.feeUsd : row.capacityKteu
}

function ofTerminal(row: Terminal, field: FieldName): number | undefined {
  if (field === 'capacity') return undefined
  return field === 'hours' ? row.hours : row.usdPerTeu
}

function ofLink(row: Link, field: FieldName): number | undefined {
  if (field === 'speed') return row.speedKmh
  if (field !== 'cost') return row.capacityKteu
  // A lump sum is what the leg costs, whatever rate stands beside it.
  return row.lumpUsd === undefined ? row.costUsdPerTeuKm : row.lumpUsd / row.lengthKm
}

function ofAvoidance(measure: WrittenMeasure, field: FieldName, { avoidance }: Dataset): number | undefined {
  const { rule } = measure.avoidance as { readonly rule?: unknown }
  const named = listOf(rule)
  const rules = avoidance.filter(
    each => named.includes(each.id) || (named.includes('all') && each.regime === '2024'),
  )
  return mean(rules.map(each => (field === 'share' ? each.share : each.premiumUsdPerTeu)))
}

function mean(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter(value => value !== undefined)
  return known.length === 0 ? undefined : known.reduce((sum, value) => sum + value, 0) / known.length
}

function distinct(values: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(values.filter(value => value !== undefined))]
}
