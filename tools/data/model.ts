/** Parameters, avoidance, claims and observed traffic. */
import type { Quality } from '../../src/dataset/dataset.js'
import { observedTraffic } from './observed.js'
import { type InputRow, numberOf, type ReadInput, readHandKept } from './replication.js'
import { type OutputRow, qualityOf, rounded, sourceOf, weaker } from './wording.js'

export function buildParameters(): OutputRow[] {
  return readHandKept('parameters.csv')
}

export function buildAvoidance(): OutputRow[] {
  return readHandKept('avoidance.csv')
}

export function buildCautions(): OutputRow[] {
  return readHandKept('cautions.csv')
}

/** Claims about weight in the world, with the band for which the words are true; the words must stand in the input. */
export function buildClaims(input: ReadInput): OutputRow[] {
  const published = input('parameters/claims.csv')
  return readHandKept('claim-bands.csv').map(row => {
    const match = published.filter(
      claim => claim.address === row.address && claim.claim!.startsWith(row.match!),
    )
    if (match.length !== 1)
      throw new Error(`data:build: claims.csv: ${match.length} rows match claim ${row.id}`)
    const claim = match[0]!
    return {
      id: row.id,
      bloc: 'sco',
      quote: row.quote,
      who: claim.who,
      date: claim.date,
      subject: row.subject,
      low: numberOf(row.low, `claim ${row.id}`),
      high: numberOf(row.high, `claim ${row.id}`),
      address: claim.address,
      quality: qualityOf(claim.quality!, claim.source),
      source: claim.source,
      note: `scope as published: ${claim.scope}; the band is our reading of the words`,
    }
  })
}

/** Points of the network with what was counted there, in TEU a year. */
export function buildTrafficPoints(traffic: readonly OutputRow[]): OutputRow[] {
  const observed = observedTraffic(
    traffic.map(row =>
      Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, String(cell ?? '')])),
    ),
  )
  return readHandKept('traffic-points.csv').map(row => {
    const figure = observed(row.observed!, row.period!, row.metric)
    const isAsCounted = row.factor === '1'
    return {
      id: row.id,
      words: row.words,
      elements: row.elements,
      teu: rounded(figure.value * numberOf(row.factor, `point ${row.id}`), 0),
      period: row.period,
      quality: isAsCounted ? figure.quality : weaker(figure.quality as Quality, 'derived'),
      source: figure.source,
      address: figure.address,
      note: row.note,
    }
  })
}

/** Observed traffic: the figures of the input, then those kept by hand. */
export function buildTraffic(input: ReadInput): OutputRow[] {
  const collected = input('parameters/corridor_traffic.csv').map(
    (row): InputRow => ({ ...row, point: row.corridor_or_point! }),
  )
  return [...collected, ...readHandKept('corridor-traffic.csv')].map(row => ({
    point: row.point,
    metric: row.metric,
    period: row.period,
    value: numberOf(row.value, 'traffic'),
    unit: row.unit,
    note: row.note,
    quality: qualityOf(row.quality!, row.source),
    source: sourceOf(row.quality!, row.source!),
    address: row.address,
  }))
}
