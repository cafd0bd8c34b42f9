/** A figure in words that another text can stand on: what it is, of which scenario and data, from which source, where to see it. */
import type { Messages } from '../i18n/later-messages.js'

export interface CitedFigure {
  readonly title: string
  /** What the thing is, e.g. a border crossing. */
  readonly kicker: string
  readonly label: string
  /** Undefined where there is nothing to compare with, or it is the same. */
  readonly before?: string
  readonly after: string
  readonly unit: string
  /** Empty where there is none. */
  readonly interval: string
  readonly quality?: string
}

export interface Citation {
  readonly figure: CitedFigure
  readonly version: string
  /** Undefined for today's world. */
  readonly scenario?: { readonly title: string; readonly hash: string | undefined }
  readonly dataset: { readonly title: string; readonly version: string; readonly hash: string }
  readonly source: string
  /** Address that opens the scenario. */
  readonly address: string
}

/** A paragraph of five lines at most. */
export function citationText(
  { figure, version, scenario, dataset, source, address }: Citation,
  words: Messages['why']['cite'],
): string {
  const { label, before, after, unit, interval, quality } = figure
  const value = before === undefined ? after : words.change(before, after)
  const told = [`${value} ${unit}`.trim(), interval, quality ?? ''].filter(part => part !== '').join('; ')
  return [
    words.figure(`Keruen ${version}`, `${figure.title} (${figure.kicker})`, `${label}: ${told}`),
    scenario === undefined ? words.today : words.scenario(scenario.title, scenario.hash ?? words.noHash),
    words.dataset(dataset.title, dataset.version, dataset.hash),
    words.source(source.replace(/[.。\s]+$/, '')),
    address,
  ].join('\n')
}
