/** English words of the report. A language is a record of this shape; grammar lives here, numbers arrive as text. */

import type { Language } from '../../dataset/dataset.js'
import { ENGLISH_NUMBERS, NO_BREAK } from '../format.js'
import { MARKET_NAMES, PARAMETER_NAMES, SENSITIVITY_NAMES } from './assumption-names.js'
import { method } from './en-method.js'
import { tables } from './en-tables.js'

const PER_CENT = `${NO_BREAK}%`

/** `a, b and c` */
export function list(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`
}

const NUMBER_WORDS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

function count(n: number): string {
  return NUMBER_WORDS[n] ?? String(n)
}

/** A share of a whole in words, for sentences. */
function portion(share: number): string {
  if (share >= 0.95) return 'Nearly all'
  if (share >= 0.72) return 'About three quarters'
  if (share >= 0.6) return 'About two thirds'
  if (share >= 0.45) return 'About half'
  if (share >= 0.28) return 'About a third'
  return 'The largest part'
}

export const en = {
  /** Of the dataset's names, and as a BCP 47 tag. */
  id: 'en' as Language,
  language: 'en',
  numbers: ENGLISH_NUMBERS,
  reportName: 'Keruen report',
  aboutZero: 'about 0',
  within: (step: string) => `within ±${step}`,
  range: (low: string, high: string) => `${low} to ${high}`,
  millionUsd: 'M USD',
  billionUsd: 'bn USD',
  percentSign: PER_CENT,
  today: 'today',
  scenario: 'scenario',
  closed: 'closed',
  notOpen: 'not open',
  notKnown: 'not stated',
  inDays: (days: string) => `${days} days`,
  hoursFromTo: (name: string, before: string, after: string) => `${name} ${before} to ${after} h`,
  hoursOf: (name: string, value: string) => `${name} ${value} h`,
  estimated: 'est.',
  /** Between two sentences of a paragraph. */
  betweenSentences: ' ',
  /** Between things that are listed. */
  comma: ', ',
  semicolon: '; ',
  levelToday: (level: string) => `${level} today`,
  /** Ends of a corridor. */
  fromTo: (from: string, to: string) => `${from} to ${to}`,
  /** Modes of transport in the names of what has a capacity; others stay as they are. */
  modes: {} as Readonly<Record<string, string>>,
  sensitivities: SENSITIVITY_NAMES.en,
  markets: MARKET_NAMES.en,
  source: 'Source',
  parameters: PARAMETER_NAMES.en,
  economies: { ROW: 'Rest of the world' } as Readonly<Record<string, string>>,
  list,
  count,
  meta: {
    scenario: (hash: string) => `scenario ${hash}`,
    year: (year: number) => `data of ${year}`,
    counterfactual: 'a counterfactual, not a forecast',
    navigation: 'Parts of this report',
  },
  nav: {
    members: 'Members',
    corridors: 'Corridors',
    range: 'How sure',
    method: 'Method',
    limits: 'What it cannot tell',
    sources: 'Sources',
    scenario: 'Scenario',
  },
  answer: {
    sectors: (sectors: number, title: string, elasticities: string) =>
      `Computed with ${sectors} sectors on “${title}”, with elasticities of ${elasticities}.`,
    hidden: (names: readonly string[]) =>
      `${list(names)} ${names.length === 1 ? 'has' : 'have'} no row of ${names.length === 1 ? 'its' : 'their'} own there: nothing is reported for ${names.length === 1 ? 'it' : 'them'}, and the members’ totals leave ${names.length === 1 ? 'it' : 'them'} out.`,
    gain: (name: string, value: string, interval: string, alone: boolean) =>
      `${name} would gain ${alone ? '' : 'most: '}${value}${PER_CENT} of real income${brackets(interval)}`,
    loss: (name: string, value: string, interval: string, alone: boolean) =>
      `${name} would lose ${alone ? '' : 'most: '}${value}${PER_CENT} of real income${brackets(interval)}`,
    zero: (members: number) =>
      members === 1
        ? 'No change of real income that can be told from zero'
        : `For none of the ${count(members)} members would real income change by an amount that can be told from zero`,
    nothing: 'Nothing would change: this package alters no cost of trade',
    gainers: (names: readonly string[]) => `${list(names)} ${names.length === 1 ? 'gains' : 'gain'} with it.`,
    gainersAlone: (names: readonly string[]) => `${list(names)} ${names.length === 1 ? 'gains' : 'gain'}.`,
    losers: (names: readonly string[], most: string) =>
      names.length === 1
        ? `${list(names)} loses, by ${most}${PER_CENT}.`
        : `${list(names)} lose, at most ${most}${PER_CENT}.`,
    losersWithIt: (names: readonly string[]) =>
      `${list(names)} ${names.length === 1 ? 'loses' : 'lose'} too.`,
    zeros: (names: readonly string[]) => `For ${list(names)} the change cannot be told from zero.`,
    zerosMany: (n: number) => `For ${count(n)} members the change cannot be told from zero.`,
    small: (names: readonly string[]) => `For ${list(names)} the change stays within ±0.01${PER_CENT}.`,
    smallMany: (n: number) => `For ${count(n)} members the change stays within ±0.01${PER_CENT}.`,
    cause: (share: number, meaning: string) =>
      `${portion(share)} of the width of the range comes from one assumption: ${meaning}.`,
    noRanges:
      'No parameter draws were made, so no number below has a range: they say nothing about how sure they are.',
    bars: (draws: number, low: number, high: number) =>
      `Ranges run from the ${low}th to the ${high}th percentile of ${draws} draws over the stated ranges of the parameters and of the network’s figures; they are parameter ranges, not forecasts.`,
  },
  figures: {
    title: 'The answer in four figures',
    income: 'Real income, all members',
    turnover: 'Turnover among members',
    aYear: 'a year',
    onToday: (interval: string, today: string) =>
      interval === '' ? `on ${today} today` : `${interval}, on ${today} today`,
    perYear: (interval: string) => (interval === '' ? 'a year' : `${interval} a year`),
    corridorToday: (today: string, range: string | undefined) =>
      `${today} today${range === undefined ? '' : `; ${range} from all waits short and moving fast to all long and slow`}`,
    noCorridor: 'Corridors',
    noCorridorValue: 'as today',
    noCorridorNote: 'no named corridor changes in time',
    cost: 'Cost of the package',
    costNote: (capital: string, low: string, high: string) =>
      `${capital} over its life, with upkeep; ${low} to ${high} at the low and the high end of discount rate and upkeep. Tick: the gain of all members, from which it is not taken`,
    costNoteAnnual: (low: string, high: string) =>
      `${low} to ${high} at the low and the high end of discount rate and upkeep. Tick: the gain of all members, from which it is not taken`,
    aYearUnit: (money: string) => `${money} a year`,
    transit: (name: string) => `Transit through ${name}`,
    transitUnit: 'TEU',
    transitOn: (interval: string, before: string) =>
      interval === '' ? `a year, on ${before} today` : `${interval} a year, on ${before} today`,
    noTransit: 'Transit through members',
    noTransitValue: 'as today',
    noTransitNote: 'no container takes another way through a member',
  },
  map: {
    title: 'Where traffic moves: with the package against today',
    hint: 'Pale inside: traffic that stays. Coloured edge: what is gained or lost.',
    description: (title: string) =>
      `Map of railways, roads and ferries of Eurasia. Line width is containers a year; edges show what each line gains or loses under ${title}; discs behind the waits show how many boxes stand there, bars what is at its capacity. The corridors table below gives the numbers.`,
    waitOf: (
      name: string,
      before: string,
      after: string,
      estimated: boolean,
      standing: { readonly before: string; readonly after: string } | undefined,
      full: boolean,
    ) =>
      `${name}: ${fromTo(before, after)} hours${estimated ? ', estimated' : ''}${standing === undefined ? '' : `; ${fromTo(standing.before, standing.after)} TEU wait there at any moment`}${full ? '; at its capacity' : ''}`,
    legend: {
      label: 'Legend',
      gain: 'gains traffic; pale: what stays',
      gainStrong: 'gains over 35 %',
      loss: 'loses traffic',
      core: 'unchanged',
      planned: 'planned',
      ferry: 'ferry',
      lane: 'sea lane, course only',
      waits: 'wait of 8, 30, 72 hours',
      port: 'at a port',
      estimated: 'estimated',
      today: 'today',
      washLoss: 'real income down',
      washGain: 'real income up',
      standing: '5,000 boxes waiting at any moment',
      full: 'at its capacity',
      closed: 'closed',
      notOpen: 'not open',
    },
    source: (title: string) =>
      `Containers (TEU) a year, both directions, general cargo; width grows with the root of traffic up to a limit, and changes under a fiftieth of the largest are not marked. Discs behind the waits: boxes that wait there at any moment, for the places of the table “Where boxes wait”; a dotted line is today’s. Bars: 95 % or more of what may pass is used, by the table “Where a capacity is stated”. Source: ${title}; network lengths in part from OpenStreetMap contributors (ODbL); shapes from Natural Earth through Visionscarto.`,
    boundaries:
      'Boundaries and names follow the United Nations where the atlas allows; dashed where disputed or not settled. They imply no opinion on the status of any territory.',
  },
  caravan: {
    title: 'Where the days go',
    hint: 'A line is travel, a bead is a wait, both to scale; hollow beads are estimated.',
    zeroDays: '0 days',
    saved: (days: string) => `${days} days saved`,
    lost: (days: string) => `${days} days more`,
    drawingTitle: (name: string) => `Journey on ${name}, in days`,
    drawingText: (before: string, after: string) => `Today ${before} days; with the package ${after} days.`,
    tableTitle: 'Every leg of this journey',
    leg: 'Leg',
    kind: 'Kind',
    hoursBefore: 'Hours today',
    hoursAfter: 'Hours, scenario',
    usdBefore: 'USD per TEU today',
    usdAfter: 'USD per TEU, scenario',
    quality: 'Quality',
    kinds: { travel: 'travel', crossing: 'border', terminal: 'terminal' } as Readonly<Record<string, string>>,
    unit: 'Days from the first to the last place; waits at the two ends are not counted.',
    none: 'No named corridor changes in time under this package.',
    closedNote: 'The scenario closes this corridor: no journey can be made on it.',
  },
  summary: {
    member: 'Member',
    income: 'Real income %',
    range: 'range',
    musd: 'M USD',
    turnover: 'turnover M USD',
    transit: 'transit TEU',
    notice: 'Notice',
  },
  tables,
  method,
}

export type Messages = typeof en

function fromTo(before: string, after: string): string {
  return before === after ? after : `${before} to ${after}`
}

function brackets(interval: string): string {
  return interval === '' ? '' : ` (${interval.replaceAll('+', '')})`
}
