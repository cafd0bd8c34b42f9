/**
 * Freight rates that answer demand: prices at which carriers offer what is asked of them.
 *
 * A market g that served D⁰ units at today's rate p⁰ offers S = D⁰ (p ∕ p⁰)^ε. With x = ln(p ∕ p⁰) and the demand D(x) that
 * the rates of all markets leave, it is in balance where
 *   x ≥ 0,  ln(D ∕ D⁰) ≤ ε x,  x (ε x − ln(D ∕ D⁰)) = 0:
 * where more is asked for than today the rate rises until the rest is offered or goes elsewhere; where less is asked for it
 * stays what it is, the cost of carriage. As ε grows this becomes today's rate; at ε = 0 it is a capacity that is told by
 * price, the multiplier of `settleQueues` in money.
 */
import { correctSlopes } from '../../numeric/broyden.js'
import { factorise, solveFactored } from '../../numeric/factor.js'

/** What is known at some rates. */
export interface MarketLook<State> {
  /** Whatever the caller wants of it. */
  readonly state: State
  /** ln(D ∕ D⁰) of each market; −Infinity where nothing is asked for any more. */
  readonly demand: Float64Array
}

export interface ClearedMarkets<State> {
  readonly state: State
  /** x of each market. */
  readonly logRates: Float64Array
  readonly demand: Float64Array
  /** Looks at the demand. */
  readonly looks: number
  /** The market that does not come into balance; −1 where all do. */
  readonly unsettled: number
}

/** By which what is offered may miss what is asked for: a thousandth of a percent. */
export const RATE_TOLERANCE = 1e-5
const MOST_LOOKS = 60
const HALVINGS = 5
/** Rates ten thousand times those of today: who still pays has no other way. */
export const LARGEST_LOG_RATE = 9.2
/** How fast demand falls with a rate, before it is known. */
const FIRST_SLOPE = -1

/**
 * Rates that bring every market into balance. One market after the other is moved for the first time alone, which tells how all
 * demand answers to it; then all move by Newton steps, and the slopes are mended by what each shows (Broyden 1965). Deterministic.
 *
 * @param lookAt     the demand at given x.
 * @param elasticity ε of each market, ≥ 0.
 * @param today      the demand at x = 0.
 */
export async function clearMarkets<State>(
  lookAt: (logRates: Float64Array) => Promise<MarketLook<State>>,
  elasticity: Float64Array,
  today: MarketLook<State>,
): Promise<ClearedMarkets<State>> {
  const size = elasticity.length
  const slopes = new Float64Array(size * size)
  for (let g = 0; g < size; g++) slopes[g * size + g] = FIRST_SLOPE
  const isKnown = new Uint8Array(size)
  let at: Rates<State> = { ...today, logRates: new Float64Array(size) }
  let looks = 1
  const look = async (logRates: Float64Array): Promise<Rates<State>> => {
    looks++
    const next = { ...(await lookAt(logRates)), logRates }
    const change = next.demand.map((asked, g) => floored(asked) - floored(at.demand[g]))
    correctSlopes(
      slopes,
      logRates.map((x, g) => x - at.logRates[g]),
      change,
    )
    return next
  }
  for (;;) {
    const missing = misses(at, elasticity)
    const worst = worstOf(missing)
    if (worst < 0 || looks >= MOST_LOOKS || at.logRates[worst] >= LARGEST_LOG_RATE) {
      return { ...at, looks, unsettled: worst }
    }
    const active = Int32Array.from(missing.keys()).filter(
      g => at.logRates[g] > 0 || missing[g] > RATE_TOLERANCE,
    )
    const unknown = active.filter(g => isKnown[g] === 0)
    if (unknown.length > 0) {
      const first = unknown.subarray(0, 1)
      isKnown[first[0]] = 1
      at = await look(moved(at.logRates, first, newtonStep(slopes, missing, elasticity, first), 1))
      continue
    }
    const step = newtonStep(slopes, missing, elasticity, active)
    let next = at
    for (let halving = 0, part = 1; halving <= HALVINGS; halving++, part /= 2) {
      next = await look(moved(at.logRates, active, step, part))
      if (largest(misses(next, elasticity)) < largest(missing)) break
    }
    at = next
  }
}

interface Rates<State> extends MarketLook<State> {
  readonly logRates: Float64Array
}

/** ln(D ∕ D⁰) − ε x; zero where less is asked for than today at today's rate. */
function misses({ logRates, demand }: Rates<unknown>, elasticity: Float64Array): Float64Array {
  return demand.map((asked, g) => {
    const miss = floored(asked) - elasticity[g] * logRates[g]
    return logRates[g] === 0 ? Math.max(0, miss) : miss
  })
}

/** The market that is farthest from its balance, −1 where all are in it. */
function worstOf(missing: Float64Array): number {
  let worst = -1
  missing.forEach((miss, g) => {
    if (Math.abs(miss) > (worst < 0 ? RATE_TOLERANCE : Math.abs(missing[worst]))) worst = g
  })
  return worst
}

function largest(missing: Float64Array): number {
  return missing.reduce((most, miss) => Math.max(most, Math.abs(miss)), 0)
}

/** Step of the active markets that brings their misses to zero; a market's own slope is kept below zero. */
function newtonStep(
  slopes: Float64Array,
  missing: Float64Array,
  elasticity: Float64Array,
  active: Int32Array,
): Float64Array {
  const size = missing.length
  const matrix = new Float64Array(active.length * active.length)
  active.forEach((row, r) => {
    active.forEach((column, c) => {
      const slope = slopes[row * size + column]
      matrix[r * active.length + c] = r === c ? Math.min(slope, -1e-3) - elasticity[row] : slope
    })
  })
  const step = Float64Array.from(active, g => -missing[g])
  solveFactored(factorise(matrix, active.length), step, 1)
  return step
}

/** At most as far as a rate may move at once: by a factor of e. */
function moved(from: Float64Array, active: Int32Array, step: Float64Array, part: number): Float64Array {
  const to = from.slice()
  active.forEach((g, k) => {
    const bounded = Math.min(Math.max(part * step[k], -1), 1)
    to[g] = Math.min(Math.max(to[g] + bounded, 0), LARGEST_LOG_RATE)
  })
  return to
}

/** A market that nobody asks for any more is far below its supply. */
function floored(demand: number): number {
  return Math.max(demand, -50)
}
