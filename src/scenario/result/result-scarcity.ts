/** What is scarce: capacity where one is stated, and carriers whose rates answer demand. */
import type { Quality } from '../../dataset/dataset.js'
import type { BeforeAfter } from './result-values.js'

/**
 * A link (both directions), a crossing (one direction) or terminals of a place (both ways, together) with a stated capacity;
 * all others carry without limit.
 */
export interface CapacityResult {
  /** Link id; the crossing's place, direction and mode; the place of terminals, with their modes where it is one of them. */
  readonly id: string
  readonly kind: 'link' | 'crossing' | 'terminal'
  readonly label: string
  /** TEU a year as the source, or a measure, states it; null before where only a measure states one. */
  readonly statedTeu: { readonly before: number | null; readonly after: number }
  /** TEU of general cargo a year that may pass: not below today's traffic of the model; see `bottlenecks.ts`. */
  readonly limitTeu: { readonly before: number | null; readonly after: number }
  readonly teu: BeforeAfter
  /** Traffic over limit, 0–1. */
  readonly usedShare: { readonly before: number | null; readonly after: number }
  /** Waited after the package for want of capacity, on top of all other hours; part of the hours of waits and legs. */
  readonly queueHours: number
  /** Of the dataset's capacity; null where only a measure states one. */
  readonly quality: Quality | null
}

/** Carriers whose rates answer demand, where the scenario lets them. */
export interface FreightMarketResult {
  readonly id: string
  /** What a reader sees. */
  readonly name: string
  readonly unit: 'TEU-day' | 'TEU'
  /** Percent more of the service for a percent more paid. */
  readonly supplyElasticity: number
  /** Units a year. */
  readonly use: BeforeAfter
  /** USD; never below what it is before. */
  readonly usdPerUnit: BeforeAfter
  /**
   * What the rise comes to on all that is carried after the package, million USD a year: paid by traders to carriers, of which no
   * country's real income holds the other side.
   */
  readonly paidMoreMusd: number
  readonly quality: Quality
  /** Of what a unit costs today. */
  readonly source: string
}
