/** A measure as one line of English, for titles that a person did not write. */
import type { Dataset } from '../dataset/dataset.js'
import type { Change, Measure } from './measure.js'

/** Names longer than this many are counted, not listed. */
const LISTED = 3

/**
 * One line that says what the measure changes and by how much, e.g. `Khorgos – Altynkol, rail: hours −60 %`.
 *
 * @param subject what stands before the colon, where the caller knows a better name (a corridor, a bloc).
 */
export function describeMeasure(
  measure: Measure,
  dataset: Dataset,
  subject = subjectOf(measure, dataset),
): string {
  const changes = changesOf(measure)
  return changes === '' ? subject : `${subject}: ${changes}`
}

function subjectOf(measure: Measure, dataset: Dataset): string {
  const places = (ids: readonly string[]) => listed(ids, id => placeName(dataset, id), 'places')
  switch (measure.kind) {
    case 'crossing': {
      const direction =
        measure.from === undefined && measure.to === undefined ? undefined : directionOf(measure)
      return [places(measure.placeIds), measure.mode, direction].filter(part => part !== undefined).join(', ')
    }
    case 'terminal':
      return [places(measure.placeIds), measure.modes?.join('–')]
        .filter(part => part !== undefined)
        .join(', ')
    case 'link':
      return links(dataset, measure.linkIds)
    case 'gauge':
      return `One gauge at ${places(measure.placeIds)}`
    case 'open':
      return `Opens ${links(dataset, measure.linkIds)}`
    case 'close': {
      const parts = [
        measure.linkIds.length > 0 ? links(dataset, measure.linkIds) : '',
        measure.placeIds.length > 0 ? places(measure.placeIds) : '',
      ]
      return `Closes ${parts.filter(part => part !== '').join(' and ')}`
    }
    case 'tariff':
      return `Import tariffs ${pairs(measure.exporters, measure.importers)}`
    case 'non-tariff':
      return `Non-tariff cost of trade ${pairs(measure.exporters, measure.importers)}`
    case 'digital':
      return `Digital facilitation between ${countries(measure.countries)}`
    case 'avoidance':
      return `Cargo that avoids a territory (${measure.ruleIds.join(', ')})`
  }
}

function directionOf({ from = 'any', to = 'any' }: { readonly from?: string; readonly to?: string }): string {
  return `${from} to ${to}`
}

function changesOf(measure: Measure): string {
  return changedNumbers(measure)
    .filter(([, change]) => change !== undefined)
    .map(([name, change, unit]) => `${name} ${describeChange(change!, unit)}`.trim())
    .join(', ')
}

/** Name, change and unit of every number that the measure may change. */
function changedNumbers(measure: Measure): [string, Change | undefined, string][] {
  switch (measure.kind) {
    case 'crossing':
      return [
        ['hours', measure.hours, 'h'],
        ['fee', measure.fee, 'USD/TEU'],
        ['capacity', measure.capacity, 'thousand TEU a year'],
      ]
    case 'terminal':
      return [
        ['hours', measure.hours, 'h'],
        ['cost', measure.cost, 'USD/TEU'],
        ['capacity', measure.capacity, 'thousand TEU a year'],
      ]
    case 'link':
      return [
        ['speed', measure.speed, 'km/h'],
        ['cost', measure.cost, measure.costUnit ?? 'USD/TEU'],
        ['capacity', measure.capacity, 'thousand TEU a year'],
      ]
    case 'tariff':
      return [['rate', measure.rate, '%']]
    case 'non-tariff':
      return [['', { kind: 'relative', factor: 1 + measure.costShare }, '']]
    case 'digital':
      return [['documents', measure.documents, '']]
    case 'avoidance':
      return [
        ['share', measure.share, '%'],
        ['premium', measure.premium, 'USD/TEU'],
      ]
    case 'gauge':
    case 'open':
    case 'close':
      return []
  }
}

function describeChange(change: Change, unit: string): string {
  if (change.kind === 'absolute') {
    return `to ${unit === '%' ? rounded(change.value * 100) : rounded(change.value)} ${unit}`
  }
  const percent = rounded((change.factor - 1) * 100)
  return percent.startsWith('-') ? `−${percent.slice(1)} %` : `+${percent} %`
}

/** At most four digits after the point, without trailing zeros. */
function rounded(value: number): string {
  return String(Number(value.toFixed(4)))
}

function placeName(dataset: Dataset, id: string): string {
  return dataset.network.places.find(place => place.id === id)?.name ?? id
}

function links(dataset: Dataset, ids: readonly string[]): string {
  return listed(
    ids,
    id => {
      const link = dataset.network.links.find(each => each.id === id)
      return link === undefined
        ? id
        : `${placeName(dataset, link.from)} – ${placeName(dataset, link.to)} (${link.mode.replace('_', ' ')})`
    },
    'links',
  )
}

function countries(ids: readonly string[]): string {
  return ids.length > 12 ? `${ids.length} countries` : ids.join(', ')
}

function pairs(exporters: readonly string[], importers: readonly string[]): string {
  return exporters.join() === importers.join()
    ? `among ${countries(importers)}`
    : `of ${countries(importers)} on ${countries(exporters)}`
}

function listed(ids: readonly string[], name: (id: string) => string, plural: string): string {
  return ids.length > LISTED ? `${ids.length} ${plural}` : ids.map(name).join(', ')
}
