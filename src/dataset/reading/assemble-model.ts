/** Turns checked tables of avoidance, parameters, claims and sources into records, sorted by id. */

import type {
  AvoidanceRule,
  Claim,
  CountryCaution,
  Parameter,
  Quality,
  Region,
  Source,
  TrafficPoint,
} from '../dataset.js'
import { listOf, records, sortedBy, withNote } from './assemble-economy.js'
import type { Table } from './read-table.js'

export function assembleAvoidance(table: Table): AvoidanceRule[] {
  const [id, territory, left, right, regime] = ['id', 'territory', 'regions_a', 'regions_b', 'regime'].map(
    table.text,
  )
  const [quality, source] = ['quality', 'source'].map(table.text)
  const [share, low, high, premium] = ['share', 'share_low', 'share_high', 'premium_usd_per_teu'].map(
    table.numbers,
  )
  return sortedBy(
    records(table, k => ({
      id: id![k]!,
      territory: listOf(territory![k]!),
      regionsA: listOf(left![k]!) as Region[],
      regionsB: listOf(right![k]!) as Region[],
      regime: regime![k]!,
      share: share![k]!,
      shareLow: low![k]!,
      shareHigh: high![k]!,
      premiumUsdPerTeu: premium![k]!,
      quality: quality![k] as Quality,
      source: source![k]!,
    })),
    rule => rule.id,
  )
}

export function assembleParameters(table: Table): Parameter[] {
  const [id, unit, distribution, meaning] = ['id', 'unit', 'distribution', 'meaning'].map(table.text)
  const [quality, source, note] = ['quality', 'source', 'note'].map(table.text)
  const [value, low, high] = ['value', 'low', 'high'].map(table.numbers)
  return sortedBy(
    records(table, k => ({
      id: id![k]!,
      value: value![k]!,
      low: low![k]!,
      high: high![k]!,
      unit: unit![k]!,
      distribution: distribution![k] as Parameter['distribution'],
      meaning: meaning![k]!,
      quality: quality![k] as Quality,
      source: withNote(source![k]!, note![k]!),
    })),
    parameter => parameter.id,
  )
}

export function assembleClaims(table: Table | undefined): Claim[] {
  if (table === undefined) return []
  const [id, bloc, quote, who, date] = ['id', 'bloc', 'quote', 'who', 'date'].map(table.text)
  const [subject, address, quality] = ['subject', 'address', 'quality'].map(table.text)
  const [low, high] = ['low', 'high'].map(table.numbers)
  return sortedBy(
    records(table, k => ({
      id: id![k]!,
      bloc: bloc![k]!,
      quote: quote![k]!,
      who: who![k]!,
      date: date![k]!,
      subject: subject![k]!,
      low: low![k]!,
      high: high![k]!,
      address: address![k]!,
      quality: quality![k] as Quality,
    })),
    claim => claim.id,
  )
}

export function assembleCautions(table: Table | undefined): CountryCaution[] {
  if (table === undefined) return []
  const [iso3, words, quality, source] = ['iso3', 'words', 'quality', 'source'].map(table.text)
  return sortedBy(
    records(table, k => ({
      iso3: iso3![k]!,
      words: words![k]!,
      quality: quality![k] as Quality,
      source: source![k]!,
    })),
    caution => caution.iso3,
  )
}

export function assembleTrafficPoints(table: Table | undefined): TrafficPoint[] {
  if (table === undefined) return []
  const [id, words, elements, period] = ['id', 'words', 'elements', 'period'].map(table.text)
  const [quality, source, address, note] = ['quality', 'source', 'address', 'note'].map(table.text)
  const teu = table.numbers('teu')
  return sortedBy(
    records(table, k => ({
      id: id![k]!,
      words: words![k]!,
      elements: listOf(elements![k]!),
      teu: teu[k]!,
      period: period![k]!,
      quality: quality![k] as Quality,
      source: source![k]!,
      address: address![k]!,
      note: note![k]!,
    })),
    point => point.id,
  )
}

export function assembleSources(table: Table): Source[] {
  const [id, title, address, licence] = ['id', 'title', 'address', 'licence'].map(table.text)
  const [licenceAddress, attribution, changes] = ['licence_address', 'attribution', 'changes'].map(table.text)
  return sortedBy(
    records(table, k => ({
      id: id![k]!,
      title: title![k]!,
      address: address![k]!,
      licence: licence![k]!,
      licenceAddress: licenceAddress![k]!,
      attribution: attribution![k]!,
      changes: changes![k]!,
    })),
    source => source.id,
  )
}
